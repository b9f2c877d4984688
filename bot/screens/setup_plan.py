"""The questions of the set-up about the plan: amounts, times, tablets, the last dose."""

from __future__ import annotations

from decimal import Decimal

from bot.domain.choices import TIMES_STEP
from bot.domain.outcomes import Asked
from bot.domain.setup import Purpose, Question
from bot.domain.terms import Kidney
from bot.domain.timetable import wall_gaps
from bot.screens.buttons import minutes_of, setup_button
from bot.screens.recent import recent_slots
from bot.screens.scene import Scene
from bot.screens.screen import Button, Rows, Screen, Tap, Verb
from bot.words import Markup, lines

_COMMON_STRENGTHS = (Decimal(5), Decimal(10), Decimal(20), Decimal(25))


def plan(scene: Scene, asked: Asked) -> Screen:
    """How do you take it? Typed in one line, or times from presets."""
    kidney = asked.draft.kidney is Kidney.YES
    clock = _clock_lines(scene, asked) if asked.draft.purpose is Purpose.START else []
    text = lines(
        [
            *clock,
            *([scene.html("who-kidney"), scene.html("take-exactly"), Markup("")] if kidney else []),
            *(_letter(scene) if asked.draft.purpose is Purpose.HOME else []),
            *(_again(scene) if asked.draft.purpose is Purpose.AGAIN else []),
            scene.html("plan-question"),
            scene.html("plan-hint"),
            scene.html("plan-example-1"),
            scene.html("plan-example-2"),
            scene.html("plan-exact"),
        ]
    )
    pick = (setup_button(scene, "button-pick-times", Question.PLAN, "pick"),)
    elsewhere = (
        setup_button(scene, "button-other-city", Question.PLAN, "city"),
        setup_button(scene, "button-clock-country", Question.PLAN, "country"),
    )
    return Screen(text, (pick, elsewhere) if clock else (pick,))


def _clock_lines(scene: Scene, asked: Asked) -> list[Markup]:
    """The clock of the place that was told: never taken unseen, and the echo asks about it."""
    draft = asked.draft
    zone = draft.zone or scene.zone
    time = Scene(scene.words, zone, scene.at).clock(scene.at)
    return [
        scene.html("clock-understood", time=time, label=draft.label or zone),
        scene.html("clock-numbers", country=scene.words.country(draft.country or "")),
        Markup(""),
    ]


def _letter(scene: Scene) -> list[Markup]:
    return [scene.html("home-letter"), scene.html("home-no-letter"), Markup("")]


def _again(scene: Scene) -> list[Markup]:
    """Who has been off it goes by what their doctor says, not by what they took before."""
    return [scene.html("again-plan"), scene.html("miss-day_without"), Markup("")]


def times(scene: Scene, asked: Asked) -> Screen:
    """Times of day by presets, moved by a quarter of an hour."""
    times = asked.draft.times
    if not times:
        counts = tuple(
            Button(
                scene.words.plain("button-times-count", count=count),
                Tap(Verb.SETUP, detail=f"{Question.TIMES}.n{count}"),
            )
            for count in (1, 2, 3, 4)
        )
        rows: Rows = (counts[:2], counts[2:])
        text = lines([scene.html("times-question"), scene.html("times-count")])
        return Screen(text, (*rows, _change_row(scene, Question.TIMES)))
    rows = tuple(
        (
            Button(
                scene.words.plain("button-less", time=time),
                Tap(Verb.SETUP, detail=f"{Question.TIMES}.-{index}"),
            ),
            Button(
                scene.words.plain("button-more", time=time),
                Tap(Verb.SETUP, detail=f"{Question.TIMES}.+{index}"),
            ),
        )
        for index, time in enumerate(times)
    )
    done = (setup_button(scene, "button-done", Question.TIMES, "ok", good=True),)
    text = lines(
        [
            scene.html("times-question"),
            scene.html("times-now", times=scene.words.listing(list(times))),
            scene.html("times-hint", span=scene.words.duration(TIMES_STEP)),
        ]
    )
    return Screen(text, (done, *rows, _change_row(scene, Question.TIMES)))


def _change_row(scene: Scene, question: Question) -> tuple[Button, ...]:
    return (setup_button(scene, "button-change", question, "change"),)


def each(scene: Scene, asked: Asked) -> Screen:
    """The amount for each of the chosen times: typed, never offered."""
    times = scene.words.listing(list(asked.draft.times))
    text = lines([scene.html("each-question", times=times), scene.html("each-hint")])
    return Screen(text, (_change_row(scene, Question.EACH),))


