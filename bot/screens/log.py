"""Today, the last seven days, and the plan in force."""

from __future__ import annotations

from datetime import date

from bot.domain.dose import Dose
from bot.domain.moments import logged_in
from bot.domain.policy import Policy
from bot.domain.terms import DoseId, DoseState, SkipReason
from bot.domain.views import Log, PlanView, Today
from bot.domain.wallclock import day_of
from bot.screens.buttons import button, dose_rows, home_row
from bot.screens.clocks import clock_there, in_both, other_clocks, there, time_there
from bot.screens.scene import Scene
from bot.screens.screen import Button, Rows, Screen, Tap, Verb
from bot.screens.slots import slot_lines
from bot.screens.standing import life_lines, life_rows
from bot.screens.timing import timed
from bot.words import Markup, lines

_ROOM = 3600  # characters of days in one message: Telegram takes 4096, the marks of lines count
_TO_COME = (DoseState.PLANNED, DoseState.OPEN)


def today(scene: Scene, policy: Policy, view: Today) -> Screen:
    """The doses of the day; the open one can be answered here."""
    rows: Rows = (
        (*dose_rows(scene, view.open[0]), *life_rows(scene, view.life))
        if view.open
        else (*life_rows(scene, view.life), *home_row(scene))
    )
    return Screen(lines(day_lines(scene, policy, view)), rows)


def day_lines(scene: Scene, policy: Policy, view: Today) -> list[Markup | None]:
    """A day line by line. Where it is read long after, a dose is told once, in its own line."""
    city = scene.place.split(",")[0]
    doses = sorted((*view.beside, *view.doses), key=lambda dose: dose.due_at)
    told = doses if scene.lasting else ()
    after = None if view.open or view.next in told else view.next
    return [
        scene.html("today-title", day=scene.words.date(view.day), place=city),
        *life_lines(scene, view.life),
        *(_line(scene, policy, dose, view.reasons, _slot(scene, dose)) for dose in doses),
        *(_extra(scene, scene.when(extra)) for extra in view.extras),
        None if view.doses or view.life.has_no_plan else scene.html("today-none"),
        *(_open(scene, dose) for dose in view.open if dose not in told),
        _next(scene, after),
    ]


def _slot(scene: Scene, dose: Dose) -> str:
    """Its time here; with what the log says, where that is by another clock."""
    return in_both(scene, dose, scene.slot(dose))


def _open(scene: Scene, dose: Dose) -> Markup:
    return scene.about("today-open", dose, until=scene.until(dose.closes_at))


def _next(scene: Scene, dose: Dose | None) -> Markup | None:
    if dose is None:
        return None
    if dose.due_at <= scene.at:
        return _open(scene, dose)
    return scene.about("today-next", dose, when=scene.day_and_clock(dose.due_at))


def _line(
    scene: Scene, policy: Policy, dose: Dose, reasons: dict[DoseId, SkipReason], time: str
) -> Markup:
    return scene.html(
        "today-dose",
        time=time,
        state=_state(scene, policy, dose, reasons),
        **scene.amounts(dose.mg, dose.strengths, brief=True),
    )


def _state(scene: Scene, policy: Policy, dose: Dose, reasons: dict[DoseId, SkipReason]) -> Markup:
    if scene.lasting and dose.state in _TO_COME and scene.at < dose.closes_at:
        return _lasting(scene, dose)
    match dose.state:
        case DoseState.TAKEN:
            return _taken(scene, policy, dose)
        case DoseState.SKIPPED:
            reason = reasons.get(dose.id)
            if reason is None:
                return scene.html("state-skipped")
            return scene.html(
                "state-skipped-why", reason=scene.words.plain(f"skip-reason-{reason}")
            )
        case DoseState.MISSED:
            return scene.html("state-missed" if dose.answered_at else "state-not-logged")
        case DoseState.PLANNED if dose.due_at > scene.at:
            return scene.html("state-planned", span=scene.words.duration(dose.due_at - scene.at))
        case DoseState.PLANNED | DoseState.OPEN if scene.at < dose.closes_at:
            return scene.html("state-open")
        case _:
            return scene.html("state-unknown")


def _lasting(scene: Scene, dose: Dose) -> Markup:
    """Until when, not how long: it is still true when nobody has changed it for hours."""
    if dose.state is DoseState.PLANNED and dose.due_at > scene.at:
        return scene.html("board-planned")
    return scene.html("board-open", until=scene.until(dose.closes_at))


def _taken(scene: Scene, policy: Policy, dose: Dose) -> Markup:
    assert dose.taken_at is not None, "a taken dose has its instant"  # noqa: S101
    messages = ("state-taken", "state-taken-late", "state-taken-early")
    return timed(scene, policy, dose, messages, time=scene.clock(dose.taken_at))


def _extra(scene: Scene, time: str) -> Markup:
    return scene.html("state-extra", time=time)


