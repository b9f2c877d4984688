"""One plain spelling of typed text: what looks the same to a person is the same to the readers."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

FRAGMENT_MOST = 40

# Seen by nobody, or drawn as part of the character before: gone, so "1<mark>0" is 10 as it looks.
# The overrides U+202A-202E are not here: they make "01" look like "10", so they are never read.
_UNSEEN = frozenset(
    "\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u200b\u200c\u200d\u2060\ufeff\u00ad\ufe0e\ufe0f"
)
_ALIKE = (
    {ord(c): "'" for c in "\u2018\u2019\u201b\u02bc\u2032\u00b4`"}
    | {ord(c): "-" for c in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"}
    | {ord(c): "\u2022" for c in "\u00b7\u2023\u25cf\u25aa\u25e6\u30fb"}
    | {ord(c): "\n" for c in "\n\r\x0b\x0c\x85\u2028\u2029"}
    | {ord(c): "/" for c in "\u2044\u2215"}
    | {ord(c): ":" for c in "\u2236\ua789"}
    | {ord(c): " " for c in '\u201c\u201d\u201e\u00ab\u00bb"'}
    | {0x3BC: "\u00b5", 0xD7: "x", 0x338E: "mg", 0x338D: "\u00b5g", 0x2026: ".", 0x3001: ","}
)
# Cheerful or neutral, and never a "no", a "not", a doubt or a number: read as a space.
_KIND_EMOJI = frozenset(
    "\U0001f48a\u2705\u2714\u2611\U0001f44d\U0001f44c\U0001f64f\U0001f4aa\U0001f389\u2764\u23f0"
    "\u263a\U0001f44b\U0001f973\U0001f970\U0001f917\U0001f634\U0001f60a\U0001f642\U0001f600"
    "\U0001f601\U0001f603\U0001f604\U0001f609\U0001f60c\U0001f60d\U0001f60e\U0001f4a4"
    "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
)


@dataclass(frozen=True, slots=True)
class Plain:
    """Plain text, and for each of its characters the place in the raw text it came from."""

    text: str
    raw: str
    places: tuple[int, ...]

    def own_words(self, start: int, end: int) -> str:
        """The person's own words for text[start:end], on one line, without marks nobody sees."""
        if start >= end:
            return ""
        own = self.raw[self.places[start] : self.places[end - 1] + 1]
        seen = (c for c in own if c.isspace() or unicodedata.category(c) not in ("Cf", "Cc"))
        return " ".join("".join(seen).split())

    def fragment(self, start: int, end: int) -> str:
        """The same, cut to 40 characters."""
        return self.own_words(start, end)[:FRAGMENT_MOST].rstrip()

    def behind(self, start: int) -> Plain:
        """The text from this place on."""
        return Plain(self.text[start:], self.raw, self.places[start:])


def _plain_char(char: str) -> str:
    if char in _UNSEEN:
        return ""
    if char in _KIND_EMOJI:
        return " "
    if alike := _ALIKE.get(ord(char)):
        return alike
    if char.isspace():
        return " "
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    if 0xFF01 <= ord(char) <= 0xFF5E:
        return chr(ord(char) - 0xFEE0).lower()
    return char.lower()


def plain(raw: str) -> Plain:
    """Fold case, quotes, dashes, spaces, digits and unseen marks; keep all else to be judged."""
    chars: list[str] = []
    places: list[int] = []
    for place, char in enumerate(raw):
        folded = _plain_char(char)
        if folded == "'" and not (
            raw[place - 1 : place].isalnum() and raw[place + 1 :][:1].isalnum()
        ):
            folded = " "  # a quotation mark; only between letters is it an apostrophe
        chars.append(folded)
        places.extend([place] * len(folded))
    return Plain("".join(chars), raw, tuple(places))
