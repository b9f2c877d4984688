"""A language's tables for the net, read from its file and compiled once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

from bot.chat.parsing.net.patterns import Pattern, Sets, compiled
from bot.chat.parsing.net.spelling import Spelling
from bot.domain.red_flags import RedFlag

Table = tuple[tuple[RedFlag, tuple[Pattern, ...]], ...]
_YEARS = range(1930, 2100)


@dataclass(frozen=True, slots=True, eq=False)
class Doubts:
    """What takes a sign back: sets of words, and phrases."""

    words: Mapping[str, frozenset[str]]
    phrases: Mapping[str, tuple[Pattern, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Amounts:
    """Words around an amount that was taken, and around a temperature."""

    words: Mapping[str, frozenset[str]]
    numbers: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """Everything a language says of red flags."""

    spelling: Spelling
    signs: Table
    after_stop: Table
    not_of_speaker: Table
    bare: Mapping[str, RedFlag]
    stopped: tuple[Pattern, ...]
    doubled: tuple[Pattern, ...]
    idioms: tuple[Pattern, ...]
    doubts: Doubts
    amounts: Amounts


_WORDS = (
    "nots", "not_after", "no_after", "not_denying", "breaks", "happened", "is_now", "if_known",
    "compounds_before", "compounds_behind", "animals", "speaker", "others", "done",
    "roles",
)  # fmt: skip


@cache
def tables(language: str) -> Tables:
    """The tables of a language that has a file here."""
    text = (resources.files(__package__) / f"{language}.toml").read_text("utf-8")
    file = tomllib.loads(text)
    sets = _sets(file["sets"])
    signs = file["signs"]
    doubts = file["doubts"]
    phrases = {name: _phrases(text, sets) for name, text in doubts.items() if name not in _WORDS}
    return Tables(
        spelling=_spelling(file["spelling"]),
        signs=_table({**signs["emergency"], **signs["urgent"]}, sets),
        after_stop=_table(signs["after_stop"], sets),
        not_of_speaker=_table(signs["not_of_speaker"], sets),
        bare={line: RedFlag(flag) for flag, lines in signs["bare"].items() for line in lines},
        stopped=_phrases(file["more"]["stopped"], sets),
        doubled=_phrases(file["more"]["doubled"], sets),
        idioms=phrases["idioms"],
        doubts=Doubts({name: _words(doubts[name], sets) for name in _WORDS}, phrases),
        amounts=_amounts(file["amounts"], sets),
    )


def _sets(written: Mapping[str, str]) -> Sets:
    """Each set with those that it names written out, and the years."""
    sets = {"year": "|".join(map(str, _YEARS))}
    for name, text in written.items():
        sets[name] = text.format(**sets) if "{" in text else text
    return sets


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


def _phrases(text: str, sets: Sets) -> tuple[Pattern, ...]:
    return compiled(_lines(text), sets)


def _words(text: str, sets: Sets) -> frozenset[str]:
    named = {name: words.replace("|", " ") for name, words in sets.items()}
    return frozenset(text.format(**named).split())


def _table(phrases: Mapping[str, str], sets: Sets) -> Table:
    return tuple((RedFlag(flag), _phrases(text, sets)) for flag, text in phrases.items())


def _spelling(written: Mapping[str, str]) -> Spelling:
    return Spelling(
        full=_meant(written["full"]),
        endings=_meant(written["endings"]),
        keys=frozenset(written["keys"].split()),
        known=frozenset(written["known"].split()),
    )


def _meant(text: str) -> dict[str, tuple[str, ...]]:
    """ "cant|can't: can not", line by line."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _lines(text):
        typed, _, meant = line.partition(": ")
        found |= dict.fromkeys(typed.split("|"), tuple(meant.split()))
    return found


def _amounts(written: Mapping[str, Any], sets: Sets) -> Amounts:
    words = {name: _words(text, sets) for name, text in written.items() if name != "numbers"}
    pairs = (each.split(":") for each in written["numbers"].split())
    return Amounts(words, {word: Decimal(value) for word, value in pairs})
