"""Amounts asked again: exactly above the policy's limits, and confirmed by nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from decimal import Decimal

import pytest

from bot.domain.limits import AskedAgain, Before, Limit, asked_again, confirms
from bot.domain.policy import Policy
from bot.domain.timetable import Slot

AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LONG_AGO = AT - timedelta(days=30)
POLICY = Policy()
TENS = frozenset({Decimal(10)})


def slots(*amounts: str) -> tuple[Slot, ...]:
    return tuple(Slot(n, time(6 + n), Decimal(mg)) for n, mg in enumerate(amounts))


def limits(
    *amounts: str,
    country: str | None = "DE",
    before: Before | None = None,
    starting: bool = False,
) -> list[str]:
    found = asked_again(slots(*amounts), country, before, starting, AT, POLICY)
    return [each.key for each in found]


@pytest.mark.parametrize(
    ("amounts", "country", "asked"),
    [
        (("40", "40"), "DE", []),
        (("40.5", "30"), "DE", ["dose:40.5"]),
        (("50", "10", "50"), "GB", ["dose:50", "day:110"]),
        (("45", "50"), "GB", ["dose:45", "dose:50"]),
        (("40", "40.5"), "US", ["dose:40.5", "day:80.5"]),
        (("40", "40"), "US", []),
        (("40", "40", "20"), "GB", []),
        (("40", "40", "20"), "AU", []),
        (("40", "40", "20"), "US", ["day:100"]),
        (("40", "40", "20"), "FR", ["day:100"]),
        (("40", "40", "20"), None, ["day:100"]),
        (("40", "40", "20.5"), "AU", ["day:100.5"]),
    ],
)
def test_a_dose_above_40_and_a_day_above_the_countrys_limit_are_asked(
    amounts: tuple[str, ...], country: str | None, asked: list[str]
) -> None:
    assert limits(*amounts, country=country) == asked


def test_a_start_above_15_a_day_is_asked_of_those_who_start() -> None:
    assert limits("5", "5", "5", starting=True) == []
    assert limits("5", "5", "5.5", starting=True) == ["start:15.5"]
    assert limits("5", "5", "5.5", starting=False) == []


@pytest.mark.parametrize(
    ("mg", "since", "asked"),
    [
        ("45", LONG_AGO, []),  # 15 more
        ("45.5", LONG_AGO, ["step_up:45.5"]),
        ("30.5", AT - timedelta(days=3), []),
        ("30.5", AT - timedelta(days=3) + timedelta(seconds=1), ["step_up:30.5"]),
        ("30.5", AT + timedelta(hours=1), ["step_up:30.5"]),  # the last change has not begun
        ("30", AT, []),
        ("5", AT, []),  # less is another matter
    ],
)
def test_a_step_up_of_more_than_15_or_sooner_than_3_days_is_asked(
    mg: str, since: datetime, asked: list[str]
) -> None:
    rest = str(Decimal(mg) - 4)
    found = limits("4", rest, before=Before(Decimal(30), since))
    assert [key for key in found if not key.startswith("dose")] == asked


def ask(mg: str, limit: Limit = Limit.DOSE) -> AskedAgain:
    return AskedAgain(limit, Decimal(mg))


@pytest.mark.parametrize(
    ("mg", "tablets"),
    [("10", "1"), ("10", "10"), ("100", "1"), ("100", "9.5"), ("1000", "100"), ("100", "20")],
)
def test_100_for_10_cannot_pass(mg: str, tablets: str) -> None:
    large = slots("100", "10", "10")
    assert not confirms(ask("100"), Decimal(mg), Decimal(tablets), large, TENS)


def test_the_same_mg_and_the_tablets_that_make_it_confirm() -> None:
    assert confirms(ask("100"), Decimal("100.0"), Decimal(10), slots("100"), TENS)
    assert confirms(ask("45"), Decimal(45), Decimal("4.5"), slots("45"), TENS)
    both = frozenset({Decimal(5), Decimal(10)})
    assert confirms(ask("45"), Decimal(45), Decimal(5), slots("45"), both)  # 4 tens and a five
    assert confirms(ask("45"), Decimal(45), Decimal(9), slots("45"), both)  # fives alone
    assert not confirms(ask("45"), Decimal(45), Decimal(6), slots("45"), both)


def test_a_whole_day_counts_the_tablets_of_all_its_doses() -> None:
    day, both = slots("35", "35", "35"), frozenset({Decimal(5), Decimal(10)})
    assert confirms(ask("105", Limit.DAY), Decimal(105), Decimal(12), day, both)
    assert not confirms(ask("105", Limit.DAY), Decimal(105), Decimal(4), day, both)
    assert not confirms(ask("105", Limit.DAY), Decimal(35), Decimal(4), day, both)


def test_an_amount_no_tablets_make_cannot_be_confirmed() -> None:
    assert not confirms(ask("42"), Decimal(42), Decimal(4), slots("42"), TENS)
