"""Standing still: what may not have been heard, and one question about what nobody knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from bot.domain.dose import Dose, Say
from bot.domain.policy import Policy
from bot.domain.terms import DoseState, PersonId
from bot.storage import Connection, cards, outbox, pulse
from bot.storage.pulse import Part
from bot.usecases.lives import unanswered

LOOK_BACK = timedelta(days=7)
_PRIORITY = 5


def ask_about_unknown(
    conn: Connection, patient: PersonId, at: datetime, *, outage: bool = True
) -> None:
    """Put one question about all of them in the outbox, unless one is under way or there are none.

    The end of a pause asks about all of them, too. `outage`: that the bot stood still may be why
    nobody knows; else something else is why.
    """
    groups = (Say.OFFLINE, Say.PAUSE_OVER)
    if any(outbox.is_under_way(conn, patient, each) for each in groups):
        return
    if not unanswered(conn, patient, at - LOOK_BACK, at):
        return
    outbox.put(
        conn,
        patient,
        Say.OFFLINE,
        {} if outage else {"outage": False},
        cause=f"{Say.OFFLINE}:{uuid4()}",  # time may stand still, where the clock is set back
        at=at,
        priority=_PRIORITY,
        group_key=Say.OFFLINE,
    )


@dataclass(frozen=True, slots=True)
class Awake:
    """When the bot's beat and polling stood still, as far as a dose must know it.

    `since`: never from then on; None for always. `heard_since`: taps from then on were heard;
    None where no outage is kept. Telegram keeps a tap for as long as the bot may stand still.
    """

    since: datetime | None
    heard_since: datetime | None

    def slept_since(self, at: datetime | None) -> bool:
        """The bot stood still after this instant, or does so now."""
        return self.since is not None and at is not None and self.since > at

    def may_have_missed(self, conn: Connection, dose: Dose) -> bool:
        """An answer to the open dose's last card may be lost, and nobody has asked again."""
        since = self.heard_since
        if dose.state is not DoseState.OPEN or dose.asked_at is None or since is None:
            return False
        return dose.asked_at <= since and (cards.last_sent(conn, dose.id) or since) <= since


def awake(conn: Connection, policy: Policy, at: datetime) -> Awake:
    """How it stands at `at`. Polling that stands still at this moment was never awake."""
    ended, polled = pulse.last_outage_end(conn), pulse.last(conn, Part.POLL)
    heard_since = None if ended is None else ended - policy.asleep_after
    still = polled is not None and at - polled > policy.asleep_after
    return Awake(at if still else ended, heard_since)
