"""What changes in a life with the bot: pauses, the pinned day; and updates that failed."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.columns import Instant, LocalDate
from bot.storage.rows.base import Base


class PauseRow(Base):
    """A span in which the patient is not asked: a pause with an end, or a stay in hospital."""

    __tablename__ = "pause"
    __table_args__ = (Index("ix_pause_patient_id_started_at", "patient_id", "started_at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    patient_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    kind: Mapped[str]
    started_at: Mapped[datetime] = mapped_column(Instant)
    ends_at: Mapped[datetime | None] = mapped_column(Instant)  # as planned; None: nobody knows
    ended_at: Mapped[datetime | None] = mapped_column(Instant)


class BoardRow(Base):
    """The pinned message that shows a person's day."""

    __tablename__ = "board"
    __table_args__ = (
        Index(
            "ix_board_act_at",
            "act_at",
            sqlite_where=text("act_at IS NOT NULL"),
            postgresql_where=text("act_at IS NOT NULL"),
        ),
    )

    person_id: Mapped[UUID] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True
    )
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    day: Mapped[date | None] = mapped_column(LocalDate)  # the local date it shows
    shown: Mapped[str | None]  # a digest of what it shows
    act_at: Mapped[datetime | None] = mapped_column(Instant)  # to be looked at from then on


class FailureRow(Base):
    """An update that could not be handled, and was passed: why, and nothing of what it said."""

    __tablename__ = "failure"
    __table_args__ = (Index("ix_failure_at", "at"),)

    key: Mapped[str] = mapped_column(primary_key=True)
    why: Mapped[str]
    at: Mapped[datetime] = mapped_column(Instant)
