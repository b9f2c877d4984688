"""The chat page works in a real browser: by click, by keyboard, for several people."""

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from playwright.async_api import Locator, Page, Route, expect
from telegram.ext import Application

from bot.playground import Server
from tests.playground.browser import opened
from tests.playground.client import Chat, Playground
from tests.playground.conftest import START, Method

NAMELESS = """() => [...document.querySelectorAll('button, input, select, textarea, a[href]')]
  .filter((e) => e.offsetParent && !e.querySelector('img[alt]'))
  .filter((e) => !(e.ariaLabel || e.textContent.trim() || e.labels?.length))
  .map((e) => e.outerHTML)"""


@pytest.fixture
async def page(server: Server) -> AsyncIterator[Page]:
    async with opened(server.base_url, viewport={"width": 1200, "height": 860}) as page:
        yield page


@pytest.fixture
def yours(page: Page) -> Locator:
    return page.get_by_role("article", name="Your phone")


async def write(phone: Locator, text: str) -> None:
    await phone.get_by_role("textbox").fill(text)
    await phone.get_by_role("textbox").press("Enter")


async def test_from_start_to_a_tap_by_clicking(
    tiny: Application, page: Page, yours: Locator
) -> None:
    await expect(page.get_by_text("this is not Telegram")).to_be_visible()
    await yours.get_by_role("button", name="Start", exact=True).click()
    await expect(yours.get_by_text("14:00 dose")).to_be_visible()
    await yours.get_by_role("button", name="Took it").click()
    await expect(yours.get_by_text("Taken at 14:07.")).to_be_visible()
    await expect(yours.get_by_role("status")).to_have_text("Recorded")
    await expect(yours.get_by_role("button", name="Took it")).to_have_count(0)
    await expect(yours.get_by_role("button", name="Start", exact=True)).to_be_hidden()
    await write(yours, "/chart")
    await expect(yours.get_by_role("img", name="Picture")).to_be_visible()
    await expect(yours.get_by_role("link", name="log.csv")).to_be_visible()
    await expect(yours.get_by_role("button", name="Pinned message")).to_contain_text("Last 7 days")


