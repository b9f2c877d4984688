"""Every statement about cards: the messages with buttons that stand in a person's chat."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import uuid4

from sqlalchemy import Connection, bindparam, func, insert, select, update

from bot.domain.message import CardPlace
from bot.domain.terms import CardId, DoseId, PersonId
from bot.storage.rows import CardDoseRow, CardRow, PersonRow

_TELLS = "tells"  # it says how a dose was answered
_ADD, _ADD_DOSES = insert(CardRow), insert(CardDoseRow)
_PLACES = (
    select(CardRow.id, PersonRow.telegram_id, CardRow.message_id)
    .join(CardDoseRow, CardDoseRow.card_id == CardRow.id)
    .join(PersonRow, PersonRow.id == CardRow.person_id)
)
_LIVE = (
    _PLACES.where(
        CardDoseRow.dose_id.in_(bindparam("doses", expanding=True)), CardRow.live.is_(True)
    )
    .group_by(CardRow.id, PersonRow.telegram_id, CardRow.message_id, CardRow.sent_at)
    .order_by(CardRow.sent_at)
)
_ABOUT = CardDoseRow.dose_id == bindparam("dose")
_LAST_SENT = (
    select(func.max(CardRow.sent_at))
    .join(CardDoseRow, CardDoseRow.card_id == CardRow.id)
    .where(_ABOUT, CardRow.kind != _TELLS)
)
_TELLING = _PLACES.where(_ABOUT, CardRow.kind == _TELLS).order_by(CardRow.message_id)
_BESIDE = select(CardDoseRow.dose_id).where(
    CardDoseRow.card_id.in_(select(CardDoseRow.card_id).where(_ABOUT))
)
_RETIRE = (
    update(CardRow).where(CardRow.id.in_(bindparam("cards", expanding=True))).values(live=False)
)


def add(
    conn: Connection,
    card: CardId,
    person: PersonId,
    message_id: int,
    kind: str,
    doses: Sequence[DoseId],
    at: datetime,
    *,
    live: bool = True,
) -> None:
    """A card arrived in the person's chat, about these doses."""
    message = {"message_id": message_id, "kind": kind, "live": live, "sent_at": at}
    conn.execute(_ADD, {"id": card, "person_id": person, **message})
    if doses:
        conn.execute(_ADD_DOSES, [{"card_id": card, "dose_id": dose} for dose in doses])


def live(conn: Connection, doses: Sequence[DoseId]) -> tuple[CardPlace, ...]:
    """The live cards on which any of these doses stands, oldest first."""
    rows = conn.execute(_LIVE, {"doses": list(doses)})
    return tuple(CardPlace(CardId(card), chat, message) for card, chat, message in rows)


def last_sent(conn: Connection, dose: DoseId) -> datetime | None:
    """When the last card about this dose arrived."""
    found: datetime | None = conn.scalar(_LAST_SENT, {"dose": dose})
    return found


def telling(conn: Connection, dose: DoseId) -> tuple[CardPlace, ...]:
    """The messages that tell how this dose was answered, oldest first."""
    rows = conn.execute(_TELLING, {"dose": dose})
    return tuple(CardPlace(CardId(card), chat, message) for card, chat, message in rows)


def tell(
    conn: Connection, person: PersonId, dose: DoseId, messages: Iterable[int], at: datetime
) -> None:
    """These messages, which did not, tell it from now on."""
    for message in messages:
        add(conn, CardId(uuid4()), person, message, _TELLS, [dose], at, live=False)


def beside(conn: Connection, dose: DoseId) -> frozenset[DoseId]:
    """The doses that stand, or stood, on a card together with this one."""
    rows = conn.execute(_BESIDE, {"dose": dose})
    return frozenset(DoseId(row.dose_id) for row in rows) - {dose}


def retire(conn: Connection, cards: Sequence[CardPlace]) -> None:
    """These cards' buttons are to go: they are live no longer."""
    if cards:
        conn.execute(_RETIRE, {"cards": [card.card for card in cards]})
