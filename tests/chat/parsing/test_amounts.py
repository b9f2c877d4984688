"""An amount is read only with its unit, and a large one only in mg and tablets."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.chat.parsing.amounts import (
    AmountWithTablets,
    read_amount,
    read_amount_with_tablets,
    read_strengths,
)
from bot.chat.parsing.times import Problem

P = Problem


@pytest.mark.parametrize(
    ("text", "mg"),
    [
        ("10 mg", "10"), ("10mg", "10"), ("10 MG.", "10"), ("2,5 mg", "2.5"), ("2.50 mg", "2.5"),
        ("2\u00bd mg", "2.5"), ("\u00bd mg", "0.5"), ("ten mg", "10"), ("10 milligrams", "10"),
        ("10 mg of baclofen", "10"), ("take 10 mg", "10"), ("\uff11\uff10\u00a0mg", "10"),
        ("\u206810\u2069 mg", "10"), ("1000 mg", "1000"), ("0.125 mg", "0.125"),
    ],
)  # fmt: skip
def test_an_amount_with_its_unit_is_read(text: str, mg: str) -> None:
    assert read_amount(text) == Decimal(mg)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", P.EMPTY), ("1" * 401, P.TOO_LONG), ("10", P.NO_UNIT), ("2.5", P.NO_UNIT),
        ("ten", P.NO_UNIT), ("mg", P.NO_AMOUNT), ("hello", P.NO_AMOUNT), ("10 mcg", P.UNIT),
        ("1 g", P.UNIT), ("half a tablet", P.TABLETS), ("1 tablet", P.TABLETS),
        ("5-10 mg", P.RANGE), ("5 to 10 mg", P.RANGE), ("5 or 10 mg", P.RANGE),
        ("0 mg", P.BAD_AMOUNT), ("-5 mg", P.BAD_AMOUNT), (".5 mg", P.BAD_AMOUNT),
        ("05 mg", P.BAD_AMOUNT), ("1001 mg", P.BAD_AMOUNT), ("1,000 mg", P.BAD_AMOUNT),
        ("1.2345 mg", P.BAD_AMOUNT), ("10.0.1 mg", P.BAD_AMOUNT), ("1/2 mg", P.BAD_AMOUNT),
        ("8:10 mg", P.AMOUNT_OR_TIME), ("10 mg 20 mg", P.LEFTOVER), ("10 mg a day", P.LEFTOVER),
        ("8:00", P.LEFTOVER), ("1 0 mg", P.LEFTOVER), ("10 mg?", P.LEFTOVER),
    ],
)  # fmt: skip
def test_anything_else_is_no_amount(text: str, problem: Problem) -> None:
    assert read_amount(text) == problem


@pytest.mark.parametrize(
    ("text", "mg", "tablets"),
    [
        ("50 mg, 5 tablets", "50", "5"), ("50mg = 2 and a half tablets", "50", "2.5"),
        ("50 mg 2.5 tablets", "50", "2.5"), ("50 mg 2,5 tablets", "50", "2.5"),
        ("50 mg 2\u00bd tablets", "50", "2.5"), ("50 mg, 2 1/2 tablets", "50", "2.5"),
        ("50 mg (5 tablets)", "50", "5"), ("5 tablets, 50 mg", "50", "5"),
        ("50 mg (5 tablets of 10 mg)", "50", "5"), ("5 mg, half a tablet", "5", "0.5"),
        ("5 mg, 1/2 tablet", "5", "0.5"), ("5 mg \u00bd tablet", "5", "0.5"),
        ("5 mg, a half tablet", "5", "0.5"), ("15 mg, one and a half tablets", "15", "1.5"),
        ("10 mg, a tablet", "10", "1"), ("50 mg, two pills", "50", "2"),
        ("50 mg, 5 tablets please", "50", "5"),
    ],
)  # fmt: skip
def test_mg_and_tablets_are_read_together(text: str, mg: str, tablets: str) -> None:
    assert read_amount_with_tablets(text) == AmountWithTablets(Decimal(mg), Decimal(tablets))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", P.EMPTY), ("50 mg", P.NO_TABLETS), ("5 tablets", P.NO_AMOUNT),
        ("50, 5 tablets", P.NO_UNIT), ("50 mg, 5", P.LEFTOVER), ("50 mcg, 5 tablets", P.UNIT),
        ("50 mg, 4 tablets of 10 mg", P.DISAGREE), ("50 mg, 0 tablets", P.BAD_AMOUNT),
        ("50 mg, 2.3 tablets", P.BAD_AMOUNT), ("50 mg, .5 tablets", P.BAD_AMOUNT),
        ("50 mg, 5-6 tablets", P.RANGE), ("50 mg, 5 tablets, 3 tablets", P.LEFTOVER),
        ("-50 mg, 5 tablets", P.BAD_AMOUNT), ("yes", P.NO_AMOUNT),
    ],
)  # fmt: skip
def test_half_of_it_or_a_doubt_is_asked_about(text: str, problem: Problem) -> None:
    assert read_amount_with_tablets(text) == problem


@pytest.mark.parametrize(
    ("text", "strengths"),
    [
        ("10", "10"), ("10 mg", "10"), ("5 and 10 mg", "5 10"), ("10 mg tablets", "10"),
        ("10mg, 20mg", "10 20"), ("5, 10, 20", "5 10 20"), ("5,10,20", "5 10 20"),
        ("5 / 10", "5 10"), ("10 mg tablets and 25 mg tablets", "10 25"),
        ("I have 10 mg tablets", "10"), ("ten", "10"), ("10, 10", "10"), ("2.5 mg", "2.5"),
    ],
)  # fmt: skip
def test_strengths_are_read_as_a_set(text: str, strengths: str) -> None:
    assert read_strengths(text) == frozenset(map(Decimal, strengths.split()))


@pytest.mark.parametrize(
    "text",
    ["", "5,10", "5-20", "5 or 10", "10 mcg", "0", "10 20", "10 and", "half tablets", "8:00", "-10",
     ".5", "10 mg at 8", "10 mg?", "1001", "5, 10, 15, 20, 25, 30, 35", "two tablets"],
)  # fmt: skip
def test_a_doubt_about_strengths_is_asked_about(text: str) -> None:
    assert isinstance(read_strengths(text), Problem)
