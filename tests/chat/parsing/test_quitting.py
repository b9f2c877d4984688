"""Whoever stops the medicine, means to or asks how is heard, however they say it."""

from __future__ import annotations

import pytest

from bot.chat.parsing.quitting import quits
from bot.chat.parsing.verb_values import Stop
from bot.chat.parsing.verbs import read_verb
from tests.chat.parsing.quitting_table import OTHERWISE, QUITTING, table
from tests.house import REPOSITORY


def test_h5_whoever_stops_or_may_is_heard() -> None:
    assert [each for each in QUITTING if not quits(each[1])] == []


def test_what_only_sounds_like_it_is_not() -> None:
    assert [each for each in OTHERWISE if quits(each[1])] == []


def test_the_safety_page_tells_what_the_command_prints() -> None:
    page = (REPOSITORY / "docs" / "safety.md").read_text("utf-8")
    assert "\n".join(table()) in page


def test_the_list_is_long_and_says_nothing_twice() -> None:
    said = [text.casefold() for _, text in (*QUITTING, *OTHERWISE)]
    assert len(said) >= 300
    assert len(set(said)) == len(said)


def test_h5_it_is_heard_in_a_long_message_and_in_capitals() -> None:
    around = "My leg was stiff this morning and I slept badly. " * 20
    texts = [text for _, text in QUITTING[::7]]
    typed = [(f"{around}{each}. {around}", each.upper(), f"  {each} \U0001f61e") for each in texts]
    assert [each for some in typed for each in some if not quits(each)] == []


@pytest.mark.parametrize("text", ["I want to stop", "I quit", "no more baclofen", "cold turkey"])
def test_h5_it_goes_before_every_other_verb(text: str) -> None:
    for other in ("taken", "skip", "yes", "later"):
        assert read_verb(f"{other}, {text}") == Stop()


@pytest.mark.parametrize("text", ["", " ", "...", "?", "\U0001f44d", "|", "n't", "'", "stop" * 500])
def test_a_text_without_words_is_nothing(text: str) -> None:
    assert not quits(text)
