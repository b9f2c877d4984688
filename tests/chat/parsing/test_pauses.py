"""The typed end of a pause: wholly understood, or a question."""

from __future__ import annotations

from datetime import time, timedelta

import pytest

from bot.chat.parsing.english import ENGLISH
from bot.chat.parsing.pause_verbs import read_pause_end
from bot.chat.parsing.times import Problem
from bot.chat.parsing.verb_values import (
    Home,
    Hospital,
    KeepAsking,
    Pause,
    RemindersOnly,
    Resume,
    Stop,
    Verb,
)
from bot.chat.parsing.verbs import read_verb
from bot.domain.pauses import Days, For, PauseEnd, Until

ENDS: list[tuple[str, PauseEnd | Problem]] = [
    ("3 days", Days(3)), ("for 3 days", Days(3)), ("a day", Days(1)), ("a week", Days(7)),
    ("two weeks", Days(14)), ("one night", Days(1)), ("4 hours", For(timedelta(hours=4))),
    ("an hour and a half", For(timedelta(minutes=90))), ("20 min", For(timedelta(minutes=20))),
    ("until 18:00", Until(time(18))), ("18:00", Until(time(18))), ("till 6 pm", Until(time(18))),
    ("until noon", Until(time(12))), ("until midnight", Until(time(0))),
    ("until tonight at 10", Until(time(22), 0)), ("today 18:00", Until(time(18), 0)),
    ("until tomorrow", Until(None, 1)), ("until tomorrow morning", Until(None, 1)),
    ("tomorrow 8:00", Until(time(8), 1)), ("until 8:00 tomorrow", Until(time(8), 1)),
    ("until Friday", Until(None, weekday=4)), ("until Friday 8:00", Until(time(8), weekday=4)),
    ("until fri at 8 am", Until(time(8), weekday=4)),
    ("Until FRIDAY, 8:00.", Until(time(8), weekday=4)),
    ("until 8:00 on Sunday", Until(time(8), weekday=6)),
    ("until 8", Problem.AMBIGUOUS_HOUR), ("until tomorrow 8", Problem.AMBIGUOUS_HOUR),
    ("until tonight", Problem.NO_TIME), ("until today", Problem.NO_TIME),
    ("until yesterday 8:00", Problem.LEFTOVER), ("until Friday or Saturday", Problem.RANGE),
    ("until Friday today 8:00", Problem.LEFTOVER), ("until 24 December", Problem.LEFTOVER),
    ("until next Friday", Problem.LEFTOVER), ("0 days", Problem.LEFTOVER),
    ("forever", Problem.LEFTOVER), ("until I feel better", Problem.LEFTOVER),
    ("-3 days", Problem.RANGE), ("1.5 days", Problem.BAD_TIME), ("25:00", Problem.BAD_TIME),
    ("", Problem.EMPTY), ("until", Problem.RANGE), ("!!", Problem.EMPTY),
]  # fmt: skip


@pytest.mark.parametrize(("text", "end"), ENDS)
def test_an_end_is_understood_wholly_or_asked_about(text: str, end: PauseEnd | Problem) -> None:
    assert read_pause_end(text, ENGLISH) == end


@pytest.mark.parametrize("head", ["pause", "Pause reminders", "mute", "stop reminders"])
def test_behind_pause_it_is_the_same(head: str) -> None:
    clear = {text: Pause(end) for text, end in ENDS if isinstance(end, Days | For | Until)}
    assert {text: read_verb(f"{head} {text}") for text in clear} == clear


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("pause", Pause()), ("Pause reminders.", Pause()), ("stop reminding me", Pause()),
        ("pause the music", Pause(Problem.LEFTOVER)), ("resume", Resume()), ("log again", Resume()),
        ("Ask me again", Resume()), ("I'm in hospital", Hospital()), ("hospital", Hospital()),
        ("I am home", Home()), ("discharged", Home()), ("reminders only", RemindersOnly()),
        ("keep asking", KeepAsking()),
    ],
)  # fmt: skip
def test_what_is_said_in_one_go(text: str, verb: Verb) -> None:
    assert read_verb(text) == verb


@pytest.mark.parametrize(
    "text",
    [
        "pause baclofen", "pause my tablets for 3 days", "pause taking it until Friday",
        "I need a break from baclofen", "can I pause my medicine?",
        "in hospital, they told me to stop",
    ],
)  # fmt: skip
def test_who_pauses_the_medicine_is_quitting(text: str) -> None:
    assert read_verb(text) == Stop()


@pytest.mark.parametrize("text", ["do not pause", "pause?", "I was in hospital", "home alone"])
def test_what_only_sounds_like_it_is_no_verb(text: str) -> None:
    assert read_verb(text) is None
