"""One dose to try rules on: 10 mg at 14:00, open until 16:00, the next at 22:00. All in UTC."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from bot.domain.dose import Dose
from bot.domain.terms import DoseId, DoseState, MedicationId, PersonId, PlanId

DAY = date(2026, 11, 23)
ADA = PersonId(UUID(int=1))
BACLOFEN = MedicationId(UUID(int=2))
PLAN = PlanId(UUID(int=3))


def at(clock: str, days: int = 0) -> datetime:
    """The instant at which the clock shows "14:07" or "14:07:30" on the dose's day, in UTC."""
    wall = time.fromisoformat(clock)
    return datetime.combine(DAY.replace(day=DAY.day + days), wall, UTC)


def a_dose(clock: str = "14:00", closes: str = "16:00", **changes: Any) -> Dose:
    """A planned dose due at `clock`."""
    hour = int(clock[:2])
    planned = Dose(
        id=DoseId(UUID(int=100 + hour)),
        plan_id=PLAN,
        medication_id=BACLOFEN,
        patient_id=ADA,
        local_date=DAY,
        slot=hour,
        wall=time.fromisoformat(clock),
        zone="Etc/UTC",
        mg=Decimal(10),
        strengths=frozenset({Decimal(10)}),
        due_at=at(clock),
        closes_at=at(closes),
        delayed=False,
        act_at=at(clock),
    )
    return replace(planned, **changes)


_ASKED = {"opened_at": at("14:00"), "asked_at": at("14:00"), "delivered_at": at("14:00:01")}
_IN: dict[DoseState, dict[str, Any]] = {
    DoseState.PLANNED: {},
    DoseState.OPEN: {**_ASKED, "act_at": at("14:30")},
    DoseState.TAKEN: {
        **_ASKED,
        "act_at": None,
        "taken_at": at("14:07"),
        "answered_at": at("14:07"),
    },
    DoseState.SKIPPED: {**_ASKED, "act_at": None, "answered_at": at("14:07")},
    DoseState.MISSED: {**_ASKED, "act_at": None, "nudges": 1},
    DoseState.UNKNOWN: {**_ASKED, "act_at": None, "delivered_at": None},
    DoseState.CANCELLED: {"act_at": None},
}


def dose_in(state: DoseState, **changes: Any) -> Dose:
    """The dose as it came to be in this state: answered at 14:07, or closed unanswered."""
    return a_dose(**{"state": state, **_IN[state], **changes})
