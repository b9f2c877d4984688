"""Free text as sentences of plain words: contractions written out, misspelt key words mended."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bot.chat.parsing.net.spelling import Spelling
from bot.chat.parsing.plain import plain

_TEXT_MOST = 8192  # characters; twice what Telegram lets a person send
_ELLIPSIS = re.compile(r"\.{2,}|\u2026")
_END = re.compile(r"[!?;\n]+|\.(?!\d)|(?<!\d)\.(?=\d)")
_PIECE = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|,")
_LONG_RUN = re.compile(r"([^\W\d_])\1{2,}")


@dataclass(frozen=True)
class Sentence:
    """Words in order; `commas`: the indices of words that a comma stands before."""

    words: tuple[str, ...]
    commas: frozenset[int]
    asked: bool  # it ends with a question mark

    @cached_property
    def line(self) -> str:
        """The words, each between single spaces, for patterns to run over."""
        return f" {' '.join(self.words)} "

    @cached_property
    def places(self) -> tuple[int, ...]:
        """Where in the line each word starts, and where one after the last would."""
        found, place = [], 1
        for word in self.words:
            found.append(place)
            place += len(word) + 1
        return (*found, place)


def sentences(text: str, spelling: Spelling) -> tuple[Sentence, ...]:
    """The sentences of a text; a text that is nothing but marks has none."""
    folded = _folded(text[:_TEXT_MOST])
    return tuple(each for each in _sentences(folded, spelling) if each.words)


def joined(parts: tuple[Sentence, ...]) -> Sentence:
    """All of it as one sentence: people break off between words when they cannot go on."""
    words = tuple(word for part in parts for word in part.words)
    return Sentence(words, frozenset(), asked=any(part.asked for part in parts))


def _folded(text: str) -> str:
    """Plain, without accents and long runs of a letter ("heeelp"), dots in a row as a space."""
    text = plain(_ELLIPSIS.sub(" ", text)).text
    bare = unicodedata.normalize("NFKD", text)
    bare = "".join(char for char in bare if not unicodedata.combining(char))
    return _LONG_RUN.sub(r"\1", bare)


def _sentences(text: str, spelling: Spelling) -> Iterator[Sentence]:
    start = 0
    for end in _END.finditer(text):
        yield _sentence(text[start : end.start()], spelling, asked="?" in end.group())
        start = end.end()
    yield _sentence(text[start:], spelling, asked=False)


def _sentence(text: str, spelling: Spelling, *, asked: bool) -> Sentence:
    words: list[str] = []
    commas: set[int] = set()
    for piece in _PIECE.findall(text):
        if piece == ",":
            commas.add(len(words))
        else:
            words.extend(spelling.words(piece))
    return Sentence(tuple(words), frozenset(commas), asked)
