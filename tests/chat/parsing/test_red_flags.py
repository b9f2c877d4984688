"""The red-flag net: every labelled utterance, what tells much from little, and what cannot hide."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.parsing.net.patterns import compiled
from bot.chat.parsing.net.read import read_red_flags
from bot.chat.parsing.net.tables import tables
from bot.domain.policy import Policy
from bot.domain.red_flags import Measure, RedFlag, Seen
from bot.safety.facts import facts
from bot.screens.screen import Screen, Verb
from tests.chat.parsing.red_flags import BLIND, KNOWN, Utterance, table, utterances
from tests.house import REPOSITORY
from tests.screens.gallery import all_screens

POLICY = Policy()
ONE_TABLET = Measure(Decimal(1), Decimal(3), Decimal(10), Decimal(30))
TWO_TABLETS = Measure(Decimal(2), Decimal(6), Decimal(20), Decimal(60))
ALL = tuple(utterances(*KNOWN))
BARE = (
    "I had a seizure",
    "can't breathe",
    "he won't wake up",
    "chest pain",
    "my face is swelling",
    "seeing things",
    "fever 40",
    "I want to die",
    "took 10 pills",
    "my pump alarm",
    "call an ambulance",
)


def read(text: str, measure: Measure = ONE_TABLET) -> Seen:
    return read_red_flags(text, measure, POLICY)


@pytest.mark.parametrize("heading", sorted({each.heading for each in ALL}))
def test_every_labelled_utterance_is_read_as_it_is_meant(heading: str) -> None:
    wrong = {
        each.text: sorted(each.seen().flags)
        for each in ALL
        if each.heading == heading and not each.is_right()
    }
    assert wrong == {}


def test_there_are_many_labelled_utterances_for_every_sign_and_every_reason_for_none() -> None:
    counts = Counter(each.heading for each in ALL)
    assert sum(counts.values()) >= 2200
    assert {flag for flag in RedFlag if counts[flag] < 12} == set()
    assert sum(count for heading, count in counts.items() if heading not in tuple(RedFlag)) >= 800


def test_no_utterance_is_labelled_twice() -> None:
    counts = Counter((each.text, each.heading) for each in ALL)
    assert [text for (text, _), count in counts.items() if count > 1] == []


def test_the_safety_page_tells_what_the_command_prints() -> None:
    page = (REPOSITORY / "docs" / "safety.md").read_text("utf-8")
    assert "\n".join(table(*KNOWN)) in page
    for name in BLIND:
        lines = list(utterances(name))
        signs = sum(each.sign is not None for each in lines)
        assert f"of {signs} |" in page
        assert f"of {len(lines) - signs} |" in page


# Tablets, mg and degrees


@pytest.mark.parametrize(
    ("text", "measure", "caught"),
    [
        ("took 2 pills", ONE_TABLET, True),
        ("took 2 pills", TWO_TABLETS, False),
        ("took 3 pills", TWO_TABLETS, True),
        ("took 2 pills", Measure(), False),
        ("took 3 pills", Measure(), True),
        ("took half a pill", ONE_TABLET, False),
        ("took 3 pills today", ONE_TABLET, False),
        ("took 4 pills today", ONE_TABLET, True),
        ("I took 20 mg", ONE_TABLET, False),
        ("I took 30 mg", ONE_TABLET, True),
        ("I took 40 mg", TWO_TABLETS, False),
        ("I took 50 mg", TWO_TABLETS, True),
        ("I took 40 mg", Measure(), False),
        ("I took 41 mg", Measure(), True),
        ("took 3 10 mg tablets", ONE_TABLET, True),
        ("took two 10 mg tablets", TWO_TABLETS, False),
        ("took 30 mg today", ONE_TABLET, False),
        ("did I take 5 tablets?", ONE_TABLET, True),
        ("I have 30 tablets", ONE_TABLET, False),
        ("10 pills taken", ONE_TABLET, True),
        ("i took 5", ONE_TABLET, True),
        ("I took 2", ONE_TABLET, True),
        ("I took 2", TWO_TABLETS, False),
        ("I have taken 4 today", ONE_TABLET, True),
        ("I have taken 4 today", TWO_TABLETS, False),
        ("took 5", ONE_TABLET, False),  # may be the tablet of 5 o'clock
        ("took 5 at once", ONE_TABLET, True),
        ("took 25", TWO_TABLETS, True),
        ("I took 20", TWO_TABLETS, False),  # may be mg
        ("I took about 20", TWO_TABLETS, True),
        ("I took 20 because it hurt", TWO_TABLETS, True),
        ("had 5 today", ONE_TABLET, True),
        ("had 5 today", TWO_TABLETS, False),
        ("had 7 today", TWO_TABLETS, True),
        ("had 3 already", TWO_TABLETS, False),
        ("had 5 at once", TWO_TABLETS, True),
        ("had 5", ONE_TABLET, False),  # of what?
        ("it took 5", ONE_TABLET, False),
    ],
)
def test_more_than_the_plans_biggest_dose_is_too_much(
    text: str, measure: Measure, caught: bool
) -> None:
    assert (RedFlag.OVERDOSE in read(text, measure).flags) is caught


@pytest.mark.parametrize(
    ("text", "caught"),
    [
        ("temp 37.9", False),
        ("temp 38", True),
        ("temp 38,0", True),
        ("fever 37.5", False),
        ("fever 38.5", True),
        ("temperature 100.3 F", False),
        ("temperature 100.4 F", True),
        ("my temperature is 98.6", False),
        ("it is 40 degrees outside", False),
        ("the oven has a temperature of 40", False),
        ("fever", True),
    ],
)
def test_a_fever_begins_at_38_c_or_100_point_4_f(text: str, caught: bool) -> None:
    assert (RedFlag.FEVER in read(text).flags) is caught


# Whose it is, and what was left out


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("I had a seizure", False),
        ("seizure", False),
        ("he had a seizure", True),
        ("my wife is not breathing", True),
        ("my husband says I had a seizure", False),
        ("can't wake my mum", True),
        ("chest pain", False),
        ("my son swallowed my tablets", True),
        ("my daughter swallowed my baclofen", True),
        ("kid ate my baclofen", True),
        ("my mum took my pills", True),
        ("my 3 year old got into my pills", True),
        ("my wife is worried because I took all my pills", False),
        ("my wife says my chest hurts", False),
        ("took all my pills at once", False),
        ("I'm going to take them all", False),
        ("goodbye everyone", False),
    ],
)
def test_it_is_known_of_whom_it_is_said(text: str, other: bool) -> None:
    seen = read(text)
    assert seen.flags
    assert seen.other is other


def test_doses_left_out_are_noticed() -> None:
    assert read("I ran out and I'm confused").stopped
    assert not read("I'm confused").stopped


def test_an_extra_dose_that_is_a_verb_is_left_to_the_verb_and_else_is_too_much() -> None:
    assert read("took it twice").flags == frozenset()
    assert read("I took a double dose").flags == frozenset()
    assert RedFlag.OVERDOSE in read("I took a double dose and feel awful").flags


# What cannot hide a sign, and what can never happen

NEUTRAL = (
    "hello",
    "please help",
    "good evening everyone",
    "my name is Ada",
    "I live in Berlin",
    "it is 3 am",
    "what do I do",
    "thank you",
    "I am 40 years old and have MS",
    "sorry to write so late",
)
JOINS = (". ", "\n", "! ", " ... ", ", ", " - ", " ")


@pytest.mark.parametrize("bare", BARE)
def test_neutral_words_around_a_sign_do_not_hide_it(bare: str) -> None:
    wanted = read(bare).flags
    assert wanted
    hidden = [
        text
        for (before, behind), join in product(zip(NEUTRAL, reversed(NEUTRAL), strict=True), JOINS)
        for text in (
            f"{before}{join}{bare}",
            f"{bare}{join}{behind}",
            f"{before}. {bare}{join}{behind}",
        )
        if not wanted <= read(text).flags
    ]
    assert hidden == []


@pytest.mark.parametrize("bare", BARE)
def test_how_it_is_typed_does_not_hide_it(bare: str) -> None:
    wanted = read(bare).flags
    curly = bare.replace("'", "\u2019")
    for typed in (bare.upper(), f"{bare}!!!", f"  {bare}  ", curly, f"\u200b{bare}", f"({bare})"):
        assert wanted <= read(typed).flags, typed


@settings(max_examples=300)
@given(st.text(max_size=300))
def test_whatever_is_typed_nothing_raises(text: str) -> None:
    read(text)


WORDS = sorted(
    {word for each in ALL for word in each.text.split()}
    | {"not", "no", "if", "can", "?", ".", ",", "3", "mg", "'", "\n", "never"}
)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_no_mix_of_its_own_words_raises(words: list[str]) -> None:
    read(" ".join(words))


@settings(max_examples=100)
@given(st.lists(st.sampled_from(WORDS), max_size=20), st.sampled_from(BARE))
def test_a_sentence_of_its_own_is_seen_behind_any_other(words: list[str], bare: str) -> None:
    before = " ".join(words).replace("\n", " ")
    animal = tables("en").doubts.words["animals"] | {"film", "movie", "book", "story", "tv", "news"}
    if not animal & set(before.lower().replace("'s", "").split()):
        assert read(bare).flags <= read(f"{before}. I am writing this. {bare}").flags


def test_every_pattern_is_bounded() -> None:
    """No open repeat stands in a pattern but within one word: nothing can make it slow."""
    found = tables("en")
    patterns = [each for _, some in found.signs for each in some]
    patterns += [each for some in found.doubts.phrases.values() for each in some]
    assert len(patterns) > 400
    for each in patterns:
        assert each.anchors or each.starts, each.phrase
        open_repeats = each.shape.pattern.replace(r"\S*", "").replace(r"\S+ ){0,", "")
        assert "*" not in open_repeats, each.phrase
        assert "+" not in open_repeats, each.phrase


def test_a_phrase_is_written_as_it_is_told() -> None:
    (pattern,) = compiled(["^ a/b ~1 {end} c? d*"], {"end": "x|y z"})
    for line in (" a x dog ", " b w y z c d "):
        assert pattern.shape.search(line), line
    for line in (" w a x d ", " a w w x d ", " a not x d ", " a d "):
        assert not pattern.shape.search(line), line


# What the bot itself offers or says to type


def labels(screen: Screen) -> list[str]:
    return [button.label for row in screen.rows for button in row]


# The names of signs and topics: typed alone they are what they say, and tapped they are, too.
NAMED = (Verb.SYMPTOM, Verb.SYMPTOM_DONE, Verb.ASK)


def test_no_words_on_a_button_are_a_red_flag() -> None:
    typed = {
        button.label
        for screen in all_screens().values()
        for row in screen.rows
        for button in row
        if button.tap.verb not in NAMED
    }
    assert {label for label in typed if read(label, Measure()).flags} == set()


def test_the_facts_words_for_a_sign_are_seen_where_they_are_said_of_a_person() -> None:
    assert facts()["se.breathing"].level.name == "EMERGENCY"
    for said in (
        "I have swelling of the face, lips, tongue or throat",
        "I see or hear things that are not there",
        "he can't be woken, slow breaths",
        "I have a high fever and very stiff muscles",
    ):
        assert read(said).flags, said


def test_a_line_break_stands_for_itself() -> None:
    assert Utterance("can't\nbreathe", RedFlag.BREATHING, "breathing").is_right()
