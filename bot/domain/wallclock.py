"""Wall time <-> UTC, the only user of pytz: a wall time is the first instant its clock reaches it.

Instants are aware datetimes in UTC; a naive one is refused (ValueError). A zone is an IANA name in
exact case; an unknown one is refused (ValueError). pytz holds no transitions after 2037.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache, lru_cache
from typing import NamedTuple

import pytz
from pytz.exceptions import AmbiguousTimeError, NonExistentTimeError
from pytz.tzinfo import BaseTzInfo

_DAY = timedelta(days=1)
_LONGEST_NAME = 64


class Change(NamedTuple):
    """One clock change: the instant (UTC) and the offsets from UTC before and after it."""

    at: datetime
    before: timedelta
    after: timedelta


def is_zone(name: str) -> bool:
    """Whether pytz knows this IANA name, in exactly this case."""
    return name in pytz.all_timezones_set


def zone_named(text: str) -> str | None:
    """The IANA name in its proper case for a name in any case ("europe/berlin"), or None."""
    if len(text) > _LONGEST_NAME:
        return None
    return _names().get("_".join(text.split()).casefold())


def instant(day: date, wall: time, zone: str) -> datetime:
    """The first instant (UTC) at which the zone's clock shows this wall time of this date or later.

    So a wall time that does not exist gives the transition, one that happens twice the first.
    `wall` is naive (ValueError otherwise); its `fold` does not matter. Dates: years 2 to 9998.
    """
    if wall.tzinfo is not None:
        raise ValueError("a wall time carries no zone of its own")
    if isinstance(day, datetime):
        raise TypeError("a local date, not an instant")
    offset = _steady_offset(day, zone)
    if offset is not None:
        return datetime.combine(day, wall, UTC).replace(fold=0) - offset
    return _instant_near_change(datetime.combine(day, wall).replace(fold=0), zone)


def local(at: datetime, zone: str) -> datetime:
    """The same instant on the zone's clock: aware, with a fixed offset of the standard library."""
    utc = _utc(at)
    return utc.astimezone(_fixed(_offset(utc, zone)))


def day_of(at: datetime, zone: str) -> date:
    """The local date of an instant."""
    return local(at, zone).date()


def next_day(at: datetime, zone: str) -> datetime:
    """The instant (UTC) after `at` from which the zone's clock shows a later date.

    An hour that comes twice can bring a date twice; in the second of them, an hour from now.
    """
    begins = instant(day_of(at, zone) + _DAY, time(), zone)
    return begins if begins > at else at + timedelta(hours=1)


def abbreviation(at: datetime, zone: str) -> str:
    """What the zone calls its clock at this instant: "CET", or "+04" where it has no letters."""
    return _utc(at).astimezone(_zone(zone)).tzname() or zone


def transitions(zone: str, since: datetime, until: datetime) -> tuple[datetime, ...]:
    """Instants (UTC) in [since, until) at which the zone's offset from UTC changes, in order."""
    return tuple(change.at for change in changes(zone, since, until))


def changes(zone: str, since: datetime, until: datetime) -> tuple[Change, ...]:
    """Clock changes in [since, until), in order; a change of name or of the DST flag is none."""
    every = _all_changes(zone)
    first = bisect_left(every, _utc(since), key=_instant_of)
    last = bisect_left(every, _utc(until), key=_instant_of)
    return every[first:last]


def clock(zone: str, since: datetime, until: datetime) -> tuple[timedelta, tuple[Change, ...]]:
    """What a clock does in [since, until): its offset at first and its changes. Hashable."""
    begin = _utc(since)
    return _offset(begin, zone), changes(zone, begin + timedelta.resolution, until)


def same_clock(a: str, b: str, since: datetime, until: datetime) -> bool:
    """Whether two zones show the same time throughout [since, until)."""
    return a == b or clock(a, since, until) == clock(b, since, until)


def all_zones() -> tuple[str, ...]:
    """Every IANA name pytz knows, old names and Etc/* among them."""
    return tuple(pytz.all_timezones)


def countries() -> tuple[str, ...]:
    """ISO 3166 alpha-2 codes of the countries that have a zone, in order (source: zone.tab)."""
    return tuple(sorted(_zones_by_country()))


