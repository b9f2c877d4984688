"""Prints recall and false alarms by class, and every line that is wrong.

Name files of this folder to look at those alone: python -m tests.chat.parsing.red_flags blind
"""

from __future__ import annotations

import sys

from tests.chat.parsing.red_flags import KNOWN, table, utterances


def main(names: tuple[str, ...]) -> None:
    """The table, a line for each class; then what is wrong."""
    print("\n".join(table(*names)))
    for each in utterances(*names):
        if not each.is_right():
            found = ", ".join(sorted(each.seen().flags)) or "nothing"
            print(f"wrong, {each.heading}: {each.text!r}: {found}")


if __name__ == "__main__":
    main(tuple(sys.argv[1:]) or KNOWN)
