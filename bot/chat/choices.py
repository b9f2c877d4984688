"""The words that stand for a button, by question: every tap has a typed form."""

from __future__ import annotations

from collections.abc import Mapping

from bot.chat.parsing.plain import plain
from bot.domain.setup import Question

_YES = ("yes", "y", "yep", "yeah", "right", "correct", "ok", "okay", "that is right", "true")
_NO = ("no", "n", "nope", "wrong", "not right", "false")
_OTHER_COUNTRY = ("other country", "wrong country", "another country")
_CHANGE = ("change", "no", "wrong", "change it", "not right", "edit")

UNCLEAR = "unclear"
"""Words that may mean an answer or something else: the question is asked again."""

ENGLISH: Mapping[Question, Mapping[str, tuple[str, ...]]] = {
    Question.CONSENT: {
        "yes": ("i agree", "agree", "i consent", "accept", *_YES),
        "no": ("not now", "later", *_NO),
    },
    Question.GATE: {
        "yes": ("yes both", "both", *_YES),
        "pump": ("pump", "i have a pump", "a pump", "baclofen pump"),
        "child": ("child", "for a child", "my child", "for my child"),
        "no": _NO,
    },
    Question.PLACE: {"share": ("share", "share my location", "location")},
    Question.COUNTRY: {"change": _CHANGE},
    Question.CLOCK: {
        "yes": _YES,
        "no": _NO,
        "country": _OTHER_COUNTRY,
    },
    Question.KIDNEY: {
        "yes": ("dialysis", "kidney disease", *_YES),
        "no": _NO,
        "declined": ("rather not say", "rather not", "prefer not to say", "skip"),
    },
    Question.PLAN: {
        "pick": ("pick times", "pick", "buttons"),
        "city": ("other city", "another city", "wrong city", "wrong time", "wrong clock"),
        "country": _OTHER_COUNTRY,
    },
    Question.TIMES: {
        "ok": ("done", "ready", *_YES),
        "change": ("change", "change it", "back"),
        "n1": ("1", "1 a day", "once", "once a day"),
        "n2": ("2", "2 a day", "twice", "twice a day"),
        "n3": ("3", "3 a day", "three times a day"),
        "n4": ("4", "4 a day", "four times a day"),
    },
    Question.EACH: {"change": _CHANGE},
    Question.STRENGTHS: {"ok": ("done", "ready", "that is all", *_YES), "change": _CHANGE},
    Question.AGAIN: {"change": ("change", "change it")},
    Question.LAST_DOSE: {
        "now": ("now", "just now", "right now"),
        "never": ("not started yet", "not started", "never", "i have not started"),
        "tablets": ("other tablets", "wrong tablets", "change tablets", "change", "change it"),
        "unsure": ("not sure", "i don't know", "don't know", "no idea", "unsure"),
    },
    Question.ODD_TIMES: {"ok": ("these are right", *_YES), "change": _CHANGE},
    Question.ECHO: {
        "ok": _YES,
        "doctor": ("doctor set it", "my doctor set it", "the doctor set it", "doctor said so"),
        "change": _CHANGE,
        "keep": ("change nothing", "keep my plan", "keep", "cancel"),
        UNCLEAR: ("done", "ready"),  # with the plan, or with a dose?
    },
}
_TABLES = {"en": ENGLISH}


def typed_choice(question: Question, text: str, language: str) -> str | None:
    """The offered answer that the words stand for; None for anything else."""
    table = _TABLES.get(language, ENGLISH).get(question, {})
    said = " ".join(plain(text).text.replace(",", " ").strip(" .!").split())
    return next((key for key, phrases in table.items() if said in phrases), None)
