"""What the ladder goes by between looks, and what rang: counted, so that it stays little."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.columns import Instant
from bot.storage.rows.base import Base


class LadderRow(Base):
    """When a patient's time without a logged dose is to be looked at next."""

    __tablename__ = "ladder"
    __table_args__ = (
        Index(
            "ix_ladder_act_at",
            "act_at",
            sqlite_where=text("act_at IS NOT NULL"),
            postgresql_where=text("act_at IS NOT NULL"),
        ),
    )

    patient_id: Mapped[UUID] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True
    )
    not_started: Mapped[bool]  # as told at the start: no dose was taken before the plan
    act_at: Mapped[datetime | None] = mapped_column(Instant)


class LadderNoteRow(Base):
    """What the ladder said, or was answered, in the gap after a confirmed dose."""

    __tablename__ = "ladder_note"

    patient_id: Mapped[UUID] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True
    )
    after: Mapped[UUID] = mapped_column(primary_key=True)  # what the clock ran from
    kind: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)  # from 1, where it is said again
    at: Mapped[datetime] = mapped_column(Instant)


class RingRow(Base):
    """A message of the bot's own accord that was not silent."""

    __tablename__ = "ring"
    __table_args__ = (Index("ix_ring_person_id_at", "person_id", "at"),)

    letter: Mapped[UUID] = mapped_column(primary_key=True)  # its row of the outbox, kept or gone
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    topic: Mapped[str]
    at: Mapped[datetime] = mapped_column(Instant)
