"""A misspelt word put right, where only one word can have been meant."""

from __future__ import annotations

from collections.abc import Collection, Iterable

LEAST = 5
"""A shorter word is never put right: too many real words lie one letter away."""

_TWO_FROM = 8  # letters; from here on two slips are believed


def distance(left: str, right: str, most: int) -> int:
    """Letters added, left out, changed or swapped with their neighbour; `most` + 1 for more."""
    if abs(len(left) - len(right)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def meant(word: str, known: Iterable[str], guarded: Collection[str]) -> str | None:
    """The one known word this may be a slip of; None where there is none, or more than one.

    The first letter is right, as it mostly is. `guarded`: real words that look like a slip.
    """
    if len(word) < LEAST or word in guarded or not word.isalpha():
        return None
    most = 2 if len(word) >= _TWO_FROM else 1
    near = [(distance(word, each, most), each) for each in known if each[0] == word[0]]
    best = min((far for far, _ in near), default=most + 1)
    found = {each for far, each in near if far == best}
    return found.pop() if best <= most and len(found) == 1 else None
