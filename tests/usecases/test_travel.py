"""Journeys on a real database: what is asked on the way, and what the echo said of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from sqlalchemy import Connection

from bot.domain.outcomes import Asked, Preview
from bot.domain.person import Person
from bot.domain.setup import Draft, Purpose, Question
from bot.domain.terms import DoseState
from bot.domain.timetable import wall_gaps
from bot.screens.scene import Scene
from bot.screens.setup import question
from bot.storage import plans
from bot.storage.store import Store
from bot.usecases.plans import preview, succeed
from bot.words import Words
from tests.usecases.patients import POLICY, beat, doses_of, patient, slots_at

AT = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
WALLS = [
    ("22:00",),
    ("08:00", "20:00"),
    ("08:00", "14:00", "22:00"),
    ("08:00", "12:00", "16:00", "22:00"),
]
FLIGHTS = [
    ("Asia/Tokyo", "America/Los_Angeles"),
    ("Pacific/Auckland", "Pacific/Honolulu"),
    ("Pacific/Kiritimati", "Pacific/Pago_Pago"),
]


async def fly(store: Store, person: Person, zone: str, walls: tuple[str, ...], at: datetime) -> str:
    """The same plan by another clock from `at` on; what its echo said."""
    slots, ten = slots_at(walls), frozenset({Decimal(10)})

    def work(conn: Connection) -> Preview:
        medication = plans.medication_of(conn, person.id)
        assert medication is not None
        view = preview(conn, person, slots, zone, ten, None, at, POLICY)
        succeed(conn, person, medication, view, at, POLICY)
        return view

    view = await store.write(work)
    draft = Draft(purpose=Purpose.ZONE, zone=zone, label="There")
    return question(Scene(Words(), zone, at), Asked(Question.ECHO, draft, view)).text


@pytest.mark.parametrize("walls", WALLS, ids=len)
@pytest.mark.parametrize("flight", FLIGHTS, ids="-".join)
async def test_there_and_back_nothing_is_asked_twice_and_no_odd_gap_is_left_unsaid(
    store: Store, flight: tuple[str, str], walls: tuple[str, ...]
) -> None:
    apart = min(POLICY.start_gap, *wall_gaps(slots_at(walls)))
    for number in range(6):
        person = await patient(store, AT, number + 1, walls, flight[0])
        leaves = AT + 30 * HOUR + number * timedelta(hours=4, minutes=13)
        legs = [(flight[1], leaves), (flight[0], leaves + 31 * HOUR)]
        said: dict[datetime, str] = {}
        for zone, at in legs:
            await beat(store, at)
            said[at] = await fly(store, person, zone, walls, at)
        await beat(store, AT + 120 * HOUR)
        found = [d for d in await doses_of(store, person, AT) if d.state is not DoseState.PLANNED]
        for earlier, later in pairwise(found):
            gap = later.due_at - earlier.due_at
            assert gap >= apart
            if later.plan_id == earlier.plan_id:
                continue
            echo = next(said[at] for zone, at in reversed(legs) if zone == later.zone)
            if gap > POLICY.gap_asked_most or gap < POLICY.gap_asked_least:
                assert "Ask your pharmacist which times to use." in echo, (earlier, later)
