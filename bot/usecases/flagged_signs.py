"""The signs in a red flag: triaged by what is known of the person, and kept in the diary."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from bot.domain.flag_signs import signs_of
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.red_flags import EmergencyKind, Raised, Seen, kind_of
from bot.domain.symptom_views import Report, ReportId
from bot.domain.terms import Level
from bot.storage import Connection, symptoms
from bot.usecases.situation import triage_of


def card_of(
    conn: Connection, policy: Policy, person: Person, seen: Seen, at: datetime
) -> EmergencyKind | None:
    """By the words; where those are less, by what is known of the person: the highest wins."""
    kind = kind_of(seen, person.kidney)
    signs = dict.fromkeys(signs_of(seen.flags))
    if kind is not None or seen.other or not signs:
        return kind
    return triage_of(conn, policy, person, signs, at).card


def note(conn: Connection, person: Person, raised: Raised, at: datetime) -> None:
    """The person's own signs stand in their diary, too, whatever they were said to."""
    said = {} if raised.other else dict.fromkeys(signs_of(raised.flags))
    if said:
        level = Level.URGENT if raised.card is None else Level.EMERGENCY
        symptoms.add(conn, person.id, Report(ReportId(uuid4()), at, level, said))
