"""What Today offers to be taken now: never a dose whose window is over, beat or no beat."""

from datetime import UTC, datetime, timedelta

from bot.domain.dose_events import Reason, Took
from bot.domain.outcomes import Refused
from bot.storage.store import Cause, Store
from bot.usecases import doses, history, plans, undoing
from bot.usecases.undoing import Meant
from tests.usecases.patients import POLICY, beat, doses_of, patient, tapping

DUE = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
WINDOW = timedelta(minutes=90)  # a quarter of the six hours to the next dose


async def test_a_dose_is_offered_to_the_end_of_its_window_and_no_longer(store: Store) -> None:
    person = await patient(store, DUE - timedelta(minutes=1))
    await beat(store, DUE)
    inside = await history.today(store, person.id, DUE + WINDOW - timedelta(seconds=1))
    assert [dose.due_at for dose in inside.open] == [DUE]
    over = await history.today(store, person.id, DUE + WINDOW)  # the beat has not closed it yet
    assert over.open == ()


async def test_what_comes_next_is_the_dose_that_is_open_and_not_the_one_after_it(
    store: Store,
) -> None:
    ada = await patient(store, DUE - timedelta(minutes=1))
    await beat(store, DUE)
    first, second, *_ = await doses_of(store, ada, DUE)
    said = tapping(ada, DUE)
    await doses.answer(store, POLICY, said, first.id, Took(), Cause("update:1", DUE))
    await beat(store, second.due_at)
    at = second.due_at + timedelta(minutes=5)
    shown = await plans.show(store, ada.id, at)
    assert shown is not None
    assert shown.next is not None
    assert shown.next.id == second.id
    late = await undoing.undo(store, POLICY, tapping(ada, at), Meant(), Cause("update:2", at))
    assert isinstance(late, Refused)
    assert late.why is Reason.NEXT_OPENED
    assert late.next is not None
    assert late.next.id == second.id
