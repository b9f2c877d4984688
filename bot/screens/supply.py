"""The tablets: how many are left, for how long, and what to do before they run out."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.message import TabletsLeft
from bot.domain.policy import Policy
from bot.domain.supply_outcomes import Ordered
from bot.domain.supply_view import SupplyView
from bot.domain.supply_warnings import SupplyAsk
from bot.screens.buttons import button, home_row
from bot.screens.run_out import (
    answer_rows,
    refilled_button,
    run_out_lines,
    urgent_row,
    warning_lines,
)
from bot.screens.scene import Scene
from bot.screens.screen import Button, Rows, Screen, Tap, Verb
from bot.words import Markup, lines


def overview(scene: Scene, policy: Policy, view: SupplyView, *said: Markup) -> Screen:
    """How the tablets stand, below what was just said; with the warning where one holds."""
    if not view.outlook.is_counted:
        text = lines([*said, scene.html("supply-offer-why"), *_uncounted(scene, view)])
        return Screen(text, (*_count_rows(scene, view), *home_row(scene)))
    warned = warning_lines(scene, view) if view.warning else [last_for(scene, policy, view)]
    text = lines(
        [
            *said,
            *warned,
            *_left(scene, view),
            *_uncounted(scene, view),
            *_ordered(scene, view),
            scene.html("supply-no-swap") if len(view.outlook.stocks) > 1 else None,
        ]
    )
    rows = (*urgent_row(scene, view), *_count_rows(scene, view), *answer_rows(scene))
    return Screen(text, (*rows, *_foot(scene)))


def card(scene: Scene, message: TabletsLeft, *, repeat: bool = False) -> Screen:
    """What the bot says of its own accord. `repeat`: it may have arrived once already."""
    again = scene.html("card-repeat") if repeat else None
    view = message.view
    match message.ask:
        case SupplyAsk.LOW:
            return _low(scene, view, again)
        case SupplyAsk.ARRIVED:
            said = [
                scene.html("supply-arrived"),
                again,
                *_ordered_on(scene, view),
                *_left(scene, view),
            ]
            rows: Rows = (
                (button(scene, "button-refilled", Verb.SUPPLY_REFILLED),),
                (button(scene, "button-tomorrow", Verb.SUPPLY_TOMORROW),),
            )
        case SupplyAsk.HOME:
            said = [scene.html("supply-home"), again, scene.html("supply-home-why")]
            rows = (
                (button(scene, "button-count", Verb.SUPPLY_COUNT, detail="c"),),
                (button(scene, "button-not-needed", Verb.SUPPLY_NOT_NOW),),
            )
        case SupplyAsk.OFFER:
            said = [scene.html("supply-offer"), again, scene.html("supply-offer-why")]
            rows = (
                (button(scene, "button-count", Verb.SUPPLY_COUNT, detail="c"),),
                (button(scene, "button-not-needed", Verb.SUPPLY_NOT_NOW),),
            )
    return Screen(lines(said), rows, silent=message.can_wait)


def _low(scene: Scene, view: SupplyView, again: Markup | None) -> Screen:
    first, *more = warning_lines(scene, view)
    text = lines([first, again, *more, *_left(scene, view), *_ordered_on(scene, view)])
    rows = (*urgent_row(scene, view), *answer_rows(scene), *_tomorrow_row(scene))
    return Screen(text, (*rows, *_count_rows(scene, view)))


def last_for(scene: Scene, policy: Policy, view: SupplyView) -> Markup | None:
    """For how many days, where that can be told."""
    outlook = view.outlook
    if outlook.days is not None:
        return scene.html("supply-days", days=outlook.days)
    used = [each for each in outlook.stocks if each.used]
    if not used:
        return scene.html("supply-days-none")
    if outlook.uncounted:
        return None
    most = scene.words.duration(policy.supply_ahead)
    return scene.html("supply-days-more", most=most)


def _left(scene: Scene, view: SupplyView) -> Iterable[Markup]:
    """By strength; where doses were not logged, what is left if they were taken, too."""
    for stock in view.outlook.stocks:
        if stock.logged is None or stock.likely is None:
            continue
        logged = scene.words.counted(stock.strength, stock.logged.tablets)
        likely = scene.words.counted(stock.strength, stock.likely.tablets)
        if logged == likely:
            yield scene.html("supply-left", tablets=logged)
        else:
            yield scene.html("supply-left-log", tablets=logged)
            yield scene.html("supply-left-likely", tablets=likely)


def _uncounted(scene: Scene, view: SupplyView) -> list[Markup]:
    missing = [scene.amount(each) for each in view.outlook.uncounted]
    if not missing:
        return []
    return [scene.html("supply-not-counted", strength=scene.words.listing(missing))]


def _ordered_on(scene: Scene, view: SupplyView) -> list[Markup]:
    ordered_at = view.watch.ordered_at
    if ordered_at is None:
        return []
    return [scene.html("supply-ordered-on", at=scene.at_time(ordered_at))]


def _ordered(scene: Scene, view: SupplyView) -> list[Markup]:
    if view.arrives_on is None:
        return []
    day = scene.words.day(max(view.arrives_on, scene.today), scene.today)
    return [*_ordered_on(scene, view), scene.html("supply-ordered-ask", day=day)]


def ordered(scene: Scene, outcome: Ordered) -> Screen:
    """They are ordered; when that is asked about."""
    view = outcome.view
    assert view.arrives_on is not None, "they were ordered just now"  # noqa: S101
    day = scene.words.day(view.arrives_on, scene.today)
    urgent = run_out_lines(scene) if view.is_last else []
    text = lines(
        [
            scene.html("supply-ordered"),
            scene.html("supply-ordered-ask", day=day),
            scene.html("supply-ordered-until"),
            *urgent,
        ]
    )
    return Screen(text, (*urgent_row(scene, view), (refilled_button(scene),), *_foot(scene)))


def put_off(scene: Scene, view: SupplyView) -> Screen:
    """Tomorrow again; on the last day the words stay the same."""
    urgent = run_out_lines(scene) if view.is_last else []
    text = lines([scene.html("supply-tomorrow"), *urgent])
    return Screen(text, (*urgent_row(scene, view), *answer_rows(scene), *_foot(scene)))


def after_answer(scene: Scene, screen: Screen, view: SupplyView) -> Screen:
    """A dose was logged for which there was no tablet by the count: how many are there?"""
    stock = next((each for each in view.outlook.stocks if each.logged and each.logged.short), None)
    if stock is None:
        return screen
    none = scene.html("supply-none-left", strength=scene.amount(stock.strength))
    text = lines([screen.text, Markup(""), none, scene.html("supply-how-many-left")])
    count = (button(scene, "button-count", Verb.SUPPLY_COUNT, detail="c"),)
    return Screen(text, (*screen.rows, count))


def with_days(scene: Scene, policy: Policy, screen: Screen, view: SupplyView) -> Screen:
    """The plan with how long the tablets last, where that is known."""
    said = last_for(scene, policy, view) if view.outlook.is_counted else None
    row = (button(scene, "button-supply", Verb.SUPPLY),)
    return Screen(lines([screen.text, said]), (*screen.rows, row))


def lead(scene: Scene) -> Screen:
    """How many working days does the pharmacy need?"""
    days: tuple[Button, ...] = tuple(
        Button(scene.words.plain("button-lead-days", days=count), _lead_tap(count))
        for count in (1, 2, 3, 4, 5, 7)
    )
    text = lines([scene.html("supply-lead-ask"), scene.html("supply-lead-hint")])
    back = (button(scene, "button-back", Verb.SUPPLY),)
    return Screen(text, (days[:3], days[3:], back))


def _lead_tap(count: int) -> Tap:
    return Tap(Verb.SUPPLY_LEAD, detail=str(count))


def _tomorrow_row(scene: Scene) -> Rows:
    return ((button(scene, "button-tomorrow", Verb.SUPPLY_TOMORROW),),)


def _count_rows(scene: Scene, view: SupplyView) -> Rows:
    label = "button-count-again" if view.outlook.is_counted else "button-count"
    return ((button(scene, label, Verb.SUPPLY_COUNT, detail="c"),),)


def _foot(scene: Scene) -> Rows:
    return (
        (button(scene, "button-lead", Verb.SUPPLY_LEAD), button(scene, "button-today", Verb.TODAY)),
    )
