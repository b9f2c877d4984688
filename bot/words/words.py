"""What a person reads: messages as HTML or plain text, and the ways values are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from decimal import Decimal

from bot.words import units
from bot.words.bundles import WordsFault, bundles
from bot.words.markup import Markup, clean, escaped

Argument = str | int | float | Decimal | date
"""What a message can be given. Times, durations and amounts are written out by Words first."""

_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


class Words:
    """The words of one language, English where it has none. Raises WordsFault, never half a text.

    The bot's own markup (<b>, <i>, <blockquote>) stands in the messages; arguments never bring
    any, unless they are Markup. Arguments are isolated, so that a name cannot turn the line.
    """

    def __init__(self, language: str = "en") -> None:
        self.language = language
        self._bundles = bundles(language)

    def __contains__(self, message: str) -> bool:
        return any(bundle.has_message(message) for bundle in self._bundles)

    def html(self, message: str, **arguments: Argument) -> Markup:
        """A message as HTML for a chat; every text argument is cleaned and escaped."""
        safe = {k: escaped(v) if isinstance(v, str) else v for k, v in arguments.items()}
        return Markup(self._say(message, safe))

    def plain(self, message: str, **arguments: Argument) -> str:
        """A message as plain text, without isolates: button labels, command descriptions."""
        safe = {k: clean(v) if isinstance(v, str) else v for k, v in arguments.items()}
        return self._say(message, safe).translate(_ISOLATES)

    def _say(self, message: str, arguments: Mapping[str, Argument]) -> str:
        for name, value in arguments.items():
            if isinstance(value, bool) or not isinstance(value, Argument):
                raise WordsFault(f"{message}: {name} cannot be a {type(value).__name__}")
        bundle = next((b for b in self._bundles if b.has_message(message)), None)
        pattern = bundle.get_message(message).value if bundle else None
        if bundle is None or pattern is None:
            raise WordsFault(f"no message {message!r} in {self.language} or English")
        text, errors = bundle.format_pattern(pattern, dict(arguments))
        if errors or not isinstance(text, str):
            raise WordsFault(f"{message} ({self.language}): {'; '.join(map(str, errors))}")
        return text

    def amount(self, mg: Decimal) -> str:
        """10 -> "10 mg", 2.50 -> "2.5 mg": never a trailing zero."""
        return units.amount(self.plain, self.language, mg)

    def number(self, number: Decimal) -> str:
        """A bare number with the language's decimal sign: "100.4"."""
        return units.number(self.language, number)

    def tablets(self, mg: Decimal, strengths: frozenset[Decimal], *, brief: bool = False) -> str:
        """The tablets that make `mg`: "1 tablet of 10 mg", `brief` "1 tablet"; says if none do."""
        return units.tablets(self.plain, self.language, mg, strengths, brief=brief)

    def clock(self, wall: time) -> str:
        """A wall time as on a 24-hour clock: "08:05"."""
        return units.clock(wall)

    def day(self, day: date, today: date) -> str:
        """Seen from today: "tomorrow", "Sun 22 Nov", "Sun 3 Jan 2027" if the year is another."""
        return units.day(self.plain, self.language, day, today)

    def part_of_day(self, wall: time) -> str:
        """The part of the day behind a time: "in the morning"."""
        return units.part_of_day(self.plain, wall)

    def date(self, day: date) -> str:
        """A day by its date alone: "Sun 22 Nov"."""
        return units.date_alone(self.plain, self.language, day)

    def duration(self, span: timedelta) -> str:
        """Whole minutes, rounded down: "7 min", "2 h 15 min", "16 hours", "3 days"."""
        return units.duration(self.plain, span)

    def country(self, code: str) -> str:
        """A country's name in this language; its code (ISO 3166) where it has none."""
        return units.country(self.language, code)

    def listing(self, items: Sequence[str]) -> str:
        """["08:00", "14:00", "22:00"] -> "08:00, 14:00 and 22:00"."""
        return units.listing(self.plain, items)
