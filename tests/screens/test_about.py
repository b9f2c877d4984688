"""/about tells every number the bot goes by: whoever changes one can read it there."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.domain.policy import Policy
from bot.screens.about import about
from tests.screens.gallery.berlin import scene
from tests.screens.golden import readable

COUNTRIES = (None, *dict(Policy().day_asked_again_by_country))


def told(policy: Policy, country: str | None = None) -> str:
    """The whole text, as a person reads it there."""
    return readable(about(scene(country=country), policy, "1.2.3").text)


def other(value: Any) -> Any:
    """A value of the same kind, twice as much."""
    if isinstance(value, tuple):
        return tuple(other(each) for each in value)
    if isinstance(value, time):
        return value.replace(hour=value.hour - 1)
    if isinstance(value, str):
        return value or "A. Reviewer"
    if isinstance(value, time):
        return time(value.hour // 2)
    assert isinstance(value, int | Decimal | timedelta), "show this kind of number, too"
    return 2 * value


@pytest.mark.parametrize("name", [field.name for field in fields(Policy)])
def test_every_number_of_the_policy_is_told(name: str) -> None:
    changed = replace(Policy(), **{name: other(getattr(Policy(), name))})
    assert changed != Policy()
    assert any(told(changed, each) != told(Policy(), each) for each in COUNTRIES)


@pytest.mark.parametrize(("country", "limit"), Policy().day_asked_again_by_country)
def test_the_day_limit_is_the_one_of_the_persons_country(country: str, limit: Decimal) -> None:
    assert f"more than {limit} mg a day" in told(Policy(), country)


@pytest.mark.parametrize(
    ("parts", "share"), [(2, "half"), (3, "a third"), (4, "a quarter"), (5, "one part in 5")]
)
def test_a_share_is_told_in_words(parts: int, share: str) -> None:
    assert f"open for {share} of the time" in told(replace(Policy(), late_share=parts))
