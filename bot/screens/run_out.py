"""Running out is stopping: the words of a warning, the same each time so that they are known."""

from __future__ import annotations

from bot.domain.supply_outcomes import RanOut
from bot.domain.supply_view import SupplyView
from bot.screens.buttons import button, home_row
from bot.screens.contacts import call_row
from bot.screens.help_lines import emergency_line
from bot.screens.scene import Scene
from bot.screens.screen import Button, Rows, Screen, Verb
from bot.words import Markup, lines


def warning_lines(scene: Scene, view: SupplyView) -> list[Markup | None]:
    """They run low: until when to order; on the last day whom to ask, and what a stop can do."""
    outlook = view.outlook
    several = len([each for each in outlook.stocks if each.used]) > 1
    first = (
        scene.html("supply-first", strength=scene.amount(outlook.runs_out))
        if (several and outlook.runs_out is not None)
        else None
    )
    if view.is_last:
        return [_head(scene, view), first, *run_out_lines(scene)]
    return [_head(scene, view), first, scene.html("supply-stop"), _order(scene, view)]


def _head(scene: Scene, view: SupplyView) -> Markup:
    """How long they last; "by my count none are left", where the log holds more than there were."""
    outlook = view.outlook
    none = next((each for each in outlook.stocks if each.logged and each.logged.short), None)
    if none is not None and outlook.days == 0:
        left = scene.html("supply-none-left", strength=scene.amount(none.strength))
        return lines([left, scene.html("supply-how-many-left")])
    return scene.html("supply-days", days=outlook.days or 0)


def _order(scene: Scene, view: SupplyView) -> Markup:
    """Now, and by which day, as long as that serves; else whom to ask instead."""
    if view.order_by is None:
        late = scene.html("supply-order-late", lead=view.lead)
        return lines([late, scene.html("supply-emergency")])
    if view.order_by == scene.today:
        return scene.html("supply-order-today", lead=view.lead)
    day = scene.words.day(view.order_by, scene.today)
    by = scene.html("supply-order-by", lead=view.lead, day=day)
    is_ordered = view.watch.ordered_at is not None
    return by if is_ordered else lines([scene.html("supply-order-now"), by])


def run_out_lines(scene: Scene, call: str = "supply-call") -> list[Markup]:
    """The same words each time: whom to ask today, why, the signs, and the number.

    `call`: the message that says whom to call, and for what.
    """
    return [
        scene.html("supply-emergency"),
        scene.html(call),
        scene.html("supply-stop"),
        scene.html("stop-harm"),
        scene.html("wd-early"),
        scene.html("supply-signs"),
        emergency_line(scene),
    ]


def ran_out(scene: Scene, outcome: RanOut | None) -> Screen:
    """None are left, as the person says: whom to call today. `outcome`: None without a plan."""
    kept = outcome is not None and outcome.is_kept
    text = lines(
        [
            *run_out_lines(scene, "supply-out"),
            scene.html("supply-out-kept") if kept else None,
        ]
    )
    rows = () if outcome is None else answer_rows(scene)
    return Screen(text, (*call_row(scene), *rows, *home_row(scene)))


def runs_out(scene: Scene, view: SupplyView | None) -> Screen:
    """They will not last long, as the person says: the same words. `view`: None without a plan."""
    known = view is not None and view.outlook.is_counted and view.outlook.days is not None
    head = _head(scene, view) if known and view is not None else None
    rows: Rows = ()
    if view is not None:
        count = button(scene, "button-count", Verb.SUPPLY_COUNT, detail="c")
        rows = (*answer_rows(scene), (count,))
    text = lines([head, *run_out_lines(scene)])
    return Screen(text, (*call_row(scene), *rows, *home_row(scene)))


def urgent_row(scene: Scene, view: SupplyView) -> Rows:
    """[Call list], where the words say whom to ask today."""
    late = view.warning > 0 and view.order_by is None
    return call_row(scene) if view.is_last or late else ()


def refilled_button(scene: Scene) -> Button:
    """[Refilled], which asks how many."""
    return button(scene, "button-refilled", Verb.SUPPLY_REFILLED)


def answer_rows(scene: Scene) -> Rows:
    """[Ordered] [Refilled]."""
    return ((button(scene, "button-ordered", Verb.SUPPLY_ORDERED), refilled_button(scene)),)
