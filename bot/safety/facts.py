"""Every fact the bot may state: its level, sources, version and reviewer. The words are in Fluent.

Whether a fact applies is a rule of the domain; here is only what may be said, and on what ground.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from bot.domain.terms import Level

__all__ = ["Fact", "Level", "Source", "fact", "facts", "message_id", "sources"]


@dataclass(frozen=True, slots=True)
class Source:
    """A document a fact rests on. The address is empty where there is none to show."""

    id: str
    title: str
    address: str
    kind: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement. `seed`: the product must say it. `hold`: not shown until it is reviewed.

    `version` counts changes of meaning; `reviewer` is empty until a pharmacist or doctor has
    signed that version; `verified` says how far independent sources agree (facts.toml).
    """

    id: str
    level: Level
    topic: str
    sources: tuple[Source, ...]
    seed: bool
    seed_ref: str
    verified: str
    hold: bool
    note: str
    version: int
    reviewer: str

    @property
    def message(self) -> str:
        """The id of the Fluent message that holds this fact's words."""
        return message_id(self.id)


def message_id(fact_id: str) -> str:
    """A fact id as a Fluent message id, which cannot hold a dot."""
    return fact_id.replace(".", "-")


@lru_cache
def sources() -> Mapping[str, Source]:
    """Every source by its id."""
    rows = _document()["sources"]
    return MappingProxyType({key: Source(id=key, **row) for key, row in rows.items()})


@lru_cache
def facts() -> Mapping[str, Fact]:
    """Every fact by its id, the held ones included: for review and for tests."""
    return MappingProxyType({row["id"]: _fact(row) for row in _document()["facts"]})


def fact(fact_id: str) -> Fact:
    """The fact to show. An unknown id and a fact on hold are faults: KeyError."""
    found = facts()[fact_id]
    if found.hold:
        raise KeyError(f"{fact_id} is on hold until it is reviewed")
    return found


def _fact(row: dict[str, Any]) -> Fact:
    known = sources()
    return Fact(
        **{
            **row,
            "level": Level[row["level"].upper()],
            "sources": tuple(known[key] for key in row["sources"]),
        }
    )


@lru_cache
def _document() -> dict[str, Any]:
    return tomllib.loads((resources.files(__package__) / "facts.toml").read_text("utf-8"))
