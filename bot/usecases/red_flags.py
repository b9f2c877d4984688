"""A red flag in somebody's words: what is kept of it, the card to show, and its answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.red_flags import (
    EmergencyCard,
    EmergencyKind,
    FlagAnswer,
    Intake,
    Measure,
    Raised,
    RedFlag,
    RedFlagAlert,
    Seen,
    alert,
)
from bot.domain.setup import Draft, Purpose
from bot.domain.tablets import fit
from bot.domain.terms import RedFlagId
from bot.storage import Connection, gaps, outbox, people, plans, questions, red_flags
from bot.storage.outbox import Entry
from bot.storage.store import Cause, Store
from bot.usecases.alerting import Addressed, addressed
from bot.usecases.flag_posts import flag_group, keep_sending
from bot.usecases.flagged_signs import card_of, note
from bot.usecases.plans import last_known

_LATE = timedelta(minutes=2)
_ANSWERED = (FlagAnswer.CALLED, FlagAnswer.NOT_EMERGENCY)
_STANDS = timedelta(hours=1)  # so long a bare "yes" may be meant for the card


@dataclass(frozen=True, slots=True)
class Answered:
    """Which card it was, if any, and the country whose number helps."""

    kind: EmergencyKind | None
    country: str | None


async def measure(store: Store, person: Person, at: datetime) -> Measure:
    """What of the plan tells a planned dose from too much; what is empty where there is no plan."""

    def work(conn: Connection) -> Measure:
        medication = plans.medication_of(conn, person.id)
        plan = None if medication is None else last_known(conn, medication, at)
        if medication is None or plan is None:
            return Measure()
        amounts = [slot.mg for slot in plan.slots]
        counts = [_tablets(mg, medication.strengths) for mg in amounts]
        known = [count for count in counts if count is not None]
        whole = len(known) == len(counts)
        return Measure(
            max(known) if whole else None,
            sum(known, Decimal(0)) if whole else None,
            max(amounts),
            plan.daily_mg,
        )

    return await store.read(work)


def _tablets(mg: Decimal, strengths: frozenset[Decimal]) -> Decimal | None:
    handful = fit(mg, strengths)
    return None if not handful else sum((count for _, count in handful), Decimal(0))


def intake_of(conn: Connection, person: Person, at: datetime) -> Intake | None:
    """What an ambulance asks, by the plan and the log; None without a plan."""
    medication = plans.medication_of(conn, person.id)
    plan = None if medication is None else last_known(conn, medication, at)
    if medication is None or plan is None:
        return None
    return Intake(tuple(slot.mg for slot in plan.slots), gaps.last_logged_at(conn, person.id, at))


def _card(
    conn: Connection, person: Person, kind: EmergencyKind, seen: Seen, at: datetime
) -> EmergencyCard:
    intake = intake_of(conn, person, at)
    return EmergencyCard(kind, intake, seen.other, RedFlag.OVERDOSE in seen.flags)


async def prepare(
    store: Store,
    policy: Policy,
    person: Person,
    seen: Seen,
    said_at: datetime,
    at: datetime,
) -> Raised:
    """What is to be shown, by the plan, the log and what was told so far; nothing is kept yet."""
    raised = await store.read(lambda conn: _raised(conn, policy, person, seen, at))
    flag = None if person.consented_at is None else RedFlagId(uuid4())
    return replace(raised, id=flag, said_at=said_at if at - said_at > _LATE else None)


def _raised(conn: Connection, policy: Policy, person: Person, seen: Seen, at: datetime) -> Raised:
    told = told_so_far(conn, person)
    kind = card_of(conn, policy, told, seen, at)
    card = None if kind is None else _card(conn, person, kind, seen, at)
    return Raised(card, seen.flags, other=seen.other, country=told.country)


def told_so_far(conn: Connection, person: Person) -> Person:
    """The person with the country and the kidneys that an unfinished set-up has told of."""
    waiting = questions.waiting(conn, person.id)
    if waiting is None:
        return person
    draft = Draft.from_text(waiting.answers)
    elsewhere = draft.purpose in (Purpose.START, Purpose.ZONE)
    return replace(
        person,
        country=(draft.country if elsewhere else None) or person.country,
        kidney=draft.kidney or person.kidney,
    )


async def so_far(store: Store, person: Person) -> Person:
    """As `told_so_far`, for whoever is being set up; anybody else as they are."""
    if person.onboarded_at is not None or person.consented_at is None:
        return person
    return await store.read(lambda conn: told_so_far(conn, person))


async def keep(
    store: Store, person: Person, raised: Raised, at: datetime, cause: Cause, *, arrived: bool
) -> None:
    """It was shown: that is on record. Where it did not arrive, the outbox goes on trying.

    Before the consent nothing about health is kept, but that this update was answered.
    """

    def work(conn: Connection) -> None:
        people.lock(conn, person.id)
        if raised.id is None:
            return
        kind = None if raised.card is None else raised.card.kind
        red_flags.add(conn, raised.id, person.id, kind, at)
        note(conn, person, raised, at)
        if not arrived:
            keep_sending(conn, person, raised.id, raised, at)
        tell(conn, alert(person.id, kind, at))

    await store.write(work, cause)


def record(conn: Connection, person: Person, kind: EmergencyKind, at: datetime) -> RedFlagId:
    """An emergency that was told otherwise than in words: on record, and told to who may know."""
    flag = RedFlagId(uuid4())
    red_flags.add(conn, flag, person.id, kind, at)
    tell(conn, alert(person.id, kind, at))
    return flag


async def again(store: Store, policy: Policy, person: Person, seen: Seen, at: datetime) -> Raised:
    """The same words came again, for the first answer to them may be lost: the same card."""

    def work(conn: Connection) -> Raised:
        raised = _raised(conn, policy, person, seen, at)
        kept = None if raised.card is None else red_flags.latest(conn, person.id)
        return replace(raised, id=None if kept is None else kept.id)

    return await store.read(work)


def say(conn: Connection, person: Person, entry: Entry, at: datetime) -> Raised | None:
    """The card from the outbox; None where somebody has answered it, and so has it."""
    kept = red_flags.find(conn, RedFlagId(UUID(str(entry.arguments["flag"]))))
    if kept is None or kept.answer in _ANSWERED:
        return None
    other, too_much = (bool(entry.arguments[name]) for name in ("other", "too_much"))
    flags = frozenset(map(RedFlag, str(entry.arguments.get("flags") or "").split()))
    card = None
    if kept.kind is not None:
        card = EmergencyCard(kept.kind, intake_of(conn, person, at), other, too_much)
    late = kept.at if at - kept.at > _LATE else None
    country = told_so_far(conn, person).country
    return Raised(card, flags, kept.id, late, other=other, country=country)


async def answer(
    store: Store,
    person: Person,
    flag: RedFlagId | None,
    what: FlagAnswer,
    at: datetime,
    cause: Cause,
) -> Answered:
    """What the person says of a card: the named one, or their latest. Which card it was."""

    def work(conn: Connection) -> Answered:
        people.lock(conn, person.id)
        country = told_so_far(conn, person).country
        kept = red_flags.latest(conn, person.id) if flag is None else red_flags.find(conn, flag)
        if kept is None or kept.patient_id != person.id:
            return Answered(None, country)
        red_flags.answer(conn, kept.id, what, at)
        outbox.drop_group(conn, person.id, flag_group(kept.id), at)
        return Answered(kept.kind, country)

    return await store.write(work, cause)


async def go_on(store: Store, person: Person, at: datetime) -> bool:
    """The person says something else. True where a card stood unanswered, and not for long."""
    kept = await store.read(lambda conn: red_flags.latest(conn, person.id))
    if kept is None or kept.answer is not None:
        return False
    await store.write(lambda conn: red_flags.answer(conn, kept.id, FlagAnswer.WENT_ON, at))
    return at - kept.at < _STANDS


def tell(conn: Connection, what: RedFlagAlert | None) -> tuple[Addressed, ...]:
    """An alert with everybody it goes to."""
    return addressed(conn, () if what is None else (what,))