def log(scene: Scene, policy: Policy, view: Log) -> Screen:
    """Seven days by day and slot, then what they add up to."""
    title = (
        scene.html("log-title")
        if view.page == 0
        else scene.html("log-title-back", day=scene.words.date(view.last))
    )
    sums = lines(_sums(scene, policy, view))
    held = [*life_lines(scene, view.life), other_clocks(scene, view)]
    room = _ROOM - len(title) - len(sums) - len(lines(held))
    days: list[Markup] = []
    for each in view.days:
        full = _day(scene, policy, view, each)
        room -= len(full)
        days.append(full if room > 0 else _day_in_short(scene, each))
    rows = (*life_rows(scene, view.life), *_log_rows(scene, view))
    return Screen(lines([title, *held, *days, sums]), rows)


def _day(scene: Scene, policy: Policy, view: Log, day: tuple[date, tuple[Dose, ...]]) -> Markup:
    on, doses = day
    extras = [each for each in view.extras if day_of(*each) == on]
    told = [clock_there(scene, *each) for each in view.told if day_of(*each) == on]
    return lines(
        [
            scene.html("log-day", day=_name(scene, on)),
            *(_logged(scene, policy, view, dose) for dose in doses),
            *(_extra(scene, clock_there(scene, *extra)) for extra in extras),
            *(scene.html("state-told", time=each) for each in told),
        ]
    )


def _logged(scene: Scene, policy: Policy, view: Log, dose: Dose) -> Markup:
    """The line of a dose by the clock of then, marked where a correction left it so."""
    then = there(scene, logged_in(dose, view.zone))
    line = _line(then, policy, dose, view.reasons, time_there(scene, dose))
    return scene.html("log-corrected", line=line) if dose.id in view.corrected else line


def _day_in_short(scene: Scene, day: tuple[date, tuple[Dose, ...]]) -> Markup:
    """One line, where every line of a week of many doses would be too long for one message."""
    on, doses = day
    taken = sum(dose.state is DoseState.TAKEN for dose in doses)
    return scene.html("log-day-short", day=_name(scene, on), taken=taken, count=len(doses))


def _name(scene: Scene, on: date) -> str:
    """A day as one says it; by its date where it is still to come here, but was there already."""
    return scene.words.day(on, scene.today) if on <= scene.today else scene.words.date(on)


def _sums(scene: Scene, policy: Policy, view: Log) -> list[Markup | None]:
    if not view.days:
        return [scene.html("log-empty")]
    total = view.sum
    if not total.known and not total.unknown:
        return [Markup(""), scene.html("log-nothing-known")]
    counts = [
        scene.html("log-taken", taken=total.taken, known=total.known),
        scene.html("log-on-time", on=total.on_time, known=total.known),
    ]
    return [
        Markup(""),
        *(counts if total.known else []),
        scene.html("log-unknown", count=total.unknown) if total.unknown else None,
        scene.html("log-longest", span=scene.words.duration(total.longest))
        if total.longest is not None
        else None,
        _latest(scene, view),
        scene.html("log-hint", span=scene.words.duration(policy.on_time)),
    ]


def _latest(scene: Scene, view: Log) -> Markup | None:
    """How long ago the last logged dose was: the gap that is still running counts, too."""
    if view.page > 0 or view.sum.latest is None or view.sum.latest > view.at:
        return None
    span = scene.words.duration(view.at - view.sum.latest)
    return scene.html("log-latest", when=scene.when(view.sum.latest), span=span)


def _log_rows(scene: Scene, view: Log) -> Rows:
    pages: list[Button] = []
    if view.has_older:
        pages.append(button(scene, "button-older", Verb.LOG, detail=str(view.page + 1)))
    if view.page > 0:
        pages.append(button(scene, "button-newer", Verb.LOG, detail=str(view.page - 1)))
    home = (button(scene, "button-today", Verb.TODAY), button(scene, "button-help", Verb.HELP))
    correct = (button(scene, "button-correct", Verb.CORRECT, detail=str(view.page)),)
    return (tuple(pages), correct, home) if pages else (correct, home)


def plan(scene: Scene, view: PlanView | None) -> Screen:
    """The plan in force, and the way to change it."""
    if view is None:
        return Screen(scene.html("plan-none"))
    city = scene.place
    text = lines(
        [
            scene.html("plan-title", version=view.version),
            *life_lines(scene, view.life),
            *slot_lines(scene, view.plan, view.strengths),
            scene.html("plan-zone", place=city, time=scene.clock(scene.at)),
            _next(scene, view.next),
        ]
    )
    rows = (
        *life_rows(scene, view.life),
        (button(scene, "button-change-plan", Verb.PLAN, detail="change"),),
        (
            button(scene, "button-change-zone", Verb.ZONE, detail="change"),
            button(scene, "button-taper", Verb.TAPER),
        ),
    )
    return Screen(text, rows)


def zone(scene: Scene) -> Screen:
    """The person's clock, and the way to change it."""
    city = scene.place
    text = scene.html("zone-title", place=city, time=scene.clock(scene.at))
    change = Button(scene.words.plain("button-change-zone"), Tap(Verb.ZONE, detail="change"))
    return Screen(text, ((change,), (button(scene, "button-today", Verb.TODAY),)))
