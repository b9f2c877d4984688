"""A person as the rules see them: no name, no words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.terms import Kidney, PersonId


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who talks to the bot. Consent and set-up are instants (UTC); None before them."""

    id: PersonId
    telegram_id: int
    language: str
    country: str | None
    zone: str | None
    kidney: Kidney | None
    consented_at: datetime | None
    onboarded_at: datetime | None
    blocked_at: datetime | None
    reminders_only_at: datetime | None = None  # logs nothing since, by choice
