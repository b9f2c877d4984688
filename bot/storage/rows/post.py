"""What the bot keeps for its own work: cards, the outbox, causes, questions, its pulse."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.columns import (
    Arguments,
    Instant,
    Private,
)
from bot.storage.rows.base import Base


class CardRow(Base):
    """A message about doses that was sent; live while its buttons stand."""

    __tablename__ = "card"
    __table_args__ = (Index("ix_card_person_id_live", "person_id", "live"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    message_id: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str]
    live: Mapped[bool]
    sent_at: Mapped[datetime] = mapped_column(Instant)


class CardDoseRow(Base):
    """Which doses a card is about, and on which cards a dose stands."""

    __tablename__ = "card_dose"
    __table_args__ = (Index("ix_card_dose_dose_id", "dose_id"),)

    card_id: Mapped[UUID] = mapped_column(
        ForeignKey("card.id", ondelete="CASCADE"), primary_key=True
    )
    dose_id: Mapped[UUID] = mapped_column(
        ForeignKey("dose.id", ondelete="CASCADE"), primary_key=True
    )


class OutboxRow(Base):
    """Something to be said: written with the change that calls for it, rendered when sent."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index(
            "ix_outbox_act_at",
            "act_at",
            sqlite_where=text("act_at IS NOT NULL"),
            postgresql_where=text("act_at IS NOT NULL"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    kind: Mapped[str]
    arguments: Mapped[dict[str, str | int | bool | None]] = mapped_column(Arguments)
    priority: Mapped[int]
    group_key: Mapped[str | None]
    cause: Mapped[str] = mapped_column(unique=True)
    state: Mapped[str]
    act_at: Mapped[datetime | None] = mapped_column(Instant)  # not before; while sending, the lease
    attempts: Mapped[int]
    doubts: Mapped[int]  # sent, with an outcome nobody knows
    created_at: Mapped[datetime] = mapped_column(Instant)
    settled_at: Mapped[datetime | None] = mapped_column(Instant)


class CauseRow(Base):
    """A cause already acted on: the same update or claim has no second effect."""

    __tablename__ = "cause"
    __table_args__ = (Index("ix_cause_at", "at"),)

    key: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant)


class QuestionRow(Base):
    """A question that waits: one of the set-up, with all told so far, and one small one aside."""

    __tablename__ = "question"

    person_id: Mapped[UUID] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True
    )
    aside: Mapped[bool] = mapped_column(primary_key=True)
    kind: Mapped[str]
    answers: Mapped[bytes | None] = mapped_column(Private)
    asked_at: Mapped[datetime] = mapped_column(Instant)


class TaperRequestRow(Base):
    """A patient asked for a taper. Only a clinician can answer it."""

    __tablename__ = "taper_request"
    __table_args__ = (Index("ix_taper_request_patient_id", "patient_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    patient_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    reason: Mapped[str]
    words: Mapped[bytes | None] = mapped_column(Private)
    requested_at: Mapped[datetime] = mapped_column(Instant)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Instant)


class PulseRow(Base):
    """The last instant at which a part of the bot was seen to work (beat, poll)."""

    __tablename__ = "pulse"

    name: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant)


class OutageRow(Base):
    """A span in which the bot stood still: nothing inside it can be called missed."""

    __tablename__ = "outage"
    __table_args__ = (Index("ix_outage_ended_at", "ended_at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    part: Mapped[str]
    started_at: Mapped[datetime] = mapped_column(Instant)
    ended_at: Mapped[datetime] = mapped_column(Instant)


class KeeperRow(Base):
    """A sealed word that only the right key opens."""

    __tablename__ = "keeper"

    id: Mapped[int] = mapped_column(primary_key=True)
    canary: Mapped[bytes] = mapped_column(LargeBinary)
