"""Numbers of tablets are read whole or not at all; having none is heard in any sentence."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.parsing.care_verbs import (
    CountTablets,
    Ordered,
    PharmacyDays,
    Ran,
    RanOut,
    Refilled,
    Tablets,
    Tomorrow,
)
from bot.chat.parsing.supplies import read_counts
from bot.chat.parsing.times import Problem
from bot.chat.parsing.verb_values import Skip, Stop
from bot.chat.parsing.verbs import read_verb

TWO = {"10": "34", "5": "12.5"}


def counts(said: dict[str, str]) -> tuple[tuple[Decimal | None, Decimal], ...]:
    return tuple((Decimal(mg) if mg else None, Decimal(n)) for mg, n in said.items())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("34", {"": "34"}), ("34.", {"": "34"}), ("17.5", {"": "17.5"}), ("17,5", {"": "17.5"}),
        ("17 and a half", {"": "17.5"}), ("17½", {"": "17.5"}), ("17 1/2", {"": "17.5"}),
        ("half a tablet", {"": "0.5"}), ("three", {"": "3"}), ("0", {"": "0"}), ("none", {"": "0"}),
        ("34 tablets", {"": "34"}), ("I have 34 tablets left", {"": "34"}), ("34 left", {"": "34"}),
        ("34 of 10 mg", {"10": "34"}), ("34 x 10 mg", {"10": "34"}),
        ("34 tablets of 10 mg", {"10": "34"}), ("10 mg: 34", {"10": "34"}),
        ("10mg 34", {"10": "34"}),
        ("10 mg: 34, 5 mg: 12.5", TWO), ("10 mg: 34\n5 mg: 12.5", TWO),
        ("34 tablets of 10 mg and 12 and a half tablets of 5 mg", TWO),
    ],
)  # fmt: skip
def test_a_number_of_tablets(text: str, said: dict[str, str]) -> None:
    assert read_counts(text) == counts(said)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("340 mg", Problem.TABLETS), ("10 mg", Problem.TABLETS), ("17.3", Problem.BAD_AMOUNT),
        ("0.25", Problem.BAD_AMOUNT), ("34, 12", Problem.DISAGREE), ("-5", Problem.NO_AMOUNT),
        ("10 mg: 34, 10 mg: 12", Problem.DISAGREE), ("99999", Problem.BAD_AMOUNT),
        ("about 30", Problem.NO_AMOUNT), ("13:50", Problem.NO_AMOUNT), ("a box", Problem.LEFTOVER),
        ("30 or 40", Problem.LEFTOVER), ("taken", Problem.NO_AMOUNT), ("", Problem.EMPTY),
        ("1,000", Problem.NO_AMOUNT),
    ],
)  # fmt: skip
def test_what_is_no_number_of_tablets_is_not_guessed(text: str, problem: Problem) -> None:
    assert read_counts(text) is problem


@given(st.integers(0, 9998), st.booleans(), st.sampled_from(["", " tablets", " tablets left"]))
def test_every_number_is_read_as_it_is(whole: int, half: bool, behind: str) -> None:
    text = f"{whole}{'.5' if half else ''}{behind}"
    assert read_counts(text) == ((None, Decimal(whole) + half * Decimal("0.5")),)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("my tablets", Tablets()), ("how many tablets are left?", Tablets()),
        ("34 tablets left", Tablets(counts({"": "34"}))),
        ("I have 34 left", Tablets(counts({"": "34"}))),
        ("supply 34", Tablets(counts({"": "34"}))), ("count my tablets", CountTablets()),
        ("refilled", Refilled()), ("refilled 56", Refilled(counts({"": "56"}))),
        ("got 56 tablets", Refilled(counts({"": "56"}))),
        ("picked up 28 tablets of 10 mg", Refilled(counts({"10": "28"}))),
        ("ordered", Ordered()), ("I've ordered", Ordered()), ("remind me tomorrow", Tomorrow()),
        ("my pharmacy needs 3 days", PharmacyDays(3)), ("pharmacy days", PharmacyDays()),
        ("skip, ran out of tablets", Skip("ran out of tablets")),
        ("I have 34 tablets", None), ("got 56", None), ("got it", None), ("took 2 tablets", None),
        ("I ordered a pizza", None),
    ],
)  # fmt: skip
def test_what_is_typed_about_tablets_with_nothing_asked(text: str, verb: object) -> None:
    assert read_verb(text) == verb


@pytest.mark.parametrize(
    "text",
    [
        "I ran out", "ran out", "no tablets left", "I ran out of tablets", "all gone",
        "I've run out of my baclofen", "i have no tablets",
        "I am out of baclofen and the pharmacy is closed", "there are no pills left",
        "Hello. I ran out of my pills yesterday. What should I do?", "my tablets are all gone",
        "we're on holiday and I've run out of tablets!!",
    ],
)  # fmt: skip
def test_h5_having_run_out_is_heard_in_any_sentence(text: str) -> None:
    assert read_verb(text) == RanOut(Ran.OUT)


@pytest.mark.parametrize(
    "text",
    [
        "I'm running out", "I will run out of tablets soon", "running low on tablets",
        "I'm going to run out of pills on Sunday", "almost out of baclofen",
    ],
)  # fmt: skip
def test_running_out_soon_is_not_having_none(text: str) -> None:
    assert read_verb(text) == RanOut(Ran.SOON)


@pytest.mark.parametrize(
    "text",
    [
        "what if I run out of tablets?", "I don't want to run out of tablets", "I ran out of time",
        "never run out of tablets", "I haven't run out of tablets", "the battery ran out",
        "is it bad to run out of pills?", "tell me before I run out of tablets",
    ],
)  # fmt: skip
def test_what_is_denied_feared_or_asked_is_no_alarm(text: str) -> None:
    assert not isinstance(read_verb(text), RanOut)


def test_a_wish_to_stop_goes_first() -> None:
    assert read_verb("I ran out of tablets and I want to stop taking them") == Stop()
