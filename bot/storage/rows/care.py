"""People, their medicines and plans, the doses, and what was said about them."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.columns import (
    Instant,
    LocalDate,
    Milligrams,
    Private,
    Strengths,
    WallTime,
)
from bot.storage.rows.base import Base


class PersonRow(Base):
    """Somebody who talks to the bot. A patient is a person with a medication."""

    __tablename__ = "person"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    telegram_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    name: Mapped[bytes | None] = mapped_column(Private)
    username: Mapped[bytes | None] = mapped_column(Private)
    language: Mapped[str]
    country: Mapped[str | None]
    zone: Mapped[str | None]
    kidney: Mapped[str | None]
    consent_version: Mapped[int | None]
    consented_at: Mapped[datetime | None] = mapped_column(Instant)
    onboarded_at: Mapped[datetime | None] = mapped_column(Instant)
    blocked_at: Mapped[datetime | None] = mapped_column(Instant)
    reminders_only_at: Mapped[datetime | None] = mapped_column(Instant)  # logs nothing since
    created_at: Mapped[datetime] = mapped_column(Instant)


class MedicationRow(Base):
    """A medicine a patient takes; plans and doses hang on it."""

    __tablename__ = "medication"
    __table_args__ = (UniqueConstraint("patient_id", "kind"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    patient_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    kind: Mapped[str]
    strengths: Mapped[frozenset[Decimal]] = mapped_column(Strengths)
    last_taken_at: Mapped[datetime | None] = mapped_column(Instant)  # as told at the start
    created_at: Mapped[datetime] = mapped_column(Instant)


class PlanRow(Base):
    """One dated version of a medication's plan: succeeded, never edited."""

    __tablename__ = "plan"
    __table_args__ = (
        UniqueConstraint("medication_id", "version"),
        Index("ix_plan_filled_until", "filled_until"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    medication_id: Mapped[UUID] = mapped_column(ForeignKey("medication.id", ondelete="CASCADE"))
    version: Mapped[int]
    zone: Mapped[str]
    starts_at: Mapped[datetime] = mapped_column(Instant)
    ends_at: Mapped[datetime | None] = mapped_column(Instant)
    filled_until: Mapped[datetime] = mapped_column(Instant)
    author_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    created_at: Mapped[datetime] = mapped_column(Instant)


class SlotRow(Base):
    """A time of day and an amount in a plan version."""

    __tablename__ = "slot"

    plan_id: Mapped[UUID] = mapped_column(
        ForeignKey("plan.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    wall: Mapped[time] = mapped_column(WallTime)
    mg: Mapped[Decimal] = mapped_column(Milligrams)


class DoseRow(Base):
    """One dose of one local date and slot, with a snapshot of what it was when planned."""

    __tablename__ = "dose"
    __table_args__ = (
        UniqueConstraint("plan_id", "local_date", "slot"),
        Index("ix_dose_patient_id_due_at", "patient_id", "due_at"),
        Index(
            "ix_dose_act_at",
            "act_at",
            sqlite_where=text("act_at IS NOT NULL"),
            postgresql_where=text("act_at IS NOT NULL"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    plan_id: Mapped[UUID] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"))
    medication_id: Mapped[UUID] = mapped_column(ForeignKey("medication.id", ondelete="CASCADE"))
    patient_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    local_date: Mapped[date] = mapped_column(LocalDate)
    slot: Mapped[int]
    wall: Mapped[time] = mapped_column(WallTime)
    zone: Mapped[str]
    mg: Mapped[Decimal] = mapped_column(Milligrams)
    strengths: Mapped[frozenset[Decimal]] = mapped_column(Strengths)
    due_at: Mapped[datetime] = mapped_column(Instant)
    closes_at: Mapped[datetime] = mapped_column(Instant)
    delayed: Mapped[bool]
    state: Mapped[str]
    version: Mapped[int]  # raised by every change: the compare in compare-and-set
    act_at: Mapped[datetime | None] = mapped_column(Instant)
    opened_at: Mapped[datetime | None] = mapped_column(Instant)
    asked_at: Mapped[datetime | None] = mapped_column(Instant)  # last card but nudges
    delivered_at: Mapped[datetime | None] = mapped_column(Instant)
    taken_at: Mapped[datetime | None] = mapped_column(Instant)
    answered_at: Mapped[datetime | None] = mapped_column(Instant)
    snoozed_until: Mapped[datetime | None] = mapped_column(Instant)
    snoozes: Mapped[int]
    nudges: Mapped[int]


class AnswerRow(Base):
    """What somebody said about a dose; appended, and marked when it was in error."""

    __tablename__ = "answer"
    __table_args__ = (Index("ix_answer_patient_id_at", "patient_id", "at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    patient_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    actor_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    medication_id: Mapped[UUID] = mapped_column(ForeignKey("medication.id", ondelete="CASCADE"))
    dose_id: Mapped[UUID | None] = mapped_column(ForeignKey("dose.id", ondelete="CASCADE"))
    kind: Mapped[str]
    at: Mapped[datetime] = mapped_column(Instant)
    taken_at: Mapped[datetime | None] = mapped_column(Instant)
    mg: Mapped[Decimal | None] = mapped_column(Milligrams)
    reason: Mapped[str | None]
    words: Mapped[bytes | None] = mapped_column(Private)
    door: Mapped[str]
    in_error_at: Mapped[datetime | None] = mapped_column(Instant)
