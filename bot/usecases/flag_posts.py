"""What a red flag calls for, where its own way into the chat has failed."""

from __future__ import annotations

from datetime import datetime

from bot.domain.dose import Say
from bot.domain.person import Person
from bot.domain.red_flags import EmergencyCard, EmergencyKind, Raised
from bot.domain.terms import RedFlagId
from bot.storage import Connection, outbox
from bot.storage.store import Store

_PRIORITY = 0  # before everything else that waits


async def send_on(
    store: Store, person: Person, flag: RedFlagId, kind: EmergencyKind, at: datetime
) -> None:
    """The card of an emergency that was tapped did not arrive: the outbox goes on trying."""
    card = Raised(EmergencyCard(kind), frozenset(), flag)
    await store.write(lambda conn: keep_sending(conn, person, flag, card, at))


def keep_sending(
    conn: Connection, person: Person, flag: RedFlagId, raised: Raised, at: datetime
) -> None:
    """What a red flag calls for is said by the outbox, until it arrives or is answered."""
    card = raised.card
    outbox.put(
        conn,
        person.id,
        Say.RED_FLAG,
        {
            "flag": str(flag),
            "flags": " ".join(sorted(raised.flags)),
            "other": raised.other if card is None else card.other,
            "too_much": card is not None and card.too_much,
        },
        cause=f"{Say.RED_FLAG}:{flag}",
        at=at,
        priority=_PRIORITY,
        group_key=flag_group(flag),
    )


def flag_group(flag: RedFlagId) -> str:
    """What waits in the outbox about one red flag."""
    return f"{Say.RED_FLAG}:{flag}"
