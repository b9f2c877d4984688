"""After midnight the dose of the evening before is still to be seen: nobody takes it twice."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.playground.client import Chat, Playground
from tests.stories.answering import minutes, reminded
from tests.stories.conftest import set_up

LATE = datetime(2026, 11, 23, 23, 11, tzinfo=UTC)  # 00:11 in Berlin, on Tuesday
MORNING = "08:00 10 mg (1 tablet)"


@pytest.fixture
async def ada(ada: Chat) -> Chat:
    """Ada on 10 mg at 08:00, 14:00 and 23:00, set up at 12:30."""
    await set_up(ada, plan="10 mg at 8:00, 14:00 and 23:00")
    return ada


async def today(chat: Chat) -> list[str]:
    """The lines of /today."""
    return (await chat.ask("/today")).text.splitlines()


async def test_a_dose_taken_after_midnight_stands_on_the_board_and_on_today(
    ada: Chat, playground: Playground
) -> None:
    await reminded(ada, playground, "23:00 dose")
    await playground.step_to(LATE)
    assert "yesterday 23:00 10 mg (1 tablet) now" in await today(ada)
    await ada.board("Mon 23 Nov 23:00 10 mg (1 tablet) open until 01:00")
    await ada.ask("taken")

    taken = "23:00 10 mg (1 tablet) taken 00:11, 1 h 11 min late"
    await ada.board(f"Mon 23 Nov {taken}\n{MORNING} planned")
    await playground.step(minutes(19))  # 00:30
    assert f"yesterday {taken}" in await today(ada)
    await playground.step(minutes(11 * 60 + 40))  # 12:10
    assert f"yesterday {taken}" in await today(ada)
    await playground.step(minutes(1))
    assert "23:00" not in "".join((await today(ada))[1:3])
    board = await ada.board(f"Tue 24 Nov, Berlin\n{MORNING}")
    assert taken not in board.text


async def test_a_dose_that_nobody_answered_and_an_extra_one_stand_there_too(
    ada: Chat, playground: Playground
) -> None:
    await reminded(ada, playground, "23:00 dose")
    await playground.step(minutes(40))
    await ada.ask("took another")
    await ada.ask("yes")
    await playground.step_to(LATE)
    assert "yesterday 23:40 extra dose" in await today(ada)
    await ada.board("Mon 23 Nov 23:40 extra dose")
    await playground.step(minutes(60))  # past its end at 01:00
    assert "yesterday 23:00 10 mg (1 tablet) not logged" in await today(ada)
    await ada.board("Mon 23 Nov 23:00 10 mg (1 tablet) not logged")
