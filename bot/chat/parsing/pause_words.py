"""The table in which a language names its words about pauses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PauseWords:
    """A language's words about pauses."""

    heads: tuple[str, ...]  # before an end: "pause reminders"
    links: tuple[str, ...]  # for, until
    days: Mapping[str, int]  # units of whole days
    ahead: Mapping[str, int]  # days by how far ahead they are
    timeless: frozenset[str]  # of these, those that need no time of day
    weekdays: Mapping[str, int]  # 0 is Monday
