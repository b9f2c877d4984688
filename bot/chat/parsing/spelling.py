"""A misspelt word put right: the one way it is done, for red flags, stopping and questions."""

from __future__ import annotations

from collections.abc import Collection, Iterable

LEAST = 5
"""A shorter word is never put right: too many real words lie one letter away."""

_TWO_FROM = 9  # letters of the word that was meant; from here on two slips are believed, mostly


def distance(left: str, right: str, most: int) -> int:
    """Letters added, left out, changed or swapped with their neighbour; `most` + 1 for more.

    The optimal string alignment distance.
    """
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


def nearest(
    word: str, known: Iterable[str], guarded: Collection[str], *, two_from: int = _TWO_FROM
) -> tuple[str, ...]:
    """The known words this may be a slip of: those the fewest letters away, sorted.

    The first letter is right, as it mostly is. `guarded`: real words that look like a slip.
    """
    if len(word) < LEAST or word in guarded or not word.isalpha():
        return ()
    found: dict[int, list[str]] = {}
    for each in known:
        most = 2 if len(each) >= two_from else 1
        if each[0] == word[0] and (far := distance(word, each, most)) <= most:
            found.setdefault(far, []).append(each)
    return tuple(sorted(found[min(found)])) if found else ()


def meant(word: str, known: Iterable[str], guarded: Collection[str]) -> str | None:
    """The one known word this may be a slip of; None where there is none, or more than one."""
    found = nearest(word, known, guarded)
    return found[0] if len(found) == 1 else None
