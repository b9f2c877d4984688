"""Typed signs are read wholly, with how bad they are, or told apart as not understood."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.chat.parsing import english_symptoms
from bot.chat.parsing.care_verbs import Symptoms
from bot.chat.parsing.symptoms import (
    SymptomsSaid,
    behind_head,
    names_sign,
    read_severity,
    read_symptoms,
    read_wholly,
)
from bot.chat.parsing.verbs import read_verb
from bot.domain.policy import Policy
from bot.domain.symptoms import Symptom

S = Symptom
POLICY = Policy()

WHOLLY = [
    ("dizzy", {S.DIZZY: None}),
    ("Dizzy 4", {S.DIZZY: 4}),
    ("dizzy 4/10", {S.DIZZY: 4}),
    ("dizzy: 4 out of 10", {S.DIZZY: 4}),
    ("dizzy (4)", {S.DIZZY: 4}),
    ("I feel dizzy", {S.DIZZY: None}),
    ("feeling dizzy", {S.DIZZY: None}),
    ("I\u2019m so tired today", {S.TIRED: None}),
    ("i feel a bit sick again", {S.NAUSEA: None}),
    ("I have a headache and I feel weak 7", {S.HEADACHE: None, S.WEAK: 7}),
    ("dizzy 4, headache 6, dizzy 5", {S.DIZZY: 5, S.HEADACHE: 6}),
    ("my heart is racing", {S.POUNDING_HEART: None}),
    ("I can't breathe", {S.BREATHING: None}),
    ("cant breathe", {S.BREATHING: None}),
    ("very sleepy", {S.VERY_SLEEPY: None}),
    ("sleepy", {S.SLEEPY: None}),
    ("bad spasms", {S.INTENSE_SPASMS: None}),
    ("more spasms", {S.STIFFER: None}),
    ("my hands are shaking", {S.SHAKING: None}),
    ("sweating\nshaking\ncan't sleep", {S.SWEATING: None, S.SHAKING: None, S.POOR_SLEEP: None}),
    (
        "im shaking and sweating and cant sleep",
        {S.SHAKING: None, S.SWEATING: None, S.POOR_SLEEP: None},
    ),
    ("ive got a headache", {S.HEADACHE: None}),
    ("i keep shaking badly", {S.SHAKING: None}),
    ("my hands wont stop shaking", {S.SHAKING: None}),
    ("im sweating a lot", {S.SWEATING: None}),
    ("head is swimming", {S.DIZZY: None}),
    ("knees keep buckling", {S.WEAK: None}),
    ("weeing blood", {S.DARK_URINE: None}),
    ("keep dropping things", {S.CLUMSY: None}),
    ("im not dizzy", None),
    ("i keep forgetting", None),
    ("fever 40", {S.HIGH_FEVER: None}),
    ("I have a temperature of 39,5 C", {S.HIGH_FEVER: None}),
    ("my temperature is 103 F", {S.HIGH_FEVER: None}),
    ("temperature 37.2", None),
    ("temp 99 F", None),
    ("I feel fit", None),
    ("dizzy?", None),
    ("is dizziness a side effect", None),
    ("no headache", None),
    ("not dizzy", None),
    ("dizzy but no headache", None),
    ("my cat is sick", None),
    ("took it", None),
    ("tired of this app", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "said"), WHOLLY)
def test_words_nobody_asked_for_count_only_if_all_are_signs(
    text: str, said: dict[Symptom, int | None] | None
) -> None:
    assert read_wholly(text, POLICY) == (None if said is None else SymptomsSaid(said, True))


@pytest.mark.parametrize(
    ("text", "said", "whole"),
    [
        ("dizzy, and my ears ring", {S.DIZZY: None, S.OTHER: None}, False),
        ("my legs feel like lead", {S.OTHER: None}, False),
        ("dizzy but no headache", {S.DIZZY: None}, True),
        ("temperature 37.2", {S.OTHER: None}, False),
        ("dizzy 40", {S.DIZZY: None}, False),
        ("4", {S.OTHER: 4}, False),
    ],
)
def test_what_was_asked_for_and_not_understood_is_a_sign_that_nobody_knows(
    text: str, said: dict[Symptom, int | None], whole: bool
) -> None:
    assert read_symptoms(text, POLICY) == SymptomsSaid(said, whole)


@pytest.mark.parametrize("text", ["no headache", "not dizzy, no fever", "", "nothing? no"])
def test_a_no_alone_is_no_sign(text: str) -> None:
    assert read_symptoms(text, POLICY) is None


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("symptom: Dizzy 4", "Dizzy 4"),
        ("Symptoms dizzy", "dizzy"),
        ("side effect - my ears ring", "my ears ring"),
        ("symptom", None),
        ("symptom: dizzy?", None),
        ("is this a symptom: dizzy", None),
    ],
)
def test_a_head_says_what_follows_it_is_felt(text: str, behind: str | None) -> None:
    assert behind_head(text) == behind


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("I have kidney disease, very sleepy", True),
        ("my legs are so stiff", True),
        ("my hands keep trembling since the evening tablet", True),
        ("no headache today", False),
        ("is nausea normal?", False),
        ("banana", False),
    ],
)
def test_a_sign_in_words_not_understood_is_asked_about(text: str, named: bool) -> None:
    assert names_sign(text) is named


@pytest.mark.parametrize("text", ["I don't feel right", "something is very wrong"])
def test_who_feels_unwell_is_asked_what_they_feel(text: str) -> None:
    assert read_verb(text) == Symptoms()


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("4", 4), ("0", 0), ("10", 10), ("4/10", 4), ("7 out of 10", 7), ("four", 4), ("(3)", 3),
        ("11", None), ("-1", None), ("4.5", None), ("dizzy", None), ("14:00", None), ("", None),
    ],
)  # fmt: skip
def test_how_bad_it_is_is_a_number_from_0_to_10(text: str, severity: int | None) -> None:
    assert read_severity(text) == severity


@pytest.mark.parametrize("symptom", english_symptoms.SAID)
def test_every_phrase_is_read_as_its_sign_and_as_no_verb_about_a_dose(symptom: Symptom) -> None:
    wrong, verbs = [], []
    for phrase in english_symptoms.SAID[symptom].split("|"):
        for said in (phrase, phrase.upper(), f"{phrase} 5", f"{phrase}."):
            found = read_symptoms(said, POLICY)
            if found is None or set(found.said) != {symptom}:
                wrong.append(said)
        if read_verb(phrase) is not None and phrase not in english_symptoms.EXACT["symptom"]:
            verbs.append(phrase)
    assert wrong == []
    # "want to end it": the net goes before every verb
    assert verbs == [] or symptom is Symptom.SELF_HARM


def test_every_sign_can_be_typed() -> None:
    assert set(english_symptoms.SAID) == set(Symptom) - {S.OTHER}


def test_what_a_fever_is_is_the_policys_number() -> None:
    told, strict = "I have a temperature of 38.4", replace(POLICY, fever_celsius=Decimal("38.5"))
    assert read_wholly(told, POLICY) == SymptomsSaid({S.HIGH_FEVER: None}, True)
    assert read_wholly(told, strict) is None
