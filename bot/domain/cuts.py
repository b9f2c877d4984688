"""When what is planned became less: withdrawal can follow a cut as it follows a stop."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from bot.domain.timetable import Plan


def last_cut(versions: Sequence[Plan], at: datetime) -> datetime | None:
    """The last instant up to `at` at which the planned daily total fell, to nothing included.

    `versions`: of one medication, in any order; one that was succeeded before it began is none.
    """
    begun = sorted(
        (
            each
            for each in versions
            if each.starts_at <= at and (each.ends_at is None or each.ends_at > each.starts_at)
        ),
        key=lambda plan: plan.starts_at,
    )
    cuts = [
        later.starts_at for before, later in pairwise(begun) if later.daily_mg < before.daily_mg
    ]
    if begun and begun[-1].ends_at is not None and begun[-1].ends_at <= at:
        cuts.append(begun[-1].ends_at)
    return max(cuts, default=None)
