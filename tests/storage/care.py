"""A person with a plan, written by the query modules themselves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, event

from bot.domain.contacts import Contact, ContactKind
from bot.domain.dose import Dose
from bot.domain.ladder import NoteKind
from bot.domain.marks import Mark, Told
from bot.domain.message import CardPlace
from bot.domain.pauses import Pause, PauseKind
from bot.domain.red_flags import EmergencyKind
from bot.domain.setup import Question
from bot.domain.stopping import StopWay, StopWish
from bot.domain.supply import Count, CountKind
from bot.domain.symptom_views import Report, ReportId
from bot.domain.symptoms import Symptom
from bot.domain.terms import (
    AnswerDoor,
    AnswerId,
    AnswerKind,
    CardId,
    DoseId,
    Level,
    MedicationId,
    Movement,
    OutboxId,
    PauseId,
    PersonId,
    PlanId,
    RedFlagId,
    TaperReason,
)
from bot.domain.timetable import Plan, Slot
from bot.storage import (
    answers,
    cards,
    contacts,
    doses,
    ladders,
    moving,
    outbox,
    pauses,
    people,
    plans,
    profiles,
    questions,
    red_flags,
    rings,
    stops,
    supplies,
    symptoms,
    tapers,
)
from bot.storage.answers import Answer

AT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
DAY = date(2026, 11, 23)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
TEN = Decimal(10)
SECRETS = (
    "Ada Lovelace",
    "ada_l_1815",
    "felt dizzy after lunch",
    "draft with 37.5 in it",
    "Park Pharmacy",
    "030 555 0100",
    "my arms feel like they hum",
)


def person(conn: Connection, telegram_id: int = 1) -> PersonId:
    """Somebody new."""
    new = PersonId(uuid4())
    people.add(conn, new, telegram_id, SECRETS[0], SECRETS[1], "en", AT)
    return new


def medication(conn: Connection, patient: PersonId) -> MedicationId:
    """Their baclofen, in tablets of 10 mg."""
    new = MedicationId(uuid4())
    plans.add_medication(conn, new, patient, frozenset({TEN}), None, AT)
    return new


def plan(conn: Connection, which: MedicationId, author: PersonId, **changes: Any) -> Plan:
    """A version at 08:00 and 20:00 UTC."""
    slots = (Slot(0, time(8), TEN), Slot(1, time(20), Decimal("12.5")))
    values = {"zone": "Etc/UTC", "starts_at": AT, "ends_at": None, "slots": slots, **changes}
    new = Plan(PlanId(uuid4()), **values)
    plans.add_version(conn, which, new, author, AT)
    return new


def dose(
    which: MedicationId, patient: PersonId, version: PlanId, slot: int = 0, **changes: Any
) -> Dose:
    """A dose of the plan, due at 08:00 or 12 h later; not yet written."""
    due_at = changes.pop("due_at", AT + slot * 12 * HOUR)
    values = {"act_at": due_at, "closes_at": due_at + 2 * HOUR, "local_date": DAY, **changes}
    return Dose(
        id=DoseId(uuid4()),
        plan_id=version,
        medication_id=which,
        patient_id=patient,
        slot=slot,
        wall=time(8),
        zone="Etc/UTC",
        mg=TEN,
        strengths=frozenset({TEN}),
        due_at=due_at,
        delayed=False,
        **values,
    )


def planned(conn: Connection, telegram_id: int = 1) -> tuple[Dose, Dose]:
    """Two planned doses of somebody new."""
    patient = person(conn, telegram_id)
    which = medication(conn, patient)
    version = plan(conn, which, patient).id
    both = dose(which, patient, version), dose(which, patient, version, slot=1)
    assert doses.plan(conn, both) == 2
    return both


def answer(about: Dose, kind: AnswerKind = AnswerKind.TAKEN, **changes: Any) -> Answer:
    """An answer about a dose, two minutes after its time."""
    values = {"dose_id": about.id, "at": about.due_at + 2 * MINUTE, **changes}
    return Answer(
        id=AnswerId(uuid4()),
        patient_id=about.patient_id,
        actor_id=about.patient_id,
        medication_id=about.medication_id,
        kind=kind,
        door=AnswerDoor.TAP,
        **values,
    )


def card(conn: Connection, about: Dose, message_id: int, at: datetime = AT) -> CardPlace:
    """A card about the dose in its person's chat."""
    new = CardId(uuid4())
    cards.add(conn, new, about.patient_id, message_id, "reminder", [about.id], at)
    return CardPlace(new, people.get(conn, about.patient_id).telegram_id, message_id)


def everything(conn: Connection, telegram_id: int = 1) -> Dose:
    """A row of every kind that hangs on a person."""
    first, _ = planned(conn, telegram_id)
    answers.append(conn, answer(first), SECRETS[2])
    card(conn, first, 7)
    outbox.put(
        conn, first.patient_id, "reminder", {"dose": str(first.id)}, f"c{telegram_id}", AT, 1
    )
    questions.ask(conn, first.patient_id, Question.PLAN, SECRETS[3], AT)
    pauses.add(conn, first.patient_id, a_pause())
    moving.keep(conn, first.patient_id, 7, Movement.YES, AT)
    contacts.put(conn, first.patient_id, Contact(ContactKind.PHARMACY, SECRETS[4], SECRETS[5]), AT)
    profiles.keep(conn, first.patient_id, {Mark.EPILEPSY: Told.YES}, AT)
    said = {Symptom.OTHER: 4}
    told = Report(ReportId(uuid4()), AT, Level.PHARMACIST, said, SECRETS[6])
    symptoms.add(conn, first.patient_id, told)
    wish = StopWish(uuid4(), StopWay.SAID, AT)
    stops.add(conn, first.patient_id, wish, SECRETS[2])
    tapers.request(conn, first.patient_id, TaperReason.PREGNANCY, None, AT)
    red_flags.add(conn, RedFlagId(uuid4()), first.patient_id, EmergencyKind.OVERDOSE, AT)
    ladders.note(conn, first.patient_id, first.id, NoteKind.TWO, 1, AT)
    rings.add(conn, OutboxId(uuid4()), first.patient_id, "nudge", AT)
    supplies.begin(conn, first.patient_id, AT)
    counted = Count(AT, TEN, Decimal("17.5"), CountKind.COUNTED)
    supplies.add(conn, first.patient_id, first.patient_id, first.medication_id, counted)
    return first


def a_pause(hours: int = 4, **changes: Any) -> Pause:
    """A pause from the start on, for so many hours."""
    begun = Pause(PauseId(uuid4()), PauseKind.PAUSE, AT, AT + hours * HOUR)
    return replace(begun, **changes)


@contextmanager
def statements(conn: Connection) -> Iterator[list[tuple[str, Any]]]:
    """The statements sent inside the block, with their parameters."""
    seen: list[tuple[str, Any]] = []

    def note(_conn: Any, _cursor: Any, sql: str, parameters: Any, *_more: Any) -> None:
        seen.append((sql, parameters))

    event.listen(conn, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(conn, "before_cursor_execute", note)
