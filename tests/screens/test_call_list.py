"""Wherever a person is told to call somebody, their own numbers are one tap away."""

from __future__ import annotations

import re

import pytest

from bot.screens.screen import Verb
from tests.screens.gallery import all_screens
from tests.screens.golden import readable

WHO = "(?:doctor|pharmacist|ward)"
TELLS = re.compile(f"call (?:(?:a|the|your) {WHO}|a poison line)", re.IGNORECASE)
BESIDE = (  # what the bot does, and questions in a row, which wait for their answer
    *("chat/about", "pausing/home, ", "stopping/again, ", "symptoms/asked, "),
)
SCREENS = {
    name: screen
    for name, screen in all_screens().items()
    if TELLS.search(readable(screen.text)) and not name.startswith(BESIDE)
}


@pytest.mark.parametrize("name", SCREENS)
def test_whoever_is_told_to_call_has_the_call_list_or_the_number_itself(name: str) -> None:
    verbs = {button.tap.verb for row in SCREENS[name].rows for button in row}
    assert verbs & {Verb.CALL_LIST, Verb.CALLED}


def test_the_screens_that_the_promise_is_made_for_are_among_them() -> None:
    wanted = ("ladder/call now", "ladder/none", "supply/card, a day", "supply/ran out")
    assert not [name for name in wanted if name not in SCREENS]
