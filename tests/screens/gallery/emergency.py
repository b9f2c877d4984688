"""The emergency cards, each with the log behind it and without one, and their answers."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from bot.domain.red_flags import URGENT, EmergencyCard, EmergencyKind, Intake, Raised, RedFlag
from bot.screens import emergency
from bot.screens.screen import Screen
from tests.screens.gallery.berlin import at, scene

FLAG = UUID(int=77)
TEN = Decimal(10)
THRICE = Intake((TEN, TEN, TEN), at("08:04"))
UNEQUAL = Intake((TEN, TEN, Decimal(20)), at("22:04", days=-1))


def screens() -> dict[str, Screen]:
    """Each of them."""
    here, nowhere = scene(), scene(country=None)
    kinds = EmergencyKind
    return {
        "emergency": _card(kinds.EMERGENCY, THRICE),
        "emergency, amounts that differ": _card(kinds.EMERGENCY, UNEQUAL),
        "emergency, twice a day": _card(kinds.EMERGENCY, Intake((TEN, TEN), at("08:04"))),
        "emergency, once a day, none logged": _card(kinds.EMERGENCY, Intake((TEN,), None)),
        "emergency, four times a day": _card(kinds.EMERGENCY, Intake((TEN,) * 4, at("08:04"))),
        "emergency, no plan": _card(kinds.EMERGENCY, None),
        "emergency, somebody else": _card(kinds.EMERGENCY, THRICE, other=True),
        "emergency, somebody else, no plan": _card(kinds.EMERGENCY, None, other=True),
        "emergency, country unknown": _card(kinds.EMERGENCY, THRICE, country=None),
        "emergency in the UK": _card(kinds.EMERGENCY, THRICE, country="GB"),
        "emergency, took too much, in the US": _card(
            kinds.EMERGENCY, THRICE, too_much=True, country="US"
        ),
        "pump": _card(kinds.PUMP, THRICE),
        "pump, country unknown": _card(kinds.PUMP, None, country=None),
        "self-harm": _card(kinds.SELF_HARM, THRICE),
        "self-harm, took too much, in the US": _card(
            kinds.SELF_HARM, THRICE, too_much=True, country="US"
        ),
        "overdose": _card(kinds.OVERDOSE, THRICE),
        "overdose in the US": _card(kinds.OVERDOSE, THRICE, country="US"),
        "overdose, somebody else": _card(kinds.OVERDOSE, THRICE, other=True),
        "overdose, country unknown, no plan": _card(kinds.OVERDOSE, None, country=None),
        **{f"urgent, {flag}": _urgent(flag) for flag in RedFlag if flag in URGENT},
        "urgent, two signs": _urgent(RedFlag.FAINT, RedFlag.CONFUSION),
        "emergency, written while the bot was off": emergency.raised(
            here,
            Raised(EmergencyCard(kinds.EMERGENCY, THRICE), frozenset(), said_at=at("09:10")),
        ),
        "called": emergency.called(here, at("14:10")),
        "called, country unknown": emergency.called(nowhere, at("14:10")),
        "not an emergency": emergency.not_emergency(here, kinds.EMERGENCY),
        "not an emergency, after self-harm": emergency.not_emergency(here, kinds.SELF_HARM),
    }


def _urgent(*flags: RedFlag) -> Screen:
    return emergency.raised(scene(), Raised(None, frozenset(flags)))


def _card(
    kind: EmergencyKind,
    intake: Intake | None,
    *,
    country: str | None = "DE",
    other: bool = False,
    too_much: bool = False,
) -> Screen:
    card = EmergencyCard(kind, intake, other=other, too_much=too_much)
    return emergency.emergency(scene(country=country), card, FLAG)
