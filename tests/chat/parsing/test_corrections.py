"""A typed correction names a day and a dose, as far as it was said, and nothing else passes."""

from __future__ import annotations

from datetime import time

import pytest

from bot.chat.parsing.times import Problem
from bot.chat.parsing.verb_values import Correct
from bot.chat.parsing.verbs import read_verb

TWO_PM = time(14)
SAID = [
    ("correct yesterday 14:00", Correct(day=-1, wall=TWO_PM)),
    ("correct the 14:00 dose of yesterday", Correct(day=-1, wall=TWO_PM)),
    ("Correct yesterday\u2019s 14:00 dose", Correct(day=-1, wall=TWO_PM)),
    ("correct last night 22:00", Correct(day=-1, wall=time(22))),
    ("correct 14:00", Correct(wall=TWO_PM)),
    ("fix my 2 pm dose", Correct(wall=TWO_PM)),
    ("correct yesterday", Correct(day=-1)),
    ("correct 12 Nov 14:00", Correct(date=(11, 12, None), wall=TWO_PM)),
    ("correct Nov 12 at 2 pm", Correct(date=(11, 12, None), wall=TWO_PM)),
    ("correct Thu 12th November, 14:00", Correct(date=(11, 12, None), wall=TWO_PM)),
    ("correct 12 Nov 2025 14:00", Correct(date=(11, 12, 2025), wall=TWO_PM)),
    ("correct 2026-11-12 14:00", Correct(date=(11, 12, 2026), wall=TWO_PM)),
    ("correct Sun 22 Nov", Correct(date=(11, 22, None))),
    ("correct 3 may", Correct(date=(5, 3, None))),
    ("correct mon 22:00", Correct(weekday=0, wall=time(22))),
    ("correct 22:00 on Monday", Correct(weekday=0, wall=time(22))),
    ("correct my Sunday 2 pm dose", Correct(weekday=6, wall=TWO_PM)),
    ("correct Tues.", Correct(weekday=1)),
    ("correct mon at 8", Correct(unclear=Problem.AMBIGUOUS_HOUR)),
    ("correct 8", Correct(unclear=Problem.AMBIGUOUS_HOUR)),
    ("correct 12 Nov at 8", Correct(unclear=Problem.AMBIGUOUS_HOUR)),
    ("correct 25:00", Correct(unclear=Problem.BAD_TIME)),
]
UNSAID = [
    "correct 12.11. 14:00",  # the day first, or the month?
    "correct 14:00 and 22:00",
    "correct the 14:00 dose to 5 mg",
    "correct 12 Nov yesterday 14:00",
    "correct mon yesterday 14:00",
    "correct mon tue",
    "correct marching orders",
    "incorrect",
    "correction",
]


@pytest.mark.parametrize(("text", "verb"), SAID)
def test_a_correction_names_its_dose(text: str, verb: Correct) -> None:
    assert read_verb(text) == verb


@pytest.mark.parametrize("text", UNSAID)
def test_anything_else_is_no_correction(text: str) -> None:
    assert not isinstance(read_verb(text), Correct)
