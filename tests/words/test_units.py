"""Values are written so that a drowsy reader cannot take one for another."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words import Words

WORDS = Words("en")
SUNDAY = date(2026, 11, 22)


def strengths(*mg: str) -> frozenset[Decimal]:
    return frozenset(map(Decimal, mg))


@pytest.mark.parametrize(
    ("mg", "words"),
    [
        ("10", "10 mg"),
        ("10.0", "10 mg"),
        ("1E+1", "10 mg"),
        ("2.50", "2.5 mg"),
        ("0.5", "0.5 mg"),
        ("1000", "1000 mg"),
        ("0", "0 mg"),
    ],
)
def test_amounts(mg: str, words: str) -> None:
    assert WORDS.amount(Decimal(mg)) == words


@given(st.decimals(min_value=0, max_value=10_000, places=4))
def test_an_amount_never_ends_in_a_needless_zero_and_never_starts_with_a_dot(mg: Decimal) -> None:
    said = WORDS.amount(mg)
    assert re.fullmatch(r"(0|[1-9]\d*)(\.\d*[1-9])? mg", said)
    assert Decimal(said.removesuffix(" mg")) == mg


@pytest.mark.parametrize(
    ("mg", "kept", "words"),
    [
        ("10", strengths("10"), "1 tablet of 10 mg"),
        ("20", strengths("10"), "2 tablets of 10 mg"),
        ("5", strengths("10"), "half of one 10 mg tablet"),
        ("15", strengths("10"), "1 and a half tablets of 10 mg"),
        ("25", strengths("10"), "2 and a half tablets of 10 mg"),
        ("25", strengths("10", "20"), "1 tablet of 20 mg and half of one 10 mg tablet"),
        ("7", strengths("10"), "your tablets do not make 7 mg exactly"),
        ("0", strengths("10"), "no tablet"),
        ("10", strengths(), "tablet strength not set"),
    ],
)
def test_tablets(mg: str, kept: frozenset[Decimal], words: str) -> None:
    assert WORDS.tablets(Decimal(mg), kept) == words


@pytest.mark.parametrize(
    ("mg", "kept", "words"),
    [
        ("10", strengths("10"), "1 tablet"),
        ("20", strengths("10", "25"), "2 tablets"),
        ("5", strengths("10"), "half a tablet"),
        ("25", strengths("10"), "2 and a half tablets"),
        ("25", strengths("10", "20"), "1 tablet of 20 mg and half of one 10 mg tablet"),
        ("7", strengths("10"), "your tablets do not make 7 mg exactly"),
        ("10", strengths(), "tablet strength not set"),
    ],
)
def test_tablets_in_a_list_are_named_by_strength_where_more_than_one_is_needed(
    mg: str, kept: frozenset[Decimal], words: str
) -> None:
    assert WORDS.tablets(Decimal(mg), kept, brief=True) == words


@given(
    st.integers(1, 400).map(lambda n: Decimal(n) / 4),
    st.frozensets(st.sampled_from([Decimal(s) for s in (5, 10, 15, 20, 25)])),
)
def test_tablets_are_always_said_without_fraction_signs(
    mg: Decimal, kept: frozenset[Decimal]
) -> None:
    said = WORDS.tablets(mg, kept)
    assert not re.search(r"[½¼¾/]|[.\-\u2010-\u2015]\s?\d", said.replace(WORDS.amount(mg), ""))


def test_the_clock_has_24_hours() -> None:
    assert WORDS.clock(time(14, 0)) == "14:00"
    assert WORDS.clock(time(0, 5, 59)) == "00:05"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (SUNDAY, "today"),
        (SUNDAY + timedelta(1), "tomorrow"),
        (SUNDAY - timedelta(1), "yesterday"),
        (SUNDAY - timedelta(2), "Fri 20 Nov"),
        (SUNDAY + timedelta(7), "Sun 29 Nov"),
        (date(2027, 1, 3), "Sun 3 Jan 2027"),
    ],
)
def test_days(day: date, words: str) -> None:
    assert WORDS.day(day, SUNDAY) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "less than 1 min"),
        (7, "7 min"),
        (60, "1 hour"),
        (135, "2 h 15 min"),
        (16 * 60, "16 hours"),
        (24 * 60, "24 hours"),
        (48 * 60, "2 days"),
        (49 * 60, "2 days 1 h"),
    ],
)
def test_durations(minutes: int, words: str) -> None:
    assert WORDS.duration(timedelta(minutes=minutes, seconds=59)) == words


def test_a_negative_duration_is_a_fault() -> None:
    with pytest.raises(ValueError, match="negative"):
        WORDS.duration(timedelta(seconds=-1))


def test_countries() -> None:
    assert WORDS.country("DE") == WORDS.country("de") == "Germany"
    assert WORDS.country("Q0") == "Q0"


@pytest.mark.parametrize(
    ("items", "words"),
    [
        ([], ""),
        (["08:00"], "08:00"),
        (["08:00", "14:00"], "08:00 and 14:00"),
        (["08:00", "14:00", "22:00"], "08:00, 14:00 and 22:00"),
        (["a", "b", "c", "d"], "a, b, c and d"),
    ],
)
def test_lists(items: list[str], words: str) -> None:
    assert WORDS.listing(items) == words
