"""Telling others about a patient: only those who are linked, and only what they may know."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.red_flags import RedFlagAlert
from bot.domain.rungs import UnloggedAlert
from bot.domain.terms import PersonId
from bot.storage import Connection

Alert = UnloggedAlert | RedFlagAlert
Addressed = tuple[PersonId, Alert]


def recipients(conn: Connection, alert: Alert) -> tuple[PersonId, ...]:
    """Those of the alert's audience who may know what it says. Nobody can be linked yet."""
    return ()


def addressed(conn: Connection, alerts: Iterable[Alert]) -> tuple[Addressed, ...]:
    """Each alert with everybody it goes to."""
    return tuple((each, alert) for alert in alerts for each in recipients(conn, alert))
