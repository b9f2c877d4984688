"""Ada in Berlin, 10 mg at 08:00, 14:00 and 22:00, on Monday 23 November 2026 at 14:10."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from bot.domain.dose import Dose
from bot.domain.policy import Policy
from bot.domain.terms import DoseId, DoseState, PlanId
from bot.domain.timetable import Plan, Slot
from bot.domain.wallclock import instant
from bot.screens.scene import Scene
from bot.words import Words
from bot.words.words import Argument
from tests.domain.a_dose import ADA, BACLOFEN, PLAN

ZONE = "Europe/Berlin"
DAY = date(2026, 11, 23)
POLICY = Policy()
TEN = frozenset({Decimal(10)})
SAID: set[str] = set()


class Heard(Words):
    """The real words, which note the message ids they were asked for."""

    def _say(self, message: str, arguments: Mapping[str, Argument]) -> str:
        SAID.add(message)
        return super()._say(message, arguments)


def at(clock: str, days: int = 0) -> datetime:
    """The instant at which Berlin's clock shows this."""
    return instant(DAY + timedelta(days=days), time.fromisoformat(clock), ZONE)


def scene(clock: str = "14:10", days: int = 0, country: str | None = "DE") -> Scene:
    """Ada's scene at this time."""
    return Scene(Heard(), ZONE, at(clock, days), country, "Berlin, Germany")


def dose(clock: str = "14:00", closes: str = "16:00", days: int = 0, **changes: Any) -> Dose:
    """The dose of this time, planned; `days` from Monday."""
    ends = at(closes, days)
    planned = Dose(
        id=DoseId(UUID(int=100_000 + 100 * days + int(clock[:2]))),
        plan_id=PLAN,
        medication_id=BACLOFEN,
        patient_id=ADA,
        local_date=DAY + timedelta(days=days),
        slot=0,
        wall=time.fromisoformat(clock),
        zone=ZONE,
        mg=Decimal(10),
        strengths=TEN,
        due_at=at(clock, days),
        closes_at=ends if ends > at(clock, days) else ends + timedelta(days=1),
        delayed=False,
        act_at=at(clock, days),
    )
    return replace(planned, **changes)


def opened(**changes: Any) -> Dose:
    """The 14:00 dose, asked about."""
    asked = {"opened_at": at("14:00"), "asked_at": at("14:00"), "delivered_at": at("14:00")}
    return dose(**{"state": DoseState.OPEN, **asked, "act_at": at("14:30"), **changes})


def taken(clock: str = "14:00", when: str = "14:07", days: int = 0, **changes: Any) -> Dose:
    """A dose taken at this time of its day."""
    moment = at(when, days)
    base = dose(clock, state=DoseState.TAKEN, days=days, act_at=None, **changes)
    return replace(base, taken_at=moment, answered_at=moment, closes_at=base.due_at + 2 * HOUR)


def night() -> Dose:
    """The next dose."""
    return dose("22:00", "00:00")


HOUR = timedelta(hours=1)


def plan(*slots: tuple[str, str], zone: str = ZONE) -> Plan:
    """A plan of these times and amounts."""
    return Plan(
        PlanId(UUID(int=7)),
        zone,
        datetime(2026, 11, 1, tzinfo=UTC),
        None,
        tuple(Slot(n, time.fromisoformat(wall), Decimal(mg)) for n, (wall, mg) in enumerate(slots)),
    )


THREE = (("08:00", "10"), ("14:00", "10"), ("22:00", "10"))
