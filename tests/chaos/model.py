"""What ought to be: doses from plans, meanings from answers, and what is known of the outages.

Written from the rules' papers, not from the bot's code, and knowing less: where it cannot tell,
it says so, and the judge lets both pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise
from zoneinfo import ZoneInfo

from tests.chaos.books import Answered, Version
from tests.chaos.transcript import Entry

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
ASLEEP = timedelta(seconds=150)
NUDGES, SNOOZES = 1, 3
UNDOABLE = {"taken": "taken", "skipped": "skipped", "not_sure": "unknown", "missed": "missed"}
_FOLLOWED_BY = {  # what may be said of a dose after this was said of it
    None: {"taken", "skipped", "snoozed", "not_sure", "missed"},
    "taken": {"undone"},
    "skipped": {"undone"},
    "not_sure": {"undone", "taken"},
    "missed": {"undone", "taken", "not_sure"},
}


@dataclass(frozen=True, slots=True)
class Planned:
    """A dose that a plan version asks for."""

    plan: str
    date: date
    slot: int
    wall: time
    zone: str
    mg: Decimal
    due: datetime
    closes: datetime


@dataclass(frozen=True, slots=True)
class Span:
    """From one instant to another. `sure`: it counts as an outage; else it may."""

    since: datetime
    until: datetime
    sure: bool = True

    def meets(self, since: datetime, until: datetime) -> bool:
        """They have an instant in common."""
        return self.since <= until and since <= self.until

    def breaks(self, since: datetime, until: datetime) -> bool:
        """It surely was within these, not merely at their ends."""
        return self.sure and self.since < until and since < self.until


def window(gap: timedelta) -> timedelta:
    """How long after its time a dose may be taken, by the gap to the next planned one."""
    return min(max(min(2 * HOUR, gap / 4), 30 * MINUTE), gap / 2)


def planned(version: Version, until: datetime) -> Iterator[Planned]:
    """The doses of a version that were due by `until`, in order."""
    for one, after in pairwise(_nominal(version, until)):
        if one[3] < version.starts:
            continue
        if one[3] > min(until, version.ends or until):
            return
        day, slot, wall, due = one
        closes = due + window(after[3] - due)
        mg = version.slots[slot][1]
        yield Planned(version.id, day, slot, wall, version.zone, mg, due, closes)


def _nominal(version: Version, until: datetime) -> list[tuple[date, int, time, datetime]]:
    zone = ZoneInfo(version.zone)
    day = version.starts.astimezone(zone).date() - DAY
    found = []
    while day <= until.astimezone(zone).date() + 2 * DAY:
        for slot, (wall, _) in enumerate(version.slots):
            due = datetime.combine(day, wall, zone).astimezone(ZoneInfo("UTC"))
            found.append((day, slot, wall, due))
        day += DAY
    return found


def earliest(
    last: datetime | None, at: datetime, slots: Sequence[tuple[time, Decimal]]
) -> datetime:
    """Before this a new version plans nothing: clear of the last dose."""
    walls = [wall.hour * 60 + wall.minute for wall, _ in slots]
    gaps = [(b - a) % 1440 or 1440 for a, b in zip(walls, [*walls[1:], walls[0]], strict=True)]
    return at if last is None else max(at, last + min(4 * HOUR, min(gaps) * MINUTE))


def meaning(answers: Iterable[Answered]) -> tuple[str | None, list[str]]:
    """What the answers about one dose add up to, and those that ought not to have been kept."""
    state: str | None = None
    wrong = []
    for answer in answers:
        kind = "taken" if answer.kind == "extra" else answer.kind
        if kind not in _FOLLOWED_BY[state]:
            wrong.append(f"{kind} at {answer.at} after {state}")
        if kind == "undone":
            state = None
        elif kind in UNDOABLE:
            state = kind
    return state, wrong


def outages(entries: Iterable[Entry], end: datetime) -> list[Span]:
    """The spans in which the bot stood still: sure ones, and those it may count as such."""
    found, down = [], None
    for entry in entries:
        if entry.what in ("died", "stopped", "suspended"):
            down = entry
        elif entry.what in ("started", "woken") and down is not None:
            awake = datetime.fromisoformat(down.text) if down.text else down.at
            found.append(Span(min(awake, down.at), entry.at, entry.at - down.at > ASLEEP))
            down = None
    if down is not None:
        found.append(Span(down.at, end))
    return found


def unreachable(entries: Iterable[Entry], chat: int, end: datetime) -> list[Span]:
    """The spans in which nothing could be sent to a chat: blocked (sure), or told so by a 403."""
    found: list[Span] = []
    begun: Entry | None = None
    for entry in entries:
        if entry.chat != chat:
            continue
        refused = entry.what == "fault" and entry.text.startswith("403")
        ends = entry.what in ("blocked", "unblocked", "said", "tapped")
        if begun is not None and ends:
            found.append(Span(begun.at, entry.at, begun.what == "blocked"))
            begun = None
        if entry.what == "blocked" or (refused and begun is None):
            begun = entry
    return found if begun is None else [*found, Span(begun.at, end, begun.what == "blocked")]
