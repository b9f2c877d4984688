"""How a person stands as they tell a sign: the last dose, the last cut, and what it comes to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from types import MappingProxyType

from bot.domain.cuts import last_cut
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.terms import Level
from bot.domain.triage import Said, Situation, Triage, triage
from bot.safety.facts import facts
from bot.storage import Connection, answers, gaps, plans
from bot.usecases.profiles import marks_of

_EXTRA_BACK = timedelta(days=7)


def situation_of(conn: Connection, person: Person, at: datetime) -> Situation:
    """Since the last dose that is logged, the last cut of the plan, the last extra dose."""
    medication = plans.medication_of(conn, person.id)
    versions = () if medication is None else plans.versions(conn, medication.id)
    found = answers.extras(conn, person.id, at - _EXTRA_BACK, at)
    extra = max((each.taken_at for each in found if each.taken_at is not None), default=None)
    return Situation(
        _since(gaps.last_logged_at(conn, person.id, at), at),
        _since(last_cut(versions, at), at),
        _since(extra, at),
    )


def triage_of(conn: Connection, policy: Policy, person: Person, said: Said, at: datetime) -> Triage:
    """What these signs come to for this person at `at`."""
    marks, situation = marks_of(conn, person), situation_of(conn, person, at)
    return triage(said, marks, situation, levels(), policy)


@cache
def levels() -> Mapping[str, Level]:
    """The level of every fact, by its id."""
    return MappingProxyType({each.id: each.level for each in facts().values()})


def _since(then: datetime | None, at: datetime) -> timedelta | None:
    return None if then is None else at - then
