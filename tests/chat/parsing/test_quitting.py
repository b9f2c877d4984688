"""Whoever stops the medicine, means to or asks how is heard, however they say it."""

from __future__ import annotations

import pytest

from bot.chat.parsing.quitting import quits
from bot.chat.parsing.verb_values import Stop
from bot.chat.parsing.verbs import read_verb
from tests.chat.parsing import quitting_blind, quitting_blind_2, quitting_said, quitting_unseen

# First tried: 66 of 83, 26 of 43 and 35 of 43 heard, 3, 1 and 0 false alarms (of 48, 28 and 25).
SETS = (quitting_said, quitting_blind, quitting_blind_2, quitting_unseen)
QUITTING = [
    (kind, line) for each in SETS for kind, lines in each.QUITTING.items() for line in lines
]
OTHERWISE = [
    (kind, line) for each in SETS for kind, lines in each.OTHERWISE.items() for line in lines
]


@pytest.mark.parametrize(("kind", "text"), QUITTING)
def test_h5_whoever_stops_or_may_is_heard(kind: str, text: str) -> None:
    assert quits(text), kind


@pytest.mark.parametrize(("kind", "text"), OTHERWISE)
def test_what_only_sounds_like_it_is_not(kind: str, text: str) -> None:
    assert not quits(text), kind


def test_the_list_is_long_and_says_nothing_twice() -> None:
    said = [text.casefold() for _, text in (*QUITTING, *OTHERWISE)]
    assert len(said) >= 300
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("text", [text for _, text in QUITTING[::7]])
def test_h5_it_is_heard_in_a_long_message_and_in_capitals(text: str) -> None:
    around = "My leg was stiff this morning and I slept badly. "
    assert quits(f"{around * 20}{text}. {around * 20}")
    assert quits(text.upper())
    assert quits(f"  {text} \U0001f61e")


@pytest.mark.parametrize("text", ["I want to stop", "I quit", "no more baclofen", "cold turkey"])
def test_h5_it_goes_before_every_other_verb(text: str) -> None:
    for other in ("taken", "skip", "yes", "later"):
        assert read_verb(f"{other}, {text}") == Stop()


@pytest.mark.parametrize("text", ["", " ", "...", "?", "\U0001f44d", "|", "n't", "'", "stop" * 500])
def test_a_text_without_words_is_nothing(text: str) -> None:
    assert not quits(text)
