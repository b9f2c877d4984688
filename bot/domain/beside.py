"""What of another date stands beside a day: nobody is to take last night's dose once more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from bot.domain.dose import Dose
from bot.domain.moments import as_seen

_TOLD_FOR = timedelta(hours=12)
_MOST = 3


def beside(doses: Iterable[Dose], day: date, zone: str, at: datetime) -> tuple[Dose, ...]:
    """The doses of other dates that are told with those of `day`, by their time.

    Those taken within the last 12 hours, or due then where they were not taken: last night's after
    midnight, and one of tomorrow that was taken before it. Of more than three, the last three.
    """
    others = (dose for dose in doses if as_seen(dose, zone)[1] != day)
    near = sorted((dose for dose in others if is_told(_moment(dose), at)), key=_moment)
    return tuple(sorted(near[-_MOST:], key=lambda dose: dose.due_at))


def is_told(moment: datetime, at: datetime) -> bool:
    """What happened at `moment`, on another date, is told at `at`."""
    return moment <= at < moment + _TOLD_FOR


def told_until(doses: Iterable[Dose], extras: Iterable[datetime]) -> datetime | None:
    """When the first of these is told no longer; None where there are none."""
    moments = (*(_moment(dose) for dose in doses), *extras)
    return min(moments) + _TOLD_FOR if moments else None


def _moment(dose: Dose) -> datetime:
    return dose.taken_at or dose.due_at
