"""A typed plan is read exactly as meant, or asked about in the person's own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from bot.chat.parsing.plans import PlanProblem, PlanRead, PlanUnclear, read_plan
from bot.domain.policy import Policy

P = PlanProblem

THRICE = "08:00=10 14:00=10 22:00=10"
RISING = "08:00=10 14:00=10 22:00=20"
TWICE = "08:00=10 20:00=10"

READ = [
    # One amount for all times
    ("10 mg at 8:00, 14:00 and 22:00", THRICE),
    ("10 mg at 8:00, 14:00 and 22:00.", THRICE),
    ("10 MG AT 8:00, 14:00 AND 22:00", THRICE),
    ("I take 10 mg at 8:00, 14:00 and 22:00", THRICE),
    ("baclofen 10 mg at 8:00, 14:00, 22:00", THRICE),
    ("10mg 8:00 14:00 22:00", THRICE),
    ("10 mg: 8:00, 14:00, 22:00", THRICE),
    ("10 mg - 8:00, 14:00, 22:00", THRICE),
    ("10 mg 8:00/14:00/22:00", THRICE),
    ("8:00, 14:00 and 22:00: 10 mg", THRICE),
    ("8:00, 14:00, 22:00 10 mg each", THRICE),
    ("at 8:00, 14:00 and 22:00 I take 10 mg", THRICE),
    ("10 mg at 8:00,14:00,22:00", THRICE),
    ("10 mg at 8.00, 14.00 and 22.00", THRICE),
    ("10 mg at 8h, 14h and 22h", THRICE),
    ("10 mg 8h00 14h00 22h00", THRICE),
    ("10 mg at 8am, 2pm and 10pm", THRICE),
    ("10 mg at 8 a.m., 2 p.m. and 10 p.m.", THRICE),
    ("10 mg at 08:00 & 14:00 & 22:00", THRICE),
    ("10 mg @ 8:00, @ 14:00, @ 22:00", THRICE),
    ("10 mg\n8:00\n14:00\n22:00", THRICE),
    ("10 mg:\n- 8:00\n- 14:00\n- 22:00", THRICE),
    ("10 mg three times a day at 8, 14 and 22", THRICE),
    ("10 mg 3 times a day: 8:00, 14:00, 22:00", THRICE),
    ("10 mg 3x/day at 8:00, 14:00, 22:00", THRICE),
    ("10 mg 3 x daily at 8:00, 14:00, 22:00", THRICE),
    ("10 mg tid at 8:00, 14:00, 22:00", THRICE),
    ("10 mg TDS 8:00 14:00 22:00", THRICE),
    ("thrice daily 10 mg at 8:00, 14:00, 22:00", THRICE),
    ("10 mg at 8, 14 and 22", THRICE),
    ("10 mg at 8,14,22", THRICE),
    ("10 mg at 8, 14:00 and at 22:00", THRICE),
    ("at 8, 14 and 22: 10 mg", THRICE),
    ("10 mg at 8 o'clock, 14:00 and 22:00", THRICE),
    ("every 8 hours from 6:00 10 mg", "06:00=10 14:00=10 22:00=10"),
    ("10 mg every 8 hours starting at 6:00", "06:00=10 14:00=10 22:00=10"),
    ("10 mg every 8h from 6am", "06:00=10 14:00=10 22:00=10"),
    ("10 mg every eight hours from 14", "06:00=10 14:00=10 22:00=10"),
    ("10 mg every 8 hours at 6:00, 14:00 and 22:00", "06:00=10 14:00=10 22:00=10"),
    ("5 mg every 24 hours from 9:00", "09:00=5"),
    ("10 mg every 12 hours from 20:00", TWICE),
    ("at noon and 20h30 take 5 mg each", "12:00=5 20:30=5"),
    ("5 mg at noon and midnight", "00:00=5 12:00=5"),
    ("5 mg at 12 noon and 12 midnight", "00:00=5 12:00=5"),
    ("5 mg at 12 am and 12 pm", "00:00=5 12:00=5"),
    ("10 mg at 0, 8 and 16", "00:00=10 08:00=10 16:00=10"),
    ("10 mg at 8:00 and 20:00 every day", TWICE),
    ("10 mg at 8am and 8pm daily", TWICE),
    ("10 mg twice a day at 8:00 and 20:00", TWICE),
    ("10 mg bid, 8:00 and 20:00", TWICE),
    ("10 mg at 8:00 and again at 20:00", TWICE),
    ("10 mg at 8:00 & 20:00 with food", TWICE),
    ("10 mg at 8 in the morning and at 8 in the evening", TWICE),
    ("10 mg morning 8:00, evening 20:00", TWICE),
    ("10 mg at eight am and eight pm", TWICE),
    ("please remind me to take 10 mg at 8:00 and 20:00", TWICE),
    ("ten milligrams at 8:00 and 20:00", TWICE),
    ("10 mg daily at 21:00", "21:00=10"),
    ("10 mg once a day at 21:00", "21:00=10"),
    ("20 mg at 10pm", "22:00=20"),
    ("take 20 mg at 7 in the evening", "19:00=20"),
    ("10 mg at half past eight pm", "20:30=10"),
    ("10 mg at quarter to nine pm", "20:45=10"),
    ("10 mg at eight thirty pm", "20:30=10"),
    ("10 mg at 22:00, 6:00 and 14:00", "06:00=10 14:00=10 22:00=10"),
    # An amount for each time
    ("8:00 10, 14:00 10, 22:00 20", RISING),
    ("8:00 10; 14:00 10; 22:00 20", RISING),
    ("8:00 10\n14:00 10\n22:00 20", RISING),
    ("8:00: 10, 14:00: 10, 22:00: 20", RISING),
    ("8:00=10, 14:00=10, 22:00=20", RISING),
    ("8:00 10,14:00 10,22:00 20", RISING),
    ("8.00 10, 14.00 10, 22.00 20", RISING),
    ("8h 10, 14h 10, 22h 20", RISING),
    ("8am 10, 2pm 10, 10pm 20", RISING),
    ("8:00 10 mg, 14:00 10 mg, 22:00 20 mg", RISING),
    ("8:00 10 mg 14:00 10 mg 22:00 20 mg", RISING),
    ("8:00, 10 mg, 14:00, 10 mg, 22:00, 20 mg", RISING),
    ("8:00 - 10 mg, 14:00 - 10 mg, 22:00 - 20 mg", RISING),
    ("8:00 \u2013 10 mg; 14:00 \u2013 10 mg; 22:00 \u2013 20 mg", RISING),
    ("8:00 (10 mg), 14:00 (10 mg), 22:00 (20 mg)", RISING),
    ("8am 10mg, 2 pm 10 mg, 10pm 20 mg", RISING),
    ("10 mg at 8:00, 10 mg at 14:00 and 20 mg at 22:00", RISING),
    ("10 mg at 8:00 10 mg at 14:00 20 mg at 22:00", RISING),
    ("10 mg at 8:00. 10 mg at 14:00. 20 mg at 22:00.", RISING),
    ("10 mg at 8:00 and 14:00, 20 mg at 22:00", RISING),
    ("10 mg at 8:00, 14:00; 20 mg at 22:00", RISING),
    ("8:00 and 14:00 10 mg, 22:00 20 mg", RISING),
    ("8:00\n10 mg\n14:00\n10 mg\n22:00\n20 mg", RISING),
    ("- 8:00: 10 mg\n- 14:00: 10 mg\n- 22:00: 20 mg\n", RISING),
    ("\u2022 8:00 10 mg\n\u2022 14:00 10 mg\n\u2022 22:00 20 mg", RISING),
    ("at 8: 10 mg, at 14: 10 mg, at 22: 20 mg", RISING),
    ("22:00 20 mg, 8:00 10 mg, 14:00 10 mg", RISING),
    ("my 8:00 dose is 10 mg, my 14:00 dose is 10 mg and my 22:00 dose is 20 mg", RISING),
    ("8:00 10 mg then 14:00 10 mg then 22:00 20 mg", RISING),
    ("8.30 5 mg / 20.30 5mg", "08:30=5 20:30=5"),
    ("5 mg 10 am 5 mg 10 pm", "10:00=5 22:00=5"),
    # Spellings that look the same
    ("2.5 mg at 8:00 and 20:00", "08:00=2.5 20:00=2.5"),
    ("2,5 mg at 8:00 and 20:00", "08:00=2.5 20:00=2.5"),
    ("2\u00bd mg at 8:00 and 20:00", "08:00=2.5 20:00=2.5"),
    ("8:00 2,5 mg, 20:00 7,5 mg", "08:00=2.5 20:00=7.5"),
    ("8:00 2.5, 20:00 7.5", "08:00=2.5 20:00=7.5"),
    ("10.0 mg at 8:00 and 20:00", TWICE),
    ("12.50 mg at 8:00", "08:00=12.5"),
    ("10\u00a0mg at\u202f8:00 and\u200920:00", TWICE),
    ("\uff11\uff10 mg at \uff18\uff1a\uff10\uff10 and \uff12\uff10\uff1a\uff10\uff10", TWICE),
    ("\u206810\u2069 mg at \u20688:00\u2069 and \u200e20:00\u200f", TWICE),
    ("\u201c10 mg at 8:00 and 20:00\u201d", TWICE),
    ("10 mg at 8 o\u2019clock in the morning and 20:00 at night", TWICE),
    ("10 mg \U0001f48a at 8:00 and 20:00 \U0001f44d", TWICE),
    ("10 \u338e at 8:00 and 20:00", TWICE),
]

ASKED: list[tuple[str, PlanProblem]] = [
    ("", P.EMPTY),
    (" \n ", P.EMPTY),
    ("...", P.EMPTY),
    ("10 mg at 8:00 " + "x" * 400, P.TOO_LONG),
    # Something is missing
    ("10 mg", P.NO_TIMES),
    ("10 mg three times a day", P.NO_TIMES),
    ("10 mg every 8 hours", P.NO_TIMES),
    ("10 mg in the morning and at night", P.NO_TIMES),
    ("10 mg with breakfast, lunch and dinner", P.NO_TIMES),
    ("10 mg at bedtime", P.NO_TIMES),
    ("8:00, 14:00, 22:00", P.NO_AMOUNT),
    ("at 8, 14 and 22", P.NO_AMOUNT),
    ("22:00", P.NO_AMOUNT),
    # Morning or evening
    ("10 mg at 8", P.AMBIGUOUS_HOUR),
    ("10 mg at 8 and 2", P.AMBIGUOUS_HOUR),
    ("10 mg at 12", P.AMBIGUOUS_HOUR),
    ("10 mg at eight", P.AMBIGUOUS_HOUR),
    ("10 mg at half past eight", P.AMBIGUOUS_HOUR),
    ("10 mg at 8 and 8 pm", P.AMBIGUOUS_HOUR),
    ("10 mg at 8, 2 and 10 pm", P.AMBIGUOUS_HOUR),
    ("10 mg at 8:00, 2:00 and 10:00 pm", P.AMBIGUOUS_HOUR),
    ("10 mg at 8:00, 2:00 and 10:00", P.AMBIGUOUS_HOUR),
    ("6:00 10 mg, 12:00 10 mg, 6:00 10 mg", P.AMBIGUOUS_HOUR),
    ("10 mg at noon and 8:00", P.AMBIGUOUS_HOUR),
    ("10 mg at 22, 6 and 14", P.AMBIGUOUS_HOUR),
    ("10 mg every 8 hours from 6", P.AMBIGUOUS_HOUR),
    ("10 mg 8h", P.AMBIGUOUS_HOUR),
    ("10 mg/8h", P.AMBIGUOUS_HOUR),
    ("10 mg 6h/8h", P.AMBIGUOUS_HOUR),
    # An amount, or a time
    ("10", P.AMOUNT_OR_TIME),
    ("8 10, 14 10", P.AMOUNT_OR_TIME),
    ("8 10 mg, 14 10 mg, 22 20 mg", P.AMOUNT_OR_TIME),
    ("8, 14, 22", P.AMOUNT_OR_TIME),
    ("10 mg 8 14 22", P.AMOUNT_OR_TIME),
    ("10 mg at 8 14 22", P.AMOUNT_OR_TIME),
    ("8:00 10", P.AMOUNT_OR_TIME),
    ("8:00 10 14:00 16", P.AMOUNT_OR_TIME),
    ("8:00, 10, 14:00, 16", P.AMOUNT_OR_TIME),
    ("8:00 10, 14:00 10, 22:00", P.AMOUNT_OR_TIME),
    ("8:00 10, 14:00 10, 22:00 20 mg", P.AMOUNT_OR_TIME),
    ("10 mg at 8:00 and 5 at 22:00", P.AMOUNT_OR_TIME),
    ("10 mg at 8, 14 and 5 at 22", P.AMOUNT_OR_TIME),
    ("10 mg at 8, 14, 20 mg at 22", P.AMOUNT_OR_TIME),
    ("10 mg at 8:00, 14:00, 20", P.AMOUNT_OR_TIME),
    ("10 at 8:00, 10 at 14:00", P.AMOUNT_OR_TIME),
    ("10 mg at 8,14", P.AMOUNT_OR_TIME),
    ("10 mg at 8,5 mg at 22:00", P.AMOUNT_OR_TIME),
    ("8:00,14:00,20,50 mg", P.AMOUNT_OR_TIME),
    ("at 8, 14, 22, 50 mg", P.AMOUNT_OR_TIME),
    ("8:10 mg", P.AMOUNT_OR_TIME),
    ("14:00 8:10 mg", P.AMOUNT_OR_TIME),
    ("at 10 mg", P.AMOUNT_OR_TIME),
    ("10 mg at 8/14/22", P.AMOUNT_OR_TIME),
    ("10/20 mg at 8:00", P.AMOUNT_OR_TIME),
    ("8:00 12.50, 20:00 10 mg", P.AMOUNT_OR_TIME),
    ("8:00 2.50, 20:00 2.50", P.AMOUNT_OR_TIME),
    ("8:00 10, 20:00 8,14", P.AMOUNT_OR_TIME),
    ("10 mg at eight ten and 14:00", P.AMOUNT_OR_TIME),
    ("10 mg at 8.5", P.AMOUNT_OR_TIME),
    ("1 4:00 10 mg", P.AMOUNT_OR_TIME),
    ("2 5 mg at 8:00", P.AMOUNT_OR_TIME),
    ("10 mg at 1 4:00", P.AMOUNT_OR_TIME),
    ("10 mg at 8 in the morning and 10 at night", P.AMOUNT_OR_TIME),
    ("10 mg at 0800", P.AMOUNT_OR_TIME),
    # Not understood
    ("10 mg at 8:00 and", P.LEFTOVER),
    ("10 mg at 8:00?", P.LEFTOVER),
    ("10 mg at 8:00, not at 14:00", P.LEFTOVER),
    ("I don't take 10 mg at 8:00", P.LEFTOVER),
    ("about 10 mg at 8:00", P.LEFTOVER),
    ("10 mg at about 8:00", P.LEFTOVER),
    ("2 x 10 mg at 8:00", P.LEFTOVER),
    ("10 mg x 3 at 8:00, 14:00, 22:00", P.LEFTOVER),
    ("10 mg3 at 8:00", P.LEFTOVER),
    ("10mg8:00", P.LEFTOVER),
    ("10\u00b2 mg at 8:00", P.LEFTOVER),
    ("1\ufe0f\u20e30 mg at 8:00", P.LEFTOVER),
    ("\u202e01 mg at 8:00", P.LEFTOVER),
    ("10 mg at 8:00 \u274c", P.LEFTOVER),
    ("10 mg at 8\u00b700", P.LEFTOVER),
    ("hello there", P.LEFTOVER),
    # Numerals that are no time, no amount
    ("10 mg at 25:00", P.BAD_TIME),
    ("10 mg at 24:00", P.BAD_TIME),
    ("10 mg at 8:60", P.BAD_TIME),
    ("10 mg 020h30", P.LEFTOVER),
    ("3x day 8 2 10", P.AMBIGUOUS_HOUR),
    ("3x a day 8 2 10", P.AMBIGUOUS_HOUR),
    ("3 times a day 8, 2, 10", P.AMBIGUOUS_HOUR),
    ("3x day 8 14 22", P.NO_AMOUNT),
    ("2x day 8 2 10", P.AMOUNT_OR_TIME),  # not as many as were counted
    ("3x day 10 10 20", P.AMOUNT_OR_TIME),  # hours do not come twice
    ("3x day 8 2 50", P.AMOUNT_OR_TIME),
    ("10 mg 3x day 8 2 10", P.AMOUNT_OR_TIME),
    ("10 mg at 8:00 on day 3", P.NOT_EVERY_DAY),
    ("20h30 and 8.30", P.NO_AMOUNT),
    ("8.30 and 20:30", P.NO_AMOUNT),
    ("20h30 8.30", P.AMOUNT_OR_TIME),
    ("14:00 12.50, 22:00 12.50", P.AMOUNT_OR_TIME),
    ("10 mg at 8:0", P.BAD_TIME),
    ("10 mg at 8:00:00", P.BAD_TIME),
    ("10 mg at 13 am", P.BAD_TIME),
    ("10 mg at 30", P.BAD_TIME),
    ("0 mg at 8:00", P.BAD_AMOUNT),
    ("-5 mg at 8:00", P.BAD_AMOUNT),
    ("8:00 -10 mg", P.BAD_AMOUNT),
    ("1001 mg at 8:00", P.BAD_AMOUNT),
    ("2.1234 mg at 8:00", P.BAD_AMOUNT),
    ("10.0.1 mg at 8:00", P.BAD_AMOUNT),
    (".5 mg at 8:00", P.BAD_AMOUNT),
    (",5 mg at 8:00", P.BAD_AMOUNT),
    ("8:00 .5, 20:00 .5", P.BAD_AMOUNT),
    ("+5 mg at 8:00", P.BAD_AMOUNT),
    ("05 mg at 8:00", P.BAD_AMOUNT),
    ("22:00 8,14 mg", P.BAD_AMOUNT),
    ("1,000 mg at 8:00", P.BAD_AMOUNT),
    ("1 000 mg at 8:00", P.BAD_AMOUNT),
    ("8:00 0, 14:00 10", P.BAD_AMOUNT),
    # Ranges
    ("8-10", P.RANGE),
    ("5-10 mg at 8:00", P.RANGE),
    ("5 to 10 mg at 8:00", P.RANGE),
    ("five to ten mg at 8:00", P.RANGE),
    ("5 or 10 mg at 8:00", P.RANGE),
    ("10 mg at 8:00-10:00", P.RANGE),
    ("10 mg 8am-10pm", P.RANGE),
    ("10 mg between 8:00 and 9:00", P.RANGE),
    ("from 8:00 to 22:00 10 mg", P.RANGE),
    ("up to 10 mg at 8:00", P.RANGE),
    ("8:00 - 10, 14:00 - 10", P.RANGE),
    # Tablets and other units
    ("1 tablet at 8:00", P.TABLETS),
    ("half a tablet at 8:00", P.TABLETS),
    ("\u00bd tablet at 8:00", P.TABLETS),
    ("2 tablets of 10 mg at 8:00", P.TABLETS),
    ("10 mg pill at 8:00", P.TABLETS),
    ("10 mcg at 8:00", P.UNIT),
    ("10 \u00b5g at 8:00", P.UNIT),
    ("10 \u03bcg at 8:00", P.UNIT),
    ("1 g at 8:00", P.UNIT),
    ("10 ml at 8:00", P.UNIT),
    ("10 mg/ml at 8:00", P.UNIT),
    # Not the same every day
    ("10 mg mon, wed at 8:00", P.NOT_EVERY_DAY),
    ("10 mg every other day at 8:00", P.NOT_EVERY_DAY),
    ("10 mg as needed", P.NOT_EVERY_DAY),
    ("10 mg prn at 8:00", P.NOT_EVERY_DAY),
    ("10 mg at 8:00 for a week then 20 mg at 8:00", P.NOT_EVERY_DAY),
    ("10 mg tomorrow at 8:00", P.NOT_EVERY_DAY),
    ("10 mg every 5 hours from 6:00", P.NOT_EVERY_DAY),
    ("10 mg every 48 hours from 6:00", P.NOT_EVERY_DAY),
    # What was said does not agree
    ("10 mg three times a day at 8:00 and 14:00", P.COUNT_MISMATCH),
    ("10 mg twice a day at 8:00", P.COUNT_MISMATCH),
    ("10 mg every 8 hours at 6:00", P.COUNT_MISMATCH),
    ("10 mg, 20 mg at 8:00, 14:00, 22:00", P.COUNT_MISMATCH),
    ("8:00 10 mg, 14:00 20 mg, 22:00", P.COUNT_MISMATCH),
    ("8:00 10 mg, 14:00, 22:00 20 mg", P.COUNT_MISMATCH),
    ("8:00, 14:00 10 mg, 22:00 20 mg", P.COUNT_MISMATCH),
    ("10 mg 8:00, 14:00 20 mg, 22:00", P.COUNT_MISMATCH),
    ("8:00\n14:00\n22:00 10 mg", P.COUNT_MISMATCH),
    ("8:00 10 mg at 14:00 20 mg at 22:00 5 mg", P.COUNT_MISMATCH),
    ("8.00 12.50, 20.00 10 mg", P.COUNT_MISMATCH),
    ("10 mg 8.30 12.50 20.00", P.COUNT_MISMATCH),
    ("10 mg plus 5 mg at 8:00", P.COUNT_MISMATCH),
    ("30 mg a day at 8:00, 14:00 and 22:00", P.DAY_TOTAL),
    ("30 mg daily at 8:00 and 20:00", P.DAY_TOTAL),
    ("30 mg in total at 8:00 and 20:00", P.DAY_TOTAL),
    # Crowded
    ("10 mg at 14:00 and 14:00", P.DUPLICATE_TIME),
    ("10 mg at 14:00 and 2 pm", P.DUPLICATE_TIME),
    ("10 mg at 8:00 and 8:30", P.TOO_CLOSE),
    ("10 mg at 23:30 and 0:15", P.TOO_CLOSE),
    ("10 mg every 1 hours from 6:00", P.TOO_MANY),
]  # fmt: skip


def _slots(text: str, policy: Policy | None = None) -> str | PlanProblem:
    read = read_plan(text, policy or Policy())
    if isinstance(read, PlanUnclear):
        return read.problem
    return " ".join(f"{slot.wall:%H:%M}={slot.mg:f}" for slot in read.slots)


def test_a_clear_plan_is_read_exactly() -> None:
    assert {text: _slots(text) for text, _ in READ} == dict(READ)


def test_an_unclear_plan_is_asked_about() -> None:
    assert {text: _slots(text) for text, _ in ASKED} == dict(ASKED)


def test_every_problem_has_its_own_example() -> None:
    assert {problem for _, problem in ASKED} == set(PlanProblem)


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("10 mg at 8:00 and SOMETIMES at 14:00", "SOMETIMES"),
        ("10 mg at 8:00, Whatever", "Whatever"),
        ("10 mg at \u20688\u2069", "8"),
        ("5 \u2013 10 mg at 8:00", "5 \u2013 10"),
        ("10 MCG at 8:00", "10 MCG"),
        ("8:00 10 mg,\n14:00 20 mg, 22:00", "8:00 10 mg, 14:00 20 mg, 22:00"),
    ],
)
def test_the_fragment_is_in_the_persons_own_words(text: str, fragment: str) -> None:
    read = read_plan(text, Policy())
    assert isinstance(read, PlanUnclear)
    assert read.fragment == fragment


def test_the_fragment_is_short() -> None:
    read = read_plan("10 mg at 8:00 " + "y" * 80, Policy())
    assert isinstance(read, PlanUnclear)
    assert len(read.fragment) == 40


def test_the_policy_says_how_many_and_how_near() -> None:
    policy = replace(Policy(), slots_most=2, slot_gap_least=timedelta(hours=6))
    assert _slots("10 mg at 8:00, 14:00 and 22:00", policy) == P.TOO_MANY
    assert _slots("10 mg at 8:00 and 13:00", policy) == P.TOO_CLOSE
    assert _slots("10 mg at 8:00 and 14:00", policy) == "08:00=10 14:00=10"


def test_an_amount_keeps_no_closing_zeros() -> None:
    read = read_plan("10.0 mg at 8:00, 2.50 mg at 20:00", Policy())
    assert isinstance(read, PlanRead)
    assert [str(slot.mg) for slot in read.slots] == ["10", "2.5"]
    assert all(isinstance(slot.mg, Decimal) for slot in read.slots)


def test_the_tables_are_long_enough() -> None:
    assert len(READ) + len(ASKED) >= 150
