"""The tablets: looked at, counted, running low, and out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from bot.domain.dose import Dose
from bot.domain.forecast import Told as Known
from bot.domain.forecast import outlook
from bot.domain.message import TabletsLeft
from bot.domain.outcomes import Recorded
from bot.domain.supply import Count, CountKind
from bot.domain.supply_outcomes import (
    HowMany,
    NotYourTablets,
    Ordered,
    RanOut,
    SureOfCount,
    Told,
    WhichTablets,
)
from bot.domain.supply_view import SupplyView
from bot.domain.supply_warnings import (
    SupplyAsk,
    Watch,
    arrives_on,
    is_last,
    order_by,
    warning,
)
from bot.domain.terms import AnswerKind, DoseState, SkipReason
from bot.domain.timetable import Plan
from bot.domain.views import PlanView
from bot.screens import answers, counting, general, log, run_out, supply
from bot.screens.screen import Screen
from tests.screens.gallery.berlin import (
    POLICY,
    TEN,
    THREE,
    ZONE,
    at,
    dose,
    night,
    plan,
    scene,
    taken,
)

MG10, MG5 = Decimal(10), Decimal(5)
BOTH = frozenset({MG10, MG5})
COUNTED, REFILLED = CountKind.COUNTED, CountKind.REFILLED
FIFTEEN = (("08:00", "15"), ("14:00", "10"), ("22:00", "10"))
NONE = Watch()
ORDERED = Watch(ordered_at=at("09:00"), ordered_at_warning=1)


def view(
    *left: str,
    plans: tuple[Plan, ...] = (plan(*THREE),),
    strengths: frozenset[Decimal] = TEN,
    doses: tuple[Dose, ...] = (),
    watch: Watch = NONE,
    counted_at: datetime | None = None,
) -> SupplyView:
    """So many tablets of each strength, the strongest first, on Monday at 14:10."""
    told_at = counted_at or at("14:05")
    counts = tuple(
        Count(told_at, strength, Decimal(tablets), COUNTED)
        for strength, tablets in zip(sorted(strengths, reverse=True), left, strict=False)
    )
    seen = outlook(Known(counts, doses, (), plans, strengths), at("14:10"), POLICY)
    number = warning(seen, watch, ZONE, at("14:10"), POLICY)
    return SupplyView(
        seen,
        watch,
        number,
        is_last(number, POLICY),
        watch.days_to_get(POLICY),
        order_by(seen, watch, ZONE, POLICY),
        arrives_on(watch, ZONE, POLICY),
    )


def screens() -> dict[str, Screen]:
    """Each of them."""
    return {**_looked_at(), **_asked(), **_told(), **_said()}


def _looked_at() -> dict[str, Screen]:
    here = scene()

    def shown(seen: SupplyView) -> Screen:
        return supply.overview(here, POLICY, seen)

    unlogged = tuple(
        dose(clock, closes, days=-1, state=DoseState.MISSED, act_at=None)
        for clock, closes in (("14:00", "16:00"), ("22:00", "00:00"))
    )
    five = view("17.5", plans=(plan(*FIFTEEN),), strengths=BOTH)
    at_plan = PlanView(at("14:10"), plan(*THREE), 1, TEN, night())
    return {
        "enough": shown(view("40")),
        "enough for long": shown(view("800")),
        "a week": shown(view("22")),
        "a week, ordered": shown(view("22", watch=ORDERED)),
        "two days": shown(view("8")),
        "two days, too late to order": shown(view("8", watch=Watch(lead=5))),
        "a day": shown(view("5")),
        "none": shown(view("0")),
        "by the log, and if all was taken": shown(
            view("40", doses=unlogged, counted_at=at("09:00", days=-1))
        ),
        "two strengths": shown(view("40", "4.5", plans=(plan(*FIFTEEN),), strengths=BOTH)),
        "one strength not counted": shown(five),
        "no plan in force": shown(view("40", plans=())),
        "in hospital, never counted": shown(view(plans=())),
        "plan, counted": supply.with_days(here, POLICY, log.plan(here, at_plan), view("22")),
        "plan, never counted": supply.with_days(here, POLICY, log.plan(here, at_plan), view()),
    }


def _asked() -> dict[str, Screen]:
    here = scene()
    count = HowMany(COUNTED, MG10, None)
    return {
        "how many": counting.how_many(here, count),
        "how many, chosen": counting.how_many(here, replace(count, tablets=Decimal("17.5"))),
        "how many, half a tablet": counting.how_many(here, replace(count, tablets=Decimal("0.5"))),
        "how many, unread": counting.how_many(here, count, why=here.html("supply-unread")),
        "how many, mg": counting.how_many(here, count, why=here.html("supply-unread-mg")),
        "how many came": counting.how_many(here, HowMany(REFILLED, MG10, None)),
        "which came": counting.shown(here, POLICY, WhichTablets(REFILLED, BOTH, Decimal(56))),
        "sure": counting.shown(here, POLICY, SureOfCount(COUNTED, MG10, Decimal(680))),
        "not theirs": counting.shown(here, POLICY, NotYourTablets(Decimal(25), TEN)),
        "pharmacy days": supply.lead(here),
    }


def _told() -> dict[str, Screen]:
    here = scene()
    two = view("40", plans=(plan(*FIFTEEN),), strengths=BOTH)
    half = ((MG10, Decimal("17.5")),)
    logged = taken()
    recorded = Recorded(AnswerKind.TAKEN, logged, night(), (), logged.taken_at)
    short = view("0.5", doses=(logged,))
    skipped = dose("14:00", state=DoseState.SKIPPED, answered_at=at("14:07"), act_at=None)
    return {
        "counted": counting.told(here, POLICY, Told(COUNTED, half, view("17.5"), None)),
        "counted, the next is asked": counting.told(
            here, POLICY, Told(COUNTED, ((MG10, Decimal(40)),), two, HowMany(COUNTED, MG5, None))
        ),
        "refilled": counting.told(
            here, POLICY, Told(REFILLED, ((MG10, Decimal(56)),), view("60"), None)
        ),
        "ordered": supply.ordered(here, Ordered(view("22", watch=ORDERED))),
        "ordered, on the last day": supply.ordered(here, Ordered(view("5", watch=ORDERED))),
        "tomorrow": supply.put_off(here, view("22")),
        "tomorrow, on the last day": supply.put_off(here, view("5")),
        "pharmacy days, kept": supply.overview(
            here, POLICY, view("22", watch=Watch(lead=3)), here.html("supply-lead-kept", lead=3)
        ),
        "not now": general.say(here, "supply-not-now"),
        "ran out": run_out.ran_out(here, RanOut(is_kept=True)),
        "ran out, two strengths": run_out.ran_out(here, RanOut(is_kept=False)),
        "ran out, no plan": run_out.ran_out(here, None),
        "running out": run_out.runs_out(here, view("8")),
        "running out, never counted": run_out.runs_out(here, view()),
        "taken, and none was left": supply.after_answer(
            here, answers.recorded(here, POLICY, recorded), _short(short)
        ),
        "skipped, no tablets": answers.recorded(
            here,
            POLICY,
            replace(
                recorded, kind=AnswerKind.SKIPPED, dose=skipped, skip_reason=SkipReason.NO_TABLETS
            ),
        ),
    }


def _short(seen: SupplyView) -> SupplyView:
    stocks = tuple(
        replace(each, logged=replace(each.logged, short=True)) if each.logged else each
        for each in seen.outlook.stocks
    )
    return replace(seen, outlook=replace(seen.outlook, stocks=stocks))


def _said() -> dict[str, Screen]:
    here = scene("10:00")
    low = view("22")
    return {
        "card, a week": supply.card(here, TabletsLeft(SupplyAsk.LOW, low)),
        "card, after a doubt": supply.card(here, TabletsLeft(SupplyAsk.LOW, low), repeat=True),
        "card, ordered": supply.card(here, TabletsLeft(SupplyAsk.LOW, view("12", watch=ORDERED))),
        "card, too late to order": supply.card(
            here, TabletsLeft(SupplyAsk.LOW, view("8", watch=Watch(lead=5)))
        ),
        "card, a day": supply.card(here, TabletsLeft(SupplyAsk.LOW, view("5"))),
        "card, none by the count": supply.card(here, TabletsLeft(SupplyAsk.LOW, _short(view("0")))),
        "card, two strengths": supply.card(
            here,
            TabletsLeft(SupplyAsk.LOW, view("40", "4.5", plans=(plan(*FIFTEEN),), strengths=BOTH)),
        ),
        "card, have they come": supply.card(
            here, TabletsLeft(SupplyAsk.ARRIVED, view("22", watch=ORDERED))
        ),
        "card, home": supply.card(here, TabletsLeft(SupplyAsk.HOME, low)),
        "card, shall I count": supply.card(here, TabletsLeft(SupplyAsk.OFFER, view())),
    }
