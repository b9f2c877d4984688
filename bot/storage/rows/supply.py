"""The tablets people have: what they told of them, and what was said about it."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.columns import Instant, LocalDate, Milligrams
from bot.storage.rows.base import Base


class SupplyCountRow(Base):
    """So many tablets of a strength, as somebody told it; appended, never edited."""

    __tablename__ = "supply_count"
    __table_args__ = (Index("ix_supply_count_patient_id_at", "patient_id", "at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    patient_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    actor_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    medication_id: Mapped[UUID] = mapped_column(ForeignKey("medication.id", ondelete="CASCADE"))
    strength: Mapped[Decimal] = mapped_column(Milligrams)
    halves: Mapped[int]  # of a tablet: exact on both databases
    kind: Mapped[str]
    at: Mapped[datetime] = mapped_column(Instant)


class SupplyWatchRow(Base):
    """When somebody's tablets are looked at next, and what they were told and answered."""

    __tablename__ = "supply_watch"
    __table_args__ = (
        Index(
            "ix_supply_watch_act_at",
            "act_at",
            sqlite_where=text("act_at IS NOT NULL"),
            postgresql_where=text("act_at IS NOT NULL"),
        ),
    )

    person_id: Mapped[UUID] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True
    )
    lead_days: Mapped[int | None]  # working days of the person's own pharmacy
    told_on: Mapped[date | None] = mapped_column(LocalDate)  # the local date of the last message
    ordered_at: Mapped[datetime | None] = mapped_column(Instant)
    ordered_at_warning: Mapped[int]
    offered_at: Mapped[datetime | None] = mapped_column(Instant)
    act_at: Mapped[datetime | None] = mapped_column(Instant)  # to be looked at from then on
