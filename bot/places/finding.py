"""What a person typed -> places: an IANA name, a city, a country, "city, country", or nearly so."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from difflib import SequenceMatcher, get_close_matches

from bot.domain import wallclock
from bot.places import names
from bot.places.countries import country_named, zones_in
from bot.places.place import Place, current, is_somewhere, likely_country, place

_LONGEST = 100
_SHORTEST_MISSPELT = 5  # shorter, almost every name is near another
_NEAR = 0.8
_CLEARLY = 0.05  # nearer than another by less than this, either may be meant
_ALSO_A_STATE = frozenset({"georgia"})  # after a city that is not known, it may be the American one


def find(text: str, at: datetime, language: str = "en") -> tuple[Place, ...]:
    """Places a text may mean; () if none is known; several: ask which. Never raises for a text.

    Abbreviations ("EST", "GMT+2") name no place. A near miss counts only if it can mean one thing.
    Even a single place is for the person to confirm, by its label and its clock.
    """
    if len(text) > _LONGEST:
        return ()
    if "/" in text:
        zone = wallclock.zone_named(text)
        return _places([zone], at, language) if zone else ()
    city, comma, country = text.partition(",")
    if comma:
        return _in_country(city, country.rpartition(",")[2], at, language)
    return _named(names.folded(text), text, at, language) or _nearly(text, at, language)


def _named(name: str, text: str, at: datetime, language: str) -> tuple[Place, ...]:
    codes = country_named(text, language)
    zones = names.cities().get(name, frozenset())
    if not codes:
        return _places(zones, at, language)
    # Cities elsewhere too; an old zone name (Pacific/Samoa) does not rival a country of today.
    elsewhere = [zone for zone in zones if {*wallclock.countries_of_zone(zone)} - {*codes}]
    return _of_countries(codes, at, language) + _places(elsewhere, at, language)


def _in_country(city: str, country: str, at: datetime, language: str) -> tuple[Place, ...]:
    """A known city only if it lies in the country; an unknown one is as good as its country."""
    codes = country_named(country, language)
    zones = names.cities().get(names.folded(city), frozenset())
    there = [zone for zone in zones if likely_country(zone) in codes]
    if there:
        return _places(there, at, language)
    if zones or names.folded(country) in _ALSO_A_STATE:
        return ()
    return _of_countries(codes, at, language)


def _nearly(text: str, at: datetime, language: str) -> tuple[Place, ...]:
    """The one country or city that a misspelt name can mean, if it is one."""
    name = names.folded(text)
    if len(name) < _SHORTEST_MISSPELT:
        return ()
    cities, lands = names.to_misspell(language)
    near = _near(name, {*lands, *cities})
    meant = {_places(cities[known], at, language) for known in near if known in cities}
    meant |= {_of_countries(lands[known], at, language) for known in near if known in lands}
    return meant.pop() if len(meant) == 1 else ()


def _near(name: str, among: Iterable[str]) -> list[str]:
    """The nearest names of the same first letter, longer or shorter by at most one letter.

    So "Portland" is no misspelt "Poland", and "Oakland" no "Auckland".
    """
    alike = [known for known in among if known[0] == name[0] and abs(len(known) - len(name)) <= 1]
    close = get_close_matches(name, alike, n=10, cutoff=_NEAR)
    likeness = {known: SequenceMatcher(None, known, name).ratio() for known in close}
    return [known for known in close if likeness[known] > max(likeness.values()) - _CLEARLY]


def _of_countries(codes: Iterable[str], at: datetime, language: str) -> tuple[Place, ...]:
    return tuple(found for code in sorted(codes) for found in zones_in(code, at, language))


def _places(zones: Iterable[str], at: datetime, language: str) -> tuple[Place, ...]:
    """A place for each zone that people live in, under its present name."""
    present = dict.fromkeys(current(zone, at) for zone in sorted(zones) if is_somewhere(zone))
    return tuple(place(zone, language) for zone in present)
