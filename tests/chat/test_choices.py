"""Every answer that can be tapped can be typed: the words on the button are enough."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from bot.chat.choices import typed_choice
from bot.domain.limits import AskedAgain, Limit
from bot.domain.outcomes import Asked, Preview
from bot.domain.setup import Candidate, Draft, Question
from bot.domain.terms import PlanId
from bot.domain.timetable import Plan, Slot, expand
from bot.screens.scene import Scene
from bot.screens.screen import Verb
from bot.screens.setup import question
from bot.usecases.setup import SETUP
from bot.words import Words

AT = datetime(2026, 11, 23, 11, 30, tzinfo=UTC)
SCENE = Scene(Words(), "Europe/Berlin", AT, "DE", "Berlin, Germany")
TEN = Decimal(10)
PLAN = Plan(PlanId(UUID(int=1)), "Europe/Berlin", AT, None, (Slot(0, time(22), TEN),))
ODD = (timedelta(hours=4), timedelta(hours=12))
VIEW = Preview(PLAN, expand(PLAN, AT, AT.replace(day=25)), None, frozenset({TEN}), None, *ODD)
DRAFT = Draft(
    zone="Europe/Berlin",
    country="DE",
    places=(Candidate("Asia/Tokyo", "JP", "Tokyo"),),
    times=("22:00",),
    slots=(("22:00", "10"),),
    strengths=("10",),
)
LARGE = AskedAgain(Limit.DOSE, Decimal(50))
# What these buttons say is read as a place, a time or an amount.
_READ = {
    Question.WHICH_PLACE: lambda key: True,
    Question.TIMES: lambda key: key[0] in "+-",
    Question.STRENGTHS: lambda key: key[0].isdigit(),
    Question.LAST_DOSE: lambda key: key[0].isdigit(),
}


def offered(which: Question, draft: Draft) -> dict[str, str]:
    """The labels of a question's buttons, and the answers they are."""
    screen = question(SCENE, Asked(which, draft, VIEW, LARGE))
    taps = [(button.label, button.tap) for row in screen.rows for button in row]
    answers = {}
    for label, tap in taps:
        name, _, key = tap.detail.partition(".")
        if tap.verb is Verb.SETUP and name == which:
            answers[label] = key.partition("_")[0]
    return answers


@pytest.mark.parametrize("which", sorted(SETUP - {Question.ECHO}))
def test_every_button_of_a_question_can_be_typed_as_it_reads(which: Question) -> None:
    shown = {**offered(which, DRAFT), **offered(which, replace(DRAFT, times=()))}
    is_read = _READ.get(which, lambda key: False)
    for label, key in shown.items():
        if not is_read(key):
            assert typed_choice(which, label, "en") == key, label


def test_the_echo_can_be_answered_by_its_words() -> None:
    assert offered(Question.ECHO, DRAFT) == {"Correct": "ok", "Change": "change"}
    for words, key in (("Correct", "ok"), ("Change", "change"), ("Change nothing", "keep")):
        assert typed_choice(Question.ECHO, words, "en") == key


@pytest.mark.parametrize("words", ["YES", "yes.", " Yes ", "y", "ok", "that is right"])
def test_case_marks_and_spaces_do_not_matter(words: str) -> None:
    assert typed_choice(Question.CLOCK, words, "en") == "yes"


@pytest.mark.parametrize("words", ["yes but no", "yesterday", "", "no idea", "pump it up", "50 mg"])
def test_more_than_the_words_is_no_answer(words: str) -> None:
    assert typed_choice(Question.GATE, words, "en") is None
    assert typed_choice(Question.ECHO, words, "en") is None


def test_a_language_without_a_table_is_answered_in_english() -> None:
    assert typed_choice(Question.KIDNEY, "rather not say", "xx") == "declined"
