"""The main job, end to end: /start, a reminder on time, "Took it", /log."""

from datetime import UTC, datetime

from tests.playground.client import Chat, Playground
from tests.stories.conftest import set_up


async def test_a_reminder_comes_at_its_minute_and_one_tap_logs_it(
    patient: Chat, playground: Playground
) -> None:
    assert await playground.next_due() == datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
    await playground.step_to_next()
    card = await patient.wait_for("14:00 dose: 10 mg (1 tablet of 10 mg)")
    assert "Open until 15:30" not in card.text
    assert "Open until 16:00. After that, skip it." in card.text

    await patient.tap("Took it")
    taken = await patient.wait_for(
        "Taken at 14:00: 10 mg (1 tablet of 10 mg), planned 14:00.", message=card
    )
    assert "Next: 22:00 dose, 10 mg (1 tablet of 10 mg)." in taken.text
    assert taken.buttons == [["Undo"]]

    log = await patient.ask("/log")
    assert "14:00 10 mg (1 tablet) taken 14:00" in log.text
    assert "Taken: 1 of 1." in log.text


async def test_the_set_up_takes_at_most_eight_messages(ada: Chat) -> None:
    await set_up(ada)
    from_bot = [message for message in await ada.messages() if message.from_bot]
    assert len(from_bot) <= 8
