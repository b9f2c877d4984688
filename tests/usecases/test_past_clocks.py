"""The log after a journey: what is over is on the date and by the clock of where it was."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from bot.domain.dose_events import Took
from bot.domain.terms import DoseState
from bot.domain.wallclock import day_of
from bot.screens.clocks import clock_there
from bot.screens.log import log
from bot.screens.log import today as day
from bot.screens.scene import Scene
from bot.storage import people as rows
from bot.storage.store import Cause, Store
from bot.usecases import doses as answering
from bot.usecases import history, taking
from bot.words import Words
from tests.screens.golden import readable
from tests.usecases.patients import POLICY, beat, doses_of, patient, tapping
from tests.usecases.test_travel import fly

TOKYO, LOS_ANGELES = "Asia/Tokyo", "America/Los_Angeles"
DUE = datetime(2026, 11, 23, 23, 0, tzinfo=UTC)  # Tuesday 08:00 in Tokyo, Monday 15:00 in LA
HOUR = timedelta(hours=1)


async def test_a_dose_of_a_later_date_there_is_told_and_an_extra_one_by_the_same_clock(
    store: Store,
) -> None:
    ada = await patient(store, DUE - HOUR, walls=("08:00", "20:00"), zone=TOKYO)
    await beat(store, DUE)
    [dose, *_] = await doses_of(store, ada, DUE)
    said = tapping(ada, DUE)
    await answering.answer(store, POLICY, said, dose.id, Took(), Cause("update:1", DUE))
    extra_at = DUE + HOUR
    extra = tapping(ada, extra_at)
    await taking.take_extra(store, extra, extra_at, Cause("update:2", extra_at))

    landed = DUE + 2 * HOUR
    await fly(store, ada, LOS_ANGELES, ("08:00", "20:00"), landed)
    await store.write(lambda conn: rows.change(conn, ada.id, zone=LOS_ANGELES))
    week = await history.log(store, POLICY, ada.id, landed, 0)
    tuesday = date(2026, 11, 24)
    assert day_of(landed, LOS_ANGELES) < tuesday
    assert [(on, [each.state for each in of_day]) for on, of_day in week.days] == [
        (tuesday, [DoseState.TAKEN])
    ]
    assert week.extras == ((extra_at, TOKYO),)
    shown = log(Scene(Words(), LOS_ANGELES, landed), POLICY, week)
    assert readable(shown.text).splitlines()[:5] == [
        "*Last 7 days*",
        "Times with JST are by the clock where you were then.",
        "*Tue 24 Nov*",
        "08:00 JST 10 mg (1 tablet) taken 08:00",
        "09:00 JST extra dose",
    ]
    today = await history.today(store, ada.id, landed)
    line = readable(day(Scene(Words(), LOS_ANGELES, landed), POLICY, today).text).splitlines()[1]
    assert line.startswith("15:00 (Tue 24 Nov 08:00 JST) 10 mg (1 tablet) taken 15:00")


async def test_an_extra_dose_of_a_journey_is_on_the_page_of_the_date_it_stands_under(
    store: Store,
) -> None:
    ada = await patient(store, DUE - HOUR, walls=("08:00", "20:00"), zone=TOKYO)
    await beat(store, DUE)
    extra_at = DUE + HOUR  # Tuesday there, Monday in LA
    await taking.take_extra(store, tapping(ada, extra_at), extra_at, Cause("update:1", extra_at))
    landed = DUE + 2 * HOUR
    await fly(store, ada, LOS_ANGELES, ("08:00", "20:00"), landed)
    await store.write(lambda conn: rows.change(conn, ada.id, zone=LOS_ANGELES))

    a_week_later = landed + timedelta(days=7)  # Monday in LA: this page begins on that Tuesday
    await beat(store, a_week_later)
    pages = [await history.log(store, POLICY, ada.id, a_week_later, page) for page in (0, 1)]
    tuesday = date(2026, 11, 24)
    assert [page.extras for page in pages] == [((extra_at, TOKYO),), ()]
    assert [tuesday in [on for on, _ in page.days] for page in pages] == [True, False]


def test_a_clock_called_as_the_one_here_is_told_by_its_city() -> None:
    here = Scene(Words(), "America/Chicago", DUE)
    assert clock_there(here, DUE, "Asia/Shanghai") == "07:00 Shanghai"
    assert clock_there(here, DUE, TOKYO) == "08:00 JST"
