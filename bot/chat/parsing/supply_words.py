"""The table a language gives to name its words about tablets."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SupplyWords:
    """Phrases before and behind a number of tablets, and patterns of having none."""

    left: tuple[str, ...]  # behind the number: "34 left"
    counted: tuple[str, ...]  # before it, with `left` behind it
    surely_counted: tuple[str, ...]  # before it, and enough by themselves
    refilled: tuple[str, ...]  # before a number of tablets
    surely_refilled: tuple[str, ...]  # before a bare number, too
    none: tuple[str, ...]  # a number of tablets: 0
    tablets: str  # a pattern of words for them
    out: tuple[str, ...]  # patterns of having none, with {tablets} in them
    soon: str  # a pattern that makes it: not yet, but soon
    denied: str  # a pattern that makes it: not so, or only perhaps
    lead: str  # a pattern before the working days of a pharmacy
