"""Every message of a language with values in it, as whoever reviews the words would read it."""

from __future__ import annotations

import re
from importlib import resources

from fluent.syntax import FluentParser, ast, visitor

from bot.words.bundles import SOURCE
from bot.words.words import Words

# What each argument may hold; any other gets a word or two.
VALUES = {
    "amount": "12.5 mg", "planned": "14:00", "said": "20 mg", "strength": "10 mg",
    "time": "14:00", "until": "16:05", "since": "13:40", "taken": "14:07",
    "at": "at 22:00", "when": "today 22:00", "day": "Sun 22 Nov", "dose": "14:00 dose",
    "doses": "08:00 dose and 14:00 dose", "slots": "08:00 10 mg and 20:00 10 mg",
    "times": "08:00 and 20:00", "gaps": "6 hours, 8 hours and 10 hours", "gap": "3 hours",
    "span": "2 hours", "late": "1 h 20 min", "early": "50 min", "most": "2 hours",
    "least": "30 min", "tablets": "1 tablet of 10 mg", "strengths": "5 mg and 10 mg",
    "place": "Berlin", "label": "Berlin", "country": "Germany", "reason": "side effects",
    "number": "112", "celsius": "38", "fahrenheit": "100.4",
    "fragment": "at 8", "text": "at 8", "words": "felt sick",
    "lead": "2", "example": "30 tablets of 10 mg and 30 tablets of 5 mg",
    "hour": "10:00",
    "reviewer": "A. Smith", "version": "2", "left": "10 mg", "right": "5 mg",
}  # fmt: skip
COUNTS = {"count", "hours", "minutes", "days", "seconds", "parts", "on", "known", "taken_count"}


class _Variables(visitor.Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.found.add(node.id.name)


def messages(language: str = SOURCE) -> dict[str, dict[str, set[str]]]:
    """By file: each message's id with the names of its arguments, in the order of the file."""
    folder = resources.files("bot") / "locales" / language
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".ftl")), key=lambda f: f.name)
    return {file.name[:-4]: _arguments(file.read_text("utf-8")) for file in files}


def _arguments(text: str) -> dict[str, set[str]]:
    found = {}
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, ast.Message):
            names = _Variables()
            names.visit(entry)
            found[entry.id.name] = names.found
    return found


def specimen(words: Words, message: str, arguments: set[str]) -> str:
    """One message with values in it, as plain text without its tags."""
    values = {each: 3 if each in COUNTS else VALUES.get(each, "two words") for each in arguments}
    return re.sub(r"<[^>]*>", "", words.plain(message, **values))


def specimens(language: str = SOURCE) -> dict[str, str]:
    """Every message of a language by its id, as a person could read it."""
    words = Words(language)
    return {
        message: specimen(words, message, arguments)
        for area in messages(language).values()
        for message, arguments in area.items()
    }
