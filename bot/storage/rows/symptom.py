"""What a person told about their health and whom they can call: all of it sealed."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.columns import Instant, Private
from bot.storage.rows.base import Base


class ContactRow(Base):
    """Somebody a person can call, or a line: a name, which may be empty, and a number."""

    __tablename__ = "contact"
    __table_args__ = (UniqueConstraint("person_id", "kind"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    kind: Mapped[str]
    name: Mapped[bytes] = mapped_column(Private)
    number: Mapped[bytes] = mapped_column(Private)
    changed_at: Mapped[datetime] = mapped_column(Instant)


class ProfileRow(Base):
    """What a person told about their health, all of it in one sealed text."""

    __tablename__ = "profile"

    person_id: Mapped[UUID] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True
    )
    marks: Mapped[bytes] = mapped_column(Private)
    changed_at: Mapped[datetime] = mapped_column(Instant)


class SymptomReportRow(Base):
    """Signs told at one instant: the level they came to, and the words, if any were not read."""

    __tablename__ = "symptom_report"
    __table_args__ = (Index("ix_symptom_report_person_id_at", "person_id", "at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    at: Mapped[datetime] = mapped_column(Instant)
    level: Mapped[int]
    words: Mapped[bytes | None] = mapped_column(Private)


class SymptomRow(Base):
    """One sign of a report, and how bad it is where that was said (0 to 10)."""

    __tablename__ = "symptom"

    report_id: Mapped[UUID] = mapped_column(
        ForeignKey("symptom_report.id", ondelete="CASCADE"), primary_key=True
    )
    symptom: Mapped[str] = mapped_column(primary_key=True)
    severity: Mapped[int | None]