def zones_of_country(code: str) -> tuple[str, ...]:
    """Zones of a country (ISO 3166 alpha-2) in zone.tab's order; () for an unknown code."""
    return _zones_by_country().get(code.upper(), ())


def countries_of_zone(zone: str) -> tuple[str, ...]:
    """Countries zone.tab gives this zone to, as ISO 3166 alpha-2; () for old names and Etc/*."""
    return _countries_by_zone().get(zone, ())


def well_known_zones() -> frozenset[str]:
    """Of the zones whose clocks now agree, the one most people live by (source: zonenow.tab)."""
    return _well_known()


def tzdata_version() -> str:
    """The release of the IANA zone data pytz carries, such as "2026b"."""
    return str(pytz.OLSON_VERSION)  # type: ignore[attr-defined]  # the stubs forgot it


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    return {name.casefold(): name for name in pytz.all_timezones}


@lru_cache(maxsize=1)
def _zones_by_country() -> Mapping[str, tuple[str, ...]]:
    return {code: tuple(zones) for code, zones in pytz.country_timezones.items()}


@lru_cache(maxsize=1)
def _countries_by_zone() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code in countries():
        for zone in zones_of_country(code):
            found[zone] = (*found.get(zone, ()), code)
    return found


@lru_cache(maxsize=1)
def _well_known() -> frozenset[str]:
    with pytz.open_resource("zonenow.tab") as table:  # type: ignore[attr-defined]  # nor this
        lines = table.read().decode().splitlines()
    return frozenset(line.split("\t")[2] for line in lines if line and not line.startswith("#"))


@cache
def _zone(name: str) -> BaseTzInfo:
    if not is_zone(name):  # pytz itself would take any case, and then two names for one zone
        raise ValueError(f"no IANA zone is called {name!r}")
    return pytz.timezone(name)


@lru_cache(maxsize=256)
def _fixed(offset: timedelta) -> timezone:
    return timezone(offset)


def _utc(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("an instant needs a zone; this one is naive")
    return at if at.tzinfo is UTC else at.astimezone(UTC)


def _offset(at: datetime, zone: str) -> timedelta:
    return at.astimezone(_zone(zone)).utcoffset() or timedelta()


def _instant_of(change: Change) -> datetime:
    return change.at


@cache
def _all_changes(zone: str) -> tuple[Change, ...]:
    """pytz's own table, less the entries that leave the offset as it is."""
    moments = getattr(_zone(zone), "_utc_transition_times", ())  # static zones have none
    found = []
    for at in (moment.replace(tzinfo=UTC) for moment in moments if moment.year > 1):
        before, after = _offset(at - timedelta.resolution, zone), _offset(at, zone)
        if before != after:
            found.append(Change(at, before, after))
    return tuple(found)


@lru_cache(maxsize=8192)
def _steady_offset(day: date, zone: str) -> timedelta | None:
    """The one offset of a date whose clocks do not change a day before or after it, else None."""
    begin = datetime.combine(day, time(), UTC)
    if changes(zone, begin - _DAY, begin + 2 * _DAY):
        return None
    return _offset(begin, zone)


@lru_cache(maxsize=8192)  # around a change every look ahead asks for the same ones
def _instant_near_change(wall: datetime, zone: str) -> datetime:
    place = _zone(zone)
    try:
        return place.localize(wall, is_dst=None).astimezone(UTC)
    except AmbiguousTimeError:
        # Which of the two has the DST flag differs (Dublin; a new standard time): take the earlier.
        return min(place.localize(wall, is_dst=flag).astimezone(UTC) for flag in (True, False))
    except NonExistentTimeError:
        return _end_of_gap(wall.replace(tzinfo=UTC), zone)


def _end_of_gap(wall: datetime, zone: str) -> datetime:
    """The transition that skips this wall time (given as if it were UTC)."""
    for change in changes(zone, wall - 2 * _DAY, wall + 2 * _DAY):
        if change.at + change.before <= wall < change.at + change.after:
            return change.at
    raise ValueError(f"{wall:%Y-%m-%d %H:%M} neither exists nor is skipped in {zone}")
