"""Tablets make an amount exactly, by whole and half ones, or not at all."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.tablets import fit

SOLD = [Decimal(mg) for mg in (5, 10, 15, 20, 25)]
sold_sets = st.frozensets(st.sampled_from(SOLD), min_size=1)
odd_sets = st.frozensets(
    st.decimals(min_value="0.5", max_value=50, places=2, allow_nan=False), min_size=1, max_size=4
)
amounts = st.integers(min_value=0, max_value=160).map(lambda n: Decimal(n) / 2)


def mg(*values: str) -> frozenset[Decimal]:
    return frozenset(map(Decimal, values))


@given(amounts, st.one_of(sold_sets, odd_sets))
def test_the_tablets_sum_to_the_amount_exactly(
    amount: Decimal, strengths: frozenset[Decimal]
) -> None:
    handful = fit(amount, strengths)
    if handful is not None:
        assert sum((strength * count for strength, count in handful), Decimal(0)) == amount


@given(amounts, sold_sets)
def test_counts_are_positive_whole_tablets_and_halves(
    amount: Decimal, strengths: frozenset[Decimal]
) -> None:
    for strength, count in fit(amount, strengths) or ():
        assert strength in strengths
        assert count > 0
        assert count * 2 == int(count * 2)


@given(st.integers(0, 24).map(lambda n: Decimal(n) * Decimal("2.5")), sold_sets)
def test_it_finds_tablets_whenever_some_exist_and_halves_as_few_as_can_be(
    amount: Decimal, strengths: frozenset[Decimal]
) -> None:
    order = sorted(strengths)
    ranges = [range(int(amount * 2 / s) + 1) for s in order]
    costs = [
        (sum(n % 2 for n in halves), sum(Decimal(n) / 2 for n in halves))
        for halves in product(*ranges)
        if sum(n * s / 2 for n, s in zip(halves, order, strict=True)) == amount
    ]
    found = fit(amount, strengths)
    assert (found is None) == (not costs)
    if found is not None:
        counts = [count for _, count in found]
        assert (sum(c % 1 != 0 for c in counts), sum(counts)) == min(costs)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6), odd_sets)
def test_any_amount_gets_an_answer(amount: Decimal, strengths: frozenset[Decimal]) -> None:
    fit(amount, strengths)


@pytest.mark.parametrize(
    ("amount", "strengths", "expected"),
    [
        ("10", mg("10"), [("10", "1")]),
        ("5", mg("10"), [("10", "0.5")]),
        ("25", mg("10"), [("10", "2.5")]),
        ("25", mg("10", "20"), [("20", "1"), ("10", "0.5")]),
        ("15", mg("10", "20"), [("10", "1.5")]),
        ("15", mg("5", "10"), [("10", "1"), ("5", "1")]),
        ("10", mg("5", "20"), [("5", "2")]),
        ("0", mg("10"), []),
    ],
)
def test_worked_examples(
    amount: str, strengths: frozenset[Decimal], expected: list[tuple[str, str]]
) -> None:
    assert fit(Decimal(amount), strengths) == tuple((Decimal(s), Decimal(n)) for s, n in expected)


@pytest.mark.parametrize(
    ("amount", "strengths"),
    [("7", mg("5")), ("2", mg("10")), ("10", mg()), ("-10", mg("10")), ("10", mg("0"))],
)
def test_an_amount_no_whole_and_half_tablets_make_has_none(
    amount: str, strengths: frozenset[Decimal]
) -> None:
    assert fit(Decimal(amount), strengths) is None
