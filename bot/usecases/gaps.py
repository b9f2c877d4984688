"""The time since a dose was last confirmed, as the database has it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.dose import Dose
from bot.domain.ladder import Climb, Start, Waking, waking
from bot.domain.pauses import Pause, PauseKind
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.rungs import Gap
from bot.domain.terms import DoseState
from bot.domain.unlogged import Asked, Unlogged, climbing, held_until, start_of, unlogged
from bot.storage import Connection, doses, gaps, ladders, pauses, plans, pulse
from bot.storage.gaps import Confirmed
from bot.storage.plans import Medication
from bot.usecases.plans import last_known

_LOOK_BACK = timedelta(days=21)  # longer than the longest pause and all that is said after it
_AHEAD = timedelta(hours=36)  # as far as doses are surely planned


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands: the ladder's view, and the doses that count, or will, as closed unlogged."""

    climb: Climb
    found: tuple[Unlogged, ...]

    @property
    def gap(self) -> Gap:
        """The time since the last confirmed dose."""
        return Gap(self.climb.start.id, self.climb.start.at)

    def counted(self, at: datetime) -> tuple[Dose, ...]:
        """The doses that have closed unlogged by then, in order."""
        return tuple(each.dose for each in self.found if each.counts_at <= at)


def standing(conn: Connection, policy: Policy, person: Person, at: datetime) -> Standing | None:
    """How it stands at `at`; None where no dose since the last confirmed one closed unlogged."""
    taken = gaps.last_taken(conn, person.id)
    if taken is not None and not gaps.is_any_unlogged(conn, person.id, taken.start.at):
        return None  # nearly everybody, at nearly every card
    medication = plans.medication_of(conn, person.id)
    if medication is None:
        return None
    start, rests = _start(conn, person, medication, taken, at)
    known = doses.between(conn, person.id, max(start.at, at - _LOOK_BACK), at + _AHEAD)
    away = _away_until(conn, rests, at)
    asked = _asked(conn, known, away, at)
    found = unlogged(known, start, rests, asked, policy)
    if not found:
        return None
    is_dose = taken is not None and taken.start == start
    due_at = taken.due_at if taken is not None and is_dose else start.at
    planned = (due_at, gaps.due_after(conn, person.id, due_at))
    notes = ladders.notes(conn, person.id, start.id)
    hours = _waking(conn, person, medication, at, policy)
    held = held_until(found, away, at)
    climb = climbing(start, planned, known, found, held, hours, notes, policy)
    return Standing(replace(climb, away_until=away), found)


def _asked(conn: Connection, known: tuple[Dose, ...], away: datetime | None, at: datetime) -> Asked:
    nobody_knows = [
        each
        for each in known
        if each.state is DoseState.UNKNOWN and each.answered_at is None and each.due_at <= at
    ]
    if not nobody_knows:
        return Asked()
    first = gaps.asked_about(conn, [each.id for each in nobody_knows])
    since = min(each.due_at for each in nobody_knows)
    return Asked(first, away, pulse.outages_since(conn, since))


def _start(
    conn: Connection,
    person: Person,
    medication: Medication,
    taken: Confirmed | None,
    at: datetime,
) -> tuple[Start, tuple[Pause, ...]]:
    confirmed = [] if taken is None else [taken.start]
    extra = gaps.last_extra(conn, person.id, taken.start.at if taken else None)
    if extra is not None:
        confirmed.append(extra)
    if medication.last_taken_at is not None:
        confirmed.append(Start(medication.id, medication.last_taken_at))
    if confirmed:
        since = max(each.at for each in confirmed)
        otherwise = confirmed[0]
    else:
        since = person.onboarded_at or at
        begun = not ladders.is_not_started(conn, person.id)
        otherwise = Start(medication.id, since, begun)
    rests = pauses.not_over_before(conn, person.id, since)
    over = [each for each in rests if each.over_at is not None and each.over_at <= at]
    return start_of(confirmed, over, otherwise), rests


def _away_until(conn: Connection, rests: tuple[Pause, ...], at: datetime) -> datetime | None:
    """When the bot last stood still, or a pause was last over."""
    ends = [each.over_at for each in rests if each.kind is PauseKind.PAUSE]
    known = [pulse.last_outage_end(conn), *ends]
    return max((each for each in known if each is not None and each <= at), default=None)


def _waking(
    conn: Connection, person: Person, medication: Medication, at: datetime, policy: Policy
) -> Waking:
    plan = last_known(conn, medication, at)
    walls = () if plan is None else tuple(slot.wall for slot in plan.slots)
    return waking(person.zone or "UTC", walls, policy)
