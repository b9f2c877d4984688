"""Prints how questions are read, by kind, and every line that is read wrongly."""

from __future__ import annotations

import sys

from tests.chat.parsing.asked import KNOWN, Verdict, judged, table


def main(names: tuple[str, ...]) -> None:
    """The table, a line for each kind; then what is wrong."""
    print("\n".join(table(*names)))
    for name in names:
        for each, verdict in judged(name):
            if verdict is Verdict.WRONG:
                print(f"wrong, {name}: {each.text!r}")


if __name__ == "__main__":
    main(tuple(sys.argv[1:]) or KNOWN)
