"""One run as the judge sees it: the transcript, the books and what is known of the troubles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from bot.screens.screen import Verb
from tests.chaos import kinds
from tests.chaos.books import Books, Kept, Remains, Rest
from tests.chaos.model import Planned, Span, outages, planned, unreachable
from tests.chaos.simulation import Simulation
from tests.chaos.transcript import Entry
from tests.chaos.weather import BACK_MOST

SET = ("set back", "set right")
MINUTE = timedelta(minutes=1)
CALM = 3 * MINUTE
BEFORE = 6 * MINUTE  # a send that was refused is tried again after at most five minutes
_DOUBT = ("lost", "drop", "502")
_ASKING = {Verb.TOOK, Verb.TOOK_AT, Verb.NOT_TAKEN, Verb.NOT_SURE, Verb.UNDO}


@dataclass(frozen=True, slots=True)
class Finding:
    """A promise that was broken, for whom and when."""

    promise: str
    chat: int
    at: datetime
    words: str
    by: datetime | None = None  # when it ought to have come, at the latest

    @property
    def until(self) -> datetime:
        """The end of what is worth reading about it."""
        return self.by or self.at


@dataclass(slots=True)
class Case:
    """What all checks share."""

    run: Simulation
    end: datetime
    entries: list[Entry]
    books: Books
    left: list[tuple[datetime, Remains]]
    outages: list[Span]
    lost: dict[int, list[Span]]
    plans: dict[int, list[tuple[Planned, Kept | None]]] = field(default_factory=dict)
    by_chat: dict[int, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    about: dict[UUID, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    rests: dict[int, list[Rest]] = field(default_factory=lambda: defaultdict(list))
    behind: list[Span] = field(default_factory=list)
    log: list[str] = field(default_factory=list)  # what the bot wrote for its operator

    @classmethod
    def of(cls, run: Simulation) -> Case:
        """Everything of a run that has ended."""
        made, end = run.world, run.world.now()
        entries = made.transcript.entries
        books = made.books
        lost = {chat: unreachable(entries, chat, end) for chat in run.people}
        case = cls(run, end, entries, books, made.left, outages(entries[:-1], end), lost)
        case.log = (made.folder / "log").read_text("utf-8").splitlines()
        case.behind = [
            Span(begun.at, over.at)
            for begun, over in zip(*(made.transcript.all(each) for each in SET), strict=True)
        ]
        for rest in books.rests:
            case.rests[rest.chat].append(rest)
        for entry in entries:
            case.by_chat[entry.chat].append(entry)
            for dose in _doses(entry):
                case.about[dose].append(entry)
        kept = {(dose.plan, dose.date, dose.slot): dose for dose in books.doses.values()}
        for chat, versions in books.versions.items():
            case.plans[chat] = [
                (each, kept.get((each.plan, each.date, each.slot)))
                for version in versions
                for each in planned(version, end)
            ]
        return case

    def doses(self) -> Iterator[tuple[int, Planned, Kept]]:
        """Every dose that was due and is kept, with whose it is."""
        for chat, found in self.plans.items():
            for plan, kept in found:
                if kept is not None:
                    yield chat, plan, kept

    def closes(self, plan: Planned, kept: Kept, at: datetime) -> datetime:
        """Until when a dose was open as seen at an instant: a later version may shorten that."""
        versions = self.books.versions[kept.chat]
        later = [each for each in versions if each.id != plan.plan and plan.due <= each.made <= at]
        return kept.closes if later else plan.closes

    def zone(self, chat: int, at: datetime) -> ZoneInfo:
        """The person's clock then."""
        made = [each for each in self.books.versions[chat] if each.made <= at]
        return ZoneInfo((made or self.books.versions[chat])[-1].zone)

    def calm_from(self, chat: int, since: datetime) -> datetime | None:
        """The first instant from `since` on with nothing wrong just before it and just after."""
        troubles = sorted(
            [(each.since, each.until) for each in [*self.outages, *self.lost[chat]]]
            + [(each.at, each.at + _held_up(each)) for each in self.struck(chat)]
            + [(each.since, self._over(each)) for each in self.silent(chat)]
        )
        at = since
        for begin, end in troubles:
            if begin <= at + CALM and end >= at:
                at = end + MINUTE
        return at if at + CALM <= self.end else None

    def _over(self, rest: Rest) -> datetime:
        """When it was surely over: one that is ended while the clock is back is kept as earlier."""
        if rest.until is None:
            return self.end
        back = [
            each.until
            for each in self.behind
            if rest.ended and each.since - BACK_MOST <= rest.until <= each.until
        ]
        return max([rest.until, *back])

    def is_behind(self, at: datetime) -> bool:
        """The machine's clock was set back then: the bot kept things under an earlier instant."""
        return any(each.since <= at <= each.until for each in self.behind)

    def surely(self, at: datetime) -> datetime:
        """The latest instant the bot can know of: its time stands still while its clock is back."""
        return min([at, *(each.since for each in self.behind if each.since <= at <= each.until)])

    def silent(self, chat: int) -> list[Rest]:
        """The spans in which nobody was asked anything new: pauses and stays in hospital."""
        return [each for each in self.rests[chat] if each.kind != "reminders_only"]

    def rested(self, chat: int, kind: str, since: datetime, until: datetime) -> bool:
        """Such a span touches this one."""
        return any(each.kind == kind and each.meets(since, until) for each in self.rests[chat])

    def struck(self, chat: int) -> list[Entry]:
        """The faults that requests about this chat met."""
        return [each for each in self.by_chat[chat] if each.what == "fault"]

    def doubts(self, chat: int, since: datetime, until: datetime) -> list[datetime]:
        """When a send to this chat had an outcome that nobody knows."""
        return [
            each.at
            for each in self.entries
            if since <= each.at <= until
            and (
                each.what in ("died", "stopped")
                or (each.chat == chat and each.what == "fault" and each.text.startswith(_DOUBT))
            )
        ]

    def repeats(self) -> int:
        """How many messages said that they are sent again."""
        return sum(
            each.what == "sent" and kinds.says(each.text, kinds.REPEAT) for each in self.entries
        )

    def cards(self, dose: UUID, kind: tuple[str, ...]) -> list[Entry]:
        """New messages of a kind that asked about this dose."""
        return [
            each
            for each in self.about[dose]
            if each.what == "sent" and kinds.first(each.text) in kind
        ]


def _held_up(fault: Entry) -> timedelta:
    """How long a fault may keep the next try waiting: "429 sendMessage 3600"."""
    return max(BEFORE, timedelta(seconds=float(fault.text.split()[2])) + MINUTE)


def _doses(entry: Entry) -> set[UUID]:
    """The doses that a message of the bot, or a tap, is about."""
    taps = [button.tap for button in entry.buttons] + [entry.tap]
    return {tap.subject for tap in taps if tap and tap.subject and tap.verb in _ASKING} | (
        {entry.tap.subject} if entry.tap and entry.tap.subject else set()
    )
