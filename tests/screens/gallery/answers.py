"""What came of an answer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.domain.outcomes import Recorded
from bot.domain.terms import AnswerKind, DoseState, SkipReason
from bot.screens.answers import recorded, undone_elsewhere
from bot.screens.screen import Screen
from tests.screens.gallery.berlin import POLICY, at, dose, night, opened, scene, taken

K = AnswerKind


def screens() -> dict[str, Screen]:
    """Each answer's screen."""
    return {**_taken(), **_others(), **_undone(), **_extra()}


def _say(kind: AnswerKind, about: Any, after: Any = None, clock: str = "14:10", **more: Any) -> Any:
    return recorded(scene(clock), POLICY, Recorded(kind, about, after, (), **more))


def _taken() -> dict[str, Screen]:
    morning_late = replace(taken("08:00", "13:55"), closes_at=at("10:00"))
    return {
        "taken": _say(K.TAKEN, taken(), night()),
        "taken late": _say(K.TAKEN, taken(when="15:20"), night(), "15:20"),
        "taken early": _say(K.TAKEN, taken(when="12:30"), night(), "12:30"),
        "taken, the next one is open": _say(K.TAKEN, morning_late, opened()),
        "taken, the last of a plan": _say(K.TAKEN, taken()),
        "taken yesterday": _say(K.TAKEN, taken("22:00", "22:04", days=-1), dose("08:00"), "07:00"),
        "taken and confirmed as an extra one": _say(
            K.TAKEN, taken(), night(), taken_at=at("14:07"), extra=True
        ),
    }


def _others() -> dict[str, Screen]:
    skipped = dose(state=DoseState.SKIPPED)
    snoozed = opened(snoozed_until=at("14:25"), snoozes=1)
    unknown = dose(state=DoseState.UNKNOWN)
    missed = dose(state=DoseState.MISSED)
    return {
        **{
            f"skipped, {why}": _say(K.SKIPPED, skipped, night(), skip_reason=why)
            for why in SkipReason
        },
        "skipped, in their own words": _say(
            K.SKIPPED, skipped, night(), skip_reason=SkipReason.OTHER, words="felt <sick> & tired"
        ),
        "snoozed": _say(K.SNOOZED, snoozed, night()),
        "not sure": _say(K.NOT_SURE, unknown, night()),
        "not sure, none after it": _say(K.NOT_SURE, unknown),
        "missed": _say(K.MISSED, missed, night(), "16:30"),
        "missed, none after it": _say(K.MISSED, missed, None, "16:30"),
    }


def _undone() -> dict[str, Screen]:
    return {
        "undone, open again": _say(K.UNDONE, opened(), night()),
        "undone, still to come": _say(K.UNDONE, dose(), night(), "13:30"),
        "undone, told on another message": undone_elsewhere(scene("14:20"), dose()),
        "undone after its end": _say(K.UNDONE, dose(state=DoseState.UNKNOWN), night(), "16:20"),
        "undone, an extra dose": _say(K.UNDONE, None, night()),
    }


def _extra() -> dict[str, Screen]:
    outcome = Recorded(K.EXTRA, None, night(), (), at("14:40"), extra=True)
    return {
        "extra": recorded(scene("14:40"), POLICY, outcome),
        "extra in the US": recorded(scene("14:40", country="US"), POLICY, outcome),
        "extra, country unknown": recorded(scene("14:40", country=None), POLICY, outcome),
    }
