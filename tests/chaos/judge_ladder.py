"""The ladder: only where nothing is logged for long, once a gap, and surely where it must be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise

from tests.chaos import kinds
from tests.chaos.case import CALM, MINUTE, Case, Finding
from tests.chaos.model import DAY, HOUR, Replay
from tests.chaos.transcript import Entry

TWO, THREE = 16 * HOUR, 24 * HOUR
APART = 12 * HOUR  # of two urgent messages in one gap: daily, or late and then daily
SURE = 6 * HOUR  # with nothing wrong in it, it has been said by its end
_DOUBT = ("lost", "drop", "502")


@dataclass(slots=True)
class Gap:
    """The time after a confirmed dose, as it was known then, and what was said in it."""

    start: datetime
    asked: list[Entry] = field(default_factory=list)
    called: list[Entry] = field(default_factory=list)


def nothing_is_said_too_soon(case: Case) -> Iterator[Finding]:
    """The question after 16 hours or two doses in a row, the urgent words after 24 hours."""
    for chat in case.run.people:
        for entry in _said(case, chat):
            # An answer of the same instant may have come before it, or after.
            before = _reached(case, chat, entry, entry.at - timedelta(microseconds=1))
            found = _reached(case, chat, entry, entry.at)
            if before is not None and found is not None:
                yield Finding("ladder", chat, entry.at, f"{entry.text[:50]!r} {found}")


def _reached(case: Case, chat: int, entry: Entry, known: datetime) -> str | None:
    """None where it was right to say it by what was known then; else by how much it was not."""
    start = _start(case, chat, known)
    hours, closed = entry.at - start, _closed(case, chat, start, entry.at, known)
    urgent = kinds.says(entry.text, kinds.CALL)
    reached = hours >= THREE if urgent else hours >= TWO or closed > 1
    return None if closed and reached else f"after {hours}, {closed} doses closed"


def each_is_said_once_a_gap(case: Case) -> Iterator[Finding]:
    """The question on a card and once by itself, the urgent words daily; more for each doubt."""
    for chat in case.run.people:
        gaps: dict[datetime, Gap] = {}
        for entry in _said(case, chat):
            gap = gaps.setdefault(_start(case, chat, entry.at), Gap(entry.at))
            (gap.called if kinds.says(entry.text, kinds.CALL) else gap.asked).append(entry)
        for start, gap in gaps.items():
            if len(gap.asked) > 2 + _doubts(case, chat, start):
                yield Finding("ladder", chat, start, f"asked {len(gap.asked)} times")
            for one, after in pairwise(gap.called):
                if after.at - one.at < APART and not _doubts(case, chat, start):
                    yield Finding("ladder", chat, after.at, f"urgent words again since {one.at}")


def who_logs_nothing_for_a_day_is_told(case: Case) -> Iterator[Finding]:
    """As soon as nothing was wrong for some hours."""
    for chat in case.run.people:
        known = sorted({_start(case, chat, at) for at in _moments(case, chat)})
        for start, end in pairwise([*known, case.end]):
            sure = _sure(case, chat, start, end)
            if sure is None:
                continue
            said = [each for each in case.by_chat[chat] if kinds.says(each.text, kinds.CALL)]
            if not any(start <= each.at <= sure for each in said):
                yield Finding("ladder", chat, start, f"nothing was said by {sure}", sure)


def _said(case: Case, chat: int) -> Iterator[Entry]:
    """The question and the urgent words, of the bot's own accord and for the first time."""
    for entry in case.by_chat[chat]:
        if entry.what != "sent" or entry.prompted or case.is_behind(entry.at):
            continue
        if kinds.says(entry.text, kinds.REPEAT):
            continue
        if kinds.says(entry.text, kinds.ASK + kinds.CALL):
            yield entry


def _moments(case: Case, chat: int) -> Iterator[datetime]:
    """When what is known of the person's doses may have changed."""
    yield case.run.setting.start
    for answer in case.books.answers:
        if answer.chat == chat:
            yield answer.at
    for rest in case.rests[chat]:
        if rest.until is not None and rest.kind != "pause":
            yield rest.until


def _start(case: Case, chat: int, at: datetime) -> datetime:
    """The last confirmed dose, as it was known at an instant; or the end of a rest. The set-up,
    where none is confirmed.
    """
    known: list[datetime] = []
    for plan, kept in case.plans[chat]:
        if kept is None or plan.due > at + HOUR * 3:
            continue
        replay = Replay.of([each for each in case.books.said_of(kept.id) if each.at <= at])
        if replay.state == "taken" and replay.taken is not None:
            known.append(replay.taken)
    known += [
        answer.taken
        for answer in case.books.answers
        if answer.chat == chat
        and answer.at <= at
        and answer.kind == "extra"
        and answer.taken is not None
        and not answer.in_error
    ]
    last = max(known, default=case.run.setting.start)
    ends = [
        rest.until
        for rest in case.rests[chat]
        if rest.kind != "pause" and rest.until is not None and last < rest.until <= at
    ]
    return max([last, *ends])


def _closed(case: Case, chat: int, start: datetime, at: datetime, known: datetime) -> int:
    """Doses due after the start that were over at an instant: by their window, or skipped."""
    found = 0
    for plan, kept in case.plans[chat]:
        if kept is None or not start < plan.due <= at:
            continue
        answers = [each for each in case.books.said_of(kept.id) if each.at <= known]
        found += kept.closes <= at or any(each.kind == "skipped" for each in answers)
    return found


def _doubts(case: Case, chat: int, since: datetime) -> int:
    """Sends whose outcome nobody knew: after one the same may be said once more."""
    return sum(
        since <= each.at <= since + 4 * DAY
        and (
            each.what in ("died", "stopped")
            or (each.chat == chat and each.what == "fault" and each.text.startswith(_DOUBT))
        )
        for each in case.entries
    )


def _sure(case: Case, chat: int, start: datetime, end: datetime) -> datetime | None:
    """By when the urgent words have surely come in this gap; None where nobody can tell."""
    states = {"missed", "skipped"}
    closed = [
        kept.closes
        for plan, kept in case.plans[chat]
        if kept is not None and start < plan.due and kept.state in states
    ]
    if not closed:
        return None
    begins = max(start + THREE + 2 * HOUR, min(closed))
    wrong = sorted(
        [(each.since, each.until) for each in (*case.outages, *case.lost[chat])]
        + [(each.at, each.at + 2 * HOUR) for each in case.struck(chat)]
        + [(each.since, each.until or case.end) for each in case.rests[chat]]
        + [(each.since, each.until) for each in case.behind]
        + [(each.made - CALM, each.made + 2 * HOUR) for each in case.books.versions[chat][1:]]
    )
    for since, until in wrong:
        if since <= begins + SURE and until >= begins:
            begins = until + MINUTE
    return begins + SURE if begins + SURE <= end - timedelta(minutes=1) else None


LADDER: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    nothing_is_said_too_soon,
    each_is_said_once_a_gap,
    who_logs_nothing_for_a_day_is_told,
)
