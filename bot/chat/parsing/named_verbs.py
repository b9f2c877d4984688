"""The verbs that a phrase says whole, by the names the languages' tables call them."""

from __future__ import annotations

from collections.abc import Mapping

from bot.chat.parsing.pause_verbs import PAUSE_VERBS
from bot.chat.parsing.verb_values import (
    About,
    Back,
    Called,
    CallList,
    Cancel,
    Contacts,
    Correct,
    Extra,
    Help,
    Log,
    Mine,
    Missed,
    No,
    NotEmergency,
    NotMe,
    NotSure,
    Pin,
    Plan,
    Profile,
    Snooze,
    Stop,
    SymptomHistory,
    Symptoms,
    Taken,
    Taper,
    Timezone,
    Today,
    Undo,
    Verb,
    Yes,
)

NAMED: Mapping[str, Verb] = {
    "taken": Taken(), "extra": Extra(), "snooze": Snooze(), "undo": Undo(), "not_sure": NotSure(),
    "missed": Missed(), "today": Today(), "log": Log(), "log_1": Log(back=1), "plan": Plan(),
    "plan_change": Plan(change=True), "timezone": Timezone(),
    "timezone_change": Timezone(change=True), "help": Help(), "about": About(),
    "pin": Pin(), "unpin": Pin(wanted=False),
    "taper": Taper(), "stop": Stop(), "yes": Yes(), "no": No(), "cancel": Cancel(), "back": Back(),
    "not_me": NotMe(), "mine": Mine(), "correct": Correct(),
    "called": Called(), "not_emergency": NotEmergency(),
    "contacts": Contacts(), "call_list": CallList(),
    "symptom": Symptoms(), "symptom_history": SymptomHistory(), "profile": Profile(),
    **PAUSE_VERBS,
}  # fmt: skip
