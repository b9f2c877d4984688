"""Wishes to stop: what led to each, why, and what became of it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.columns import Instant, Private
from bot.storage.rows.base import Base


class StopWishRow(Base):
    """Somebody wanted to stop, or came by a way that stops: kept, whatever became of it."""

    __tablename__ = "stop_wish"
    __table_args__ = (Index("ix_stop_wish_patient_id_at", "patient_id", "at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    patient_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    way: Mapped[str]
    at: Mapped[datetime] = mapped_column(Instant)
    reason: Mapped[str | None]
    words: Mapped[bytes | None] = mapped_column(Private)
    under: Mapped[bytes | None] = mapped_column(Private)  # the question that it came before
    outcome: Mapped[str | None]  # None: it was not answered
    settled_at: Mapped[datetime | None] = mapped_column(Instant)
