"""Prints recall and false alarms by class, and every line that is wrong."""

from __future__ import annotations

import sys
from collections import Counter

from tests.chat.parsing.red_flags import KNOWN, utterances


def main(names: tuple[str, ...]) -> None:
    """The table, a line for each heading."""
    lines = list(utterances(*names))
    counts = Counter(each.heading for each in lines)
    right = Counter(each.heading for each in lines if each.is_right())
    for heading, count in counts.items():
        print(f"{heading:15} {right[heading]:4} of {count:4}")
    for kind, some in (
        ("seen", [each for each in lines if each.sign is not None]),
        ("quiet", [each for each in lines if each.sign is None]),
    ):
        print(f"{kind:15} {sum(each.is_right() for each in some):4} of {len(some):4}")
    for each in lines:
        if not each.is_right():
            found = ", ".join(sorted(each.seen().flags)) or "nothing"
            print(f"  {each.heading}: {each.text!r}: {found}")


if __name__ == "__main__":
    main(tuple(sys.argv[1:]) or KNOWN)
