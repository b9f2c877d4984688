"""How bad the signs were that somebody told lately."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.terms import Level, PersonId
from bot.storage import Connection, red_flags, symptoms


def worst_lately(
    conn: Connection, person: PersonId, at: datetime, within: timedelta = timedelta(days=1)
) -> Level | None:
    """The highest level that the person's signs and red flags came to lately: who has an urgent
    one is not told to go on as before. Too much taken, or a pump, is no sign, and counts.

    So does what was said of somebody else: "my husband had a seizure" may be typed on his phone.
    """
    told = symptoms.worst_since(conn, person, at - within)
    flags = red_flags.stood_since(conn, person, at - within)
    flagged = [Level.URGENT if each.kind is None else Level.EMERGENCY for each in flags]
    return max((each for each in (told, *flagged) if each is not None), default=None)


def urgent_lately(conn: Connection, person: PersonId, at: datetime) -> bool:
    """Urgent or worse, of the last day: nobody tells them to take a dose."""
    return (worst_lately(conn, person, at) or Level.INFO) >= Level.URGENT
