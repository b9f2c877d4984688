"""What the numbers of a policy must keep to among themselves, whoever sets them.

An operator may choose other numbers, but none that turns a rule into its opposite.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise
from operator import le, lt
from typing import Any

from bot.domain.policy import Policy

_TAPS_LIVE = timedelta(seconds=150)  # Telegram keeps an unread tap no longer (telegram.md, 1)
_MAY_BE_NONE = frozenset({"snoozes_most"})
_Compare = Callable[[Any, Any], bool]
_SAID: Mapping[_Compare, str] = {le: "may not be more than", lt: "must be less than"}

# What is not more (or is less) than what. Each keeps a rule from being turned round.
_ORDER: tuple[tuple[str, _Compare, str], ...] = (
    ("late_least", le, "late_most"),
    ("late_limit_share", le, "late_share"),
    ("late_most", lt, "extra_gap"),  # else a dose in its window is always asked about as an extra
    ("on_time", le, "late_most"),
    ("snooze_least", le, "late_most"),
    ("change_shown_least", le, "change_shown_before"),
    ("slot_gap_least", le, "gap_asked_least"),
    ("gap_asked_least", lt, "gap_asked_most"),
    ("start_day_asked", le, "day_asked_again"),
    ("dose_asked_again", le, "day_asked_again"),
    ("pause_long", le, "pause_most"),
)


@dataclass(frozen=True, slots=True)
class PolicyProblem:
    """A number of the policy that cannot stand, in plain words for the operator."""

    name: str
    why: str


def problems(policy: Policy) -> tuple[PolicyProblem, ...]:
    """Everything that is wrong with these numbers; () where they can be used."""
    return (*_signs(policy), *_orders(policy), *_rest(policy))


def set_otherwise(policy: Policy) -> tuple[str, ...]:
    """The names of the numbers that the operator has set otherwise."""
    default = Policy()
    return tuple(
        field.name
        for field in fields(Policy)
        if field.name != "reviewer" and getattr(policy, field.name) != getattr(default, field.name)
    )


def _signs(policy: Policy) -> Iterator[PolicyProblem]:
    """Spans, amounts and counts are above nothing; some counts may be none."""
    for field in fields(policy):
        for value in _numbers(getattr(policy, field.name)):
            nothing = type(value)(0)
            if value < nothing or (value == nothing and field.name not in _MAY_BE_NONE):
                yield PolicyProblem(field.name, "must be above nothing")


def _numbers(value: object) -> Iterator[Any]:
    """Every span, amount and count in a value, each comparable with its own kind."""
    if isinstance(value, tuple):
        for each in value:
            yield from _numbers(each)
    elif isinstance(value, timedelta | Decimal | int):
        yield value


def _orders(policy: Policy) -> Iterator[PolicyProblem]:
    for name, compare, other in _ORDER:
        if not compare(getattr(policy, name), getattr(policy, other)):
            yield PolicyProblem(name, f"{_SAID[compare]} {other}")


def _rest(policy: Policy) -> Iterator[PolicyProblem]:
    if policy.asleep_after > _TAPS_LIVE:
        why = "may not be over 150 s: a tap is lost by then, and would be called missed"
        yield PolicyProblem("asleep_after", why)
    if any(later <= earlier for earlier, later in pairwise(policy.nudge_after)):
        yield PolicyProblem("nudge_after", "must rise from each to the next")
    if any(span >= policy.late_most for span in policy.nudge_after):
        yield PolicyProblem("nudge_after", "must be less than late_most")
