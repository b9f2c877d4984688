"""What is shown of a person's tablets: values read at one instant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.domain.forecast import Outlook
from bot.domain.supply_warnings import Watch


@dataclass(frozen=True, slots=True)
class SupplyView:
    """How the tablets stand. `warning`: which one holds, from 1 on; `is_last`: the last day's.

    `lead`: working days that the pharmacy may need. `order_by`: None where it is too late for it,
    or nothing runs out in sight. `arrives_on`: where something is ordered.
    """

    outlook: Outlook
    watch: Watch
    warning: int
    is_last: bool
    lead: int
    order_by: date | None
    arrives_on: date | None
    in_hospital: bool = False
