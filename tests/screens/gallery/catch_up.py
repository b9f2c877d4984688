"""One message after the bot stood still."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.dose import Dose
from bot.domain.message import CatchUp, Offline
from bot.domain.terms import DoseState
from bot.screens.cards import card
from bot.screens.screen import Screen
from tests.screens.gallery.berlin import at, dose, opened, scene

UNKNOWN = {"state": DoseState.UNKNOWN, "act_at": None}


def screens() -> dict[str, Screen]:
    """Each shape of it."""
    morning, night = dose("08:00", "10:00", **UNKNOWN), dose("22:00", "00:00", -1, **UNKNOWN)
    return {
        "asked again": _at("14:50", _again(opened())),
        "asked again, after a doubt": _at("14:50", _again(opened()), repeat=True),
        "asked again, and others": _at("14:50", _again(opened(), morning, night)),
        "asked again, polling down for a moment": _at(
            "14:50", CatchUp(opened(), (morning,), again=True, late=True)
        ),
        "late, and others": _at("14:50", _late(opened(delivered_at=None), morning, night)),
        "late, after a doubt": _at("14:50", _late(opened(), morning), repeat=True),
        "unblocked, late, and another": _at(
            "14:50", CatchUp(opened(), (morning,), again=False, late=True)
        ),
        "on time, and another": _at(
            "14:00", CatchUp(opened(), (morning,), again=False, late=False)
        ),
        "not answered, asked again": _not_answered(),
        "over a clock change": _over_a_change(),
        "late, and a pause is over": _at(
            "14:50", replace(_late(opened(delivered_at=None), morning), pause_over=True)
        ),
        "for days": _at(
            "14:50",
            _late(
                opened(),
                *(dose(clock, "23:00", days, **UNKNOWN) for days in (-1, -2) for clock in EVERY),
                since=at("12:30", -3),
            ),
        ),
    }


EVERY = ("22:00", "14:00", "08:00")


def _at(clock: str, message: CatchUp, *, repeat: bool = False) -> Screen:
    return card(scene(clock), message, repeat=repeat)


def _again(asked: Dose, *unknown: Dose) -> CatchUp:
    return CatchUp(asked, unknown, again=True, late=True, since=at("14:10"), until=at("14:50"))


def _late(asked: Dose, *unknown: Dose, since: datetime | None = None) -> CatchUp:
    began = since or at("12:30", -1)
    return CatchUp(asked, unknown, again=False, late=True, since=began, until=at("14:50"))


def _not_answered() -> Screen:
    """Asked again after an outage; its window has ended."""
    silent = dose(delivered_at=at("14:00"), **UNKNOWN)
    message = Offline((silent,), at("14:10"), at("14:50"), dose("22:00", "00:00"), quiet=True)
    return card(scene("16:00"), message)


def _over_a_change() -> Screen:
    """The night in which 03:00 becomes 02:00 lies in the outage."""
    night = dose("02:30", "04:30", -29, **UNKNOWN)
    morning = dose("08:00", "10:00", -29, state=DoseState.OPEN)
    message = CatchUp(morning, (night,), False, True, at("01:10", -29), at("09:00", -29))
    return card(scene("09:00", -29), message)
