"""Who may do what for whom: the one place that decides."""

from __future__ import annotations

from bot.domain.terms import PersonId


def authorise(actor: PersonId, patient: PersonId) -> bool:
    """A patient answers for themselves. Links between people will be looked up here."""
    return actor == patient
