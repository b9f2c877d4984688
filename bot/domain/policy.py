"""The project's numbers in one frozen value: defaults, each with its reason; shown by /about.

Source: the clinical policy. They are project rules, not medical advice, and await a
pharmacist's or doctor's sign-off.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal

_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Policy:
    """Every number a rule reads. Durations are timedeltas, amounts are mg (Decimal)."""

    # Late and missed: NHS Specialist Pharmacy Service accepts up to 2 h late for most medicines.
    late_most: timedelta = 2 * _HOUR
    late_least: timedelta = 30 * _MINUTE
    late_share: int = 4  # the window is at most a quarter of the gap to the next dose ...
    late_limit_share: int = 2  # ... and never beyond half of it, the floor included
    on_time: timedelta = 30 * _MINUTE

    # Reminding: one nudge by default; more would be alarm fatigue (hazard H16).
    nudge_after: tuple[timedelta, ...] = (30 * _MINUTE,)
    nudge_before_end: timedelta = 5 * _MINUTE
    snoozes_most: int = 3
    snooze_before_end: timedelta = 10 * _MINUTE
    snooze_least: timedelta = 1 * _MINUTE

    # A "taken" this close to another one is asked about as a possible extra dose.
    extra_gap: timedelta = 4 * _HOUR
    extra_share: int = 2

    # A new plan version starts at least this long after the last dose answered or due.
    start_gap: timedelta = 4 * _HOUR
    # The bot stood still for longer than this: what it asked meanwhile cannot be called missed.
    asleep_after: timedelta = timedelta(seconds=150)

    # A changed plan is shown once more: another hand may have been on the phone (hazard H18).
    change_shown_after: timedelta = 1 * _HOUR
    change_shown_before: timedelta = 15 * _MINUTE  # at the latest so long before its first dose ...
    change_shown_least: timedelta = 2 * _MINUTE  # ... but not before this

    # A correction reaches this far back, and a true time is this near to its dose.
    correct_back: timedelta = timedelta(days=90)
    correct_apart: timedelta = timedelta(days=1)

    # Amounts and times that are asked again, typed once more in mg and tablets.
    dose_asked_again: Decimal = Decimal(40)
    day_asked_again: Decimal = Decimal(80)
    day_asked_again_by_country: tuple[tuple[str, Decimal], ...] = field(
        default=(("US", Decimal(80)), ("GB", Decimal(100)), ("AU", Decimal(100)))
    )
    gap_asked_least: timedelta = 4 * _HOUR
    gap_asked_most: timedelta = 12 * _HOUR
    start_day_asked: Decimal = Decimal(15)
    step_up_asked: Decimal = Decimal(15)
    step_up_sooner: timedelta = timedelta(days=3)  # a rise sooner than this after the one before
    slots_most: int = 12
    slot_gap_least: timedelta = 1 * _HOUR

    # A pause has an end; a longer one is answered with the stronger words (a day without baclofen
    # is urgent). Somebody who never logs is offered reminders only: alarm fatigue (hazard H16).
    pause_most: timedelta = timedelta(days=14)
    pause_long: timedelta = timedelta(days=1)
    silence_after: timedelta = timedelta(days=3)
    silence_doses: int = 3

    # Whoever ended their plan is asked how they are, once a day: withdrawal has begun 18 hours and
    # more after the last dose (fact wd.onset), and the ladder, which this replaces, speaks to 72 h.
    stop_check_first: timedelta = 18 * _HOUR  # after the last dose that is known of ...
    stop_check_least: timedelta = 4 * _HOUR  # ... but not so soon after the plan was ended
    stop_checks: int = 3
    stop_guard_holds: timedelta = 1 * _HOUR  # so long one answer to the stop guard counts
    stop_again: timedelta = timedelta(days=1)  # up to then the plan from before is offered again

    # Early signs count as withdrawal from the hour at which the ladder's second rung comes: the
    # earliest withdrawal found in print came 18 h after the last dose. Cuts are mostly one or two
    # weeks apart, and of an extra dose half is gone in 3 to 4 hours.
    withdrawal_after: timedelta = 16 * _HOUR
    cut_lately: timedelta = timedelta(days=14)
    extra_lately: timedelta = timedelta(days=1)
    severe_from: int = 8  # of 10: what is so bad is at least for the pharmacist

    # Red flags: below this a temperature is no fever. Where no plan tells how many tablets a dose
    # or a day has, more than this is too much (the biggest usual dose is two tablets of 10 mg).
    fever_celsius: Decimal = Decimal(38)
    fever_fahrenheit: Decimal = Decimal("100.4")
    tablets_at_once: int = 2
    tablets_a_day: int = 12

    reviewer: str = ""  # empty until a pharmacist or doctor signs

    def day_limit(self, country: str | None) -> Decimal:
        """The daily total in mg above which a plan is asked again in this country (ISO 3166)."""
        return dict(self.day_asked_again_by_country).get(country or "", self.day_asked_again)
