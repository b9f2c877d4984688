"""The small questions about signs, the profile and whom to call, and what answers each."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from bot.chat.handlers import contacts, profile, symptoms
from bot.chat.turn import Turn
from bot.domain.setup import Question

ANSWERS: Mapping[Question, Callable[[Turn, str, str], Awaitable[bool]]] = {
    Question.CONTACT: contacts.answer,
    Question.PROFILE: profile.answer,
    Question.SYMPTOM: symptoms.answer_pick,
    Question.SYMPTOM_SEVERITY: symptoms.answer_severity,
    Question.SYMPTOM_PAGE: symptoms.answer_page,
}
