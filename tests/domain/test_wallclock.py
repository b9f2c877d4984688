"""The wall clock's promises, judged by scanning UTC minute by minute (pytz's easy direction)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache

import pytest
import pytz
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import wallclock

BEGIN, END = datetime(2025, 1, 1, tzinfo=UTC), datetime(2031, 1, 1, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def shown(at: datetime, zone: str) -> datetime:
    """What the zone's clock shows, as a naive time: pytz asked directly."""
    naive = at.replace(tzinfo=None)
    return pytz.timezone(zone).fromutc(naive).replace(tzinfo=None)


def offset(at: datetime, zone: str) -> timedelta:
    return shown(at, zone) - at.replace(tzinfo=None)


@cache
def scanned() -> dict[str, tuple[datetime, ...]]:
    """One zone for every behaviour 2025-2030, with the minutes its offset changes, by scanning."""
    days = [min(BEGIN + DAY * count, END) for count in range(0, (END - BEGIN).days + 3, 3)]
    found = {}
    for zone in pytz.all_timezones:
        offsets = tuple(offset(day, zone) for day in days)
        found.setdefault(offsets, zone)
    return {zone: _minutes_of_change(zone, days, offsets) for offsets, zone in found.items()}


def _minutes_of_change(zone, days, offsets) -> tuple[datetime, ...]:
    minutes = []
    for index in range(1, len(days)):
        if offsets[index] != offsets[index - 1]:
            at = days[index - 1]
            while offset(at + HOUR, zone) == offsets[index - 1]:
                at += HOUR
            while offset(at, zone) == offsets[index - 1]:
                at += MINUTE
            minutes.append(at)
    return tuple(minutes)


def first_reached(wall: datetime, clock: list[tuple[datetime, datetime]]) -> datetime:
    return next(at for at, shows in clock if shows >= wall)


def test_the_scan_sees_gaps_folds_and_zones_that_never_change():
    changes = {
        offset(at, zone) - offset(at - MINUTE, zone)
        for zone, minutes in scanned().items()
        for at in minutes
    }
    assert len(scanned()) > 60
    assert {timedelta(minutes=m) for m in (60, -60, 30, -30, 120, -120)} <= changes


def test_transitions_are_those_a_scan_finds():
    for zone, minutes in scanned().items():
        assert wallclock.transitions(zone, BEGIN, END) == minutes, zone


def test_every_wall_minute_around_every_transition_is_the_first_instant_it_is_reached():
    for zone, minutes in scanned().items():
        for change in minutes:
            scan = [change + MINUTE * count for count in range(-330, 331)]
            clock = [(at, shown(at, zone)) for at in scan]
            middle = shown(change, zone)
            reached, walls = 0, [middle + MINUTE * count for count in range(-150, 151)]
            for wall in walls:
                while clock[reached][1] < wall:
                    reached += 1
                got = wallclock.instant(wall.date(), wall.time(), zone)
                assert got == clock[reached][0], (zone, wall)


@settings(max_examples=750, deadline=None)
@given(
    st.sampled_from(pytz.all_timezones), st.dates(date(2025, 1, 1), date(2030, 12, 31)), st.times()
)
def test_an_instant_shows_the_wall_time_it_was_made_from_or_ends_the_gap(zone, day, wall):
    at = wallclock.instant(day, wall, zone)
    asked = datetime.combine(day, wall)
    assert at.tzinfo is UTC
    if shown(at, zone) != asked:
        assert shown(at, zone) > asked > shown(at - timedelta.resolution, zone)
        assert wallclock.transitions(zone, at, at + MINUTE) == (at,)
    assert shown(at - timedelta.resolution, zone) < asked


