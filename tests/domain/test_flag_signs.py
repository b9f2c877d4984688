"""Every red flag is a sign of the same level or a higher one, or is known to be none."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.flag_signs import SIGNS, signs_of
from bot.domain.marks import Mark, Marks, Told
from bot.domain.policy import Policy
from bot.domain.red_flags import URGENT, RedFlag
from bot.domain.symptoms import Symptom
from bot.domain.terms import Level
from bot.domain.triage import Situation, triage
from bot.safety.facts import facts


def test_no_red_flag_is_without_an_answer_here_and_none_is_triaged_lower() -> None:
    assert set(SIGNS) == set(RedFlag)
    marks, levels = (
        Marks({Mark.KIDNEY: Told.NO}),
        {each.id: each.level for each in facts().values()},
    )
    for flag, sign in SIGNS.items():
        if sign is not None:
            found = triage({sign: None}, marks, Situation(timedelta(hours=1)), levels, Policy())
            assert found.level >= (Level.URGENT if flag in URGENT else Level.EMERGENCY), flag


def test_several_come_once_each_and_in_the_order_of_the_signs() -> None:
    flags = (RedFlag.MOOD, RedFlag.PUMP, RedFlag.BREATHING, RedFlag.WITHDRAWAL)
    assert signs_of(flags) == (Symptom.BREATHING, Symptom.MOOD)
    assert signs_of(()) == ()
