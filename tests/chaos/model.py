"""What ought to be: doses from plans, meanings from answers, and what is known of the outages.

Written from the rules' papers, not from the bot's code, and knowing less: where it cannot tell,
it says so, and the judge lets both pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise
from zoneinfo import ZoneInfo

from tests.chaos.books import Answered, Version
from tests.chaos.transcript import Entry

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
ASLEEP = timedelta(seconds=150)
NUDGES, SNOOZES = 1, 3
UNDOABLE = ("taken", "skipped", "not_sure", "missed")
_BEGINS = {
    **{"died": "gone", "stopped": "gone", "suspended": "asleep"},
    **{"set back": "behind", "deaf": "deaf"},
}
_ENDS = {"started": "gone", "woken": "asleep", "set right": "behind", "heard": "deaf"}
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
    begins: datetime  # due, or the later instant at which its version was made


@dataclass(frozen=True, slots=True)
class Span:
    """From one instant to another. `sure`: from `surely` on it counts as an outage; else it may."""

    since: datetime
    until: datetime
    sure: bool = True
    surely: datetime | None = None  # where it may have begun later

    def meets(self, since: datetime, until: datetime) -> bool:
        """They have an instant in common."""
        return self.since <= until and since <= self.until

    def breaks(self, since: datetime, until: datetime) -> bool:
        """It surely was within these, not merely at their ends."""
        return self.sure and (self.surely or self.since) < until and since < self.until


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
        begins = max(due, version.made)
        yield Planned(version.id, day, slot, wall, version.zone, mg, due, closes, begins)


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
    """Before this a new version plans nothing: clear of the last dose, or one that is open now."""
    walls = [wall.hour * 60 + wall.minute for wall, _ in slots]
    gaps = [(b - a) % 1440 or 1440 for a, b in zip(walls, [*walls[1:], walls[0]], strict=True)]
    passed = at - 2 * HOUR
    return passed if last is None else max(passed, last + min(4 * HOUR, min(gaps) * MINUTE))


@dataclass(slots=True)
class Replay:
    """What the answers about one dose add up to: its state, and when it was taken.

    `wrong`: what ought not to have been kept; `mistakes`: the answers that are marked as such.
    """

    state: str | None = None
    taken: datetime | None = None
    wrong: list[str] = field(default_factory=list)
    mistakes: set[str] = field(default_factory=set)
    _standing: list[tuple[Answered, bool]] = field(default_factory=list)  # it took one's place

    @classmethod
    def of(cls, answers: Iterable[Answered]) -> Replay:
        """In the order in which they were kept."""
        replay = cls()
        for answer in answers:
            if answer.door == "log":
                replay._correct(answer)
            elif answer.kind == "undone":
                replay._undo(answer)
            else:
                replay._say(answer)
        return replay

    def _say(self, answer: Answered) -> None:
        self._check(answer)
        if answer.kind in UNDOABLE:
            self._stand(answer, replaced=False)

    def _undo(self, answer: Answered) -> None:
        self._check(answer)
        if self._standing:
            last, replaced = self._standing.pop()
            self.mistakes.add(last.id)
            if replaced:
                self.wrong.append(f"undone at {answer.at} after a correction of an answer")
        self.state = self.taken = None

    def _correct(self, answer: Answered) -> None:
        """It takes the place of all that was said before; "undone" asks anew."""
        same = answer.kind == self.state
        if same and (answer.taken is None or _minute(answer.taken) == _minute(self.taken)):
            self.wrong.append(f"corrected to {answer.kind} at {answer.at}, which it was")
        replaced = bool(self._standing)
        self.mistakes |= {each.id for each, _ in self._standing}
        self._standing.clear()
        self.state = self.taken = None
        if answer.kind in UNDOABLE:
            self._stand(answer, replaced=replaced)

    def _check(self, answer: Answered) -> None:
        if answer.kind not in _FOLLOWED_BY[self.state]:
            self.wrong.append(f"{answer.kind} at {answer.at} after {self.state}")

    def _stand(self, answer: Answered, *, replaced: bool) -> None:
        self._standing.append((answer, replaced))
        self.state, self.taken = answer.kind, answer.taken


def _minute(at: datetime | None) -> datetime | None:
    return at and at.replace(second=0, microsecond=0)


def outages(entries: Iterable[Entry], end: datetime) -> list[Span]:
    """The spans in which the bot stood still or was deaf: sure ones, and those it may count."""
    found: list[Span] = []
    begun: dict[str, Entry] = {}
    for entry in entries:
        if entry.what in ("died", "stopped") and "deaf" in begun:
            found.append(Span(begun.pop("deaf").at, entry.at, sure=False))
        if entry.what in _BEGINS:
            begun[_BEGINS[entry.what]] = entry
        elif entry.what in _ENDS and _ENDS[entry.what] in begun:
            found.append(_outage(begun.pop(_ENDS[entry.what]), entry.at))
    return found + [_outage(entry, end) for entry in begun.values()]


def _outage(entry: Entry, until: datetime) -> Span:
    """A death tells when the bot was last known awake; deaf, it notices only after a while."""
    since = min(datetime.fromisoformat(entry.text), entry.at) if entry.text else entry.at
    surely = entry.at + ASLEEP if entry.what == "deaf" else entry.at
    return Span(since, until, until - entry.at > ASLEEP, surely)


def unreachable(entries: Iterable[Entry], chat: int, end: datetime) -> list[Span]:
    """The spans in which nothing could be sent to a chat: blocked (sure), or told so by a 403."""
    found: list[Span] = []
    begun: Entry | None = None
    for entry in entries:
        if entry.chat != chat:
            continue
        refused = entry.what == "fault" and entry.text.startswith("403")
        ends = entry.what in ("blocked", "unblocked", "said", "tapped")
        if begun is not None and begun.what == "fault":
            ends |= entry.what == "sent"  # after a day's outage the bot tries again by itself
        if begun is not None and ends:
            found.append(Span(begun.at, entry.at, begun.what == "blocked"))
            begun = None
        if entry.what == "blocked" or (refused and begun is None):
            begun = entry
    return found if begun is None else [*found, Span(begun.at, end, begun.what == "blocked")]
