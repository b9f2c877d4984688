"""A country -> its name in a language, and its zones grouped by what their clocks do."""

from __future__ import annotations

from datetime import datetime

from bot.domain import wallclock
from bot.places import names
from bot.places.place import Place, best_known, by_clock, city_name, is_well_known, locale, place

_LONGEST = 100


def country_named(text: str, language: str = "en") -> tuple[str, ...]:
    """Countries (ISO 3166 alpha-2) of this name in any language known here; () if there is none.

    Names only: codes such as "CA" are also states and more. Several: the caller asks.
    """
    if len(text) > _LONGEST:
        return ()
    name = names.folded(text)
    found = names.countries().get(name) or frozenset(_named_in(language, name))
    return tuple(sorted(found))


def country_name(code: str, language: str = "en") -> str:
    """The country's name in a language (English if that is unknown); the code if it has none."""
    return str(locale(language).territories.get(code.upper(), code))


def zones_in(country: str, at: datetime, language: str = "en") -> tuple[Place, ...]:
    """A country's zones, one place for each way its clocks go in the next 3 years; () if unknown.

    Ordered as in zone.tab, by geography and people, little known ones last. Where there are
    several, a label is the best known city and its time's letters, if it has any: "Denver (MST)".
    """
    groups = by_clock(wallclock.zones_of_country(country), at)
    if len(groups) <= 1:
        return tuple(place(best_known(group), language) for group in groups)
    zones = sorted(map(best_known, groups), key=is_well_known, reverse=True)  # stable
    return tuple(Place(zone, country.upper(), _of_several(zone, at, language)) for zone in zones)


def _of_several(zone: str, at: datetime, language: str) -> str:
    """Letters come from the zone data: CLDR's "Mountain Time" outlives a country's change of it."""
    city, letters = city_name(zone, language), wallclock.abbreviation(at, zone)
    return f"{city} ({letters})" if letters.isalpha() else city


def _named_in(language: str, name: str) -> list[str]:
    codes = wallclock.countries()
    return [code for code in codes if names.folded(country_name(code, language)) == name]
