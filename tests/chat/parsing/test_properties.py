"""Whatever is typed: nothing raises, no dose is read as a time, and a written plan comes back."""

from __future__ import annotations

import re
from datetime import time
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.parsing.amounts import (
    read_amount,
    read_amount_with_tablets,
    read_strengths,
)
from bot.chat.parsing.plans import PlanRead, PlanUnclear, read_plan
from bot.chat.parsing.times import read_ago, read_time
from bot.chat.parsing.verb_values import Extra, Skip, Snooze, Taken
from bot.chat.parsing.verbs import read_verb
from bot.domain.policy import Policy

POLICY = Policy()


def _pieces(written: str) -> list[str]:
    return written.split("|")


# Pieces that plans are made of, and pieces that spoil them.
PIECES = _pieces(
    "10 mg|10mg|5 mg|2.5 mg|2,5 mg|20 mg|12.50 mg|8:00|14:00|22:00|8|14|22|10|20|5|8.30|12.50|20.30"
    "|8am|2 pm|10pm|noon|midnight|8h|20h30|0|at|and|,|, |;|\n|.|/|-| - |:|=|each|take|I take|daily"
    "|a day|every day|three times a day|twice a day|every 8 hours|every|from|to|or|x|3|1 |mg|am|pm"
    "|in the morning|at night|morning|half past|quarter to|eight|ten|(|)|half|\u00bd|1/2|-5|+|.5|,5"
    "|tablet|tablets of|mcg|later|earlier|first dose|not|if"
    "|baclofen|my|dose|is|with food|then|again|\u2022|\u2066|\u200b|\u202e|@|&|~"
    "|h|hours|25:00|1,000|8,14,22|8,14|10,14:00|\U0001f48a|'|\"|'8"
)

NUMERAL = r"(?:\d+(?:[.,]\d+)?|ten|eight)"
TIME_STRINGS = (
    re.compile(r"(?<!\d)(?<!\d[.,:])(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?!\s*mg)(?!:?\d)"),
    re.compile(r"(?<!\d)(?<!\d[.,:])(?P<hour>\d{1,2})h(?P<minute>\d{2})?"),
    re.compile(r"(?<!\d)(?<!\d[.:])(?P<hour>\d{1,2}|eight|ten)(?!\d)(?!\s*mg)"),
)
WORDS = {"eight": 8, "ten": 10}


def _plain(text: str) -> str:
    """The text as this test sees it: no code shared with the reader."""
    text = re.sub('[\u2066\u200b"]', "", text).replace("\u00bd", "0.5").lower()
    return re.sub(r",(?=\d\d?[:.]\d\d)", ", ", text.replace("\U0001f48a", " "))


def _clock_minutes(text: str) -> set[int]:
    """Every minute of the day that some time-like string in the text could mean."""
    minutes: set[int] = set()
    for pattern in TIME_STRINGS:
        for found in pattern.finditer(text):
            hour = WORDS.get(found["hour"]) or int(found["hour"])
            past = int(found.groupdict().get("minute") or 0)
            minutes |= {hour * 60 + past, (hour % 12) * 60 + past, (hour % 12 + 12) * 60 + past}
            if "half past" in text or "quarter to" in text:
                minutes |= {(m + extra) % 1440 for m in set(minutes) for extra in (30, -15)}
    if "noon" in text:
        minutes.add(12 * 60)
    if "midnight" in text:
        minutes.add(0)
    if "every 8 hours" in text:
        minutes |= {(m + extra) % 1440 for m in set(minutes) for extra in (480, 960)}
    return minutes


def _said_mg(text: str) -> list[Decimal]:
    found = re.findall(rf"({NUMERAL})\s*mg", text)
    return [Decimal(WORDS.get(n, n) if n in WORDS else n.replace(",", ".")) for n in found]


