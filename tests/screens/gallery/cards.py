"""What the bot says of its own accord."""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal

from bot.domain.dose import Dose
from bot.domain.message import Message, Near, NotLogged, Nudge, Offline, Reminder
from bot.domain.terms import DoseState
from bot.domain.wallclock import instant
from bot.screens.cards import card, unknown
from bot.screens.clocks import with_clock_doubt
from bot.screens.scene import Scene
from bot.screens.screen import Screen
from tests.screens.gallery.berlin import HOUR, ZONE, Heard, at, dose, night, opened, scene

UNKNOWN = {"state": DoseState.UNKNOWN, "act_at": None}
MISSED = {"state": DoseState.MISSED, "act_at": None}


def screens() -> dict[str, Screen]:
    """Each card."""
    return {**_asking(), **_clock_changes(), **_closed()}


def _card(message: Message, clock: str = "14:00", *, days: int = 0, repeat: bool = False) -> Screen:
    return card(scene(clock, days), message, repeat=repeat)


def _asking() -> dict[str, Screen]:
    half = opened(mg=Decimal("12.5"), strengths=frozenset({Decimal(25)}))
    mixed = opened(mg=Decimal("27.50"), strengths=frozenset({Decimal(5), Decimal(10)}))
    late_night = dose("22:00", "00:00", state=DoseState.OPEN)
    return {
        "reminder": _card(Reminder(opened(), late=False)),
        "reminder, the clock set back": with_clock_doubt(
            scene("14:00", 0), _card(Reminder(opened(), late=False))
        ),
        "reminder, half a tablet": _card(Reminder(half, late=False)),
        "reminder, halves and wholes": _card(Reminder(mixed, late=False)),
        "reminder, strengths not set": _card(Reminder(opened(strengths=frozenset()), late=False)),
        "reminder, no tablets make it": _card(Reminder(opened(mg=Decimal(12)), late=False)),
        "reminder, window over midnight": _card(Reminder(late_night, late=False), "22:00"),
        "reminder after an outage": _card(Reminder(opened(), late=True), "15:20"),
        "reminder after a doubt": _card(Reminder(opened(), late=False), "14:02", repeat=True),
        "nudge after a doubt": _card(Nudge(opened()), "14:32", repeat=True),
        "nudge": _card(Nudge(opened()), "14:30"),
        "reminder, shortly after another": _card(
            Reminder(opened(), late=False, near=Near(at("13:20"), dose("08:00", "10:00")))
        ),
        "nudge, shortly after an extra one": _card(
            Nudge(opened(), near=Near(at("13:20"), None)), "14:30"
        ),
        "nudge after midnight": _card(Nudge(late_night), "00:10", days=1),
    }


def _clock_changes() -> dict[str, Screen]:
    spring = date(2027, 3, 28)  # 02:00 becomes 03:00
    due = instant(spring, time(2, 30), ZONE)
    moved = opened(
        local_date=spring, wall=time(2, 30), due_at=due, closes_at=due + HOUR, opened_at=due
    )
    delayed = opened(
        local_date=spring,
        wall=time(3),
        due_at=due + timedelta(minutes=30),
        closes_at=due + HOUR,
        delayed=True,
    )
    here = Scene(Heard(), ZONE, due, "DE", "Berlin, Germany")
    return {
        "reminder, a wall time that is skipped": card(here, Reminder(moved, late=False)),
        "reminder, delayed by the clock change": card(here, Reminder(delayed, late=False)),
    }


def _closed() -> dict[str, Screen]:
    noon, morning = dose(**UNKNOWN), dose("08:00", "10:00", **UNKNOWN)
    outage = Offline((noon,), at("13:40"), at("16:05"), night())
    several = Offline((noon, morning), at("07:50"), at("16:05"), None)
    return {
        "not logged": _card(NotLogged(dose(**MISSED), night()), "16:00"),
        "not logged, none after it": _card(NotLogged(dose(**MISSED), None), "16:00"),
        "not logged, of yesterday": _card(
            NotLogged(dose("22:00", "00:00", days=-1, **MISSED), dose("08:00", "10:00")), "00:00"
        ),
        "not logged, after a doubt": _card(
            NotLogged(dose(**MISSED), night()), "16:02", repeat=True
        ),
        "offline": _card(outage, "16:05"),
        "offline, after a doubt": _card(outage, "16:07", repeat=True),
        "offline, several": _card(several, "16:05"),
        "offline, the answer unheard": _card(
            Offline(
                (dose(delivered_at=at("14:00"), **UNKNOWN),), at("13:40"), at("16:05"), night()
            ),
            "16:05",
        ),
        "unblocked, still open": _card(Offline((noon,), None, None, night()), "15:00"),
        "offline for days": _card(
            Offline((dose(days=-2, **UNKNOWN),), at("13:00", -2), at("16:05"), night()), "16:05"
        ),
        "offline, delivery in doubt": _card(Offline((noon,), None, None, night()), "16:05"),
        "offline, over a clock change": card(
            scene("16:05", days=-29),
            Offline((_autumn(),), at("01:10", -29), at("05:00", -29), None),
        ),
        "one answered, the next not known": unknown(scene("16:10"), (morning,), night()),
        "offline, the next one open": _card(
            Offline((morning,), at("07:50"), at("14:05"), opened()), "14:05"
        ),
    }


def _autumn() -> Dose:
    """Due on the night in which 03:00 becomes 02:00."""
    return dose("02:30", "04:30", days=-29, **UNKNOWN)
