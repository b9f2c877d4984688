"""What must be asked before a dose counts as taken: nothing is guessed, nothing counted twice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.choosing import ThisDose, choose, names_another, near_taken, same_minute
from bot.domain.dose import Dose
from bot.domain.dose_events import Reason, Took
from bot.domain.message import Near
from bot.domain.outcomes import AnswerOutcome, AskExtra, AskWhich, Refused
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.terms import AnswerDoor, DoseState, PersonId
from bot.storage import Connection, answers, doses
from bot.storage.store import Store
from bot.usecases.offline import LOOK_BACK

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_SECOND = timedelta(seconds=1)  # Telegram dates a text by whole seconds


@dataclass(frozen=True, slots=True)
class Saying:
    """Who says it, when it was heard (`at`) and said (UTC), and by which door.

    A text may wait for a day while the bot is down. `words` are the person's own, if any.
    """

    actor: Person
    at: datetime
    said_at: datetime
    door: AnswerDoor
    words: str | None = None
    dose_named: bool = False  # asked which dose, the person named this one
    extra_confirmed: bool = False  # asked whether it is an extra one, the person said yes

    def is_late(self, policy: Policy) -> bool:
        """It was heard so long after it was said that "now" was another time."""
        return self.at - self.said_at > policy.asleep_after

    def was_before(self, dose: Dose) -> bool:
        """It was said before this open dose was asked about, so it cannot be its answer."""
        opened_at = dose.opened_at if dose.state is DoseState.OPEN else None
        return opened_at is not None and self.said_at + _SECOND <= opened_at

    def as_it_stood(self, dose: Dose) -> Dose:
        """The dose as it was when this was said: still to come, or open and closed since."""
        if self.was_before(dose):
            return replace(dose, state=DoseState.PLANNED)
        over = dose.state in (DoseState.MISSED, DoseState.UNKNOWN) and dose.answered_at is None
        opened_at = dose.opened_at if over and self.said_at < dose.closes_at else None
        if opened_at is not None and opened_at < self.said_at + _SECOND:
            return replace(dose, state=DoseState.OPEN)
        return dose

    def naming(self) -> Saying:
        """The person, asked which dose, named this one."""
        return replace(self, dose_named=True)

    def confirming(self) -> Saying:
        """The person, asked whether it is an extra one, said yes."""
        return replace(self, dose_named=True, extra_confirmed=True)


def doubt_about(
    conn: Connection, policy: Policy, saying: Saying, dose: Dose, event: Took, after: Dose | None
) -> AnswerOutcome | None:
    """What must be asked before a dose counts as taken at this instant; None when nothing."""
    moment = dose.taken_at
    assert moment is not None, "the rule has set it"  # noqa: S101
    previous = [each for each in doses.opened(conn, dose.patient_id) if each.due_at < dose.due_at]
    if previous:
        return Refused(Reason.PREVIOUS_OPEN, previous[0], dose)
    taken = doses.taken_between(conn, dose.patient_id, moment - policy.extra_gap, saying.at)
    if event.taken_at is not None and names_another(moment, taken):
        return Refused(Reason.REPEAT, dose, after)
    if not saying.dose_named and _is_out_of_order(dose, moment, taken):
        asked = other_than(conn, saying, dose, moment)
        return replace(asked, doses=(dose_before(conn, dose), *asked.doses)[:3])
    if saying.extra_confirmed:
        return None
    return close_to_another(conn, policy, saying, dose, moment)


def dose_before(conn: Connection, dose: Dose) -> Dose:
    """The dose as it is kept, without the answer that is in doubt."""
    return doses.find(conn, dose.id) or dose


def other_than(conn: Connection, saying: Saying, dose: Dose, moment: datetime) -> AskWhich:
    """Which of the others was it, then?"""
    known = doses.between(conn, dose.patient_id, saying.at - _DAY, saying.at + _DAY)
    chosen = choose([each for each in known if each.id != dose.id], moment, saying.at)
    return AskWhich((chosen.dose,) if isinstance(chosen, ThisDose) else chosen.doses, moment)


def _is_out_of_order(dose: Dose, moment: datetime, taken: tuple[Dose, ...]) -> bool:
    """A dose due before it was taken after this instant."""
    return any(
        each.due_at < dose.due_at and each.taken_at is not None and each.taken_at > moment
        for each in taken
    )


def close_to_another(
    conn: Connection, policy: Policy, saying: Saying, dose: Dose | None, moment: datetime
) -> AskExtra | None:
    """The nearest dose taken close to this one, of the plan or outside it: an extra one?"""
    near = nearest(conn, policy, saying.actor.id, dose, moment)
    return None if near is None else AskExtra(dose, near.dose, near.taken_at, moment)


def nearest(
    conn: Connection, policy: Policy, patient: PersonId, dose: Dose | None, moment: datetime
) -> Near | None:
    """What was taken nearest to `moment`, where that is so near that this may be an extra one."""
    gap = policy.extra_gap
    taken = doses.taken_between(conn, patient, moment - gap, moment + gap)
    near = near_taken(dose, moment, taken, policy)
    found = [(near.taken_at, near)] if near is not None and near.taken_at else []
    extras = answers.extras(conn, patient, moment - gap, moment + gap)
    others: list[tuple[datetime, Dose | None]] = [
        (each.taken_at, None)
        for each in extras
        if each.taken_at is not None and abs(each.taken_at - moment) < gap
    ]
    return min(
        (Near(*each) for each in [*others, *found]),
        key=lambda each: abs(each.taken_at - moment),
        default=None,
    )


def is_repeat(conn: Connection, saying: Saying, moment: datetime) -> bool:
    """A dose taken in this very minute is recorded already, of the plan or outside it."""
    patient = saying.actor.id
    since, until = moment - _MINUTE, moment + _MINUTE
    return names_another(moment, doses.taken_between(conn, patient, since, until)) or any(
        each.taken_at is not None and same_minute(each.taken_at, moment)
        for each in answers.extras(conn, patient, since, until)
    )


async def in_question(store: Store, saying: Saying) -> Dose | None:
    """The dose that words without a name are about: the open one, else the newest not logged."""

    def work(conn: Connection) -> Dose | None:
        found = doses.opened(conn, saying.actor.id) or not_logged(conn, saying)
        return found[-1] if found else None

    return await store.read(work)


def not_logged(conn: Connection, saying: Saying) -> tuple[Dose, ...]:
    """Doses that are over and that nobody has answered for, the newest last."""
    known = doses.between(conn, saying.actor.id, saying.at - LOOK_BACK, saying.at)
    over = (DoseState.MISSED, DoseState.UNKNOWN)
    return tuple(each for each in known if each.state in over and each.answered_at is None)