def _bare_pairs(text: str) -> set[Decimal]:
    """Numbers that stand behind a time with a colon, a dot, an h, am, pm, noon or midnight."""
    behind = (
        r"(?:\d[:.]\d\d|h(?:\d\d)?|am|pm|noon|midnight|morning|at night|(?:past|to) \d+)[^\d\n;]*?"
    )
    found = re.findall(rf"{behind}({NUMERAL})", text)
    return {Decimal(WORDS.get(n, n) if n in WORDS else n.replace(",", ".")) for n in found}


def _check(text: str, read: PlanRead) -> None:
    plain = _plain(text)
    amounts = {slot.mg for slot in read.slots}
    said = _said_mg(plain)
    assert amounts <= (set(said) or _bare_pairs(plain)), (text, read)
    if said:
        assert amounts == set(said), (text, read)  # no said amount was dropped
        assert len(read.slots) >= len(said), (text, read)
    else:
        assert len(read.slots) >= 2, (text, read)
    minutes = _clock_minutes(plain)
    for slot in read.slots:
        assert slot.wall.hour * 60 + slot.wall.minute in minutes, (text, read)
    assert [s.wall for s in read.slots] == sorted({s.wall for s in read.slots})
    assert 1 <= len(read.slots) <= POLICY.slots_most


