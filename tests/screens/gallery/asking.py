"""What is asked before an answer counts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from bot.domain.outcomes import AskExtra, AskWhich, OtherAmount
from bot.domain.terms import DoseState
from bot.screens import asking
from bot.screens.screen import Screen
from tests.screens.gallery.berlin import at, dose, night, opened, scene, taken


def screens() -> dict[str, Screen]:
    """Each question."""
    here = scene()
    missed = dose("08:00", "10:00", state=DoseState.MISSED)
    last_night = dose("22:00", "00:00", days=-1, state=DoseState.UNKNOWN)
    close = AskExtra(opened(), taken("13:00", "13:20"), at("13:20"), at("14:10"))
    return {
        "when": asking.ask_when(here, missed),
        "when, yesterday's": asking.ask_when(here, last_night),
        "earlier, open": asking.ask_earlier(here, opened()),
        "earlier, over": asking.ask_earlier(here, missed),
        **{
            f"earlier, {why}": asking.ask_earlier(here, opened(), why=why)
            for why in ("unclear-hour", "unclear-day", "unclear-time", "refused-future")
        },
        "why skip": asking.ask_skip(here, opened()),
        "which": asking.ask_which(here, AskWhich((opened(), missed, last_night), None)),
        "which, at a time": asking.ask_which(here, AskWhich((missed, last_night), at("08:10"))),
        "which, none": asking.ask_which(here, AskWhich((), None)),
        "which, to skip": asking.ask_which(
            here, AskWhich((opened(), last_night), None, was_taken=False)
        ),
        "extra": asking.ask_extra(here, close),
        "extra, no slot": asking.ask_extra(here, replace(close, dose=None)),
        "extra, close to an extra one": asking.ask_extra(here, replace(close, other=None)),
        "extra, not just now": asking.ask_extra_plain(here, at("13:50")),
        "extra, outside the plan": asking.ask_extra_plain(here, at("14:10")),
        "same dose": asking.same_dose(here, None, night()),
        "same dose, still open": asking.same_dose(here, opened(), night()),
        "less than planned": asking.other_amount(here, OtherAmount(opened(), Decimal(5), None)),
        "more than planned": asking.other_amount(
            here, OtherAmount(opened(), Decimal(20), at("14:05"))
        ),
    }