@pytest.mark.parametrize(
    ("zone", "wall", "expected"),
    [
        ("Europe/Berlin", "2026-03-29 02:00", "2026-03-29 01:00"),
        ("Europe/Berlin", "2026-03-29 02:59", "2026-03-29 01:00"),
        ("Europe/Berlin", "2026-10-25 02:30", "2026-10-25 00:30"),
        ("Europe/Dublin", "2026-03-29 01:30", "2026-03-29 01:00"),  # negative DST in winter
        ("Europe/Dublin", "2026-10-25 01:30", "2026-10-25 00:30"),
        ("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-03 15:30"),  # half an hour
        ("Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-04 14:45"),
        ("Africa/Cairo", "2026-04-24 00:00", "2026-04-23 22:00"),  # midnight does not exist
        ("America/Havana", "2026-03-08 00:30", "2026-03-08 05:00"),
        ("America/Santiago", "2026-09-06 00:00", "2026-09-06 04:00"),
        ("Asia/Beirut", "2026-03-29 00:00", "2026-03-28 22:00"),
        ("Atlantic/Azores", "2026-03-29 00:30", "2026-03-29 01:00"),
        ("Antarctica/Troll", "2026-03-29 02:30", "2026-03-29 01:00"),  # two hours
        ("Antarctica/Troll", "2026-10-25 01:30", "2026-10-24 23:30"),
        ("Asia/Pyongyang", "2018-05-04 23:45", "2018-05-04 15:00"),  # no DST on either side
        ("Europe/Moscow", "2014-10-26 01:30", "2014-10-25 21:30"),  # the same flag on both sides
        ("Pacific/Apia", "2011-12-30 14:00", "2011-12-30 10:00"),  # a date that never was
        ("Asia/Kathmandu", "2026-06-01 08:00", "2026-06-01 02:15"),
    ],
)
def test_known_traps_give_the_first_valid_instant(zone, wall, expected):
    asked = datetime.fromisoformat(wall)
    got = wallclock.instant(asked.date(), asked.time(), zone)
    assert got == datetime.fromisoformat(expected).replace(tzinfo=UTC)


def test_fold_on_a_wall_time_changes_nothing():
    day, zone = date(2026, 10, 25), "Europe/Berlin"
    late = time(2, 30, fold=1)
    assert wallclock.instant(day, late, zone) == wallclock.instant(day, time(2, 30), zone)


def test_a_local_time_is_the_same_instant_and_carries_no_pytz():
    for zone, minutes in scanned().items():
        for at in (BEGIN, *minutes[:2]):
            here = wallclock.local(at, zone)
            assert here == at
            assert type(here.tzinfo) is timezone
            assert here.replace(tzinfo=None) == shown(at, zone)
            assert wallclock.day_of(at, zone) == shown(at, zone).date()


def test_abbreviations_are_letters_or_the_offset():
    winter, summer = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 7, 1, tzinfo=UTC)
    assert wallclock.abbreviation(winter, "Europe/Berlin") == "CET"
    assert wallclock.abbreviation(summer, "Europe/Berlin") == "CEST"
    assert wallclock.abbreviation(winter, "Asia/Dubai") == "+04"
    assert wallclock.abbreviation(winter, "UTC") == "UTC"


def test_naive_instants_and_zoned_wall_times_are_refused():
    naive = datetime(2026, 1, 1)  # noqa: DTZ001
    for refused in (
        lambda: wallclock.local(naive, "UTC"),
        lambda: wallclock.day_of(naive, "UTC"),
        lambda: wallclock.abbreviation(naive, "UTC"),
        lambda: wallclock.transitions("UTC", naive, END),
        lambda: wallclock.same_clock("UTC", "Etc/UTC", BEGIN, naive),
        lambda: wallclock.instant(date(2026, 1, 1), time(8, tzinfo=UTC), "UTC"),
        lambda: wallclock.instant(date(2026, 1, 1), time(8), "europe/berlin"),
        lambda: wallclock.local(BEGIN, "Nowhere/City"),
    ):
        with pytest.raises(ValueError, match=r".+"):
            refused()
    with pytest.raises(TypeError):
        wallclock.instant(BEGIN, time(8), "UTC")


