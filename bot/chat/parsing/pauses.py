"""How long a pause is to be: "3 days", "until 18:00", "until Friday 8:00". Asked when unclear."""

from __future__ import annotations

from datetime import timedelta

from bot.chat.parsing.pause_words import PauseWords
from bot.chat.parsing.plain import plain
from bot.chat.parsing.scan import scan
from bot.chat.parsing.spans import span_at
from bot.chat.parsing.times import TEXT_MOST, Problem, TimeRead, read_time
from bot.chat.parsing.tokens import Kind, Language, at_kind
from bot.domain.pauses import Days, For, PauseEnd, Until

_COUNT_MOST = 999


def read_end(text: str, words: PauseWords, language: Language) -> PauseEnd | Problem:
    """The end of a pause, wholly understood; else why not."""
    spaced = plain(text[:TEXT_MOST]).text.replace(", ", " ").split()
    said = _without(" ".join(spaced).strip(" .!?,"), words.links)
    if not said:
        return Problem.EMPTY
    return _span(said, words, language) or _day_and_time(said, words, language)


def read_headed(text: str, words: PauseWords, language: Language) -> PauseEnd | Problem | None:
    """The same behind "pause"; None where the text does not begin so. `text` is plain."""
    said = " ".join(text.split())
    for head in sorted(words.heads, key=len, reverse=True):
        if said.startswith(f"{head} "):
            return read_end(said.removeprefix(head), words, language)
    return None


def _without(said: str, links: tuple[str, ...]) -> str:
    for link in links:
        if said.startswith(f"{link} "):
            return said.removeprefix(link).strip()
    return said


def _span(said: str, words: PauseWords, language: Language) -> PauseEnd | None:
    count, _, unit = said.partition(" ")
    if unit in words.days:
        return _days(count, words.days[unit], language)
    tokens = scan(said, language)
    found = span_at(tokens, 0)
    if found is None or found[1] != len(tokens) or found[0] < timedelta(minutes=1):
        return None
    return For(found[0])


def _days(count: str, each: int, language: Language) -> Days | None:
    tokens = scan(count, language)
    if len(tokens) != 1 or not at_kind(tokens, 0, Kind.AN, Kind.NUMBER):
        return None
    days = each * (1 if tokens[0].kind is Kind.AN else int(tokens[0].value))
    return Days(days) if 1 <= days <= _COUNT_MOST else None


def _day_and_time(said: str, words: PauseWords, language: Language) -> PauseEnd | Problem:
    """[day] [time] in either order; a day alone means its morning."""
    for name in sorted((*words.ahead, *words.weekdays), key=len, reverse=True):
        if said == name:
            timed = name in words.ahead and name not in words.timeless
            return Problem.NO_TIME if timed else _until(name, None, words)
        rest = _beside(said, name)
        if rest is not None:
            read = read_time(rest, language)
            if isinstance(read, TimeRead) and read.day is not None:
                return Problem.LEFTOVER
            return read if isinstance(read, Problem) else _until(name, read, words)
    read = read_time(said, language)
    if isinstance(read, Problem):
        return read
    if read.day is not None and read.day < 0:
        return Problem.LEFTOVER
    return Until(read.wall, read.day)


def _beside(said: str, name: str) -> str | None:
    """What stands before or behind the name of a day."""
    if said.startswith(f"{name} "):
        return said.removeprefix(name).strip(" ,")
    if said.endswith(f" {name}"):
        return said.removesuffix(name).strip(" ,")
    return None


def _until(name: str, read: TimeRead | None, words: PauseWords) -> Until:
    wall = None if read is None else read.wall
    if name in words.weekdays:
        return Until(wall, weekday=words.weekdays[name])
    return Until(wall, words.ahead[name])
