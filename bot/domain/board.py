"""The board: the one pinned message that shows a person's day, and when a new one is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Mark(StrEnum):
    """What is kept in place of a digest of the board's words."""

    OFF = "off"  # the person wants none
    SENT = "sent"  # a new message went out, and may have arrived
    SENT_AGAIN = "sent again"  # so did a second one: there is no third that day


@dataclass(frozen=True, slots=True)
class Kept:
    """The board as it stands: its message, the local date it shows, and a digest or a mark.

    `shown` is None where it is not known what the message says, or whether it is pinned.
    """

    message_id: int | None = None
    day: date | None = None
    shown: str | None = None

    def needs_new(self, day: date) -> bool:
        """Whether this local date is to be shown in a new message. A date gone back is not."""
        lost = self.message_id is None or self.shown in (Mark.SENT, Mark.SENT_AGAIN)
        return lost or self.day is None or self.day < day

    def attempt(self, day: date) -> Mark | None:
        """What is kept while a new message for this date goes out; None where two did in vain.

        Nobody can know whether a message whose answer was lost has arrived: one stray may stand.
        """
        if self.day != day or self.shown not in (Mark.SENT, Mark.SENT_AGAIN):
            return Mark.SENT
        return Mark.SENT_AGAIN if self.shown == Mark.SENT else None
