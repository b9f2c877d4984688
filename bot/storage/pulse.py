"""Every statement about the bot's own life: when it last worked, and when it stood still."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import uuid4

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from bot.storage.rows import CauseRow, OutageRow, PulseRow
from bot.storage.store import add_new

_JOINED_MOST = 20
_BRIEFLY_UP = timedelta(minutes=1)  # killed again at once: that was nobody's chance to answer
_PART = PulseRow.name == bindparam("part")
_LAST = select(PulseRow.at).where(_PART)
_LAST_INSTANTS = [select(func.max(row.at)) for row in (PulseRow, CauseRow)]
_STAMP = update(PulseRow).where(_PART).values(at=bindparam("now"))
_STOOD_STILL = insert(OutageRow)
_SPAN = select(OutageRow.started_at, OutageRow.ended_at)
_LAST_OUTAGES = _SPAN.order_by(OutageRow.ended_at.desc()).limit(_JOINED_MOST)
_OUTAGES_SINCE = _SPAN.where(OutageRow.ended_at > bindparam("since")).order_by(OutageRow.ended_at)
_LAST_OUTAGE_END = select(func.max(OutageRow.ended_at))


class Part(StrEnum):
    """The parts whose standing still means that nobody could be asked or heard."""

    BEAT = "beat"
    POLL = "poll"


def last(conn: Connection, part: Part) -> datetime | None:
    """When this part was last seen to work."""
    found: datetime | None = conn.scalar(_LAST, {"part": part})
    return found


def last_instant(conn: Connection) -> datetime | None:
    """The last instant at which the bot was seen to work, or acted on an update."""
    found = [conn.scalar(each) for each in _LAST_INSTANTS]
    return max((at for at in found if at is not None), default=None)


def stamp(conn: Connection, part: Part, at: datetime, still: timedelta | None) -> datetime | None:
    """The part works at `at`. Where it stood still for longer than `still`, an outage is kept.

    Returns the outage's start. A stamp never goes back.
    """
    before = last(conn, part)
    if before is None:
        add_new(conn, PulseRow, name=part, at=at)
        return None
    if at <= before:
        return None
    conn.execute(_STAMP, {"part": part, "now": at})
    if still is None or at - before <= still:
        return None
    span = {"started_at": before, "ended_at": at}
    conn.execute(_STOOD_STILL, {"id": uuid4(), "part": part, **span})
    return before


def last_outage(conn: Connection) -> tuple[datetime, datetime] | None:
    """Start and end of the outage that ended last; those that run into each other are one."""
    rows = conn.execute(_LAST_OUTAGES).all()
    if not rows:
        return None
    since = rows[0].started_at
    for row in rows:
        if row.ended_at + _BRIEFLY_UP >= since:
            since = min(since, row.started_at)
    return since, rows[0].ended_at


def outages_since(conn: Connection, since: datetime) -> tuple[tuple[datetime, datetime], ...]:
    """The outages that ended after this instant, start and end, the earliest first."""
    rows = conn.execute(_OUTAGES_SINCE, {"since": since})
    return tuple((row.started_at, row.ended_at) for row in rows)


def last_outage_end(conn: Connection) -> datetime | None:
    """When the bot last came back from standing still."""
    found: datetime | None = conn.scalar(_LAST_OUTAGE_END)
    return found


def forget_causes(conn: Connection, before: datetime) -> None:
    """Causes older than any update Telegram would still repeat."""
    conn.execute(delete(CauseRow).where(CauseRow.at < before))
