"""The questions of the set-up: consent, the gate, the place and the clock."""

from __future__ import annotations

from collections.abc import Callable

from bot.domain.outcomes import Asked
from bot.domain.setup import Question
from bot.domain.terms import Kidney
from bot.screens import setup_plan
from bot.screens.buttons import setup_button
from bot.screens.echo import echo
from bot.screens.help_lines import emergency_line
from bot.screens.scene import Scene
from bot.screens.screen import Button, Rows, Screen, Tap, Verb
from bot.words import Markup, lines


def question(scene: Scene, asked: Asked) -> Screen:
    """The screen of the question that waits."""
    return _SCREENS[asked.question](scene, asked)


def _consent(scene: Scene, asked: Asked) -> Screen:
    text = lines(
        [
            scene.html("welcome-what"),
            scene.html("welcome-how"),
            scene.html("bot-not_advice"),
            scene.html("bot-not_emergency"),
            scene.html("about-review"),
            Markup(""),
            scene.html("welcome-kept"),
            scene.html("welcome-question"),
        ]
    )
    yes = setup_button(scene, "button-agree", Question.CONSENT, "yes", good=True)
    return Screen(text, ((yes,), (setup_button(scene, "button-not-now", Question.CONSENT, "no"),)))


def _gate(scene: Scene, asked: Asked) -> Screen:
    return Screen(
        scene.html("gate-question"),
        (
            (setup_button(scene, "button-gate-yes", Question.GATE, "yes", good=True),),
            (
                setup_button(scene, "button-gate-pump", Question.GATE, "pump"),
                setup_button(scene, "button-gate-child", Question.GATE, "child"),
            ),
            (setup_button(scene, "button-no", Question.GATE, "no"),),
        ),
    )


def gate_closed(scene: Scene, why: str) -> Screen:
    """Not for a pump, a child or another medicine: the policy's words, and stop."""
    if why == "pump":
        text = [
            scene.html("bot-oral_only"),
            emergency_line(scene),
            scene.html("gate-pump-end"),
        ]
    elif why == "child":
        text = [scene.html("take-children"), scene.html("gate-child-end")]
    else:
        text = [scene.html("gate-no-end")]
    return Screen(lines([*text, scene.html("gate-again")]))


def _place(scene: Scene, asked: Asked) -> Screen:
    text = lines([scene.html("place-question"), scene.html("place-hint")])
    return Screen(text, ((setup_button(scene, "button-share", Question.PLACE, "share"),),))


def share_location(scene: Scene) -> Screen:
    """How to share the location, with the keyboard that does it."""
    return Screen(scene.html("place-share"), location=scene.words.plain("button-share"))


def place_nowhere(scene: Scene) -> Screen:
    """No zone where the location is."""
    share = setup_button(scene, "button-share", Question.PLACE, "share")
    return Screen(scene.html("place-nowhere"), ((share,),))


def _which_place(scene: Scene, asked: Asked) -> Screen:
    stamp = asked.draft.stamp
    rows = tuple(
        (Button(each.label, Tap(Verb.SETUP, detail=f"{Question.WHICH_PLACE}.{index}_{stamp}")),)
        for index, each in enumerate(asked.draft.places)
    )
    return Screen(lines([scene.html("place-which"), scene.html("place-which-hint")]), rows)


def _clock(scene: Scene, asked: Asked) -> Screen:
    zone = asked.draft.zone or scene.zone
    there = Scene(scene.words, zone, scene.at)
    label = asked.draft.label or zone
    country = asked.draft.country
    about = (
        scene.html("clock-place", label=label)
        if country is None
        else scene.html("clock-place-country", label=label, country=scene.words.country(country))
    )
    text = lines([scene.html("clock-question", time=there.clock(scene.at)), about])
    right = f"yes_{asked.draft.stamp}"  # for this clock, and no other
    rows: Rows = ((setup_button(scene, "button-clock-yes", Question.CLOCK, right, good=True),),)
    no = setup_button(scene, "button-clock-no", Question.CLOCK, "no")
    if country is None:
        return Screen(text, (*rows, (no,)))
    return Screen(
        text, (*rows, (no, setup_button(scene, "button-clock-country", Question.CLOCK, "country")))
    )


def _country(scene: Scene, asked: Asked) -> Screen:
    back = setup_button(scene, "button-change", Question.COUNTRY, "change")
    return Screen(lines([scene.html("country-question"), scene.html("country-hint")]), ((back,),))


def _kidney(scene: Scene, asked: Asked) -> Screen:
    return Screen(
        lines([scene.html("kidney-question"), scene.html("kidney-hint")]),
        (
            (
                setup_button(scene, "button-no", Question.KIDNEY, Kidney.NO),
                setup_button(scene, "button-yes", Question.KIDNEY, Kidney.YES),
            ),
            (setup_button(scene, "button-rather-not", Question.KIDNEY, Kidney.DECLINED),),
        ),
    )


_SCREENS: dict[Question, Callable[[Scene, Asked], Screen]] = {
    Question.CONSENT: _consent,
    Question.GATE: _gate,
    Question.PLACE: _place,
    Question.WHICH_PLACE: _which_place,
    Question.CLOCK: _clock,
    Question.COUNTRY: _country,
    Question.KIDNEY: _kidney,
    Question.PLAN: setup_plan.plan,
    Question.TIMES: setup_plan.times,
    Question.EACH: setup_plan.each,
    Question.STRENGTHS: setup_plan.strengths,
    Question.AGAIN: setup_plan.again,
    Question.LAST_DOSE: setup_plan.last_dose,
    Question.ODD_TIMES: setup_plan.odd_times,
    Question.ECHO: echo,
}
