"""Statements that are built once: each of their values is bound as its column's type."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

from sqlalchemy import Delete, Insert, Select, Update
from sqlalchemy.types import NullType

import bot.storage

Statement = Select[tuple[object]] | Insert | Update | Delete
_COUNTS = {"limit", "skip"}  # rows: plain numbers, no column's


def _statements() -> Iterator[tuple[str, Statement]]:
    for found in walk_packages(bot.storage.__path__, "bot.storage."):
        for name, value in vars(import_module(found.name)).items():
            for each in value if isinstance(value, (tuple, list)) else (value,):
                if isinstance(each, (Select, Insert, Update, Delete)):
                    yield f"{found.name.removeprefix('bot.storage.')}.{name}", each


STATEMENTS = tuple(_statements())


def test_they_are_found() -> None:
    assert len(STATEMENTS) > 100


def test_an_instant_is_never_compared_as_whatever_the_driver_makes_of_it() -> None:
    untyped = {
        f"{name}: {key}"
        for name, each in STATEMENTS
        for key, bound in each.compile().binds.items()
        if isinstance(bound.type, NullType) and bound.value is None and key not in _COUNTS
    }
    assert untyped == set()
