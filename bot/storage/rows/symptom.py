"""What a person told about their health and whom they can call: all of it sealed."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
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