@given(st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
@settings(max_examples=500, deadline=None)
def test_nothing_typed_ever_raises(text: str) -> None:
    read_plan(text, POLICY)
    read_verb(text)
    for reader in (read_time, read_ago, read_amount, read_strengths):
        reader(text)
    read_amount_with_tablets(text)
    read_time(text, alone=False)


@given(
    st.lists(st.sampled_from(PIECES), min_size=2, max_size=9),
    st.lists(st.sampled_from(("", " ", " ", " ")), min_size=9, max_size=9),
)
@settings(max_examples=600, deadline=None)
def test_a_dose_is_never_read_as_a_time_nor_a_time_as_a_dose(
    pieces: list[str], gaps: list[str]
) -> None:
    text = "".join(piece + gap for piece, gap in zip(pieces, gaps, strict=False))
    read = read_plan(text, POLICY)
    if isinstance(read, PlanRead):
        _check(text, read)
    else:
        assert isinstance(read, PlanUnclear)
        assert len(read.fragment) <= 40


PLAN_WORDS = _pieces(
    "10 mg|10 mg|5 mg|2,5 mg|8:00|14:00|22:00|8|14|20|at|at|and|, |, |; |\n|am|pm|noon|10"
)


@given(st.lists(st.sampled_from(PLAN_WORDS), min_size=2, max_size=8))
@settings(max_examples=600, deadline=None)
def test_the_same_holds_near_real_plans(words: list[str]) -> None:
    text = " ".join(words)
    read = read_plan(text, POLICY)
    if isinstance(read, PlanRead):
        _check(text, read)


@given(st.text(alphabet="0123456789.,:/- mgahptkon\n", max_size=30))
@settings(max_examples=500, deadline=None)
def test_digits_and_marks_are_never_misread(text: str) -> None:
    read = read_plan(text, POLICY)
    if isinstance(read, PlanRead):
        _check(text, read)


@given(st.sampled_from(PIECES), st.sampled_from(PIECES), st.sampled_from(PIECES))
@settings(max_examples=500, deadline=None)
def test_a_taken_with_a_number_says_what_the_number_is(a: str, b: str, c: str) -> None:
    heard = read_verb(f"took {a} {b} {c}")
    assert heard is None or isinstance(heard, Taken | Extra | Skip | Snooze)
    if isinstance(heard, Taken) and re.search(r"\d", f"{a}{b}{c}"):
        assert heard.mg or heard.when or heard.ago or heard.unclear


AMOUNTS = st.sampled_from(_pieces("2.5|5|7.5|10|12.5|15|20|25|30|40")).map(Decimal)


@st.composite
def plans(draw: st.DrawFn) -> list[tuple[time, Decimal]]:
    """One to six slots at least an hour apart, across midnight too."""
    hours = sorted(draw(st.sets(st.integers(0, 23), min_size=1, max_size=6)))
    minute = draw(st.sampled_from((0, 5, 15, 30, 45)))
    same = draw(st.booleans())
    mg = draw(AMOUNTS)
    return [(time(hour, minute), mg if same else draw(AMOUNTS)) for hour in hours]


def _half_day(wall: time) -> str:
    return f"{(wall.hour - 1) % 12 + 1}:{wall:%M}{'am' if wall.hour < 12 else 'pm'}"


TIME_STYLES = (
    lambda wall: f"{wall.hour}:{wall:%M}",
    lambda wall: f"{wall:%H:%M}",
    lambda wall: f"{wall.hour}.{wall:%M}",
    lambda wall: f"{wall.hour}h{wall:%M}",
    _half_day,
    lambda wall: _half_day(wall).replace("am", " a.m.").replace("pm", " p.m."),
)
MG_STYLES = (
    lambda mg: f"{mg} mg",
    lambda mg: f"{mg}mg",
    lambda mg: f"{mg} MG".replace(".", ","),
    lambda mg: f"\u2068{mg}\u2069\u00a0mg",
)
PAIR_STYLES = (
    "{time} {mg}",
    "{time}: {mg}",
    "{time} - {mg}",
    "{time} ({mg})",
    "{mg} at {time}",
    "at {time} take {mg}",
    "my {time} dose is {mg}",
)
BETWEEN = (", ", "; ", "\n", " and ", ", and ", " / ", "\n- ")


@given(
    plans(),
    st.sampled_from(TIME_STYLES),
    st.sampled_from(MG_STYLES),
    st.sampled_from(PAIR_STYLES),
    st.sampled_from(BETWEEN),
)
@settings(max_examples=500, deadline=None)
def test_a_plan_written_slot_by_slot_comes_back(plan, at, mg, pair, between) -> None:
    text = between.join(pair.format(time=at(wall), mg=mg(amount)) for wall, amount in plan)
    read = read_plan(text, POLICY)
    assert isinstance(read, PlanRead), (text, read)
    assert [(slot.wall, slot.mg) for slot in read.slots] == plan, text


@given(
    plans(),
    st.sampled_from(TIME_STYLES),
    st.sampled_from(MG_STYLES),
    st.sampled_from(("{mg} at {times}", "{mg}: {times}", "I take {mg} at {times} every day")),
    st.sampled_from((", ", " and ", ", and ")),
)
@settings(max_examples=500, deadline=None)
def test_a_plan_with_one_amount_comes_back(plan, at, mg, whole, between) -> None:
    amount = plan[0][1]
    text = whole.format(mg=mg(amount), times=between.join(at(wall) for wall, _ in plan))
    read = read_plan(text, POLICY)
    assert isinstance(read, PlanRead), (text, read)
    assert [(slot.wall, slot.mg) for slot in read.slots] == [(wall, amount) for wall, _ in plan]


@given(plans().filter(lambda plan: len(plan) >= 2), st.sampled_from((", ", "; ", "\n")))
@settings(max_examples=500, deadline=None)
def test_a_plan_of_times_and_bare_amounts_comes_back(plan, between) -> None:
    text = between.join(f"{wall:%H:%M} {amount}" for wall, amount in plan)
    read = read_plan(text, POLICY)
    assert isinstance(read, PlanRead), (text, read)
    assert [(slot.wall, slot.mg) for slot in read.slots] == plan


@given(st.times())
@settings(max_examples=300, deadline=None)
def test_a_written_time_comes_back(wall: time) -> None:
    wall = wall.replace(second=0, microsecond=0)
    for style in TIME_STYLES:
        text = style(wall)
        if re.fullmatch(r"[0-5]h\d\d", text):
            continue  # "1h30" may be how long ago
        read = read_time(text)
        assert getattr(read, "wall", None) == wall, (text, read)
