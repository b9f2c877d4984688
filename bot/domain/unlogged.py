"""Which doses count as closed unlogged, and from when: the ground on which the ladder stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.dose import Dose
from bot.domain.ladder import Climb, Host, Note, Start, Waking
from bot.domain.missed import late_window
from bot.domain.pauses import Pause, PauseKind
from bot.domain.policy import Policy
from bot.domain.terms import DoseId, DoseState

_CLOSED = (DoseState.MISSED, DoseState.SKIPPED)


@dataclass(frozen=True, slots=True)
class Asked:
    """From when on a person's silence about doses nobody knows is their own.

    `first`: when each was first asked about after it closed. `since`: for the others, when the
    bot, or the person, was last away. `outages`: the spans in which no answer could be heard, the
    earliest first: one that falls into the time for it gives it anew.
    """

    first: Mapping[DoseId, datetime] = field(default_factory=dict)
    since: datetime | None = None
    outages: tuple[tuple[datetime, datetime], ...] = ()

    def counts_at(self, dose: Dose, policy: Policy) -> datetime:
        """When it counts as unlogged, with no answer until then."""
        asked = self.first.get(dose.id) or max(dose.closes_at, self.since or dose.closes_at)
        for begins, ends in self.outages:
            if begins < asked + policy.unknown_counts_after and asked < ends:
                asked = ends
        return asked + policy.unknown_counts_after


@dataclass(frozen=True, slots=True)
class Unlogged:
    """A dose that closed, or will count as closed, without being logged as taken."""

    dose: Dose
    counts_at: datetime


def start_of(confirmed: Iterable[Start], rests: Iterable[Pause], otherwise: Start) -> Start:
    """What the clock runs from: the latest of the confirmed doses.

    Nothing is known of a stay in hospital, nor of a time of reminders only: the clock begins anew
    at its end, unless the last dose in hospital was told.
    """
    start = max((otherwise, *confirmed), key=lambda each: each.at)
    for rest in rests:
        over_at = rest.over_at
        if over_at is None or rest.kind is PauseKind.PAUSE:
            continue
        known_from = rest.started_at if rest.kind is PauseKind.HOSPITAL else over_at
        if start.at < known_from:
            start = Start(rest.id, over_at)
    return start


def unlogged(
    doses: Iterable[Dose], start: Start, rests: Collection[Pause], asked: Asked, policy: Policy
) -> tuple[Unlogged, ...]:
    """The doses due after the start that count, or will, in the order in which they do.

    One of which nobody knows counts after `policy.unknown_counts_after` without an answer; not
    where a rest is why nobody knows. "Not sure" is an answer.
    """
    found = []
    for dose in doses:
        if dose.due_at <= start.at:
            continue
        if dose.state in _CLOSED:
            found.append(Unlogged(dose, min(dose.closes_at, dose.answered_at or dose.closes_at)))
        elif _nobody_knows(dose) and not _is_rested(dose, rests):
            found.append(Unlogged(dose, asked.counts_at(dose, policy)))
    return tuple(sorted(found, key=lambda each: (each.counts_at, each.dose.due_at)))


def _nobody_knows(dose: Dose) -> bool:
    return dose.state is DoseState.UNKNOWN and dose.answered_at is None


def _is_rested(dose: Dose, rests: Iterable[Pause]) -> bool:
    """It came due in a pause, or staff gave it, or nobody was to be asked about it."""
    return any(
        rest.runs(dose.due_at)
        if rest.kind is PauseKind.PAUSE
        else rest.touches(dose.due_at, dose.closes_at)
        for rest in rests
    )


def held_until(
    found: Iterable[Unlogged], away_until: datetime | None, at: datetime
) -> datetime | None:
    """Before this nothing is said: a question waits for its answer, or the bot was away.

    `away_until`: when the bot, or the person, was last away. What came due then comes after it.
    """
    waits = (each.counts_at for each in found if _nobody_knows(each.dose) and each.counts_at > at)
    ends = () if away_until is None else (away_until,)
    return max((*waits, *ends), default=None)


def climbing(
    start: Start,
    planned: tuple[datetime, datetime | None],
    doses: Iterable[Dose],
    found: tuple[Unlogged, ...],
    held: datetime | None,
    hours: Waking,
    notes: tuple[Note, ...],
    policy: Policy,
) -> Climb:
    """The ladder's view. `planned`: when the start's dose was due, and the one after it."""
    due_at, after_at = planned
    return Climb(
        start,
        timedelta() if after_at is None else after_at - due_at,
        late_window(due_at, after_at, policy),
        tuple(each.counts_at for each in found),
        held,
        tuple(_host(dose) for dose in doses if _can_ask(dose)),
        hours,
        notes,
    )


def _can_ask(dose: Dose) -> bool:
    """A card about it goes out, or went out before it was answered."""
    return dose.state in (DoseState.PLANNED, DoseState.OPEN, *_CLOSED)


def _host(dose: Dose) -> Host:
    return Host(dose.due_at, min(dose.closes_at, dose.answered_at or dose.closes_at))
