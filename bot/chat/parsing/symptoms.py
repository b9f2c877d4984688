"""Typed signs: one or several, each with how bad it is. What is not understood is kept apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from bot.chat.parsing import english_symptoms as english
from bot.chat.parsing.plain import plain
from bot.domain.policy import Policy
from bot.domain.red_flags import is_fever
from bot.domain.symptoms import SEVERITY_MOST, Symptom

WORDS_MOST = 300
_APART = re.compile(
    r"\s*(?:[;\n]|,(?!\d)|\.\s|\+|&|/(?!\d)|\band\b|\bplus\b|\bbut\b|\balso\b|\bwith\b)\s*"
)
_SCORE = re.compile(r"[\s:=(-]*(?<![\d.,])(\d{1,2})(?:\s*(?:/|of|out\s+of)\s*10)?\s*\)?$", re.ASCII)
_ALONE = re.compile(r"(\d{1,2})(?:\s*(?:/|of|out\s+of)\s*10)?", re.ASCII)
# "Fever 39.5", "a temperature of 103 F".
_FEVER = re.compile(r"(?:temperature|temp|fever)\D{0,12}(\d{2,3})(?:[.,](\d))?\D{0,12}$", re.ASCII)
_MARKS = re.compile(r"^[\s.!:()-]+|[\s.!:()-]+$")
_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class SymptomsSaid:
    """The signs, each with how bad it is (None: not said), and whether all was understood."""

    said: Mapping[Symptom, int | None]
    whole: bool


def _any_of(phrases: Iterable[str]) -> str:
    """One of these, the longest first; most people leave the apostrophe out."""
    both = {spelled for each in phrases for spelled in (each, each.replace("'", ""))}
    return "|".join(re.escape(each) for each in sorted(both, key=len, reverse=True))


@cache
def _phrases() -> Mapping[str, Symptom]:
    return {
        spelled: symptom
        for symptom, phrases in english.SAID.items()
        for phrase in phrases.split("|")
        for spelled in (_spelled(phrase), _spelled(phrase).replace("'", ""))
    }


@cache
def _head() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any_of(english.HEADS)})(?:\s*[:,-]+\s*|\s+)(?=\S)")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any_of(english.OPENINGS)})\s+(?=\S)")


@cache
def _filler() -> re.Pattern[str]:
    fillers = _any_of(english.FILLERS)
    return re.compile(rf"^(?:{fillers})(?:\s+|$)|\s+(?:{fillers})$")


@cache
def _denied() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any_of(english.NEGATIONS)})(?!\w)")


def behind_head(text: str) -> str | None:
    """What follows "symptom:" or "side effect:"; None where the words do not begin so."""
    folded = plain(text)
    head = _head().match(folded.text.strip())
    if head is None or folded.text.rstrip().endswith("?"):
        return None
    if folded.text.strip()[head.end() :].startswith(english.WHOSE):
        return None  # "symptoms of withdrawal" asks about them
    start = len(folded.text) - len(folded.text.lstrip()) + head.end()
    return folded.own_words(start, len(folded.text))[:WORDS_MOST] or None


def read_symptoms(text: str, policy: Policy) -> SymptomsSaid | None:
    """The signs that were told to "what do you feel?"; None where nothing was told but a "no".

    `policy`: from how many degrees on it is a fever. What is not understood counts as a sign that
    nobody knows, never as nothing.
    """
    said: dict[Symptom, int | None] = {}
    whole = True
    for piece in _pieces(_without_opening(_spelled(text))):
        found, score = _read(piece, policy)
        if found is None and _denied().search(piece):
            continue
        whole = whole and found is not None
        for sign in (found,) if found is not None else _within(piece):
            said[sign] = _worse(said.get(sign), score)
    return SymptomsSaid(said, whole) if said else None


def read_wholly(text: str, policy: Policy) -> SymptomsSaid | None:
    """The same for words that nobody asked for: only if all of them are signs, and none a "no"."""
    spelled = _spelled(text)
    if spelled.endswith("?") or len(spelled) > WORDS_MOST:
        return None
    pieces = _pieces(_without_opening(spelled))
    read = [_read(piece, policy) for piece in pieces]
    if not pieces or any(symptom is None for symptom, _ in read):
        return None
    return read_symptoms(text, policy)


def names_sign(text: str) -> bool:
    """A sign is named in words that are not understood as a whole: no question, and no "no"."""
    spelled = _spelled(text)
    if spelled.endswith("?") or len(spelled) > WORDS_MOST:
        return False
    return any(_named().search(piece) and not _denied().search(piece) for piece in _pieces(spelled))


def read_severity(text: str) -> int | None:
    """A number from 0 to 10 by itself: "4", "4/10", "four"."""
    said = _spelled(text).strip(" .!:()")
    if said in _NUMBERS:
        return _NUMBERS.index(said)
    found = _ALONE.fullmatch(said)
    return _score(found.group(1)) if found else None


def _spelled(text: str) -> str:
    return " ".join(plain(text.replace("\n", ",")).text.split()).removesuffix(".")


def _without_opening(text: str) -> str:
    opening = _opening().match(text)
    return text[opening.end() :] if opening and text not in _phrases() else text


def _pieces(text: str) -> list[str]:
    if text in _phrases():
        return [text]
    return [each for each in (_MARKS.sub("", part) for part in _APART.split(text)) if each]


def _read(piece: str, policy: Policy) -> tuple[Symptom | None, int | None]:
    if fever := _FEVER.search(piece):
        degrees = Decimal(f"{fever.group(1)}.{fever.group(2) or 0}")
        return (Symptom.HIGH_FEVER if is_fever(degrees, policy) else None), None
    score = _SCORE.search(piece)
    severity = _score(score.group(1)) if score else None
    bare = piece[: score.start()] if score and severity is not None else piece
    return _symptom(_without_opening(bare.strip())), severity


def _symptom(piece: str) -> Symptom | None:
    """The phrase as it stands, then without what is said around it, one word at a time."""
    while piece:
        found = _phrases().get(piece)
        if found is not None:
            return found
        shorter = _filler().sub("", piece, count=1).strip()
        if shorter == piece:
            return None
        piece = shorter
    return None


def _within(piece: str) -> tuple[Symptom, ...]:
    """The signs that are named in words not understood as a whole; else one that nobody knows."""
    found = dict.fromkeys(_phrases()[each.group()] for each in _named().finditer(piece))
    return tuple(found) or (Symptom.OTHER,)


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any_of(_phrases())})(?!\w)")


def _score(digits: str) -> int | None:
    return int(digits) if int(digits) <= SEVERITY_MOST else None


def _worse(one: int | None, other: int | None) -> int | None:
    return max((each for each in (one, other) if each is not None), default=None)