def strengths(scene: Scene, asked: Asked) -> Screen:
    """Which tablets are there? A copy of this question that says otherwise counts no more."""
    chosen, stamp = asked.draft.tablets(), asked.draft.stamp
    offered = sorted({*_COMMON_STRENGTHS, *chosen})
    buttons = [
        Button(
            scene.words.plain(
                "button-chosen" if mg in chosen else "button-strength", amount=scene.amount(mg)
            ),
            Tap(Verb.SETUP, detail=f"{Question.STRENGTHS}.{mg}_{stamp}"),
        )
        for mg in offered
    ]
    rows: list[tuple[Button, ...]] = [tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)]
    if chosen:
        done = setup_button(scene, "button-done", Question.STRENGTHS, f"ok_{stamp}", good=True)
        rows.append((done,))
    rows.append(_change_row(scene, Question.STRENGTHS))
    text = lines(
        [
            _slots_understood(scene, asked),
            scene.html("strengths-question"),
            scene.html("strengths-hint"),
            scene.html("strengths-chosen", strengths=_strengths_told(scene, asked))
            if chosen
            else scene.html("strengths-none"),
        ]
    )
    return Screen(text, tuple(rows))


def _slots_understood(scene: Scene, asked: Asked) -> Markup:
    slots = [
        f"{scene.words.clock(slot.wall)} {scene.amount(slot.mg)}"
        for slot in asked.draft.timetable()
    ]
    return scene.html("plan-understood", slots=scene.words.listing(slots))


def _strengths_told(scene: Scene, asked: Asked) -> str:
    return scene.words.listing([scene.amount(mg) for mg in sorted(asked.draft.tablets())])


def tablets_understood(scene: Scene, asked: Asked) -> Markup:
    """The tablets as they were read: typed ones are never taken unseen."""
    return scene.html("tablets-understood", strengths=_strengths_told(scene, asked))


def again(scene: Scene, asked: Asked) -> Screen:
    """An amount above a limit is typed once more."""
    assert asked.again is not None, "asked only when an amount waits"  # noqa: S101
    single = asked.again.limit == "dose"
    text = lines(
        [
            tablets_understood(scene, asked),
            scene.html(f"again-{asked.again.limit}", amount=scene.amount(asked.again.mg)),
            scene.html("again-hint" if single else "again-hint-day"),
        ]
    )
    return Screen(text, (_change_row(scene, Question.AGAIN),))


def last_dose(scene: Scene, asked: Asked) -> Screen:
    """When was the last dose? The first reminder keeps clear of it."""
    zone = asked.draft.zone or scene.zone
    there = Scene(scene.words, zone, scene.at)
    recent = tuple(
        (
            Button(
                scene.words.plain("button-last-at", when=there.day_and_clock(at)),
                Tap(Verb.SETUP, detail=f"{Question.LAST_DOSE}.{minutes_of(at)}"),
            ),
        )
        for at in recent_slots(asked.draft.timetable(), zone, scene.at)
    )
    home = asked.draft.purpose is Purpose.HOME
    unsure = setup_button(scene, "button-not-sure", Question.LAST_DOSE, "unsure")
    never = setup_button(scene, "button-never", Question.LAST_DOSE, "never")
    other = (unsure,) if asked.draft.purpose is not Purpose.START else (unsure, never)
    tablets = (setup_button(scene, "button-other-tablets", Question.LAST_DOSE, "tablets"),)
    text = lines(
        [
            tablets_understood(scene, asked),
            _slots_understood(scene, asked),
            Markup(""),
            scene.html("home-last" if home else "last-question"),
            scene.html("last-hint"),
        ]
    )
    return Screen(text, (*recent, other, tablets))


def odd_times(scene: Scene, asked: Asked) -> Screen:
    """Gaps that are for the pharmacist to judge are asked about."""
    assert asked.preview is not None, "asked only when the plan is known"  # noqa: S101
    gaps = wall_gaps(asked.draft.timetable())
    short = min(gaps)
    if short < asked.preview.gap_least:
        head = scene.html("odd-short", gap=scene.words.duration(short))
    else:
        head = scene.html("odd-long", gap=scene.words.duration(max(gaps)))
    right = setup_button(scene, "button-these-times", Question.ODD_TIMES, f"ok_{asked.draft.stamp}")
    return Screen(
        lines([tablets_understood(scene, asked), head, scene.html("odd-hint")]),
        ((right,), _change_row(scene, Question.ODD_TIMES)),
    )
