"""Whom a person can call: three people or lines they may name, each with a phone number."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

NAME_MOST = 60
NUMBER_MOST = 40
_DIGITS_LEAST = 3  # "111", "116117": lines that are dialled as they are
_DIGITS_MOST = 20  # ITU-T E.164 has 15; a prefix or an extension may stand beside them


class ContactKind(StrEnum):
    """Who it is, for the words that say "call"."""

    PRESCRIBER = "prescriber"
    PHARMACY = "pharmacy"
    OUT_OF_HOURS = "out_of_hours"


@dataclass(frozen=True, slots=True)
class Contact:
    """One of them. The name may be empty; the number stands as the person typed it."""

    kind: ContactKind
    name: str
    number: str


Contacts = dict[ContactKind, Contact]
"""Those that are kept."""


def is_plausible(number: str) -> bool:
    """It can be a phone number: so many digits, and no longer than one. Nothing more is checked."""
    digits = sum(each.isdecimal() for each in number)
    return len(number) <= NUMBER_MOST and _DIGITS_LEAST <= digits <= _DIGITS_MOST