async def test_everything_works_by_keyboard(tiny: Application, page: Page, yours: Locator) -> None:
    await expect(yours.get_by_role("button", name="Start", exact=True)).to_be_focused()
    await page.keyboard.press("Enter")
    took = yours.get_by_role("button", name="Took it")
    await expect(took).to_be_visible()
    await took.focus()
    await page.keyboard.press("Enter")
    await expect(yours.get_by_text("Taken at 14:07.")).to_be_visible()
    await yours.get_by_role("button", name="Commands").focus()
    await page.keyboard.press("Enter")
    await expect(yours.get_by_role("button", name="/start Begin")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(yours.get_by_role("textbox")).to_be_focused()
    await page.keyboard.type("hello")
    await page.keyboard.press("Enter")
    await expect(yours.get_by_text("text: hello")).to_be_visible()


async def test_a_clock_that_has_turned_takes_the_focus_from_nobody(
    tiny: Application, page: Page, yours: Locator
) -> None:
    turned = asyncio.Event()

    async def held(route: Route) -> None:
        answer = await route.fetch()
        await turned.wait()
        await route.fulfill(response=answer)

    await page.route("**/clock", held)
    later, said = page.get_by_role("button", name="+15 min"), page.get_by_text("It is now ")
    await later.click()
    await yours.get_by_role("textbox").focus()
    turned.set()
    await expect(said).to_be_visible()
    await expect(yours.get_by_role("textbox")).to_be_focused()
    await later.click()
    await expect(later).to_be_focused()


async def test_everything_has_a_name_and_the_chat_is_a_log(
    tiny: Application, page: Page, yours: Locator
) -> None:
    await write(yours, "/chart")
    await expect(yours.get_by_role("link", name="log.csv")).to_be_visible()
    assert await page.evaluate(NAMELESS) == []
    await expect(yours.get_by_role("log")).to_have_accessible_name("Chat of You with Steady Dose")
    await expect(page.get_by_role("region", name="Playground clock")).to_be_visible()


async def test_a_location_can_be_picked_and_moves_the_phones_clock(
    tiny: Application, page: Page, yours: Locator
) -> None:
    await write(yours, "/where")
    await yours.get_by_role("button", name="Share my location").click()
    await page.get_by_role("button", name="Kathmandu").click()
    await expect(yours.get_by_text("location:")).to_be_visible()
    await expect(yours.locator(".phone-time")).to_have_text("14:45")
    await yours.get_by_role("button", name="Share my location").click()
    await page.get_by_label("Latitude").fill("1.5")
    await page.get_by_label("Longitude").fill("-120.25")
    await page.get_by_role("button", name="Share", exact=True).click()
    await expect(yours.get_by_text("Location 1.500, -120.250")).to_be_visible()


async def test_what_people_write_is_text_never_markup(
    tiny: Application, page: Page, yours: Locator
) -> None:
    evil = "<img src=x onerror=alert(1)> <b>bold</b> \u202e&amp;"
    await write(yours, evil)
    await expect(yours.get_by_text(evil)).to_have_count(2)
    assert await yours.locator(".log img, .log b").count() == 0


async def test_one_can_correct_what_one_wrote(
    tiny: Application, page: Page, yours: Locator
) -> None:
    await write(yours, "take 13:50")
    await yours.get_by_role("button", name="Edit: take 13:50").click()
    await write(yours, "taken 13:50")
    await expect(yours.get_by_text("edited text: taken 13:50")).to_be_visible()
    await expect(yours.get_by_text("take 13:50", exact=True)).to_have_count(0)


async def test_several_people_side_by_side_and_unread_pings(
    page: Page, yours: Locator, playground: Playground, bot: Method
) -> None:
    await page.get_by_role("button", name="Add person").click()
    adas = page.get_by_role("article", name="Ada's phone")
    await expect(adas.get_by_role("button", name="Start", exact=True)).to_be_visible()
    await write(adas, "hello")
    await yours.get_by_role("textbox").click()
    ada = next(chat for chat in await playground.people() if chat.name == "Ada")
    await bot("sendMessage", chat_id=ada.id, text="Time for your dose")
    await expect(page).to_have_title("(1) Steady Dose playground")
    await expect(adas.locator(".who .badge")).to_have_text("1")
    await adas.get_by_role("textbox").click()
    await expect(page).to_have_title("Steady Dose playground")
    assert await ada.unread() == 0


async def test_the_bot_can_be_blocked_and_let_in_again(
    page: Page, yours: Locator, bot: Method
) -> None:
    await yours.get_by_role("button", name="About You").click()
    await page.get_by_role("button", name="Block the bot").click()
    await expect(yours.get_by_role("textbox")).to_be_hidden()
    await yours.get_by_role("button", name="Unblock the bot").click()
    await expect(yours.get_by_role("textbox")).to_be_visible()
    changes = [update["my_chat_member"] for update in (await bot("getUpdates"))["result"]]
    assert [c["new_chat_member"]["status"] for c in changes] == ["kicked", "member"]


async def test_in_a_group_the_bot_leaves_and_the_page_says_so(
    tiny: Application, page: Page, yours: Locator
) -> None:
    await yours.get_by_role("button", name="About You").click()
    await page.get_by_role("button", name="Add the bot to a group").click()
    group = page.get_by_role("article", name="Group Your family")
    await expect(group.get_by_text("I work in private chats only.")).to_be_visible()
    await expect(group.get_by_text("Steady Dose is not here")).to_be_visible()


async def test_the_clock_buttons_turn_the_playgrounds_time(
    page: Page, playground: Playground
) -> None:
    turned = timedelta()
    for label, by in (("+15 min", 15), ("+1 h", 60), ("+1 day", 1440), ("Sleep 3 h", 180)):
        await page.get_by_role("button", name=label, exact=True).click()
        turned += timedelta(minutes=by)
        at = START + turned
        await expect(page.locator("#time")).to_have_attribute(
            "datetime", re.compile(at.strftime("%Y-%m-%dT%H:%M"))
        )
    assert await playground.now() == START + turned
    await expect(page.get_by_role("button", name="Next dose")).to_be_disabled()


async def test_a_turned_clock_shows_at_once_on_every_phone(page: Page, yours: Locator) -> None:
    await expect(yours.locator(".phone-time")).not_to_have_text("")
    turned = """async () => {
      const clock = await import('/page/clock.js');
      const shown = () => document.querySelector('.phone-time').textContent;
      const before = shown();
      clock.setNow(clock.now() + 3 * 3600);
      return [before, shown()].map((time) => Number(time.split(':')[0]));
    }"""
    before, after = await page.evaluate(turned)
    assert (after - before) % 24 == 3


async def test_a_reset_asks_first_and_leaves_one_empty_chat(
    page: Page, yours: Locator, playground: Playground
) -> None:
    await write(yours, "hello")
    await page.get_by_role("button", name="Reset").click()
    await page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    await expect(yours.get_by_text("hello")).to_be_visible()
    await page.get_by_role("button", name="Reset").click()
    await page.get_by_role("button", name="Forget everything").click()
    await expect(yours.get_by_role("button", name="Start", exact=True)).to_be_visible()
    [you] = await playground.people()
    assert await you.messages() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_it_fits_a_small_screen(server: Server, ada: Chat, scheme: Any) -> None:
    size = {"width": 390, "height": 844}
    async with opened(server.base_url, viewport=size, color_scheme=scheme) as page:
        await expect(page.get_by_role("article", name="Your phone")).to_be_visible()
        width = await page.evaluate("document.scrollingElement.scrollWidth")
        assert width == 390
        await page.get_by_role("navigation").get_by_role("button", name="Ada").click()
        await expect(page.get_by_role("article", name="Ada's phone")).to_be_in_viewport(ratio=0.9)


@pytest.mark.parametrize(("width", "height"), [(844, 390), (390, 664)], ids=["sideways", "upright"])
async def test_with_many_people_on_a_small_screen_send_stays_in_view(
    server: Server, playground: Playground, width: int, height: int
) -> None:
    for number in range(10):
        await playground.person(f"Person {number}", met=True)
    async with opened(server.base_url, viewport={"width": width, "height": height}) as page:
        for name in ("You", "Person 9"):
            chip = page.get_by_role("navigation").get_by_role("button", name=name)
            await chip.click()
            phone = page.get_by_role("article", name="Your phone" if name == "You" else name)
            send = phone.get_by_role("button", name="Send")
            await expect(send).to_be_in_viewport(ratio=1)
            await expect(phone.get_by_role("textbox")).to_be_in_viewport(ratio=1)


INSIDE = """() => [...document.querySelectorAll('.phone')].flatMap((phone) => {
  const room = phone.getBoundingClientRect();
  return [...phone.querySelectorAll('.compose, .compose > :not([hidden])')]
    .map((e) => [e.className, e.getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.left < room.left || box.right > room.right))
    .map(([name, box]) => `${name} ${box.left}-${box.right} in ${room.left}-${room.right}`);
})"""


@pytest.mark.parametrize("height", [720, 860])
async def test_with_four_people_on_a_laptop_every_composer_stays_in_its_phone(
    tiny: Application, server: Server, ada: Chat, playground: Playground, height: int
) -> None:
    for name in ("Ben", "Chidi"):
        await playground.person(name)
    async with opened(server.base_url, viewport={"width": 1280, "height": height}) as page:
        phones = page.get_by_role("article")
        await expect(phones).to_have_count(4)
        for phone in await phones.all():
            await phone.get_by_role("button", name="Start", exact=True).click()
            await expect(phone.get_by_text("14:00 dose")).to_be_visible()
        assert await page.evaluate(INSIDE) == []
