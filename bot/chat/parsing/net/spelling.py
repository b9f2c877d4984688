"""How a typed word is meant: contractions in full, slips of the finger in key words mended."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from bot.chat.parsing.spelling import nearest

_CACHED_MOST = 20_000


@dataclass(frozen=True, slots=True, eq=False)
class Spelling:
    """A language's way of writing. `known` words are never taken for a misspelt key word."""

    full: Mapping[str, tuple[str, ...]]  # "can't" -> can, not
    endings: Mapping[str, tuple[str, ...]]  # "n't" -> not
    keys: Collection[str]
    known: Collection[str]
    _seen: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def words(self, piece: str) -> tuple[str, ...]:
        """The words a typed piece stands for: one, for most."""
        found = self._seen.get(piece)
        if found is None:
            if len(self._seen) >= _CACHED_MOST:
                self._seen.clear()
            found = self._seen[piece] = self._words(piece)
        return found

    def _words(self, piece: str) -> tuple[str, ...]:
        if piece in self.full:
            return self.full[piece]
        for ending, words in self.endings.items():
            if piece.endswith(ending) and len(piece) > len(ending):
                return (*self._words(piece.removesuffix(ending)), *words)
        return (self._mended(piece.replace("'", "")),)

    def _mended(self, word: str) -> str:
        """The key word it is a slip of; where it may be two, the first: either is a sign."""
        near = () if word in self.keys else nearest(word, self.keys, self.known)
        return near[0] if near else word
