"""Correcting the log, step by step."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.domain.dose import Dose
from bot.domain.dose_events import Reason
from bot.domain.outcomes import AskExtra, Corrected, Refused, WhichCorrected
from bot.domain.terms import DoseState
from bot.domain.views import ClosedDays
from bot.screens import corrected as outcomes
from bot.screens import correcting as steps
from bot.screens.screen import Screen
from tests.screens.gallery.berlin import DAY, POLICY, at, dose, night, opened, scene, taken

UNLOGGED = dose("08:00", "10:00", state=DoseState.MISSED)
UNKNOWN = dose("22:00", "00:00", days=-1, state=DoseState.UNKNOWN)
OLD = taken("14:00", "14:07", days=-11)
DONE = {"answered_at": at("14:10")}


def screens() -> dict[str, Screen]:
    """Each step, each outcome and each refusal."""
    return {**_steps(), **_asked(), **_done(), **_refused()}


def _steps() -> dict[str, Screen]:
    here = scene()
    week = tuple(DAY - timedelta(days=back) for back in range(7))
    skipped = dose("14:00", state=DoseState.SKIPPED)
    three = (UNLOGGED, skipped, taken("22:00", "22:04"))
    early = taken("22:00", "20:30")
    return {
        "which day": steps.days(here, POLICY, ClosedDays(0, week, has_older=True)),
        "which day, the oldest": steps.days(here, POLICY, ClosedDays(12, week[-1:], False)),
        "which day, none": steps.days(here, POLICY, ClosedDays(13, (), has_older=False)),
        "which dose": steps.doses(here, POLICY, DAY, three),
        "which dose, of last week": steps.doses(here, POLICY, OLD.local_date, (OLD,)),
        "which dose, none at that time": steps.doses(
            here, POLICY, DAY, three, steps.no_dose_at(here, DAY, "15:00")
        ),
        "which dose, none": steps.doses(here, POLICY, DAY - timedelta(days=2), ()),
        "which dose, too long ago": steps.doses(here, POLICY, DAY - timedelta(days=100), ()),
        "what is true, not logged": steps.what(here, UNLOGGED),
        "what is true, taken": steps.what(here, taken()),
        "what is true, not known": steps.what(here, UNKNOWN),
        "what is true, taken early": steps.what(scene("21:00"), early),
        "when": steps.when(here, UNLOGGED),
        "time not read": Screen(here.html("correct-unclear")),
    }


def _asked() -> dict[str, Screen]:
    here = scene()
    close = AskExtra(UNLOGGED, taken("13:00", "13:20"), at("13:20"), at("12:10"))
    which = WhichCorrected(UNLOGGED, (UNLOGGED, opened(), UNKNOWN), at("13:50"))
    return {
        "which of these": outcomes.which(here, which),
        "an extra one": outcomes.one_more(here, UNLOGGED, close),
        "close to an extra one": outcomes.one_more(here, UNLOGGED, replace(close, other=None)),
    }


def _say(before: Dose, after: Dose, clock: str = "14:30", **more: Any) -> Screen:
    given = {"can_undo": False, **more}
    return outcomes.corrected(scene(clock), Corrected(before, after, night(), (), **given))


def _done() -> dict[str, Screen]:
    late = replace(UNLOGGED, state=DoseState.TAKEN, taken_at=at("08:20"), **DONE)
    missed = replace(OLD, state=DoseState.MISSED, taken_at=None, **DONE)
    return {
        "was not logged, now taken": _say(UNLOGGED, late),
        "can be undone": _say(UNLOGGED, late, can_undo=True),
        "taken as one more": _say(UNLOGGED, late, extra=True),
        "another time, last week": _say(OLD, replace(OLD, taken_at=at("00:10", days=-10))),
        "now not taken, last week": _say(OLD, missed),
        "now not taken, today": _say(taken(), dose(state=DoseState.MISSED, **DONE), "16:30"),
        "now not taken, in hospital": _say(
            taken(), dose(state=DoseState.MISSED, **DONE), in_hospital=True
        ),
        "now skipped": _say(taken(), dose(state=DoseState.SKIPPED, **DONE)),
        "now not sure": _say(taken(), dose(state=DoseState.UNKNOWN, **DONE)),
        "open again": _say(taken(), opened()),
        "to come again": _say(taken("22:00", "20:30"), night(), "21:00"),
    }


def _refused() -> dict[str, Screen]:
    reasons = {
        Reason.ALREADY: taken(),
        Reason.TOO_OLD: OLD,
        Reason.TOO_FAR: UNLOGGED,
        Reason.TOO_EARLY: UNLOGGED,
        Reason.IN_FUTURE: UNLOGGED,
        Reason.REPEAT: UNLOGGED,
        Reason.STILL_OPEN: opened(),
        Reason.NOT_OPEN: dose(state=DoseState.CANCELLED),
        Reason.NOT_YOURS: None,
    }
    still = Refused(Reason.TOO_EARLY, night(), None)
    return {
        **{
            f"refused, {why}": outcomes.refused(scene(), POLICY, Refused(why, about, None))
            for why, about in reasons.items()
        },
        "refused, still to come": outcomes.refused(scene(), POLICY, still),
    }
