"""A zone a person may live in, under a name that people use for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from bot.domain import wallclock

_SAME_FOR = timedelta(days=3 * 366)


@dataclass(frozen=True, slots=True)
class Place:
    """A zone (IANA), its country (ISO 3166 alpha-2) if known, and a label: "Berlin, Germany"."""

    zone: str
    country: str | None
    label: str


def place(zone: str, language: str) -> Place:
    """The place of a zone, labelled by its city and country in a language."""
    country = likely_country(zone)
    city = city_name(zone, language)
    named = locale(language).territories.get(country, country) if country else None
    label = city if named is None or named.startswith(city) else f"{city}, {named}"
    return Place(zone, country, label)


def likely_country(zone: str) -> str | None:
    """The country (ISO 3166 alpha-2) a zone is named in, its old names included; None if none."""
    listed = wallclock.countries_of_zone(zone) or wallclock.countries_of_zone(_alias(zone))
    return listed[0] if listed else None


def current(zone: str, at: datetime) -> str:
    """Today's name for a zone's old one ("Asia/Calcutta"), if both clocks agree from `at` on."""
    newer = _alias(zone)
    return newer if is_somewhere(newer) and same_clock(zone, newer, at) else zone


def is_somewhere(zone: str) -> bool:
    """Whether a zone is one that people live in: listed with a country, or the old name of one."""
    return wallclock.is_zone(zone) and "/" in zone and likely_country(zone) is not None


def same_clock(a: str, b: str, at: datetime) -> bool:
    """Whether two zones show the same time for the three years from `at` on."""
    return wallclock.same_clock(a, b, at, at + _SAME_FOR)


def by_clock(zones: Iterable[str], at: datetime) -> tuple[tuple[str, ...], ...]:
    """The zones in groups that show the same time for three years, in order of first mention."""
    groups: dict[object, list[str]] = {}
    for zone in zones:
        groups.setdefault(wallclock.clock(zone, at, at + _SAME_FOR), []).append(zone)
    return tuple(tuple(group) for group in groups.values())


def best_known(zones: Iterable[str]) -> str:
    """The zone most people know: of zonenow.tab, of Windows, with an old name, or the first."""
    return max(zones, key=lambda zone: [zone in some for some in _known()])


def is_well_known(zone: str) -> bool:
    """Whether zonenow.tab or Windows lets this zone stand for others, or it had an old name."""
    return any(zone in some for some in _known())


@lru_cache(maxsize=64)
def locale(language: str) -> Locale:
    """The CLDR locale of a language code, English for one that is not known."""
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError):
        return Locale("en")


def city_name(zone: str, language: str) -> str:
    """The city a zone is named after, in a language; the last part of its name if CLDR has none."""
    return cities_of(locale(language)).get(zone) or zone.rpartition("/")[2].replace("_", " ")


def cities_of(of: Locale) -> Mapping[str, str]:
    """Zone -> city for the cities CLDR names in a locale."""
    return _cities_of(str(of))


@lru_cache(maxsize=64)
def _cities_of(code: str) -> Mapping[str, str]:
    zones = Locale.parse(code).time_zones
    named = {_alias(zone): about["city"] for zone, about in zones.items() if "city" in about}
    return {zone: str(city) for zone, city in named.items()}


@cache
def _alias(zone: str) -> str:
    """CLDR's present name for a zone, unless zone.tab itself lists it."""
    if wallclock.countries_of_zone(zone):
        return zone
    return str(get_global("zone_aliases").get(zone, zone))


@cache
def _known() -> tuple[frozenset[str], ...]:
    windows = frozenset(_alias(zone) for zone in get_global("windows_zone_mapping").values())
    old_names = frozenset(get_global("zone_aliases").values())
    return wallclock.well_known_zones(), windows, old_names
