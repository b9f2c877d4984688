"""Countries and coordinates give the clocks that may be on the wall there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import places
from bot.domain import wallclock

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
THREE_YEARS = timedelta(days=3 * 366)


def at(latitude: float, longitude: float) -> list[str]:
    return [place.zone for place in places.at_coordinates(latitude, longitude, AT)]


def test_every_country_offers_each_of_its_clocks_once():
    for code in wallclock.countries():
        offered = [place.zone for place in places.zones_in(code, AT)]
        for a, b in combinations(offered, 2):
            assert not wallclock.same_clock(a, b, AT, AT + THREE_YEARS), (code, a, b)
        for zone in wallclock.zones_of_country(code):
            same = [wallclock.same_clock(zone, o, AT, AT + THREE_YEARS) for o in offered]
            assert same.count(True) == 1, (code, zone)


def test_labels_of_a_country_can_be_told_apart():
    for code in wallclock.countries():
        labels = [place.label for place in places.zones_in(code, AT)]
        assert len(set(labels)) == len(labels)
        assert all(place.country == code for place in places.zones_in(code, AT))


def test_a_country_of_several_clocks_lists_best_known_cities_with_todays_letters():
    winter = [place.label for place in places.zones_in("us", AT)]
    assert winter[:2] == ["New York (EST)", "Chicago (CST)"]
    assert places.zones_in("US", AT + timedelta(days=180))[0].label == "New York (EDT)"
    assert [place.label for place in places.zones_in("BR", AT)][1] == "Sao Paulo"
    assert "Australia/Sydney" in [place.zone for place in places.zones_in("AU", AT)]


def test_an_unknown_country_has_no_zones():
    assert places.zones_in("XX", AT) == places.zones_in("", AT) == ()


def test_a_country_is_named_in_any_language_known():
    for name in ("Germany", "deutschland", "Allemagne", "Германия", "ドイツ"):
        assert places.country_named(name) == ("DE",)
    assert places.country_named("Saksa", "fi") == ("DE",)
    assert places.country_named("ประเทศไทย") == ()
    assert places.country_named("ไทย", "th") == ("TH",)
    assert places.country_named("DE") == ()
    assert places.country_named("x" * 100_000) == ()
    assert places.country_name("de", "fr") == "Allemagne"
    assert places.country_name("DE", "no such language") == "Germany"
    assert places.country_name("??") == "??"


def test_every_country_is_found_by_the_name_it_is_shown_under():
    for code in wallclock.countries():
        for language in ("en", "de", "es", "fr", "ru"):
            assert code in places.country_named(places.country_name(code, language), language)


@pytest.mark.parametrize(
    ("zone", "country"),
    [("Europe/Berlin", "DE"), ("Asia/Calcutta", "IN"), ("Europe/Kiev", "UA"), ("Etc/UTC", None)],
)
def test_a_zone_has_the_country_it_is_named_in(zone, country):
    assert places.likely_country(zone) == country


@pytest.mark.parametrize(
    ("latitude", "longitude", "zone"),
    [
        (52.52, 13.40, "Europe/Berlin"),
        (40.71, -74.01, "America/New_York"),
        (27.70, 85.32, "Asia/Kathmandu"),
        (-33.87, 151.21, "Australia/Sydney"),
        (33.45, -112.07, "America/Phoenix"),
        (64.18, -51.72, "America/Nuuk"),
    ],
)
def test_coordinates_on_land_give_their_zone(latitude, longitude, zone):
    assert at(latitude, longitude) == [zone]


def test_coordinates_with_two_clocks_on_the_wall_give_both():
    assert set(at(43.83, 87.62)) == {"Asia/Shanghai", "Asia/Urumqi"}


@pytest.mark.parametrize(
    "where", [(0, 0), (0, -140), (90.1, 0), (0, 180.5), (float("nan"), 0), (0, float("inf"))]
)
def test_coordinates_at_sea_or_out_of_range_give_nothing(where):
    assert at(*where) == []


@settings(max_examples=300, deadline=None)
@given(st.floats(-90, 90), st.floats(-180, 180))
def test_any_coordinates_give_zones_people_live_in(latitude, longitude):
    for zone in at(latitude, longitude):
        assert wallclock.is_zone(zone)
        assert places.likely_country(zone)
