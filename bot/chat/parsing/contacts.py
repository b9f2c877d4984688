"""A typed name and phone number, in either order, as the person wrote them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.chat.parsing.plain import Plain, plain
from bot.domain.contacts import NAME_MOST, is_plausible

_BEHIND = r"(?:[\s,]*(?:ext\.?|extension|x|#)\s*\d{1,6})?"  # an extension belongs to its number
_NUMBER = re.compile(rf"(?:\+|\((?=\d+\)[\s./-]*\d))?\d(?:[\d\s()./-]*\d)?{_BEHIND}")
_AROUND = " ,;:.-(/\u2013"
_DIGITS_OF_NAME = 4  # "Pharmacy 365": fewer digits than a second number has


class ContactProblem(StrEnum):
    """Why a name and a number were not read."""

    TOO_LONG = "too_long"
    NO_NUMBER = "no_number"
    TWO_NUMBERS = "two_numbers"


@dataclass(frozen=True, slots=True)
class ContactRead:
    """What was read; either may be empty, not both."""

    name: str
    number: str


def read_contact(text: str) -> ContactRead | ContactProblem:
    """The last thing that can be a phone number is it; the rest is the name."""
    folded = plain(text)
    found = [each for each in _NUMBER.finditer(folded.text) if is_plausible(each.group())]
    if not found:
        digits = sum(each.isdecimal() for each in folded.text)
        if digits > _DIGITS_OF_NAME:
            return ContactProblem.NO_NUMBER
        return _named(_own(folded, 0, len(folded.text)), "")
    start, end = found[-1].span()
    before, after = _own(folded, 0, start), _own(folded, end, len(folded.text))
    name = f"{before} {after}".strip()
    if sum(each.isdecimal() for each in name) > _DIGITS_OF_NAME:
        return ContactProblem.TWO_NUMBERS
    return _named(name, folded.own_words(start, end))


def _own(folded: Plain, start: int, end: int) -> str:
    own = folded.own_words(start, end)
    return own.strip(_AROUND) if any(each.isalnum() for each in own) else ""


def _named(name: str, number: str) -> ContactRead | ContactProblem:
    if len(name) > NAME_MOST:
        return ContactProblem.TOO_LONG
    return ContactRead(name, number) if name or number else ContactProblem.NO_NUMBER
