"""Coordinates -> the zones whose clocks may be on the wall there. Nothing is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.places.place import Place, by_clock, is_somewhere, place


def at_coordinates(
    latitude: float, longitude: float, at: datetime, language: str = "en"
) -> tuple[Place, ...]:
    """Places at a latitude and longitude in degrees; () at sea or out of range; several: ask.

    Zones whose clocks agree for the next 3 years are one place, without a country if those differ.
    The first call reads the map, 0.4 s: call it in a thread.
    """
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):  # also false for NaN
        return ()
    import tzfpy  # noqa: PLC0415  # its data is only wanted by those who share a location

    zones = [zone for zone in tzfpy.get_tzs(longitude, latitude) if is_somewhere(zone)]
    return tuple(_one(group, language) for group in by_clock(zones, at))


def _one(group: tuple[str, ...], language: str) -> Place:
    places = [place(zone, language) for zone in group]
    agreed = {found.country for found in places}
    return places[0] if len(agreed) == 1 else replace(places[0], country=None)
