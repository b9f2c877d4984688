"""What people said of their movement after the first weeks."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.columns import Instant
from bot.storage.rows.base import Base


class MovementRow(Base):
    """The last answer about a day after the plan's start: more smoothly, not yet, or worse."""

    __tablename__ = "movement"

    patient_id: Mapped[UUID] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True
    )
    day: Mapped[int] = mapped_column(primary_key=True)
    movement: Mapped[str]
    at: Mapped[datetime] = mapped_column(Instant)
