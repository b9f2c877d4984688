"""One message after the bot stood still: an open dose first, then what nobody can know about."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.dose import Dose
from bot.domain.message import CatchUp
from bot.screens.buttons import dose_rows
from bot.screens.scene import Scene
from bot.screens.screen import Screen
from bot.words import Markup, lines

_NAMED_MOST = 6


def catch_up(scene: Scene, message: CatchUp, head: Markup, *, repeat: bool = False) -> Screen:
    """The card of the open dose, which `head` names; the others are asked about after it."""
    dose, unknown = message.dose, message.unknown
    earliest = min(each.due_at for each in message.doses)
    named = scene.over_change(min(earliest, message.since or earliest))
    text = lines(
        [
            head,
            scene.html("pause-over") if message.pause_over else None,
            _why(scene, message, asked=message.again or repeat, named=named),
            scene.html("card-repeat") if repeat else None,
            scene.html(_once(message, asked=message.again or repeat)),
            scene.moved(dose),
            scene.html("card-open-until", time=scene.when_named(dose.closes_at, named=named)),
            scene.html("catch-up-others", doses=listed(scene, unknown, named=named))
            if unknown
            else None,
        ]
    )
    return Screen(text, dose_rows(scene, dose))


def _why(scene: Scene, message: CatchUp, *, asked: bool, named: bool) -> Markup | None:
    if message.since is None or message.until is None:
        return None
    return scene.html(
        "catch-up-lost" if asked else "offline-outage",
        **scene.span(message.since, message.until, named=named),
    )


def _once(message: CatchUp, *, asked: bool) -> str:
    """One that was, or may have been, asked about already is never worded as one more."""
    if asked:
        return "catch-up-again"
    return "card-late" if message.late else "card-food"


def listed(scene: Scene, doses: Sequence[Dose], *, named: bool) -> str:
    """Doses by name, at most six; `named`: with what the zone calls its clock then."""
    names = [
        f"{scene.dose(dose)} ({scene.when_named(dose.due_at, named=True)})"
        if named
        else scene.dose(dose)
        for dose in doses[:_NAMED_MOST]
    ]
    return scene.words.listing(names)
