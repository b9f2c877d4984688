"""Which of the doses on the screen the words name: by what is printed, a label or a time.

Their order on the screen is not printed: "the last one" may be any of them, and is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from bot.chat.handlers.typed_doses import spelled
from bot.chat.parsing.times import TimeRead, read_time
from bot.chat.turn import Turn
from bot.domain.dose import Dose
from bot.domain.moments import as_seen

_AROUND = re.compile(r"^(?:the|my) | (?:one|dose)$")  # "the 14:00 one"


def doses_named(turn: Turn, text: str, offered: Sequence[Dose]) -> list[Dose]:
    """Those of the offered doses that the words may mean: one is answered, more are asked about."""
    said = spelled(text)
    by_label = [dose for dose in offered if said == spelled(turn.scene.dose(dose))]
    if by_label:
        return by_label
    said = _AROUND.sub("", said)
    return [dose for dose in offered if _is_at(turn, said, dose)]


def _is_at(turn: Turn, said: str, dose: Dose) -> bool:
    """The time that was said is the one by which the dose is known here, and so is its day."""
    read = read_time(said)
    wall, day = as_seen(dose, turn.scene.zone)
    if not isinstance(read, TimeRead) or read.wall != wall:
        return False
    return read.day is None or day == turn.scene.today + timedelta(days=read.day)
