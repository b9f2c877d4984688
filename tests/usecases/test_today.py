"""What Today offers to be taken now: never a dose whose window is over, beat or no beat."""

from datetime import UTC, datetime, timedelta

from bot.storage.store import Store
from bot.usecases import history
from tests.usecases.patients import beat, patient

DUE = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
WINDOW = timedelta(minutes=90)  # a quarter of the six hours to the next dose


async def test_a_dose_is_offered_to_the_end_of_its_window_and_no_longer(store: Store) -> None:
    person = await patient(store, DUE - timedelta(minutes=1))
    await beat(store, DUE)
    inside = await history.today(store, person.id, DUE + WINDOW - timedelta(seconds=1))
    assert [dose.due_at for dose in inside.open] == [DUE]
    over = await history.today(store, person.id, DUE + WINDOW)  # the beat has not closed it yet
    assert over.open == ()
