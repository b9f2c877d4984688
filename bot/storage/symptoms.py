"""Every statement about signs that people told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, bindparam, func, insert, select, update

from bot.domain.symptom_views import Report, ReportId
from bot.domain.symptoms import Symptom
from bot.domain.terms import Level, PersonId
from bot.storage.columns import seal, unseal
from bot.storage.rows import SymptomReportRow, SymptomRow

_REPORT = (
    SymptomReportRow.id,
    SymptomReportRow.at,
    SymptomReportRow.level,
    SymptomReportRow.words,
)
_MINE = SymptomReportRow.person_id == bindparam("person")
_FIND = select(*_REPORT).where(SymptomReportRow.id == bindparam("report"), _MINE)
_NEWEST = (
    select(*_REPORT)
    .where(_MINE)
    .order_by(SymptomReportRow.at.desc(), SymptomReportRow.id)
    .offset(bindparam("skip"))
    .limit(bindparam("limit"))
)
_WORST_SINCE = select(func.max(SymptomReportRow.level)).where(
    _MINE, SymptomReportRow.at >= bindparam("since")
)
_SIGNS = select(SymptomRow.report_id, SymptomRow.symptom, SymptomRow.severity).where(
    SymptomRow.report_id.in_(bindparam("reports", expanding=True))
)


def add(conn: Connection, person: PersonId, report: Report) -> None:
    """A report, its words sealed."""
    conn.execute(
        insert(SymptomReportRow).values(
            id=report.id,
            person_id=person,
            at=report.at,
            level=report.level,
            words=seal(conn, SymptomReportRow.words, report.id, report.words),
        )
    )
    conn.execute(
        insert(SymptomRow),
        [
            {"report_id": report.id, "symptom": symptom, "severity": severity}
            for symptom, severity in report.said.items()
        ],
    )


def find(conn: Connection, person: PersonId, which: UUID) -> Report | None:
    """The person's own report with this id."""
    return next(iter(_reports(conn, _FIND, person=person, report=which)), None)


def rate(conn: Connection, rated: Report) -> None:
    """How bad the signs of this report are, and the level that it comes to now."""
    for symptom, severity in rated.said.items():
        conn.execute(
            update(SymptomRow)
            .where(SymptomRow.report_id == rated.id, SymptomRow.symptom == symptom)
            .values(severity=severity)
        )
    conn.execute(
        update(SymptomReportRow).where(SymptomReportRow.id == rated.id).values(level=rated.level)
    )


def newest(conn: Connection, person: PersonId, skip: int, limit: int) -> tuple[Report, ...]:
    """The person's reports, newest first, from the one after `skip` on."""
    return _reports(conn, _NEWEST, person=person, skip=skip, limit=limit)


def worst_since(conn: Connection, person: PersonId, since: datetime) -> Level | None:
    """The highest level that the person's signs came to from this instant on."""
    found: int | None = conn.scalar(_WORST_SINCE, {"person": person, "since": since})
    return None if found is None else Level(found)


def _reports(
    conn: Connection, query: Select[*tuple[Any, ...]], **values: object
) -> tuple[Report, ...]:
    rows: Sequence[Row[Any]] = conn.execute(query, values).all()
    said: dict[UUID, dict[Symptom, int | None]] = defaultdict(dict)
    for sign in conn.execute(_SIGNS, {"reports": [row.id for row in rows]}):
        said[sign.report_id][Symptom(sign.symptom)] = sign.severity
    return tuple(
        Report(
            ReportId(row.id),
            row.at,
            Level(row.level),
            {each: said[row.id][each] for each in Symptom if each in said[row.id]},
            unseal(conn, SymptomReportRow.words, row.id, row.words),
        )
        for row in rows
    )
