"""A new user's first day in a real browser: /start, the first "Took it", /log, by click and key.

SCREENSHOT=docs/playground.png keeps the picture for the README.
"""

import os
import re

from playwright.async_api import Locator, Page, expect

from tests.playground.browser import opened
from tests.stories.conftest import World


def _says(phone: Locator, text: str) -> Locator:
    """Text on the phone, whatever isolation marks stand around its values."""
    return phone.get_by_text(_isolated(text)).last


def _isolated(text: str) -> re.Pattern[str]:
    return re.compile("[\u2066-\u2069]*".join(map(re.escape, text)))


async def _write(phone: Locator, text: str) -> None:
    box = phone.get_by_role("textbox")
    await box.fill(text)
    await box.press("Enter")


async def _tap(phone: Locator, label: str) -> None:
    await phone.get_by_role("button", name=label, exact=True).last.click()


async def _set_up(phone: Locator) -> None:
    await _tap(phone, "Start")
    await _tap(phone, "I agree")
    await _tap(phone, "Yes, both")
    await expect(_says(phone, "kidney disease")).to_be_visible()
    await _tap(phone, "No")
    await expect(_says(phone, "Where are you?")).to_be_visible()
    await _write(phone, "Berlin")
    await expect(_says(phone, "How do you take it?")).to_be_visible()
    await _write(phone, "10 mg at 8:00, 14:00 and 22:00")
    await _tap(phone, "10 mg")
    await _tap(phone, "Done")
    await _tap(phone, "today 08:00")
    await expect(_says(phone, "I understood:")).to_be_visible()
    await _tap(phone, "Correct")
    await expect(_says(phone, "Your first reminder comes")).to_be_visible()


async def _pinned(phone: Locator, text: str) -> None:
    """The bar at the top shows the day, and leads to it."""
    bar = phone.get_by_role("button", name="Pinned message")
    await expect(bar.get_by_text(_isolated(text))).to_be_visible()
    await bar.click()
    await expect(phone.locator(".message:focus").get_by_text(_isolated(text))).to_be_visible()


async def _first_dose(page: Page, phone: Locator) -> None:
    await page.get_by_role("button", name="Next dose").click()
    await expect(_says(phone, "Open until 16:00. After that, skip it.")).to_be_visible()
    await _tap(phone, "Took it")
    await expect(
        _says(phone, "Taken at 14:00: 10 mg (1 tablet of 10 mg), planned 14:00.")
    ).to_be_visible()
    await expect(phone.get_by_role("button", name="Took it", exact=True)).to_have_count(0)
    await _pinned(phone, "14:00 10 mg (1 tablet) taken 14:00")


async def test_a_first_day_from_start_to_the_log(world: World) -> None:
    at_home = {"viewport": {"width": 1100, "height": 860}, "timezone_id": "Europe/Berlin"}
    async with opened(world.server.base_url, **at_home) as page:
        phone = page.get_by_role("article", name="Your phone")
        await _set_up(phone)
        await _first_dose(page, phone)
        await _write(phone, "/log")
        await expect(_says(phone, "Taken: 1 of 1.")).to_be_visible()
        await page.get_by_role("button", name="Next dose").click()
        await expect(_says(phone, "22:00 dose: 10 mg")).to_be_visible()
        await expect(page.get_by_role("button", name="+15 min")).to_be_enabled()
        if os.environ.get("SCREENSHOT"):
            await page.screenshot(path=os.environ["SCREENSHOT"])
