"""Phrases as data, compiled: bounded, so that no text can make them slow.

A phrase is words with single spaces. "a/b": either; "a?": may be left out; "a*": a word that
begins so; "~": up to two words of any kind but "not", "~3": up to three; "{name}": a set of
words; "^": at the start.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.chat.parsing.net.text import Sentence

Sets = Mapping[str, str]
_GAP = re.compile(r"~(\d?)")
_NOTS = "(?:not|no|never|without)"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled phrase. `anchors`: one of these has to be there, else it need not be tried."""

    phrase: str
    shape: re.Pattern[str]
    anchors: frozenset[str]
    starts: tuple[str, ...]  # anchors that are only the beginning of a word

    def may_stand_in(self, words: frozenset[str]) -> bool:
        """A cheap look before the pattern runs."""
        if not self.anchors.isdisjoint(words):
            return True
        return bool(self.starts) and any(word.startswith(self.starts) for word in words)


def compiled(phrases: Iterable[str], sets: Sets) -> tuple[Pattern, ...]:
    """Phrases of a table, with the sets of words they name."""
    return tuple(_compiled(phrase, sets) for phrase in phrases)


def spans(patterns: Iterable[Pattern], sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where the phrases stand, as indices of words: first, and one behind the last."""
    present = frozenset(sentence.words)
    for pattern in patterns:
        if pattern.may_stand_in(present):
            for found in pattern.shape.finditer(sentence.line):
                first = bisect_left(sentence.places, found.start())
                yield first, bisect_left(sentence.places, found.end())


def _compiled(phrase: str, sets: Sets) -> Pattern:
    pieces = phrase.split(" ")
    start = r"(?<=^ )" if pieces[0] == "^" else "(?<= )"
    pieces = [each for each in pieces if each != "^"]
    must = [_choices(each, sets) for each in pieces if not _GAP.fullmatch(each) and each[-1] != "?"]
    rarest = min(must, key=_commonness)
    first = [choice.split(" ", 1)[0] for choice in rarest]
    return Pattern(
        phrase,
        re.compile(start + "".join(_written(each, sets) for each in pieces)),
        frozenset(word for word in first if not word.endswith("*")),
        tuple(word.removesuffix("*") for word in first if word.endswith("*")),
    )


def _commonness(choices: list[str]) -> tuple[int, int]:
    """The fewer choices and the longer the words, the rarer."""
    return len(choices), -min(len(choice) for choice in choices)


def _choices(piece: str, sets: Sets) -> list[str]:
    found: list[str] = []
    for each in piece.removesuffix("?").split("/"):
        found += sets[each.strip("{}")].split("|") if each.startswith("{") else [each]
    return found


def _written(piece: str, sets: Sets) -> str:
    if gap := _GAP.fullmatch(piece):
        return rf"(?:(?!{_NOTS} )\S+ ){{0,{gap[1] or 2}}}?"
    words = (
        re.escape(choice.removesuffix("*")) + (r"\S*" if choice.endswith("*") else "")
        for choice in _choices(piece, sets)
    )
    return rf"(?:(?:{'|'.join(words)}) ){'?' if piece.endswith('?') else ''}"
