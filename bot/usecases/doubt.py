"""What must be asked before a dose counts as taken: nothing is guessed, nothing counted twice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.choosing import ThisDose, choose, names_another, near_taken
from bot.domain.dose import Dose
from bot.domain.dose_events import Reason, Took
from bot.domain.outcomes import AnswerOutcome, AskExtra, AskWhich, Refused
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.terms import AnswerDoor
from bot.storage import Connection, answers, doses

_NEAR = timedelta(hours=4)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Saying:
    """Who says it, when (UTC), and by which door; `words` are their own, where they gave any."""

    actor: Person
    at: datetime
    door: AnswerDoor
    words: str | None = None
    dose_named: bool = False  # asked which dose, the person named this one
    extra_confirmed: bool = False  # asked whether it is an extra one, the person said yes

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
    taken = doses.taken_between(conn, dose.patient_id, moment - _NEAR, saying.at)
    if event.taken_at is not None and names_another(moment, taken):
        return Refused(Reason.REPEAT, dose, after)
    if not saying.dose_named and _is_out_of_order(dose, moment, taken):
        known = doses.between(conn, dose.patient_id, saying.at - _DAY, saying.at + _DAY)
        itself = [each for each in known if each.id == dose.id]
        chosen = choose([each for each in known if each.id != dose.id], moment, saying.at)
        others = [chosen.dose] if isinstance(chosen, ThisDose) else chosen.doses
        return AskWhich((*itself, *others)[:3], moment)
    if saying.extra_confirmed:
        return None
    return _extra(conn, policy, dose, moment, taken)


def _is_out_of_order(dose: Dose, moment: datetime, taken: tuple[Dose, ...]) -> bool:
    """A dose due before it was taken after this instant."""
    return any(
        each.due_at < dose.due_at and each.taken_at is not None and each.taken_at > moment
        for each in taken
    )


def _extra(
    conn: Connection, policy: Policy, dose: Dose, moment: datetime, taken: tuple[Dose, ...]
) -> AskExtra | None:
    near = near_taken(dose, moment, taken, policy)
    if near is not None and near.taken_at is not None:
        return AskExtra(dose, near.mg, near.taken_at, moment)
    extras = answers.extras(conn, dose.patient_id, moment - _NEAR, moment + _NEAR)
    for each in extras:
        if each.taken_at is not None:
            return AskExtra(dose, each.mg or dose.mg, each.taken_at, moment)
    return None
