"""Labelled utterances for the red-flag net, and how well it does on them.

To print recall and false alarms by class: python -m tests.chat.parsing.red_flags
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from bot.chat.parsing.net.read import read_red_flags
from bot.domain.policy import Policy
from bot.domain.red_flags import Measure, RedFlag, Seen

FOLDER = Path(__file__).parent
# One tablet of 10 mg three times a day, except where two tablets are the dose.
POLICY = Policy()
TWO = Measure(Decimal(2), Decimal(6), Decimal(20), Decimal(60))


@dataclass(frozen=True, slots=True)
class Utterance:
    """A text, the sign in it (None: no sign), and the heading it stands under."""

    text: str
    sign: RedFlag | None
    heading: str

    def seen(self) -> Seen:
        """What the net sees in it."""
        return _seen(self.text)

    def is_right(self) -> bool:
        """The sign is seen; or nothing is, where there is none."""
        flags = self.seen().flags
        return self.sign in flags if self.sign is not None else not flags


@cache
def _seen(text: str) -> Seen:
    return read_red_flags(text, TWO, POLICY)


def utterances(*names: str) -> Iterator[Utterance]:
    """Every line of the files, in order."""
    for name in names:
        heading = ""
        for line in (FOLDER / f"{name}.txt").read_text("utf-8").splitlines():
            if line.startswith("["):
                heading = line.strip("[]")
            elif line and not line.startswith("#"):
                sign = RedFlag(heading) if heading in tuple(RedFlag) else None
                yield Utterance(line.replace("|", "\n"), sign, heading)


LISTS = ("emergencies", "cries", "urgent", "none", "reviewed")
BLIND = (
    *("blind", "blind_second", "blind_third", "blind_fourth"),
    *("blind_fifth", "blind_sixth", "blind_seventh"),
)
KNOWN = (*LISTS, *BLIND)


def table(*names: str) -> list[str]:
    """Recall for each sign, and for each reason why there is none how often nothing is shown."""
    lines = list(utterances(*names))
    counts = Counter(each.heading for each in lines)
    right = Counter(each.heading for each in lines if each.is_right())
    signs = [heading for heading in counts if heading in tuple(RedFlag)]
    others = [heading for heading in counts if heading not in signs]
    rows = [("sign", "caught", signs), ("only looks like one", "nothing shown", others)]
    written: list[str] = []
    for title, what, headings in rows:
        if headings:
            written += ["", f"| {title} | {what} | of |", "|---|---|---|"]
            written += [f"| {each} | {right[each]} | {counts[each]} |" for each in headings]
            total = sum(right[each] for each in headings), sum(counts[each] for each in headings)
            written.append(f"| all | {total[0]} | {total[1]} |")
    return written[1:]
