"""Why somebody wants to stop, where their words say it. In doubt it is asked."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.chat.parsing.english_stop_reasons import APART, REASONS
from bot.chat.parsing.plain import plain
from bot.chat.parsing.symptoms import read_symptoms
from bot.domain.policy import Policy
from bot.domain.stopping import StopReason
from bot.domain.symptoms import Symptom

_REASONS: Mapping[str, Mapping[StopReason, str]] = {"en": REASONS}


def signs_in(text: str, policy: Policy) -> dict[Symptom, int | None]:
    """The signs that are told along: "it makes me dizzy". What is no sign is left to the reason."""
    found: dict[Symptom, int | None] = {}
    for piece in re.split(rf"\b(?:{APART})\b|[.!?;,]+", plain(text).text):
        read = read_symptoms(piece, policy) if piece.strip() else None
        found |= {} if read is None else dict(read.said)
    found.pop(Symptom.OTHER, None)
    return found


def read_stop_reason(text: str, language: str = "en") -> StopReason | None:
    """The one reason the words name. Side effects go before any other: they may be urgent."""
    said = f" {' '.join(re.findall(r'[a-z0-9]+', plain(text).text.replace(chr(39), '')))} "
    found = [
        reason
        for reason, phrases in _REASONS.get(language, REASONS).items()
        if re.search(rf" (?:{phrases}) ", said)
    ]
    if StopReason.SIDE_EFFECTS in found:
        return StopReason.SIDE_EFFECTS
    return found[0] if len(found) == 1 else None
