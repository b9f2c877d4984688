"""What an answer to a sign must not say, over every sign, mark and situation (H8, H14)."""

from __future__ import annotations

import re
from itertools import product

import pytest

from bot.domain.marks import Mark, Marks, Told
from bot.domain.symptoms import Symptom
from bot.domain.terms import Level, TaperReason
from bot.domain.triage import Situation
from bot.screens import symptoms
from tests.screens.gallery import all_screens
from tests.screens.gallery.berlin import HOUR, scene
from tests.screens.gallery.symptoms import NO_MARKS, reported
from tests.screens.golden import readable

KEEP_TAKING = re.compile(
    r"keep taking|do not stop|never stop|don't stop|as usual|usual (dose|time)|take your"
    r"|do not change|(?<!before you )take it|steady|give it time",
    re.IGNORECASE,
)
REASSURING = re.compile(r"\b(mild|common|normal|harmless|fine|nothing to)\b", re.IGNORECASE)
SITUATIONS = (Situation(HOUR), Situation(None), Situation(HOUR, HOUR), Situation(HOUR, None, HOUR))
EACH_MARK = [Marks({**NO_MARKS.told, mark: Told.YES}) for mark in Mark]
MARKS = (NO_MARKS, Marks({}), Marks(dict.fromkeys(Mark, Told.YES)))
PEOPLE = (*product(MARKS, SITUATIONS), *((each, SITUATIONS[0]) for each in EACH_MARK))


@pytest.mark.parametrize("first", Symptom)
def test_h8_an_urgent_or_emergency_answer_never_reads_keep_taking(first: Symptom) -> None:
    here = scene()
    urgent = 0
    for second, (marks, situation) in product(Symptom, PEOPLE):
        if second < first:
            continue
        told = reported({first: None, second: None}, marks, situation)
        if told.triage.level >= Level.URGENT:
            said = readable(symptoms.answer(here, told).text)
            assert not KEEP_TAKING.search(said), (second, marks, situation, said)
            assert not REASSURING.search(said), (second, marks, situation, said)
            urgent += 1
    assert urgent


def test_h5_no_door_out_tells_an_unwell_person_to_keep_taking_it() -> None:
    unwell = {name: each for name, each in all_screens().items() if name.endswith(", unwell")}
    assert len(unwell) > len(TaperReason)
    for name, screen in unwell.items():
        said = readable(screen.text).replace("Never stop baclofen all at once.", "")
        said = said.replace("Do not stop on your own.", "")
        assert not KEEP_TAKING.search(said), (name, said)


@pytest.mark.parametrize("symptom", Symptom)
def test_every_answer_says_how_soon_whom_to_call_and_the_way_on(symptom: Symptom) -> None:
    told = reported({symptom: 5})
    screen = symptoms.answer(scene(), told)
    said = readable(screen.text)
    assert "112" in said
    labels = [button.label for row in screen.rows for button in row]
    if told.triage.level is Level.EMERGENCY:
        assert said.startswith(("*Call 112 now.*", "*Took too much?"))
        assert labels == ["I called", "Not an emergency"]
        return
    assert re.match(r"\*(Urgent|Pharmacist|Caution|Info): ", said)
    assert "Call list" in labels
    assert "Today" in labels
    assert re.search(r"call|ask", said.splitlines()[0], re.IGNORECASE)


@pytest.mark.parametrize("declined", [True, False])
def test_h14_whoever_did_not_deny_weak_kidneys_is_told_of_them_and_not_reassured(
    declined: bool,
) -> None:
    told = {**NO_MARKS.told, Mark.KIDNEY: Told.DECLINED}
    marks = Marks(told if declined else {k: v for k, v in told.items() if k is not Mark.KIDNEY})
    for symptom in (Symptom.SLEEPY, Symptom.CONFUSION):
        said = readable(symptoms.answer(scene(), reported({symptom: None}, marks)).text)
        assert not REASSURING.search(said)
        assert said.startswith(("*Call 112 now.*", "*Urgent: "))


def test_the_country_without_a_number_gets_the_fallback() -> None:
    said = readable(symptoms.answer(scene(country=None), reported({Symptom.DIZZY: 1})).text)
    assert "In an emergency call your local number." in said
