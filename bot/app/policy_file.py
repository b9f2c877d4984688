"""The operator's own policy: a TOML file with the numbers that differ from the defaults.

A span is written "2 h", "30 min", "150 s" or "3 days", an amount in mg as a number, a time of day
as "07:00", what differs by country as a table. Whoever signs the numbers is their `reviewer`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import timedelta
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_type_hints

from pydantic import TypeAdapter, ValidationError

from bot.domain.policy import Policy
from bot.domain.policy_rules import problems

_SPAN = re.compile(r"(\d{1,5}) ?(s|min|h|days?)", re.ASCII)
_UNITS = {
    "s": timedelta(seconds=1),
    "min": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "day": timedelta(days=1),
    "days": timedelta(days=1),
}


class PolicyFault(Exception):
    """The policy file cannot be used: one line that names every problem in it."""


def policy_from(file: Path | None) -> Policy:
    """The policy to go by: the defaults, with what the file changes. Raises PolicyFault."""
    if file is None:
        return Policy()
    try:
        given = tomllib.loads(file.read_text("utf-8-sig"), parse_float=Decimal)
    except (OSError, UnicodeDecodeError) as fault:
        raise PolicyFault(f"POLICY_FILE {file} cannot be read as text") from fault
    except tomllib.TOMLDecodeError as fault:
        raise PolicyFault(f"POLICY_FILE {file} is not TOML: {fault}") from fault
    hints = get_type_hints(Policy)
    wrong = [*_unknown(given, hints)]
    values: dict[str, Any] = {}
    for name in given.keys() & hints.keys():
        try:
            values[name] = _read(hints[name], given[name])
        except (ValidationError, OverflowError, ValueError):
            wrong.append(f"{name} = {given[name]!r} cannot be read: {_form(hints[name])}")
    if not wrong:
        policy = Policy(**values)
        wrong = [f"{each.name} {each.why}" for each in problems(policy)]
        if not wrong:
            return policy
    raise PolicyFault(f"POLICY_FILE {file}: {'; '.join(sorted(wrong))}")


def _unknown(given: Mapping[str, object], hints: Mapping[str, Any]) -> Iterator[str]:
    for name in given.keys() - hints.keys():
        near = get_close_matches(name, hints, n=1)
        yield f"{name} is no number of the policy" + (f": {near[0]}?" if near else "")


def _read(hint: Any, value: object) -> Any:
    """The value as its field's type: spans by their words, and nothing taken for another kind."""
    plain = _worded(value)
    if "timedelta" in str(hint) and any(not isinstance(each, timedelta) for each in _flat(plain)):
        raise ValueError("a span needs its unit")
    if any(isinstance(each, bool) for each in _flat(plain)):
        raise ValueError("no number of the policy is true or false")
    return TypeAdapter(hint).validate_python(plain)


def _worded(value: object) -> object:
    if isinstance(value, str) and (found := _SPAN.fullmatch(value.strip())):
        return int(found[1]) * _UNITS[found[2]]
    if isinstance(value, dict):
        return tuple((key, _worded(each)) for key, each in value.items())
    return tuple(_worded(each) for each in value) if isinstance(value, list) else value


def _flat(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for each in value:
            yield from _flat(each)
    else:
        yield value


def _form(hint: Any) -> str:
    """How a value of this kind is written."""
    kind = str(hint)
    if "timedelta" in kind:
        return 'a span is written "2 h", "30 min", "150 s" or "3 days"'
    if "time" in kind:
        return 'a time of day is written "07:00"'
    if "Decimal" in kind:
        return "an amount is a number, in mg"
    return "a word in quotes" if hint is str else "a whole number"
