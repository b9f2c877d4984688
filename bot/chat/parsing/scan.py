"""Plain text into pieces. Nothing is dropped but spaces, so that leftovers can be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise

from bot.chat.parsing.tokens import NUMERALS, Kind, Language, Token

_FRACTIONS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "1/2": "0.5", "1/4": "0.25", "3/4": "0.75"}
_MARKS = {
    ",": Kind.COMMA,
    "&": Kind.AND,
    "+": Kind.AND,
    "/": Kind.SLASH,
    ";": Kind.BREAK,
    ".": Kind.BREAK,
    "!": Kind.BREAK,
    "|": Kind.BREAK,
    "\n": Kind.LINE,
    ":": Kind.JOIN,
    "=": Kind.JOIN,
    "-": Kind.DASH,
    "\u2022": Kind.BULLET,
    "*": Kind.BULLET,
    "(": Kind.OPEN,
    ")": Kind.CLOSE,
    "@": Kind.AT,
    "~": Kind.ABOUT,
}
_SPACE = re.compile(r"[^\S\n]+")
_SLASHED = re.compile(r"\d+(?:/\d+)+(?![\d.:,]*\d|[\d:])")
_FRACTION_SIGN = re.compile(r"(\d{0,3})([½¼¾])")
_RUN = re.compile(r"\d(?:[\d.,:]*\d)?")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*\d*\w*")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{2})")
_DECIMAL = re.compile(r"\d{1,6}\.\d{1,6}")
_INTEGER = re.compile(r"\d{1,6}")


@cache
def _phrases(language: Language) -> re.Pattern[str]:
    """Every phrase of the language, the longest first, each ending where a word ends."""
    written = []
    for phrase in sorted((*language.phrases, *language.numbers), key=len, reverse=True):
        spaced = r"[^\S\n]+".join(re.escape(word) for word in phrase.split())
        # "h" may be followed by minutes, as in 20h30; no other word by a digit.
        end = r"(?![^\W\d])" if phrase == "h" else r"(?!\w|'\w)"
        written.append(spaced + (end if phrase[-1].isalnum() else ""))
    return re.compile("|".join(written))


def _numeral(text: str, start: int) -> Token:
    """One numeral without commas. A malformed one is BROKEN, never mended."""

    def token(kind: Kind, value: str = "0", minute: int = 0) -> Token:
        return Token(kind, start, start + len(text), text, value=Decimal(value), minute=minute)

    if match := _CLOCK.fullmatch(text):
        return token(Kind.CLOCK, match[1], int(match[2]))
    if match := _DOTTED.fullmatch(text):
        return token(Kind.DOTTED, text, int(match[2]))
    if _DECIMAL.fullmatch(text):
        return token(Kind.DECIMAL, text)
    if _INTEGER.fullmatch(text):
        return token(Kind.NUMBER, text)
    return token(Kind.BROKEN)


def _decimal_comma(text: str, start: int) -> Token:
    """ "2,5" is a decimal; "1,000" may be a thousand, so it is broken."""
    if re.fullmatch(r"\d{1,4},\d{1,2}", text):
        value = Decimal(text.replace(",", "."))
        return Token(Kind.DECIMAL, start, start + len(text), text, value=value)
    return Token(Kind.BROKEN, start, start + len(text), text)


def _commas_separate(pieces: list[Token]) -> bool:
    """Whether each comma in "8:00,14:00" can only be a separator, never a decimal comma."""
    for left, right in pairwise(pieces):
        kinds = {left.kind, right.kind}
        if Kind.BROKEN in kinds or (Kind.CLOCK not in kinds and kinds != {Kind.DOTTED}):
            return False
    return True


def _rising_hours(pieces: list[Token], unit_follows: bool) -> bool:
    """Whether "8,14,22" is three or more whole numbers going up, and no unit hangs on the last."""
    values = [p.value for p in pieces if p.kind is Kind.NUMBER and len(p.text) <= 2]
    whole = len(values) == len(pieces) >= 3
    return whole and not unit_follows and values == sorted(set(values))


def _run(text: str, start: int, rest: str) -> list[Token]:
    """A run of digits, dots, colons and commas: one numeral, or several that commas divide."""
    written = text.split(",")
    if len(written) == 1:
        return [_numeral(text, start)]
    if len(written) == 2 and all(piece.isdigit() for piece in written):
        return [_decimal_comma(text, start)]
    pieces: list[Token] = []
    place = start
    for piece in written:
        pieces.append(_numeral(piece, place))
        place += len(piece) + 1
    unit_follows = re.match(r"\s*[^\W\d]", rest) is not None
    if not (_commas_separate(pieces) or _rising_hours(pieces, unit_follows)):
        return [Token(Kind.JUMBLE, start, start + len(text), text)]
    found = [pieces[0]]
    for piece_token in pieces[1:]:
        found.append(Token(Kind.COMMA, found[-1].end, found[-1].end + 1, ","))
        found.append(piece_token)
    return found


def _number_at(text: str, place: int) -> list[Token]:
    """The numeral pieces that start here; none if no numeral does."""
    if match := _SLASHED.match(text, place):
        kind = Kind.FRACTION if match[0] in _FRACTIONS else Kind.JUMBLE
        value = Decimal(_FRACTIONS.get(match[0], "0"))
        return [Token(kind, place, match.end(), match[0], value=value)]
    if match := _FRACTION_SIGN.match(text, place):
        value = Decimal(match[1] or 0) + Decimal(_FRACTIONS[match[2]])
        kind = Kind.DECIMAL if match[1] else Kind.FRACTION
        return [Token(kind, place, match.end(), match[0], value=value)]
    if match := _RUN.match(text, place):
        return _run(match[0], place, text[match.end() :])
    return []


def _word_at(text: str, place: int, language: Language) -> Token:
    """The phrase, word or mark that starts here."""
    if match := _phrases(language).match(text, place):
        phrase = " ".join(match[0].split())
        if phrase in language.numbers:
            value = Decimal(language.numbers[phrase])
            return Token(Kind.NUMBER, place, match.end(), phrase, value=value, spelled=True)
        kind, name = language.phrases[phrase]
        return Token(kind, place, match.end(), phrase, name=name)
    if match := _WORD.match(text, place):
        return Token(Kind.WORD, place, match.end(), match[0])
    mark = text[place]
    return Token(_MARKS.get(mark, Kind.SYMBOL), place, place + 1, mark)


def _pieces(text: str, language: Language) -> Iterator[Token]:
    place = 0
    while place < len(text):
        if space := _SPACE.match(text, place):
            place = space.end()
            continue
        found = _number_at(text, place) or [_word_at(text, place, language)]
        yield from found
        place = found[-1].end


def _headless(before: Token, token: Token) -> bool:
    """Whether ".5" or ",5" would lose its mark and be read as 5; "+5" and its plus likewise."""
    if token.kind not in NUMERALS or token.kind is Kind.CLOCK or not token.glued:
        return False
    return before.text == "." or (before.text in (",", "+") and not before.glued)


def scan(text: str, language: Language) -> tuple[Token, ...]:
    """The pieces of plain text, in order."""
    found: list[Token] = []
    for piece in _pieces(text, language):
        token = replace(piece, glued=bool(found) and found[-1].end == piece.start)
        if found and _headless(found[-1], token):
            mark = found.pop()
            token = replace(
                token, kind=Kind.BROKEN, start=mark.start, text=mark.text + token.text, glued=False
            )
        found.append(token)
    return tuple(found)
