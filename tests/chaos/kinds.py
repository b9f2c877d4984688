"""What a text of the bot says, line by line, by message id: words may change, meanings may not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser, ast

ROOT = Path(__file__).parents[2]
_TAG = re.compile(r"</?(b|i|blockquote)>")

# What each meaning is said with; a message that is renamed must be renamed here.
REMINDER = ("card-reminder",)
NUDGE = ("card-nudge",)
NOT_LOGGED = ("card-not-logged",)
ASKED_ABOUT = ("offline-question", "catch-up-others")
REPEAT = ("card-repeat",)
CLOCK_DOUBT = ("clock-doubt",)
LATE = ("card-late",)
ONCE = ("card-once", "catch-up-again")
TAKEN = ("taken", "taken-late", "taken-early")
ANSWERED = (*TAKEN, "skipped", "skipped-own", "not-sure", "missed-told", "snoozed")
UNDONE = ("undone-open", "undone-planned", "undone-unknown", "undone-extra")
EXTRA = ("extra-recorded", "extra-recorded-mg")
PLAN_CHANGED = ("started-plan",)
MISSED_WORDS = ("card-not-logged", "missed-told", "already-missed")
UNTIL = ("card-open-until", "card-not-taken-yet", "refused-still-open", "refused-window")
OPEN_NOW = ("card-reminder", "card-nudge", "dose-next-open", "today-open", "refused-still-open")
EITHER = ("card-skip-rule", "card-skip-rule-last")
ASK = ("ladder-ask",)
CALL = ("ladder-call-now", "ladder-call-now-next")
QUESTIONS = (
    "plan-question",
    "strengths-question",
    "odd-short",
    "odd-long",
    "echo-title",
    "place-question",
    "clock-question",
    "kidney-question",
    "again-hint",
    "again-hint-day",
    "ask-when",
    "ask-skip",
    "place-which",
)
FAILED = ("failed",)
RESTING = {"life-paused": "pause", "life-hospital": "hospital", "life-only": "reminders_only"}
PAUSE_OVER = ("pause-over",)
CORRECTED = ("correct-done", "correct-reopened")
ASIDE = (
    *("pause-how-long", "pause-other-end", "pause-sure", "pause-alone"),
    *(
        "hospital-question",
        "hospital-noted",
        "life-home",
        "home-waits",
        "last-question",
        "silence-offer",
    ),
    *("log-title", "correct-days", "correct-day", "correct-what"),
    *("change-question", "ask-when-hint", "ask-earlier-hint", "plan-title"),
)
_ALL = {
    *(REMINDER + NUDGE + NOT_LOGGED + ASKED_ABOUT + REPEAT + LATE + ONCE + ANSWERED + UNDONE),
    *(*ASK, *CALL),
    *(*RESTING, *PAUSE_OVER, *CLOCK_DOUBT, *CORRECTED, *ASIDE),
    *(EXTRA + PLAN_CHANGED + MISSED_WORDS + UNTIL + OPEN_NOW + EITHER + QUESTIONS + FAILED),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line, as the message with this id, and what was filled in."""

    kind: str
    said: dict[str, str]


@cache
def lines(text: str) -> tuple[Line, ...]:
    """The lines of a text that mean something to the judge; the others are left out."""
    return tuple(found for line in text.splitlines() for found in _read(line.strip()))


def says(text: str, kinds: tuple[str, ...]) -> bool:
    """A line of the text is one of these."""
    return any(line.kind in kinds for line in lines(text))


def first(text: str) -> str:
    """The kind of the text's first line; "" where it means nothing to the judge."""
    found = lines(text.splitlines()[0]) if text else ()
    return found[0].kind if found else ""


def label(message: str) -> str:
    """What stands on a button."""
    return _shape(_messages()[message]).replace("\\", "")


def _read(line: str) -> Iterator[Line]:
    """The message with the most words of its own, where several could say this."""
    for kind, pattern in _patterns().items():
        found = pattern.fullmatch(line)
        if found is not None:
            yield Line(kind, found.groupdict())
            return


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    shapes = {kind: _shape(_messages()[kind]) for kind in sorted(_ALL)}
    return {kind: re.compile(shapes[kind]) for kind in sorted(shapes, key=_own_words, reverse=True)}


def _own_words(kind: str) -> int:
    texts = [each for each in _messages()[kind].elements if isinstance(each, ast.TextElement)]
    return sum(len(_TAG.sub("", each.value)) for each in texts)


@cache
def _messages() -> dict[str, ast.Pattern]:
    found = {}
    for file in sorted((ROOT / "bot/locales/en").glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            if isinstance(entry, ast.Message) and entry.value is not None:
                found[entry.id.name] = entry.value
    return found


def _shape(pattern: ast.Pattern) -> str:
    seen: set[str] = set()
    return "".join(_piece(each, seen) for each in pattern.elements).strip()


def _piece(element: ast.TextElement | ast.Placeable, seen: set[str]) -> str:
    if isinstance(element, ast.TextElement):
        return re.escape(_TAG.sub("", element.value))
    inside = element.expression
    if isinstance(inside, ast.SelectExpression):
        return "(?:" + "|".join(_shape(each.value) for each in inside.variants) + ")"
    name = inside.id.name if isinstance(inside, ast.VariableReference) else ""
    if not name or name in seen:
        return ".+"
    seen.add(name)
    return f"(?P<{name}>.+)"
