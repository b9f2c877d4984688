"""The project's numbers in one frozen value: defaults, each with its reason; shown by /about.

Source: the clinical policy. They are project rules, not medical advice, and await a
pharmacist's or doctor's sign-off.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time, timedelta
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

    # The ladder: the clock runs from the last confirmed dose. The earliest withdrawal found in
    # print came 18 h after one (then 22, 25, 31): the second rung comes before it, by day.
    rung_two_row: int = 2  # so many closed unlogged, or ...
    rung_two_after: timedelta = 16 * _HOUR  # ... so long, and never before
    rung_two_past: timedelta = 1 * _HOUR  # ... this long after the late window of the next dose
    rung_three_after: timedelta = 24 * _HOUR
    rung_three_past: timedelta = 8 * _HOUR
    rung_three_every: timedelta = 24 * _HOUR  # it is urgent: said again each day ...
    rung_three_until: timedelta = 72 * _HOUR  # ... in the days in which withdrawal is worst
    # An outage, a block or a lost card is nobody's silence: a dose that nobody knows about counts
    # as unlogged only after this long without an answer (hazard H16).
    unknown_counts_after: timedelta = 2 * _HOUR
    # A card that is due anyway carries the question; unanswered, it comes once by itself.
    rung_rides_within: timedelta = 2 * _HOUR
    rung_own_after: timedelta = 30 * _MINUTE
    # Nobody is woken to be asked; the first and the last dose of the day move these ends out.
    waking_from: time = time(7)
    waking_until: time = time(22)

    # Burden: who is rung too often stops listening (hazard H16).
    rings_per_dose: int = 2
    rings_more: int = 2
    rings_topic: int = 1

    # Running out is stopping (hazard H5). Warned by whole days left: nobody plans by tablets.
    supply_warn_days: tuple[int, ...] = (10, 7, 3, 1)
    supply_lead: int = 2  # working days a pharmacy may need, until the person tells their own
    supply_hour: time = time(10)  # pharmacies are open, and the day is still long
    supply_ahead: timedelta = timedelta(days=120)  # more than that is asked about: 100 for 10?
    supply_offer_after: timedelta = timedelta(days=3)  # once the first days with the bot are over

    # "Are you moving more smoothly?": the seed speaks of one to two weeks. Without a sound, between
    # two hours of the person's day, and a day late at most.
    moving_days: tuple[int, ...] = (7, 14)
    moving_from: time = time(11)
    moving_until: time = time(20)
    moving_late: timedelta = timedelta(days=1)

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
