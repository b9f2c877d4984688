"""The typed verb that tells a sign."""

from __future__ import annotations

from bot.chat.parsing.symptoms import behind_head
from bot.chat.parsing.verb_values import Symptom


def read_symptom(text: str) -> Symptom | None:
    """ "Symptom: dizzy 4", with what follows in the person's own words."""
    felt = behind_head(text)
    return None if felt is None else Symptom(felt)
