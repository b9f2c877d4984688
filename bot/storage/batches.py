"""Which doses to look at in one transaction: of each person all that are due, or none."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import groupby

from sqlalchemy import Connection, select

from bot.domain.terms import DoseId
from bot.storage.rows import DoseRow

_LATEST = timedelta(days=1)  # a dose is looked at for the first time within a day of its time
_MOST = 5  # times the limit


def due(conn: Connection, at: datetime, limit: int) -> tuple[DoseId, ...]:
    """Doses to look at by `at`, about `limit` of them, those of the people who wait longest.

    Nobody's are cut apart, for what is said of them is one message: where more are due, there are
    up to 5 times `limit`, or a single person's. Only keys: a spoilt row spoils no other.
    """
    is_due = (DoseRow.act_at.is_not(None), DoseRow.act_at <= at)
    first = conn.execute(
        select(DoseRow.id, DoseRow.patient_id, DoseRow.due_at)
        .where(*is_due)
        .order_by(DoseRow.act_at)
        .limit(limit)
        .with_for_update(of=DoseRow, skip_locked=True)
    ).all()
    if len(first) < limit:
        return tuple(DoseId(row.id) for row in first)
    rows = conn.execute(
        select(DoseRow.id, DoseRow.patient_id)
        .where(
            DoseRow.patient_id.in_({row.patient_id for row in first}),
            DoseRow.due_at >= min(row.due_at for row in first) - _LATEST,
            *is_due,
        )
        .order_by(DoseRow.patient_id, DoseRow.due_at)
        .limit(_MOST * limit)
        .with_for_update(of=DoseRow, skip_locked=True)
    ).all()
    people = [tuple(mine) for _, mine in groupby(rows, lambda row: row.patient_id)]
    whole = people[:-1] if len(rows) == _MOST * limit and len(people) > 1 else people
    return tuple(DoseId(row.id) for mine in whole for row in mine)
