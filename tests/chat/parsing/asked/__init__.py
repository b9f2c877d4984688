"""Labelled questions, and how the reading of a question is judged against its label.

To print how the questions are read: python -m tests.chat.parsing.asked
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from bot.chat.parsing.care_verbs import RanOut, Symptoms
from bot.chat.parsing.dose_questions import dose_question
from bot.chat.parsing.quitting import quits
from bot.chat.parsing.topics import rank
from bot.chat.parsing.verb_values import Stop
from bot.chat.parsing.verbs import read_verb

FOLDER = Path(__file__).parent


class Verdict(StrEnum):
    """`CHOICE`: the right topic is among those offered. `OFF`: it is not. `NONE`: nothing said.

    `GUARD`: the stop guard, running out of tablets and the picking of signs go before questions.
    """

    RIGHT = "right"
    CHOICE = "choice"
    OFF = "off"
    NONE = "none"
    GUARD = "guard"
    WRONG = "wrong"


V = Verdict


@dataclass(frozen=True, slots=True)
class Labelled:
    """A question and what it is about."""

    kind: str
    topics: frozenset[str]
    text: str

    def judged(self) -> Verdict:
        """How the bot reads it: verbs go first, then what is refused, then topics."""
        what, which = read(self.text)
        if self.kind in ("verb", "none"):
            right = what == self.kind
        elif self.kind == "choice":
            right = what == "offered" and bool(self.topics & which)
        else:
            right = what == self.kind and bool(self.topics & which)
        if right:
            return Verdict.RIGHT
        if what == "guard":
            return Verdict.GUARD
        if what == self.kind == "refuse":
            return Verdict.OFF  # refused, for another reason
        if what == "offered":
            return Verdict.CHOICE if self.topics & which or self.kind == "none" else Verdict.OFF
        return Verdict.NONE if what == "none" else Verdict.WRONG


def read(text: str) -> tuple[str, frozenset[str]]:
    """What a text is read as: a verb, a refusal, a topic, topics on offer, or nothing."""
    verb = read_verb(text)
    if quits(text) or isinstance(verb, Stop | RanOut | Symptoms):
        return "guard", frozenset()
    if verb is not None:
        return "verb", frozenset()
    refused = dose_question(text)
    if refused is not None:
        return "refuse", frozenset({refused.value})
    found = rank(text)
    if found.clear is not None:
        return "topic", frozenset({found.clear.value})
    if found.offered:
        return "offered", frozenset(topic.value for topic in found.offered)
    return "none", frozenset()


UNSEEN = ("blind.txt", "unseen.txt", "unseen_second.txt", "unseen_third.txt", "unseen_fourth.txt")
KNOWN = ("questions.txt", *UNSEEN)
_KINDS = {
    "topic": "a topic",
    "choice": "more than one topic",
    "refuse": "advice on a dose",
    "none": "no question to the bot",
    "verb": "a verb",
}


@cache
def judged(name: str) -> tuple[tuple[Labelled, Verdict], ...]:
    """The questions of a file, and how each is read."""
    return tuple((each, each.judged()) for each in labelled(name))


def labelled(name: str) -> Iterator[Labelled]:
    """The questions of a file."""
    for line in (FOLDER / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            label, text = line.split(" | ", 1)
            kind, _, topics = label.partition(" ")
            if kind not in ("verb", "none", "choice", "refuse"):
                kind, topics = "topic", label
            yield Labelled(kind, frozenset(filter(None, topics.split(","))), text)


def counted(*names: str) -> Counter[tuple[str, Verdict]]:
    """How many of each kind were read how."""
    return Counter((each.kind, verdict) for name in names for each, verdict in judged(name))


def table(*names: str) -> list[str]:
    """For each kind: right, the topic among those offered, the stop guard first, none, wrong."""
    found = counted(*names)
    rows = [
        "| asked about | right | among others offered | stop guard | not understood | wrong |",
        "|---|---|---|---|---|---|",
    ]
    columns = ((V.RIGHT,), (V.CHOICE,), (V.GUARD,), (V.NONE, V.OFF), (V.WRONG,))
    for kind, words in _KINDS.items():
        numbers = (sum(found[kind, each] for each in column) for column in columns)
        rows.append(f"| {words} | {' | '.join(map(str, numbers))} |")
    return rows
