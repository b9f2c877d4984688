"""The registry of all tables."""

from __future__ import annotations

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase

from bot.storage.columns import NAMING


class Base(DeclarativeBase):
    """The tables' registry; constraint names follow one convention on both databases."""

    metadata = MetaData(naming_convention=NAMING)
