"""How many tablets there are, told in words or with buttons: asked, doubted where need be, kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from bot.domain.outcomes import NoPlan
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.setup import Question
from bot.domain.supply import Count, CountKind
from bot.domain.supply_outcomes import (
    CountOutcome,
    HowMany,
    NotYourTablets,
    SureOfCount,
    Told,
    WhichTablets,
)
from bot.domain.wallclock import day_of
from bot.storage import Connection, people, plans, questions, supplies
from bot.storage.plans import Medication
from bot.storage.store import Cause, Store
from bot.usecases.supply import outlook_of, read

Said = Sequence[tuple[Decimal | None, Decimal]]
"""(strength in mg, or None where it was not said; tablets)"""


async def ask(
    store: Store,
    policy: Policy,
    person: Person,
    kind: CountKind,
    at: datetime,
    strength: Decimal | None = None,
    tablets: Decimal | None = None,
) -> CountOutcome:
    """How many tablets? The number typed next is the answer. A strength is asked for first.

    `tablets`: as chosen so far, with the buttons.
    """

    def work(conn: Connection) -> CountOutcome:
        medication = plans.medication_of(conn, person.id)
        if medication is None:
            return NoPlan()
        every = sorted(medication.strengths, reverse=True)
        which = strength
        if which is None and (kind is CountKind.COUNTED or len(every) == 1) and every:
            which = every[0]
        if which is None:
            return _which(conn, person, kind, medication, tablets, at)
        return _how_many(conn, policy, person, medication, HowMany(kind, which, tablets), at)

    return await store.write(work)


def _which(
    conn: Connection,
    person: Person,
    kind: CountKind,
    medication: Medication,
    tablets: Decimal | None,
    at: datetime,
) -> WhichTablets:
    _wait(conn, person, Question.SUPPLY_COUNT, kind, None, tablets, at)
    return WhichTablets(kind, medication.strengths, tablets)


def _how_many(
    conn: Connection,
    policy: Policy,
    person: Person,
    medication: Medication,
    asked: HowMany,
    at: datetime,
) -> HowMany:
    """Asked, from what is known: the count as it stands, or none that came."""
    if asked.tablets is None and asked.kind is CountKind.COUNTED:
        seen = outlook_of(conn, policy, medication, supplies.counts(conn, person.id), at)
        stock = next((each for each in seen.stocks if each.strength == asked.strength), None)
        if stock is not None and stock.logged is not None:
            asked = replace(asked, tablets=stock.logged.tablets)
    _wait(conn, person, Question.SUPPLY_COUNT, asked.kind, asked.strength, asked.tablets, at)
    return asked


def _wait(
    conn: Connection,
    person: Person,
    question: Question,
    kind: CountKind,
    strength: Decimal | None,
    tablets: Decimal | None,
    at: datetime,
) -> None:
    about = "|".join([kind, *("" if each is None else str(each) for each in (strength, tablets))])
    questions.ask(conn, person.id, question, about, at, aside=True)


def counting(about: str) -> tuple[CountKind, Decimal | None, Decimal | None]:
    """What a question about tablets that waits is about: the kind, the strength, the tablets."""
    kind, strength, tablets = about.split("|")
    return (
        CountKind(kind),
        Decimal(strength) if strength else None,
        Decimal(tablets) if tablets else None,
    )


async def tell(
    store: Store,
    policy: Policy,
    person: Person,
    kind: CountKind,
    said: Said,
    at: datetime,
    cause: Cause,
    *,
    sure: bool = False,
) -> CountOutcome:
    """So many tablets are there, or came. Asked first where that is unclear, or hardly true.

    `sure`: asked whether it is right, the person said yes.
    """

    def work(conn: Connection) -> CountOutcome:
        people.lock(conn, person.id)
        questions.clear(conn, person.id, aside=True)
        medication = plans.medication_of(conn, person.id)
        if medication is None:
            return NoPlan()
        known = [each for each, _ in said if each is not None]
        only = next(iter(medication.strengths)) if len(medication.strengths) == 1 else None
        if len(known) < len(said) and (only is None or len(said) > 1):
            return _which(conn, person, kind, medication, said[0][1], at)
        told = tuple((only if each is None else each, tablets) for each, tablets in said)
        counts = tuple(Count(at, each, tablets, kind) for each, tablets in told if each)
        doubt = None if sure else _doubt(conn, policy, person, medication, counts, at)
        return doubt or _keep(conn, policy, person, medication, counts, at)

    return await store.write(work, cause)


def _doubt(
    conn: Connection,
    policy: Policy,
    person: Person,
    medication: Medication,
    counts: tuple[Count, ...],
    at: datetime,
) -> CountOutcome | None:
    """Tablets of a strength that the person has not, or so many that they would last for long."""
    have = medication.strengths | {each.strength for each in supplies.counts(conn, person.id)}
    for each in counts:
        if each.strength not in have:
            return NotYourTablets(each.strength, medication.strengths)
        seen = outlook_of(conn, policy, medication, (replace(each, kind=CountKind.COUNTED),), at)
        is_used = any(stock.used for stock in seen.stocks if stock.strength == each.strength)
        if is_used and seen.runs_out_at is None:
            _wait(conn, person, Question.SUPPLY_SURE, each.kind, each.strength, each.tablets, at)
            return SureOfCount(each.kind, each.strength, each.tablets)
    return None


def _keep(
    conn: Connection,
    policy: Policy,
    person: Person,
    medication: Medication,
    counts: tuple[Count, ...],
    at: datetime,
) -> Told:
    """Kept; what was ordered has come with a refill, and today's warning is said in the answer."""
    for each in counts:
        supplies.add(conn, person.id, person.id, medication.id, each)
    seen = read(conn, policy, person, at)
    assert seen is not None, "there is a medication"  # noqa: S101
    kind, watch = counts[0].kind, seen.watch
    if kind is CountKind.REFILLED or not seen.warning:
        watch = replace(watch, ordered_at=None, ordered_at_warning=0)
    if seen.warning:
        watch = replace(watch, told_on=day_of(at, person.zone or "UTC"))
    supplies.keep(conn, person.id, watch, at)
    after = None
    weaker = [each for each in medication.strengths if each < min(c.strength for c in counts)]
    if kind is CountKind.COUNTED and len(counts) == 1 and weaker:
        asked = HowMany(kind, max(weaker), None)
        after = _how_many(conn, policy, person, medication, asked, at)
    told = tuple((each.strength, each.tablets) for each in counts)
    now = read(conn, policy, person, at)
    assert now is not None, "there is a medication"  # noqa: S101
    return Told(kind, told, now, after)
