"""Across the date line and back: nothing asked twice, nothing lost, and a long gap is named."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from tests.playground.client import Chat, Playground
from tests.stories.conftest import set_up
from tests.stories.walking import move_to, press

HOUR = timedelta(hours=1)


def utc(day: int, clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{day}T{clock}:00+00:00").astimezone(UTC)


async def asked(chat: Chat) -> list[datetime]:
    """The minutes in which doses were asked for; each was answered, if at all, at once."""
    told = [m for m in await chat.messages() if m.from_bot]
    cards = [m for m in told if "Open until" in m.text or m.text.startswith("Taken at")]
    return sorted({m.date.replace(second=0) for m in cards})


async def test_h12_tokyo_los_angeles_and_back_asks_every_dose_once_and_none_too_near(
    ada: Chat, playground: Playground
) -> None:
    await set_up(ada, city="Tokyo", last="14:00")  # it is 20:30 there
    await playground.step_to(utc(23, "13:00"))
    await ada.ask("taken")

    await playground.step_to(utc(23, "22:30"))  # 14:30 in Los Angeles; 08:00 in Tokyo is near
    echo = await move_to(ada, "Los Angeles")
    assert "today 14:00: 10 mg (1 tablet), 9 hours later" in echo.text
    assert "The first of these is open now." in echo.text
    assert "Ask your pharmacist" not in echo.text  # no gap is over 12 hours
    await press(ada, "Correct", "Your 14:00 dose is open now.")
    await playground.step(timedelta(seconds=2))
    card = await ada.wait_for("14:00 dose: 10 mg")
    assert "This reminder is late. Take it only if you have not taken it already." in card.text
    await ada.ask("taken")
    log = (await ada.ask("/log")).text  # 22:00 in Tokyo was 05:00 here
    tokyo = "22:00 JST 10 mg (1 tablet) taken 22:00"
    assert f"today\n{tokyo}\n14:00 10 mg (1 tablet) taken 14:30" in log
    assert log.count("Times with JST are by the clock where you were then.") == 1
    await press(ada, "Correct", "Which day is wrong in the log?")
    listed = await press(ada, "today", "Which dose today?")
    assert "05:00 dose (22:00 JST): 10 mg (1 tablet), taken at 05:00" in listed.text
    named = await ada.ask("22:00")  # as the log calls it
    assert "What is true of the 05:00 dose (22:00 JST), 10 mg" in named.text
    await playground.step_to(utc(24, "06:00"))  # 22:00 there; nothing came at 23:00 UTC
    await ada.ask("taken")

    await playground.step_to(utc(24, "12:30"))  # 21:30 in Tokyo
    echo = await move_to(ada, "Tokyo")
    assert "today 22:00: 10 mg (1 tablet), 7 hours later" in echo.text
    await press(ada, "Correct", "The next reminder comes today 22:00.")
    await playground.step_to(utc(25, "14:00"))
    times = await asked(ada)
    assert times[:4] == [
        utc(23, "13:00"),
        utc(23, "22:30"),
        utc(24, "06:00"),
        utc(24, "13:00"),
    ]
    assert all(4 * HOUR <= later - earlier <= 12 * HOUR for earlier, later in pairwise(times))


async def test_where_a_long_gap_cannot_be_helped_the_echo_names_it_before_it_counts(
    ada: Chat, playground: Playground
) -> None:
    await set_up(ada, plan="10 mg at 22:00", city="Tokyo", last="yesterday 22:00")
    echo = await move_to(
        ada, "Los Angeles"
    )  # 03:30 there, an hour and a half before 22:00 in Tokyo
    assert "today 22:00: 10 mg (1 tablet), 41 hours later" in echo.text
    assert "Two doses are 41 hours apart. Ask your pharmacist which times to use." in echo.text
    await press(ada, "Change nothing", "Nothing was changed.")
    assert await playground.next_due() == utc(23, "13:00")


async def test_a_plan_changed_on_the_way_keeps_the_open_doses_amount_and_card(
    ada: Chat, playground: Playground
) -> None:
    await set_up(ada, city="Tokyo", last="14:00")
    await playground.step_to(utc(23, "13:00"))
    card = await ada.wait_for("22:00 dose: 10 mg (1 tablet of 10 mg)")
    await move_to(ada, "Honolulu")  # 03:00 there
    started = await press(ada, "Correct", "The next reminder comes today 08:00.")
    assert "Your 03:00 dose from before is still open until 04:15." in started.text
    moved = await ada.wait_for("Open until 04:15.", message=card)
    assert "03:00 dose: 10 mg (1 tablet of 10 mg)" in moved.text
    await ada.ask("/plan")
    await press(ada, "Change plan", "How do you take it?")
    await ada.ask("5 mg at 8:00, 14:00 and 22:00")
    await ada.ask("done")
    await press(ada, "Correct", "Your 03:00 dose from before is still open until 04:15.")
    still = await ada.wait_for("Open until 04:15.", message=card)
    assert "03:00 dose: 10 mg (1 tablet of 10 mg)" in still.text
    await ada.tap("Took it", message=card)
    await ada.wait_for("Taken at 03:00: 10 mg", message=card)
