"""Questions in words: the labelled list, what is refused, and what is never guessed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.chat.parsing.dose_questions import dose_question
from bot.chat.parsing.english_asking import ENGLISH
from bot.chat.parsing.english_guarded import GUARDED
from bot.chat.parsing.spelling import distance, meant
from bot.chat.parsing.topic_phrases import known_stem, stem
from bot.chat.parsing.topics import OFFERED_MOST, TEXT_MOST, rank
from bot.chat.parsing.verbs import read_verb
from bot.safety.refusing import DoseQuestion
from bot.safety.topics import Topic
from bot.words import Words
from tests.chat.parsing.asked import KNOWN, UNSEEN, Verdict, counted, judged, labelled, read, table
from tests.house import REPOSITORY

LISTED = tuple(each for name in KNOWN for each in labelled(name))
WORDS = Words()
UNGUARDED = replace(ENGLISH, guarded=frozenset())


def share(kind: str, verdict: Verdict) -> float:
    """Of the questions of this kind, how many were read so."""
    found = counted("questions.txt")
    return found[kind, verdict] / sum(found[kind, each] for each in Verdict)


@pytest.mark.parametrize("name", KNOWN)
def test_no_question_of_a_list_is_answered_wrongly(name: str) -> None:
    wrong = {each.text: read(each.text) for each, said in judged(name) if said is Verdict.WRONG}
    assert wrong == {}


def test_the_list_is_long_and_has_hard_negatives() -> None:
    assert len(LISTED) >= 1250
    assert len({each.text for each in LISTED}) == len(LISTED)
    assert sum(each.kind == "none" for each in LISTED) >= 160
    named = {topic for each in LISTED if each.kind == "topic" for topic in each.topics}
    assert named == set(Topic)


def test_most_questions_are_answered_and_nearly_all_understood() -> None:
    assert share("topic", Verdict.RIGHT) >= 0.75
    assert share("topic", Verdict.RIGHT) + share("topic", Verdict.CHOICE) >= 0.95


def test_h11_every_request_for_advice_on_a_dose_is_refused_or_meets_the_stop_guard() -> None:
    assert share("refuse", Verdict.RIGHT) + share("refuse", Verdict.GUARD) == 1
    assert share("refuse", Verdict.RIGHT) >= 0.8


def test_the_safety_page_tells_what_the_command_prints() -> None:
    page = (REPOSITORY / "docs" / "safety.md").read_text("utf-8")
    assert "\n".join(table(*KNOWN)) in page
    for name in UNSEEN:
        assert f"(`{name}`) | {len(judged(name))} |" in page


_BEFORE = {Topic.QUITTING, Topic.RUN_OUT, Topic.SIDE_EFFECTS}  # what the guard and verbs take


@pytest.mark.parametrize("topic", [each for each in Topic if each not in {Topic.NO_FACT, *_BEFORE}])
def test_a_topics_name_typed_is_its_topic(topic: Topic) -> None:
    name = WORDS.plain(f"topic-{topic}")
    for said in (name, name.lower(), f"{name}?", f"{name}."):
        assert read_verb(said) is None, said
        assert dose_question(said) is None, said
        assert rank(said).clear is topic, said


@pytest.mark.parametrize(
    ("slip", "topic"),
    [
        ("can I drink alchohol?", Topic.ALCOHOL),
        ("withdrawl symptoms", Topic.WITHDRAWAL),
        ("is it safe in pregnency", Topic.PREGNANCY),
        ("does it cause diziness", Topic.DIZZY),
        ("kidny disease", Topic.KIDNEYS),
        ("brestfeeding", Topic.BREASTFEEDING),
        ("can I take ibuprofin with it", Topic.MEDICINES),
        ("halucinations", Topic.CONFUSION),
        ("consitpation", Topic.COMMON),
    ],
)
def test_a_misspelt_word_is_understood(slip: str, topic: Topic) -> None:
    assert rank(slip).clear is topic


@pytest.mark.parametrize(
    "real", ["later", "place", "sheep", "diving", "heath", "staff", "spelling", "table", "boring"]
)
def test_a_real_word_is_never_taken_for_a_slip_of_another(real: str) -> None:
    assert known_stem(real, ENGLISH) == stem(real, ENGLISH)


def test_a_word_between_two_others_is_left_alone() -> None:
    assert meant("fallingg", ("falling", "failing"), ()) == "falling"
    assert meant("faxling", ("falling", "failing"), ()) is None


@pytest.mark.parametrize(
    ("left", "right", "far"),
    [("dose", "dose", 0), ("dsoe", "dose", 1), ("doze", "dose", 1), ("dos", "dose", 1),
     ("doses", "dose", 1), ("pump", "pill", 3), ("siezure", "seizure", 1),
     ("leisure", "seizure", 2)],
)  # fmt: skip
def test_slips_are_counted(left: str, right: str, far: int) -> None:
    assert distance(left, right, 2) == far
    assert distance(right, left, 2) == far


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("how much should I take?", DoseQuestion.HOW_MUCH),
        ("can I double?", DoseQuestion.MORE),
        ("can I take two", DoseQuestion.MORE),
        ("should I take more", DoseQuestion.MORE),
        ("can I skip to once a day", DoseQuestion.SKIP),
        ("what dose for me", DoseQuestion.HOW_MUCH),
        ("CAN I TAKE TWO???", DoseQuestion.MORE),
        ("please can I take half", DoseQuestion.LESS),
    ],
)
def test_h11_advice_on_a_dose_is_known_as_such(question: str, asks: DoseQuestion) -> None:
    assert dose_question(question) is asks


@pytest.mark.parametrize(
    "question",
    [
        *("can I have two beers", "can I take two paracetamol with it", "can I get more help"),
        *(
            "can you tell me more about baclofen",
            "should I skip the missed dose",
            "did I take two?",
        ),
        "do I take it at the same time every day?",
    ],
)
def test_an_amount_of_something_else_is_no_question_of_a_dose(question: str) -> None:
    assert dose_question(question) is None


def test_a_long_text_is_offered_topics_by_its_questions_and_never_answered() -> None:
    story = "I have been in bed for days and the weather was bad. " * 6
    assert len(story) > TEXT_MOST
    assert rank(story).offered == ()
    found = rank(f"{story} Can I drink wine? Can I drive?")
    assert found.clear is None
    assert set(found.offered) == {Topic.ALCOHOL, Topic.DRIVING}


@pytest.mark.parametrize(
    "text", ["", " ", "?", "???", "a", "\u202e", "💊" * 60, "x" * 4000, "? " * 400, "what " * 90]
)
def test_nonsense_is_nothing(text: str) -> None:
    assert dose_question(text) is None
    assert rank(text) == rank("")


def test_never_more_than_six_are_offered() -> None:
    found = rank("alcohol, driving, kidneys, food, rash, mood, travel and surgery?")
    assert found.clear is None
    assert len(found.offered) == OFFERED_MOST


def test_every_topic_is_known_by_words() -> None:
    assert set(ENGLISH.topics) == set(Topic)


def test_every_guarded_word_would_else_be_taken_for_a_slip() -> None:
    idle = [word for word in GUARDED if known_stem(word, UNGUARDED) == stem(word, ENGLISH)]
    assert idle == []
