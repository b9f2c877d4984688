"""What is shown and when it comes are of one clock, whatever the system's zone data say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.app.zones import disagreements
from bot.domain.wallclock import all_zones
from bot.screens.cards import card
from bot.screens.scene import Scene
from bot.storage.store import Store
from bot.words import Words
from tests.usecases.patients import beat, claim, doses_of, patient

BEGUN = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


DIFFERING = disagreements(all_zones(), BEGUN)[:4]


@pytest.mark.parametrize("zone", dict.fromkeys((*DIFFERING, "America/Vancouver")))
async def test_r15_a_dose_comes_at_the_instant_whose_time_its_card_shows(
    store: Store, zone: str
) -> None:
    """Where pytz and the system differ about a zone, one of them alone is asked: pytz."""
    ada = await patient(store, BEGUN, zone=zone)
    first = (await doses_of(store, ada, BEGUN))[0]
    await beat(store, first.due_at - timedelta(seconds=1))
    assert await claim(store, first.due_at - timedelta(seconds=1)) == ()
    await beat(store, first.due_at)
    [letter] = await claim(store, first.due_at)
    here = Scene(Words("en"), zone, first.due_at)
    assert here.clock(first.due_at) == f"{first.wall:%H:%M}"
    assert f"{first.wall:%H:%M} dose" in str(card(here, letter.message).text)
