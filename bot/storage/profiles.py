"""Every statement about what a person told of their health."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select

from bot.domain.marks import Mark, Told
from bot.domain.terms import PersonId
from bot.storage.columns import seal, unseal
from bot.storage.rows import ProfileRow

_MARKS = select(ProfileRow.marks).where(ProfileRow.person_id == bindparam("person"))


def told(conn: Connection, person: PersonId) -> dict[Mark, Told]:
    """The answers, without the one about kidneys, which the set-up asks for."""
    sealed = conn.scalar(_MARKS, {"person": person})
    text = unseal(conn, ProfileRow.marks, person, sealed)
    return {} if text is None else {Mark(k): Told(v) for k, v in json.loads(text).items()}


def keep(conn: Connection, person: PersonId, answers: Mapping[Mark, Told], at: datetime) -> None:
    """These answers are kept in place of those before."""
    conn.execute(delete(ProfileRow).where(ProfileRow.person_id == person))
    sealed = seal(conn, ProfileRow.marks, person, json.dumps(answers))
    conn.execute(insert(ProfileRow).values(person_id=person, marks=sealed, changed_at=at))