def test_an_instant_of_another_zone_is_taken_as_the_instant_it_is():
    elsewhere = BEGIN.astimezone(timezone(timedelta(hours=5, minutes=30)))
    assert wallclock.local(elsewhere, "Europe/Berlin") == BEGIN


def test_a_zone_is_named_in_any_case_but_known_in_one():
    assert wallclock.is_zone("Europe/Berlin")
    assert not wallclock.is_zone("europe/berlin")
    assert wallclock.zone_named(" europe/BERLIN ") == "Europe/Berlin"
    assert wallclock.zone_named("america/new york") == "America/New_York"
    assert wallclock.zone_named("america/port-au-prince") == "America/Port-au-Prince"
    assert wallclock.zone_named("Berlin") is None
    assert wallclock.zone_named("x" * 100_000) is None


def test_well_known_zones_stand_for_the_clocks_of_today():
    known = wallclock.well_known_zones()
    assert {"America/New_York", "Asia/Kolkata"} <= known <= set(pytz.all_timezones)


def test_clocks_are_the_same_only_if_they_never_part():
    year = (datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))
    winter = (datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 3, 1, tzinfo=UTC))
    assert wallclock.same_clock("Europe/Berlin", "Europe/Paris", *year)
    assert not wallclock.same_clock("Europe/Berlin", "Africa/Algiers", *year)
    assert wallclock.same_clock("Europe/Berlin", "Africa/Algiers", *winter)
    assert not wallclock.same_clock("America/Denver", "America/Phoenix", *year)


def test_a_clock_that_changes_at_the_first_instant_is_already_changed():
    change = datetime(2026, 3, 29, 1, tzinfo=UTC)
    until = change + DAY
    assert wallclock.clock("Europe/Berlin", change, until) == (timedelta(hours=2), ())
    assert wallclock.transitions("Europe/Berlin", change, until) == (change,)
    assert wallclock.transitions("Europe/Berlin", change - DAY, change) == ()


def test_countries_and_zones_name_each_other():
    assert wallclock.zones_of_country("DE")[0] == "Europe/Berlin"
    assert wallclock.zones_of_country("us")[0] == "America/New_York"
    assert wallclock.zones_of_country("XX") == ()
    assert "DE" in wallclock.countries()
    assert wallclock.countries_of_zone("Europe/Berlin") == ("DE",)
    assert wallclock.countries_of_zone("Etc/GMT+5") == ()
    assert set(wallclock.all_zones()) == set(pytz.all_timezones)
    assert wallclock.tzdata_version()[:2] == "20"


def test_a_day_ends_at_the_first_instant_of_a_later_date_in_every_zone() -> None:
    for zone, minutes in scanned().items():
        around = {BEGIN, *(each + by for each in minutes for by in (-DAY, -MINUTE, MINUTE))}
        for at in around:
            end = wallclock.next_day(at, zone)
            today = shown(at, zone).date()
            assert shown(end, zone).date() > today, (zone, at)
            assert shown(end - timedelta.resolution, zone).date() == today, (zone, at)


@pytest.mark.parametrize(
    ("zone", "at", "end"),
    [
        ("Africa/Cairo", "2026-04-23 21:59", "2026-04-23 22:00"),  # 00:00 does not exist
        ("Pacific/Apia", "2011-12-30 09:00", "2011-12-30 10:00"),  # nor does this whole date
        ("America/St_Johns", "2010-11-07 02:31", "2010-11-07 03:31"),  # the date came, and went
    ],
)
def test_a_day_ends_where_midnight_or_the_date_is_missing_or_comes_twice(zone, at, end) -> None:
    when = datetime.fromisoformat(at).replace(tzinfo=UTC)
    assert wallclock.next_day(when, zone) == datetime.fromisoformat(end).replace(tzinfo=UTC)
