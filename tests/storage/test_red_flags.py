"""Red flags on record: what each statement promises, on both databases."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from sqlalchemy import Connection

from bot.domain.red_flags import EmergencyKind, FlagAnswer
from bot.domain.terms import PersonId, RedFlagId
from bot.storage import red_flags
from bot.storage.red_flags import KeptFlag
from bot.storage.store import Store
from tests.storage import care
from tests.storage.care import AT, HOUR, MINUTE


def flag(conn: Connection, who: PersonId, kind: EmergencyKind | None, hours: int = 0) -> RedFlagId:
    """A red flag of somebody, so many hours after the start."""
    new = RedFlagId(uuid4())
    red_flags.add(conn, new, who, kind, AT + hours * HOUR)
    return new


async def test_a_flag_comes_back_with_its_answer(store: Store) -> None:
    def work(conn: Connection) -> list[Any]:
        ada = care.person(conn)
        which = flag(conn, ada, EmergencyKind.PUMP)
        before = red_flags.find(conn, which)
        red_flags.answer(conn, which, FlagAnswer.CALLED, AT + MINUTE)
        wanted = KeptFlag(which, ada, EmergencyKind.PUMP, AT, FlagAnswer.CALLED)
        return [
            before == KeptFlag(which, ada, EmergencyKind.PUMP, AT, None),
            red_flags.find(conn, which) == wanted,
            red_flags.find(conn, RedFlagId(uuid4())),
        ]

    assert await store.write(work) == [True, True, None]


async def test_the_latest_with_a_card_is_the_persons_own(store: Store) -> None:
    def work(conn: Connection) -> bool:
        ada, ben = care.person(conn, 1), care.person(conn, 2)
        assert red_flags.latest(conn, ada) is None
        flag(conn, ada, EmergencyKind.EMERGENCY)
        wanted = flag(conn, ada, EmergencyKind.OVERDOSE, 1)
        flag(conn, ada, None, 2)
        flag(conn, ben, EmergencyKind.PUMP, 3)
        found = red_flags.latest(conn, ada)
        return found is not None and found.id == wanted

    assert await store.write(work)


async def test_of_two_in_the_same_instant_the_one_that_waits_is_the_latest(store: Store) -> None:
    def work(conn: Connection) -> bool:
        ada = care.person(conn)
        for _ in range(5):
            flag(conn, ada, EmergencyKind.EMERGENCY)
        wanted = flag(conn, ada, EmergencyKind.SELF_HARM)
        found = red_flags.latest(conn, ada)
        return found is not None and found.id == wanted

    assert await store.write(work)


async def test_a_new_flag_ends_the_wait_for_the_one_before_it(store: Store) -> None:
    def work(conn: Connection) -> list[FlagAnswer | None]:
        ada = care.person(conn)
        first, second = (flag(conn, ada, EmergencyKind.PUMP, hours) for hours in (0, 1))
        return [found.answer for w in (first, second) if (found := red_flags.find(conn, w))]

    assert await store.write(work) == [FlagAnswer.WENT_ON, None]


async def test_those_that_stood_are_the_persons_own_and_not_called_no_emergency(
    store: Store,
) -> None:
    def work(conn: Connection) -> list[RedFlagId]:
        ada, ben = care.person(conn, 1), care.person(conn, 2)
        flag(conn, ada, EmergencyKind.OVERDOSE, -1)
        denied = flag(conn, ada, EmergencyKind.EMERGENCY, 0)
        red_flags.answer(conn, denied, FlagAnswer.NOT_EMERGENCY, AT + MINUTE)
        called = flag(conn, ada, EmergencyKind.PUMP, 1)
        red_flags.answer(conn, called, FlagAnswer.CALLED, AT + HOUR)
        urgent = flag(conn, ada, None, 2)
        flag(conn, ben, EmergencyKind.PUMP, 3)
        found = [each.id for each in red_flags.stood_since(conn, ada, AT)]
        assert set(found) == {called, urgent}
        return found

    assert len(await store.write(work)) == 2
