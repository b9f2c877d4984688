"""Every screen reads exactly as it was last looked at. What it must not say: test_voice.py."""

from __future__ import annotations

import pytest

from tests.ftl import variables_of
from tests.screens.gallery import AREAS, messages_said
from tests.screens.golden import FOLDER, page

ANEW = "if the new words are right: python -m tests.screens.golden --write"


@pytest.mark.parametrize("area", AREAS)
def test_every_screen_reads_as_it_was_last_looked_at(area: str) -> None:
    kept = (FOLDER / f"{area}.txt").read_text("utf-8")
    assert page(AREAS[area]()) == kept, ANEW


def test_no_golden_file_is_left_over() -> None:
    assert {file.stem for file in FOLDER.iterdir()} == set(AREAS)


@pytest.mark.parametrize(
    "file",
    [
        *("buttons", "cards", "catch_up", "chat", "commands", "contacts", "emergency", "ladder"),
        *("log", "pausing", "profile", "setup", "stopping", "supply", "symptom"),
    ],
)
def test_every_message_stands_on_a_screen_that_was_looked_at(file: str) -> None:
    assert set(variables_of(file)) - messages_said() == set()
