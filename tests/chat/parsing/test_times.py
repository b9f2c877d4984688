"""A typed time is one time of day, or the reason why it is not."""

from __future__ import annotations

from datetime import time, timedelta

import pytest

from bot.chat.parsing.times import Problem, TimeRead, read_ago, read_time

READ = [
    ("13:50", "13:50"), ("1:50 pm", "13:50"), ("8am", "08:00"), ("8 AM", "08:00"),
    ("8 a.m.", "08:00"), ("noon", "12:00"), ("midnight", "00:00"), ("12 noon", "12:00"),
    ("20h30", "20:30"), ("20h", "20:00"), ("8h", "08:00"), ("8.30", "08:30"), ("8:00", "08:00"),
    ("0", "00:00"), ("13", "13:00"), ("at 23", "23:00"), ("at 14:05", "14:05"),
    ("half past eight pm", "20:30"), ("quarter to nine pm", "20:45"),
    ("quarter past 3 in the afternoon", "15:15"), ("ten past three pm", "15:10"),
    ("quarter to one pm", "12:45"), ("half past 14", "14:30"), ("20 minutes to 4 pm", "15:40"),
    ("8 in the morning", "08:00"), ("8 in the evening", "20:00"), ("12 at night", "00:00"),
    ("2 at night", "02:00"), ("8 o'clock in the morning", "08:00"), ("12 am", "00:00"),
    ("12 pm", "12:00"), ("12:30 am", "00:30"), ("14:00 pm", "14:00"), ("about 14:20", "14:20"),
    ("~14:20", "14:20"), ("13:50.", "13:50"), ("13:50!", "13:50"), ("eight thirty pm", "20:30"),
    ("\uff11\uff13\uff1a\uff15\uff10", "13:50"), ("\u206813:50\u2069", "13:50"),
    ("\u201c13:50\u201d", "13:50"), ("13:50 \U0001f44d", "13:50"),
    ("yesterday 22:00", "22:00 -1"), ("yesterday at 10 pm", "22:00 -1"),
    ("22:00 yesterday", "22:00 -1"), ("last night at 10", "22:00 -1"),
    ("yesterday evening at 7", "19:00 -1"), ("yesterday 00:00", "00:00 -1"),
    ("9 tonight", "21:00 0"), ("tonight at 9", "21:00 0"), ("8:00 tonight", "20:00 0"),
    ("this morning at 8", "08:00 0"), ("today 14:00", "14:00 0"), ("at noon today", "12:00 0"),
]  # fmt: skip

ASKED = [
    ("", Problem.EMPTY), ("9" * 401, Problem.TOO_LONG), ("8", Problem.AMBIGUOUS_HOUR),
    ("at 8", Problem.AMBIGUOUS_HOUR), ("12", Problem.AMBIGUOUS_HOUR),
    ("8 o'clock", Problem.AMBIGUOUS_HOUR), ("half past eight", Problem.AMBIGUOUS_HOUR),
    ("quarter to nine", Problem.AMBIGUOUS_HOUR), ("eight thirty", Problem.AMBIGUOUS_HOUR),
    ("quarter to twelve pm", Problem.AMBIGUOUS_HOUR), ("1h30", Problem.AMBIGUOUS_HOUR),
    ("25:00", Problem.BAD_TIME), ("24:00", Problem.BAD_TIME), ("8:60", Problem.BAD_TIME),
    ("8:5", Problem.BAD_TIME), ("13 am", Problem.BAD_TIME), ("12 in the morning", Problem.BAD_TIME),
    ("8 am tonight", Problem.BAD_TIME), ("noon tonight", Problem.BAD_TIME),
    ("8.5", Problem.BAD_TIME), ("8,30", Problem.BAD_TIME), ("yesterday", Problem.NO_TIME),
    ("this morning", Problem.NO_TIME), ("after breakfast", Problem.NO_TIME),
    ("yesterday at midnight", Problem.AMBIGUOUS_DAY), ("8-10", Problem.RANGE),
    ("8 or 9", Problem.RANGE), ("ten to nine", Problem.RANGE), ("8 30", Problem.LEFTOVER),
    ("10 mg", Problem.LEFTOVER), ("13:50?", Problem.LEFTOVER), ("tomorrow 14:00", Problem.LEFTOVER),
    ("8 am 9 am", Problem.LEFTOVER), ("13:50 mg", Problem.LEFTOVER), ("soon", Problem.LEFTOVER),
]  # fmt: skip

AGO = [
    ("20 min ago", 20), ("20 minutes ago", 20), ("20m ago", 20), ("an hour ago", 60),
    ("1h30 ago", 90), ("1 h 30 min ago", 90), ("half an hour ago", 30), ("two hours ago", 120),
    ("an hour and a half ago", 90), ("1.5 hours ago", 90), ("1,5 hours ago", 90),
    ("1\u00bd hours ago", 90), ("2 and a half hours ago", 150), ("about 20 min ago", 20),
    ("a quarter of an hour ago", 15), ("1 hour and 20 minutes ago", 80), ("a minute ago", 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), READ)
def test_a_clear_time_is_read(text: str, said: str) -> None:
    wall, _, day = said.partition(" ")
    assert read_time(text) == TimeRead(time.fromisoformat(wall), int(day) if day else None)


@pytest.mark.parametrize(("text", "problem"), ASKED)
def test_an_unclear_time_is_asked_about(text: str, problem: Problem) -> None:
    assert read_time(text) == problem


@pytest.mark.parametrize(("text", "minutes"), AGO)
def test_how_long_ago_is_read(text: str, minutes: int) -> None:
    assert read_ago(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["", "13:50", "20 min", "soon", "just now"])
def test_text_without_ago_is_about_something_else(text: str) -> None:
    assert read_ago(text) is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("20 ago", Problem.NO_UNIT),
        ("a few minutes ago", Problem.NO_TIME),
        ("20 pills an hour ago", Problem.LEFTOVER),
        ("2 days ago", Problem.LEFTOVER),
        ("99999 hours ago", Problem.LEFTOVER),
        ("-5 min ago", Problem.LEFTOVER),
        ("1h70 ago", Problem.LEFTOVER),
    ],
)
def test_an_unclear_ago_is_asked_about(text: str, problem: Problem) -> None:
    assert read_ago(text) == problem


@pytest.mark.parametrize("text", ["8", "10 in the morning", "13", "yesterday 3"])
def test_in_a_sentence_a_bare_number_is_no_time(text: str) -> None:
    assert read_time(text, alone=False) == Problem.AMOUNT_OR_TIME
