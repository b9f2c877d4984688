"""What a person types for their city or country finds their zone, or nothing: never a guess."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import places
from bot.domain import wallclock

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
# fmt: off
ABBREVIATIONS = (
    "EST", "CET", "GMT", "GMT+2", "UTC", "UTC+01:00", "EST5EDT", "Etc/UTC", "Etc/GMT-3",
    "PST8PDT", "CST", "GB", "NZ", "CA", "WET", "Coordinated Universal Time", "utc/gmt", "+2",
    "14:05",
)
CITIES_NOT_KNOWN = (
    "Munich", "Hamburg", "Manchester", "Mumbai", "Beijing", "Barcelona", "Milan", "Birmingham",
    "Glasgow", "Boston", "Seattle", "Miami", "Atlanta", "Cologne", "Oakland", "Portland",
    "Bern", "Cambridge", "San Francisco",
)
NEARLY_PLACES = (
    "Victoria", "Korea", "Texas", "Austrlia", "Paris, Texas", "Atlanta, Georgia",
    "London, Ontario", "Los Angeles, CA",
)
NO_PLACES = (
    "", ",", "/", " , ", "!", "Nowhereville", "10 mg at 8:00", "x" * 100_000,
)
# fmt: on


def zones(text: str, language: str = "en") -> list[str]:
    return [place.zone for place in places.find(text, AT, language)]


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("america/new york", "America/New_York"),
        ("US/Eastern", "America/New_York"),
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("berlin", "Europe/Berlin"),
        ("  BERLIN! ", "Europe/Berlin"),
        ("new york", "America/New_York"),
        ("los angeles", "America/Los_Angeles"),
        ("são paulo", "America/Sao_Paulo"),
        ("sao paulo", "America/Sao_Paulo"),
        ("Kathmandu", "Asia/Kathmandu"),
        ("moscow", "Europe/Moscow"),
        ("Москва", "Europe/Moscow"),
        ("Wien", "Europe/Vienna"),
        ("Warszawa", "Europe/Warsaw"),
        ("St. John's", "America/St_Johns"),
        ("Saigon", "Asia/Ho_Chi_Minh"),
        ("Kiev", "Europe/Kyiv"),
        ("germany", "Europe/Berlin"),
        ("Deutschland", "Europe/Berlin"),
        ("Österreich", "Europe/Vienna"),
        ("日本", "Asia/Tokyo"),
        ("uk", "Europe/London"),
        ("England", "Europe/London"),
        ("scotland", "Europe/London"),
        ("uae", "Asia/Dubai"),
        ("Turkey", "Europe/Istanbul"),
        ("Myanmar", "Asia/Yangon"),
        ("Georgia", "Asia/Tbilisi"),  # the country; the state is heard at "is it 14:05?"
        ("Jersey", "Europe/Jersey"),
        ("London, UK", "Europe/London"),
        ("Munich, Germany", "Europe/Berlin"),
        ("Hamburg, Altona, Germany", "Europe/Berlin"),
    ],
)
def test_a_city_a_country_or_a_zone_name_finds_its_zone(typed, zone):
    assert zones(typed) == [zone]


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("berln", "Europe/Berlin"),
        ("germny", "Europe/Berlin"),
        ("istambul", "Europe/Istanbul"),
        ("new yrok", "America/New_York"),
    ],
)
def test_a_small_misspelling_is_offered(typed, zone):
    assert zones(typed) == [zone]


@pytest.mark.parametrize("typed", ABBREVIATIONS)
def test_abbreviations_and_offsets_name_no_place(typed):
    assert zones(typed) == []


@pytest.mark.parametrize("typed", [*CITIES_NOT_KNOWN, *NEARLY_PLACES, *NO_PLACES])
def test_what_is_not_known_for_sure_finds_nothing(typed):
    assert zones(typed) == []


def test_a_country_of_several_clocks_is_asked_about():
    assert zones("usa")[:3] == ["America/New_York", "America/Chicago", "America/Denver"]
    assert zones("untied states") == zones("USA") == zones("америка, сша")
    assert len(zones("Boston, USA")) == len(zones("usa"))
    assert zones("Phoenix, USA") == ["America/Phoenix"]


def test_a_name_two_countries_share_gives_both():
    assert {place.country for place in places.find("Congo", AT)} == {"CD", "CG"}
    assert zones("Salvador") == ["America/El_Salvador", "America/Bahia"]  # a country, a city
    assert zones("Samoa") == ["Pacific/Apia"]  # not the old name of American Samoa's zone


def test_places_are_labelled_in_the_language_asked_for():
    assert places.find("germany", AT, "de")[0].label == "Berlin, Deutschland"
    assert places.find("moscow", AT, "es")[0].label == "Moscú, Rusia"
    assert places.find("Berlin", AT, "no such language")[0].label == "Berlin, Germany"
    assert places.find("Singapore", AT)[0] == places.Place("Asia/Singapore", "SG", "Singapore")


def test_every_city_named_on_a_label_finds_its_own_clock():
    for code in wallclock.countries():
        for zone in wallclock.zones_of_country(code):
            city = zone.rpartition("/")[2].replace("_", " ")
            found = zones(f"{city}, {places.country_name(code)}")
            same = [wallclock.same_clock(zone, z, AT, AT + timedelta(days=1096)) for z in found]
            assert any(same) or city == "Center", (code, zone, found)


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=120), st.sampled_from(["en", "de", "es", "fr", "ru", "", "xx", "pt-BR"]))
def test_no_text_raises_or_finds_a_zone_no_one_lives_in(text, language):
    assert_lived_in(places.find(text, AT, language))
    assert isinstance(places.country_named(text, language), tuple)


@settings(max_examples=500, deadline=None)
@given(
    st.sampled_from([z.rpartition("/")[2].replace("_", " ") for z in wallclock.all_zones()]),
    st.integers(0, 30),
    st.sampled_from(["", " ", "x", ",", "/", "a", "\x00", "é"]),
)
def test_no_near_miss_raises_or_finds_a_zone_no_one_lives_in(name, at, typo):
    assert_lived_in(places.find(name[:at] + typo + name[at + 1 :], AT))


def assert_lived_in(found: tuple[places.Place, ...]) -> None:
    for place in found:
        assert wallclock.is_zone(place.zone)
        assert "/" in place.zone
        assert not place.zone.startswith("Etc/")
        assert place.label
    assert len({place.zone for place in found}) == len(found)
