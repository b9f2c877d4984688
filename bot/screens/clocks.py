"""Times of past doses by the clock where the person was then, marked where it is not today's."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.dose import Dose
from bot.domain.moments import as_logged, as_seen, logged_in
from bot.domain.views import Log
from bot.domain.wallclock import abbreviation
from bot.screens.scene import Scene
from bot.screens.screen import Screen
from bot.words import Markup, lines


def there(scene: Scene, zone: str) -> Scene:
    """The same scene by the clock of then."""
    return replace(scene, zone=zone)


def time_there(scene: Scene, dose: Dose) -> str:
    """A dose's time in the log: "14:00", "14:00 CET" where it was by another clock than today's."""
    wall, _ = as_logged(dose, scene.zone)
    return _marked(scene, scene.words.clock(wall), dose.due_at, logged_in(dose, scene.zone))


def clock_there(scene: Scene, at: datetime, zone: str) -> str:
    """An instant in the log by the clock of then, marked in the same way."""
    return _marked(scene, there(scene, zone).clock(at), at, zone)


def _marked(scene: Scene, clock: str, at: datetime, zone: str) -> str:
    return clock if zone == scene.zone else f"{clock} {_mark(scene, at, zone)}"


def _mark(scene: Scene, at: datetime, zone: str) -> str:
    """What its clock is called; its city where the clock here is called the same (CST, IST)."""
    letters = abbreviation(at, zone)
    is_same = letters == abbreviation(at, scene.zone)
    return zone.rpartition("/")[2].replace("_", " ") if is_same else letters


def in_both(scene: Scene, dose: Dose, name: str) -> str:
    """A dose named by the clock here, with the time the log tells where that is another.

    "08:00 dose (14:00 CET)", with its day where it is another date here.
    """
    zone = logged_in(dose, scene.zone)
    if zone == scene.zone:
        return name
    told, date = time_there(scene, dose), as_logged(dose, scene.zone)[1]
    same_day = date == as_seen(dose, scene.zone)[1]
    return f"{name} ({told if same_day else f'{scene.words.date(date)} {told}'})"


def other_clocks(scene: Scene, view: Log) -> Markup | None:
    """Said once above a log that has times by another clock than today's."""
    doses = [dose for _, of_day in view.days for dose in of_day]
    moments = [(dose.due_at, logged_in(dose, view.zone)) for dose in doses]
    marks = [_mark(scene, at, zone) for at, zone in (*moments, *view.extras) if zone != view.zone]
    if not marks:
        return None
    return scene.html("log-other-clocks", clocks=scene.words.listing(list(dict.fromkeys(marks))))


def with_clock_doubt(scene: Scene, screen: Screen) -> Screen:
    """While the machine's clock is set back the bot cannot know whether a window is over by now.

    The times stay: beside them a person's own clock tells what the bot cannot.
    """
    return replace(screen, text=lines([screen.text, scene.html("clock-doubt")]))
