"""The highest level wins; marks and the situation lift it, and nothing lowers it (H8, H14)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations, product
from types import MappingProxyType

import pytest

from bot.domain.marks import MARK_FACTS, MARK_GROUPS, NOTHING_TOLD, Mark, Marks, Told, with_kidney
from bot.domain.policy import Policy
from bot.domain.red_flags import EmergencyKind
from bot.domain.symptoms import CODES, GROUPS, Symptom, of_codes, to_codes
from bot.domain.terms import Kidney, Level
from bot.domain.triage import RULES, Situation, triage
from bot.domain.triage_lifts import LIFTS
from bot.safety.facts import fact, facts

S, L = Symptom, Level
POLICY = Policy()
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LEVELS = MappingProxyType({each.id: each.level for each in facts().values()})
CALM = Situation(HOUR)
LONG = Situation(16 * HOUR)
UNKNOWN = Situation(None)
CUT = Situation(HOUR, since_cut=DAY)
EXTRA = Situation(HOUR, since_extra=HOUR)
ALL_OF_IT = Situation(None, HOUR, HOUR)
SITUATIONS = (CALM, LONG, UNKNOWN, CUT, EXTRA, ALL_OF_IT)
NO_KIDNEY = Marks({Mark.KIDNEY: Told.NO})
ALL_NO = Marks(dict.fromkeys(Mark, Told.NO))
ALL_YES = Marks(dict.fromkeys(Mark, Told.YES))
ALL_DECLINED = Marks(dict.fromkeys(Mark, Told.DECLINED))
EARLY = (S.POOR_SLEEP, S.SWEATING, S.SHAKING, S.WORRY, S.STIFFER, S.POUNDING_HEART)
ALWAYS_EMERGENCY = {
    *(S.BREATHING, S.CHEST_PAIN, S.SWELLING, S.HARD_TO_WAKE, S.VERY_SLEEPY, S.HALLUCINATIONS),
    *(S.SELF_HARM, S.SEIZURE, S.INTENSE_SPASMS, S.VERY_STIFF, S.FLOPPY, S.HIGH_FEVER),
    S.SEVERE_RASH,
}
ALWAYS_URGENT = {
    *(S.CONFUSION, S.FAINTED, S.POUNDING_HEART, S.SLEEP_PAUSES, S.MOOD, S.SLURRED_SPEECH),
    *(S.SHAKING, S.CLUMSY, S.URINE_TROUBLE, S.DARK_URINE),
}
ASK = {S.NAUSEA, S.DRY_MOUTH, S.DIZZY, S.VOMITING, S.OTHER}


def level(
    *said: Symptom,
    marks: Marks = NO_KIDNEY,
    situation: Situation = CALM,
    severity: int | None = None,
) -> Level:
    return triage(dict.fromkeys(said, severity), marks, situation, LEVELS, POLICY).level


def told(mark: Mark, answer: Told) -> Marks:
    return Marks({**NO_KIDNEY.told, mark: answer})


def every_marks() -> Iterator[Marks]:
    """No mark, each alone in each answer, two at a time, and all in each answer."""
    yield from (NOTHING_TOLD, ALL_NO, ALL_YES, ALL_DECLINED)
    for mark, answer in product(Mark, Told):
        yield Marks({mark: answer})
    for pair in combinations(Mark, 2):
        yield Marks(dict.fromkeys(pair, Told.YES))


def test_every_sign_with_every_mark_in_every_situation_has_a_level_that_its_facts_give() -> None:
    walked = 0
    for symptom, marks, situation in product(Symptom, every_marks(), SITUATIONS):
        found = triage({symptom: None}, marks, situation, LEVELS, POLICY)
        least = triage({symptom: None}, ALL_NO, CALM, LEVELS, POLICY)
        assert found.level >= least.level, (symptom, marks, situation)
        assert set(least.facts) <= set(found.facts)
        highest = max((LEVELS[each] for each in found.facts), default=L.INFO)
        assert found.level >= highest  # no fact is said below its level
        assert (found.card is not None) == (found.level is L.EMERGENCY)
        assert [LEVELS[each] for each in found.facts] == sorted(
            (LEVELS[each] for each in found.facts), reverse=True
        ) or "se.confusion" in found.facts  # which is lifted above its own
        walked += 1
    assert walked == len(Symptom) * (4 + 3 * len(Mark) + 153) * len(SITUATIONS)


def test_each_sign_alone_has_the_level_of_its_fact_and_a_logged_dose_lowers_none() -> None:
    expected = {
        **dict.fromkeys(ALWAYS_EMERGENCY, L.EMERGENCY),
        **dict.fromkeys(ALWAYS_URGENT, L.URGENT),
        **dict.fromkeys(ASK, L.PHARMACIST),
        **dict.fromkeys((S.WORRY, S.STIFFER, S.SWEATING), L.CAUTION),
        **dict.fromkeys((S.SLEEPY, S.TIRED, S.WEAK), L.INFO),
        **dict.fromkeys((S.POOR_SLEEP, S.HEADACHE, S.CONSTIPATION, S.URINE_OFTEN), L.INFO),
    }
    assert {each: level(each, marks=ALL_NO) for each in Symptom} == expected
    assert set(RULES) == set(Symptom)


@pytest.mark.parametrize("symptom", EARLY)
@pytest.mark.parametrize("situation", [LONG, UNKNOWN, CUT, Situation(16 * HOUR, 30 * DAY)])
def test_early_signs_are_urgent_without_a_dose_for_16_hours_or_after_a_cut(
    symptom: Symptom, situation: Situation
) -> None:
    found = triage({symptom: None}, NO_KIDNEY, situation, LEVELS, POLICY)
    assert found.level is L.URGENT
    assert "wd.early" in found.facts
    assert ("wd.cut_too" in found.facts) == (situation is CUT)


@pytest.mark.parametrize(
    "situation", [Situation(16 * HOUR - timedelta(seconds=1)), Situation(HOUR, 14 * DAY)]
)
def test_just_before_that_they_are_not(situation: Situation) -> None:
    assert level(S.POOR_SLEEP, situation=situation) is L.INFO
    assert level(S.SWEATING, situation=situation) is L.CAUTION


@pytest.mark.parametrize("symptom", [S.CONFUSION, S.DARK_URINE])
@pytest.mark.parametrize("situation", [LONG, UNKNOWN, CUT])
def test_danger_signs_after_stopping_are_emergencies(
    symptom: Symptom, situation: Situation
) -> None:
    assert level(symptom, situation=situation) is L.EMERGENCY


def test_h14_confusion_is_an_emergency_with_kidney_disease_and_for_whoever_did_not_deny_it() -> (
    None
):
    assert level(S.CONFUSION) is L.URGENT
    for kidney in (Kidney.YES, Kidney.DECLINED, None):
        marks = with_kidney({}, kidney)
        assert level(S.CONFUSION, marks=marks) is L.EMERGENCY
        assert level(S.SLEEPY, marks=marks) is L.URGENT
        for symptom in Symptom:
            assert level(symptom, marks=marks) > L.INFO, symptom


def test_h14_no_mark_that_is_not_known_ever_gives_less_than_a_no() -> None:
    for symptom, mark, situation in product(Symptom, Mark, SITUATIONS):
        no = level(symptom, marks=told(mark, Told.NO), situation=situation)
        declined = level(symptom, marks=told(mark, Told.DECLINED), situation=situation)
        yes = level(symptom, marks=told(mark, Told.YES), situation=situation)
        assert no <= declined <= yes


@pytest.mark.parametrize(
    ("mark", "symptom", "before", "after"),
    [
        (Mark.EPILEPSY, S.FAINTED, L.URGENT, L.EMERGENCY),
        (Mark.EPILEPSY, S.HEADACHE, L.INFO, L.CAUTION),
        (Mark.PREGNANCY, S.HEADACHE, L.INFO, L.CAUTION),
        (Mark.PAST_WITHDRAWAL, S.POOR_SLEEP, L.INFO, L.URGENT),
        (Mark.STROKE, S.WEAK, L.CAUTION, L.CAUTION),
        (Mark.MIND, S.POOR_SLEEP, L.INFO, L.CAUTION),
        (Mark.ORGANS, S.URINE_OFTEN, L.INFO, L.CAUTION),
        (Mark.OPIOIDS, S.SLEEPY, L.CAUTION, L.URGENT),
        (Mark.BLOOD_PRESSURE, S.WEAK, L.CAUTION, L.PHARMACIST),
        (Mark.MOOD_DRUGS, S.SLEEPY, L.CAUTION, L.PHARMACIST),
        (Mark.DIABETES, S.URINE_OFTEN, L.INFO, L.PHARMACIST),
        (Mark.KIDNEY_DRUGS, S.SLEEPY, L.CAUTION, L.PHARMACIST),
    ],
)
def test_a_mark_lifts_what_it_makes_worse(
    mark: Mark, symptom: Symptom, before: Level, after: Level
) -> None:
    assert level(symptom) is before
    assert level(symptom, marks=told(mark, Told.YES)) is after


@pytest.mark.parametrize("mark", [Mark.DRIVING, Mark.SEDATIVES, Mark.ALCOHOL, Mark.POSTURE])
def test_what_makes_drowsiness_dangerous_is_said_with_it(mark: Mark) -> None:
    bare = Marks({**ALL_NO.told, mark: Told.YES})
    found = triage({S.SLEEPY: None}, bare, CALM, LEVELS, POLICY)
    assert found.level is L.CAUTION
    assert MARK_FACTS[mark][0] in found.facts


@pytest.mark.parametrize("mark", [Mark.LEVODOPA, Mark.LITHIUM])
def test_where_the_level_is_higher_already_the_words_are_added(mark: Mark) -> None:
    symptom = S.CONFUSION if mark is Mark.LEVODOPA else S.SHAKING
    found = triage({symptom: None}, told(mark, Told.YES), CALM, LEVELS, POLICY)
    assert MARK_FACTS[mark][0] in found.facts


def test_signs_of_too_much_after_an_extra_dose_are_an_overdose() -> None:
    for symptom in (S.SLEEPY, S.VOMITING, S.CONFUSION, S.BREATHING):
        found = triage({symptom: None}, NO_KIDNEY, EXTRA, LEVELS, POLICY)
        assert (found.level, found.card) == (L.EMERGENCY, EmergencyKind.OVERDOSE)
    assert level(S.SLEEPY, situation=Situation(HOUR, since_extra=DAY)) is L.CAUTION


def test_the_highest_of_several_wins_in_any_order() -> None:
    for first, second in product(Symptom, repeat=2):
        assert level(first, second) is level(second, first)
        assert level(first, second) is max(level(first), level(second))


def test_each_emergency_has_its_card() -> None:
    def card(*said: Symptom) -> EmergencyKind | None:
        return triage(dict.fromkeys(said), NO_KIDNEY, CALM, LEVELS, POLICY).card

    assert card(S.SEIZURE) is EmergencyKind.EMERGENCY
    assert card(S.SELF_HARM) is EmergencyKind.SELF_HARM
    assert card(S.CHEST_PAIN, S.SELF_HARM) is EmergencyKind.SELF_HARM
    assert card(S.HEADACHE) is None


@pytest.mark.parametrize("symptom", Symptom)
def test_how_bad_it_is_lifts_to_the_pharmacist_and_never_lowers(symptom: Symptom) -> None:
    bare = level(symptom)
    for severity in range(11):
        found = level(symptom, severity=severity)
        assert found is (max(bare, L.PHARMACIST) if severity >= 8 else bare)


def test_every_fact_that_triage_says_exists_and_may_be_shown() -> None:
    said = {
        *(each for rule in RULES.values() for each in rule.facts + rule.withdrawal + rule.too_much),
        *(each for lift in LIFTS for each in lift.facts),
        *(each for each_of in MARK_FACTS.values() for each in each_of),
        "wd.cut_too",
    }
    for each in said:
        assert fact(each).id == each


def test_every_caution_about_people_and_other_medicines_is_said_where_its_mark_is_told() -> None:
    topics = {"who_caution", "interactions"}
    wanted = {each.id for each in facts().values() if each.topic in topics and not each.hold}
    assert wanted <= {each for said in MARK_FACTS.values() for each in said}
    assert set(MARK_FACTS) == set(Mark)
    assert sorted(mark for group in MARK_GROUPS.values() for mark in group) == sorted(Mark)


def test_every_sign_but_other_stands_in_one_group_and_has_a_letter_of_its_own() -> None:
    grouped = [each for group in GROUPS.values() for each in group]
    assert sorted([*grouped, S.OTHER]) == sorted(Symptom)
    assert len(set(CODES.values())) == len(CODES) == len(grouped)
    assert of_codes(to_codes(tuple(grouped))) == tuple(grouped)
    assert of_codes("aa?b") == (grouped[0], grouped[1])
