"""How the stop guard does on its lines, by class: python -m tests.chat.parsing.quitting_table."""

from __future__ import annotations

from collections import Counter

from bot.chat.parsing.quitting import quits
from tests.chat.parsing import (
    quitting_blind,
    quitting_blind_2,
    quitting_said,
    quitting_unseen,
    quitting_unseen_2,
    quitting_unseen_3,
    quitting_unseen_4,
)

SETS = (
    *(quitting_said, quitting_blind, quitting_blind_2),
    *(quitting_unseen, quitting_unseen_2, quitting_unseen_3, quitting_unseen_4),
)
QUITTING = [
    (kind, line) for each in SETS for kind, lines in each.QUITTING.items() for line in lines
]
OTHERWISE = [
    (kind, line) for each in SETS for kind, lines in each.OTHERWISE.items() for line in lines
]


def table() -> list[str]:
    """Of each class of lines, how many are heard; and of what only sounds like it, passed over."""
    written: list[str] = []
    for title, what, said, wanted in (
        ("stopping", "heard", QUITTING, True),
        ("only sounds like it", "passed over", OTHERWISE, False),
    ):
        counts = Counter(kind for kind, _ in said)
        right = Counter(kind for kind, text in said if quits(text) is wanted)
        written += ["", f"| {title} | {what} | of |", "|---|---|---|"]
        written += [f"| {kind} | {right[kind]} | {counts[kind]} |" for kind in counts]
        written.append(f"| all | {right.total()} | {counts.total()} |")
    return written[1:]


if __name__ == "__main__":
    print("\n".join(table()))
