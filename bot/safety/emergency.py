"""The number to call in an emergency, by country. Screens add "or your local emergency number"."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class EmergencyNumber:
    """Numbers as they are dialled. `confirm`: a person has yet to check this row."""

    country: str  # ISO 3166-1 alpha-2
    primary: str
    alternate: str | None
    poison_line: str | None
    confirm: bool


def number_for(country: str | None) -> EmergencyNumber | None:
    """The row of a country (ISO 3166, either case); None where we know no number."""
    return numbers().get(country.upper()) if country else None


@lru_cache
def numbers() -> Mapping[str, EmergencyNumber]:
    """Every row by country code."""
    text = (resources.files(__package__) / "emergency.toml").read_text("utf-8")
    return MappingProxyType(
        {
            country: EmergencyNumber(
                country=country,
                primary=row["primary"],
                alternate=row.get("alternate"),
                poison_line=row.get("poison_line"),
                confirm=row["confirm"],
            )
            for country, row in tomllib.loads(text).items()
        }
    )
