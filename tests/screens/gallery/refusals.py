"""Why nothing changed."""

from __future__ import annotations

from bot.domain.dose_events import Reason
from bot.domain.outcomes import Refused
from bot.domain.terms import DoseState
from bot.screens.refusals import refused
from bot.screens.screen import Screen
from tests.screens.gallery.berlin import POLICY, at, dose, night, opened, scene, taken


def screens() -> dict[str, Screen]:
    """Each refusal, about an open dose, about none, and each "already"."""
    here = scene()
    already = {
        "taken": taken(),
        "skipped": dose(state=DoseState.SKIPPED),
        "missed": dose(state=DoseState.MISSED),
        "not sure": dose(state=DoseState.UNKNOWN, answered_at=at("14:05")),
    }
    return {
        **{
            f"already {name}": refused(here, POLICY, Refused(Reason.ALREADY, each, night()))
            for name, each in already.items()
        },
        **{
            f"{why}, about a dose": refused(here, POLICY, Refused(why, opened(), night()))
            for why in Reason
            if why is not Reason.ALREADY
        },
        **{
            f"{why}, about one that is over": refused(here, POLICY, Refused(why, taken(), night()))
            for why in (Reason.NOT_LATEST, Reason.NEXT_OPENED, Reason.NOT_OPEN)
        },
        **{
            f"{why}, about none": refused(here, POLICY, Refused(why, None, night()))
            for why in Reason
        },
    }
