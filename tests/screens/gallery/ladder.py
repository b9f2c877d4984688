"""No dose is logged for long: the question on a card and alone, and whom to call."""

from __future__ import annotations

from uuid import UUID

from bot.domain.dose import Dose
from bot.domain.message import CatchUp, NotLogged, Nudge, Reminder
from bot.domain.rungs import AnyTaken, CallNow, Gap, LoggedSince, NoneTaken, WhichTaken
from bot.domain.terms import DoseState
from bot.screens import ladder
from bot.screens.cards import card
from bot.screens.screen import Screen
from tests.screens.gallery.berlin import at, dose, night, opened, scene

AFTER = UUID(int=200)
GAP = Gap(AFTER, at("22:04", days=-1))
MISSED = {"state": DoseState.MISSED, "act_at": None}
MORNING = dose("08:00", "09:30", **MISSED)
NOON = dose(**MISSED)


def screens() -> dict[str, Screen]:
    """Each of them."""
    return {**_on_cards(), **_alone(), **_answered()}


def _on_cards() -> dict[str, Screen]:
    here = scene("14:05")
    unknown = dose("08:00", "09:30", state=DoseState.UNKNOWN, act_at=None)
    return {
        "on a reminder, the rule once more": card(
            here, Reminder(opened(), late=False, unlogged=MORNING)
        ),
        "on a reminder": card(here, Reminder(opened(), late=False, gap=GAP)),
        "on a reminder, after a doubt": card(
            here, Reminder(opened(), late=False, gap=GAP), repeat=True
        ),
        "on a nudge": card(scene("14:30"), Nudge(opened(), gap=GAP)),
        "on a catch-up": card(
            scene("14:20"), CatchUp(opened(), (unknown,), again=True, late=True, gap=GAP)
        ),
        "not logged, the second": card(scene("16:00"), NotLogged(NOON, night(), GAP)),
        "not logged, after a day": card(
            scene("00:00", days=1), NotLogged(dose("22:00", "00:00", **MISSED), _next(), GAP)
        ),
    }


def _next() -> Dose:
    return dose("08:00", "10:00", days=1)


def _alone() -> dict[str, Screen]:
    return {
        "any taken, one open": card(scene("14:30"), AnyTaken(GAP, opened())),
        "any taken, none open": card(scene("17:00"), AnyTaken(GAP, night())),
        "any taken, after a doubt": card(scene("17:00"), AnyTaken(GAP, night()), repeat=True),
        "any taken, no plan left": card(scene("17:00"), AnyTaken(GAP, None)),
        "call now": card(scene("22:04"), CallNow(GAP, night(), 1)),
        "call now, after a doubt": card(scene("22:04"), CallNow(GAP, night(), 1), repeat=True),
        "call now, the next day": card(scene("22:04", days=1), CallNow(GAP, _tomorrow(), 2)),
        "call now, no plan left": card(scene("22:04"), CallNow(GAP, None, 1)),
        "call now, number not known": card(scene("22:04", country=None), CallNow(GAP, night(), 1)),
    }


def _tomorrow() -> Dose:
    return dose("22:00", "00:00", days=1, state=DoseState.OPEN)


def _answered() -> dict[str, Screen]:
    here = scene("16:10")
    skipped = dose("06:00", "07:30", state=DoseState.SKIPPED, act_at=None)
    many = tuple(
        dose(clock, "23:00", days=-1, **MISSED)
        for clock in ("22:00", "20:00", "18:00", "14:00", "10:00", "08:00")
    )
    return {
        "which": ladder.which_taken(here, WhichTaken(GAP, (NOON, MORNING, skipped))),
        "which, one open": ladder.which_taken(scene("14:30"), WhichTaken(GAP, (opened(), MORNING))),
        "which, of many": ladder.which_taken(here, WhichTaken(GAP, (NOON, *many))),
        "none": ladder.none_taken(here, NoneTaken(GAP, night(), urgent=False)),
        "none, after a day": ladder.none_taken(
            scene("22:10"), NoneTaken(GAP, night(), urgent=True)
        ),
        "a dose is logged since": ladder.logged_since(here, LoggedSince(at("14:07"), night())),
        "the question is over": ladder.logged_since(here, LoggedSince(None, night())),
    }
