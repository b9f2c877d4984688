"""Names people type -> zones and countries: looked up without case, accents or punctuation."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from bot.domain import wallclock
from bot.places.place import cities_of, is_somewhere, locale

# Each language costs about 1 MB for good, so these, not all hundred official ones.
_EUROPEAN = ("en", "de", "es", "fr", "ru", "pt", "it", "nl", "pl", "cs", "uk", "tr", "sv", "da")
_LANGUAGES = (*_EUROPEAN, "nb", "fi", "el", "hu", "ro", "ar", "hi", "ja", "ko", "zh")

# What countries are called beside their CLDR names.
_ALSO_CALLED = {
    "america": "US",
    "us": "US",
    "usa": "US",
    "united states of america": "US",
    "сша": "US",
    "англия": "GB",
    "britain": "GB",
    "england": "GB",
    "great britain": "GB",
    "northern ireland": "GB",
    "scotland": "GB",
    "uk": "GB",
    "wales": "GB",
    "burma": "MM",
    "myanmar": "MM",
    "congo": "CD",  # in some languages CG is called so
    "czech republic": "CZ",
    "east timor": "TL",
    "emirates": "AE",
    "uae": "AE",
    "holland": "NL",
    "hong kong": "HK",
    "ivory coast": "CI",
    "macau": "MO",
    "palestine": "PS",
    "swaziland": "SZ",
    "turkey": "TR",
}
# Last parts of zone names that no one would mean by them.
_NO_CITIES = frozenset({"act", "center", "lhi", "north", "nsw", "south", "victoria", "west"})
_NO_CITY_REGIONS = ("Brazil/", "Canada/", "Chile/", "Etc/", "Mexico/", "US/")

_APOSTROPHES = frozenset("'’‘ʻʼ`´")  # noqa: RUF001

Index = Mapping[str, frozenset[str]]


def folded(text: str) -> str:
    """Text without case, accents, apostrophes and punctuation: "São Paulo" -> "sao paulo"."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    kept = (c for c in letters if c not in _APOSTROPHES and not "\u0300" <= c <= "\u036f")
    words = (c if unicodedata.category(c)[0] in "LMN" else " " for c in kept)
    return " ".join("".join(words).split())


@cache
def cities() -> Index:
    """Folded city -> zones: the cities of CLDR in many languages, and of the zone names."""
    return _gathered(pair for language in _LANGUAGES for pair in _cities(language))


@cache
def countries() -> Index:
    """Folded country -> ISO 3166 codes that have a zone: CLDR in many languages, other names."""
    return _gathered(pair for language in _LANGUAGES for pair in _countries(language))


@lru_cache(maxsize=16)
def to_misspell(language: str) -> tuple[Index, Index]:
    """The cities and the countries near which a misspelling is looked for: English and one more.

    In all languages something is near everything: Cologne is one letter from "Pologne".
    """
    both = dict.fromkeys(("en", language))
    cities = _gathered(pair for each in both for pair in _cities(each))
    return cities, _gathered(pair for each in both for pair in _cldr_countries(each))


def _gathered(pairs: Iterator[tuple[str, str]]) -> Index:
    index: dict[str, set[str]] = {}
    for name, value in pairs:
        if name:
            index.setdefault(name, set()).add(value)
    return {name: frozenset(values) for name, values in index.items()}


def _cities(language: str) -> Iterator[tuple[str, str]]:
    for zone, city in cities_of(locale(language)).items():
        if is_somewhere(zone):
            yield folded(city), zone
    if language == "en":
        for zone in wallclock.all_zones():
            name = folded(zone.rpartition("/")[2])
            if is_somewhere(zone) and _names_a_city(zone, name):
                yield name, zone


def _names_a_city(zone: str, name: str) -> bool:
    return not zone.startswith(_NO_CITY_REGIONS) and name not in _NO_CITIES


def _countries(language: str) -> Iterator[tuple[str, str]]:
    yield from _cldr_countries(language)
    if language == "en":
        yield from _ALSO_CALLED.items()


def _cldr_countries(language: str) -> Iterator[tuple[str, str]]:
    known = set(wallclock.countries())
    for code, name in locale(language).territories.items():
        if code in known:
            yield folded(name), code
