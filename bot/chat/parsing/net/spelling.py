"""How a typed word is meant: contractions in full, slips of the finger in key words mended."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

_ONE_SLIP = 6  # letters from which on a key word may have one wrong ...
_TWO_SLIPS = 9  # ... and two
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
        """The key word it is within a slip or two of; the first letter is seldom wrong."""
        if len(word) < _ONE_SLIP - 1 or word in self.keys or word in self.known:
            return word
        return next((key for key in sorted(self.keys) if _is_slip(word, key)), word)


def _is_slip(word: str, key: str) -> bool:
    most = 0 if len(key) < _ONE_SLIP else 1 if len(key) < _TWO_SLIPS else 2
    if abs(len(word) - len(key)) > most or word[0] != key[0]:
        return False
    return slips(word, key, most) <= most


def slips(left: str, right: str, most: int) -> int:
    """Letters left out, added, changed or swapped with a neighbour; more than `most`: `most` + 1.

    The optimal string alignment distance.
    """
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, one in enumerate(left, 1):
        before, last, row = row, before, [i]
        for j, other in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (one != other))
            if i > 1 and j > 1 and one == right[j - 2] and left[i - 2] == other:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
