"""Red flags that were caught in what people wrote: which card, when and what became of it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.columns import Instant
from bot.storage.rows.base import Base


class RedFlagRow(Base):
    """A red flag: nothing of the words is kept."""

    __tablename__ = "red_flag"
    __table_args__ = (Index("ix_red_flag_patient_id_at", "patient_id", "at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    patient_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    kind: Mapped[str]  # an EmergencyKind, or "urgent"
    at: Mapped[datetime] = mapped_column(Instant)
    answer: Mapped[str | None]
    answered_at: Mapped[datetime | None] = mapped_column(Instant)
