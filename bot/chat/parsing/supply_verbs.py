"""The verbs about tablets that a phrase says whole."""

from __future__ import annotations

from collections.abc import Mapping

from bot.chat.parsing.care_verbs import (
    CountTablets,
    NotCounted,
    Ordered,
    PharmacyDays,
    Ran,
    RanOut,
    Refilled,
    Tablets,
    Tomorrow,
)
from bot.chat.parsing.verb_values import Verb

SUPPLY_VERBS: Mapping[str, Verb] = {
    "supply": Tablets(),
    "count": CountTablets(),
    "refilled": Refilled(),
    "ordered": Ordered(),
    "tomorrow": Tomorrow(),
    "not_needed": NotCounted(),
    "lead": PharmacyDays(),
    "ran_out": RanOut(),
    "runs_out": RanOut(Ran.SOON),
}
