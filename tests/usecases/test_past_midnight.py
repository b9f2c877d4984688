"""The board after midnight: last night's dose stands on it, and goes when its time is over."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.domain.dose_events import Took
from bot.domain.terms import DoseState
from bot.storage.store import Cause, Store
from bot.usecases import board, history, taking
from bot.usecases import doses as answering
from bot.usecases.board import Board, Shown
from tests.usecases.patients import POLICY, beat, doses_of, patient, tapping
from tests.usecases.test_board import quiet

AT = datetime(2026, 11, 23, 22, 0, tzinfo=UTC)
DUE = datetime(2026, 11, 23, 23, 0, tzinfo=UTC)
TAKEN = datetime(2026, 11, 24, 0, 11, tzinfo=UTC)
SECOND, HOUR = timedelta(seconds=1), timedelta(hours=1)
WALLS = ("11:00", "23:00")


async def shown(store: Store, at: datetime) -> Board:
    """The board that is shown at this instant; then there is none to show."""
    await quiet(store, at)
    claimed = await board.claim(store, at)
    assert claimed is not None
    await board.settle(store, POLICY, claimed, Shown(7, "a digest"), at, SECOND)
    assert await board.claim(store, at) is None
    return claimed


def told(day: Board) -> list[tuple[int, DoseState]]:
    """The hours of the doses beside the day's own, and how they stand."""
    return [(dose.wall.hour, dose.state) for dose in day.today.beside]


async def test_last_nights_dose_stands_on_the_new_days_board_and_goes_twelve_hours_later(
    store: Store,
) -> None:
    ada = await patient(store, AT, walls=WALLS)
    await beat(store, DUE)
    new = await shown(store, TAKEN)
    assert told(new) == [(23, DoseState.OPEN)]

    [dose, *_] = await doses_of(store, ada, AT)
    said = tapping(ada, TAKEN)
    await answering.answer(store, POLICY, said, dose.id, Took(), Cause("update:1", TAKEN))
    assert told(await shown(store, TAKEN)) == [(23, DoseState.TAKEN)]

    gone = TAKEN + 12 * HOUR
    await shown(store, gone - HOUR)  # the 11:00 dose has opened
    assert await board.claim(store, gone - SECOND) is None
    assert told(await shown(store, gone)) == []


async def test_an_extra_dose_of_last_night_is_told_and_the_board_looks_again_when_it_goes(
    store: Store,
) -> None:
    ada = await patient(store, AT, walls=("12:00",))
    taken_at = DUE + HOUR / 2
    said = tapping(ada, taken_at)
    await taking.take_extra(store, said.confirming(), taken_at, Cause("update:1", taken_at))
    new = await shown(store, TAKEN)
    assert new.today.extras == (taken_at,)

    gone = taken_at + 12 * HOUR
    assert await board.claim(store, gone - SECOND) is None
    assert (await shown(store, gone)).today.extras == ()


async def test_an_extra_dose_of_yesterday_noon_is_not_told_at_midnight(store: Store) -> None:
    ada = await patient(store, AT - 10 * HOUR, walls=("08:00",))
    noon = AT - 10 * HOUR
    await taking.take_extra(store, tapping(ada, noon), noon, Cause("update:1", noon))
    assert (await history.today(store, ada.id, AT)).extras == (noon,)
    assert (await history.today(store, ada.id, TAKEN)).extras == ()
