"""Telling a sign: picking it, what it comes to, how bad it is, and the diary."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.contacts import ContactKind, Contacts
from bot.domain.red_flags import EmergencyCard
from bot.domain.symptom_views import Diary, Report, Reported
from bot.domain.symptoms import (
    CHOSEN_MOST,
    GROUPS,
    NO_GROUP,
    SEVERITY_MOST,
    Symptom,
    SymptomGroup,
    to_codes,
)
from bot.domain.terms import Level
from bot.domain.triage import Said, Triage
from bot.safety.facts import fact
from bot.screens.buttons import button
from bot.screens.contacts import call_row, contacts_lines
from bot.screens.emergency import emergency
from bot.screens.help_lines import emergency_line
from bot.screens.scene import Scene
from bot.screens.screen import Button, Rows, Screen, Tap, Verb
from bot.words import Markup, lines

_FACTS_MOST = 6
_WHOM = {
    Level.URGENT: (ContactKind.PRESCRIBER, ContactKind.OUT_OF_HOURS),
    Level.PHARMACIST: (ContactKind.PHARMACY,),
    Level.CAUTION: (ContactKind.PHARMACY,),
    Level.INFO: (ContactKind.PHARMACY,),
}
RATE = Verb.SYMPTOM_RATE


def pick(
    scene: Scene, state: str, chosen: tuple[Symptom, ...], why: Markup | None = None
) -> Screen:
    """What do you feel? `state`: the number of the group that is shown; 0: the groups."""
    text = lines(
        [
            *([why, Markup("")] if why is not None else []),
            _question(scene, group_of(state)),
            *([scene.html("symptom-chosen", signs=_names(scene, chosen))] if chosen else []),
            scene.html("symptom-hint"),
            emergency_line(scene),
        ]
    )
    codes = to_codes(chosen)
    group = group_of(state)
    shown = _groups(scene, codes) if group is None else _signs(scene, state, group, chosen)
    done = (button(scene, "button-done", Verb.SYMPTOM_DONE, detail=codes),) if chosen else ()
    back = button(scene, "button-back", Verb.SYMPTOM, detail=f"{NO_GROUP}{codes}")
    history = button(scene, "button-my-symptoms", Verb.SYMPTOM_HISTORY, detail="0")
    last = (back,) if group is not None else (history, button(scene, "button-today", Verb.TODAY))
    return Screen(text, (*shown, *((done,) if done else ()), last))


def _question(scene: Scene, group: SymptomGroup | None) -> Markup:
    if group is None:
        return scene.html("symptom-question")
    return scene.html("symptom-question-in", group=scene.words.plain(f"button-{group}"))


def group_of(state: str) -> SymptomGroup | None:
    """The group of this number; None for the list of groups."""
    number = int(state or 0)
    return tuple(SymptomGroup)[number - 1] if 0 < number <= len(SymptomGroup) else None


def _groups(scene: Scene, codes: str) -> Rows:
    return _in_twos(
        [
            button(scene, f"button-{group}", Verb.SYMPTOM, detail=f"{number}{codes}")
            for number, group in enumerate(SymptomGroup, 1)
        ]
    )


def _signs(scene: Scene, state: str, group: SymptomGroup, chosen: tuple[Symptom, ...]) -> Rows:
    return _in_twos(
        [
            button(
                scene,
                f"sign-{symptom}",
                Verb.SYMPTOM,
                detail=f"{state}{to_codes(toggled(chosen, symptom))}",
            )
            for symptom in GROUPS[group]
        ]
    )


def toggled(chosen: tuple[Symptom, ...], symptom: Symptom) -> tuple[Symptom, ...]:
    """With this sign; or without it, where it was chosen before."""
    if symptom in chosen:
        return tuple(each for each in chosen if each is not symptom)
    return (*chosen, symptom)[:CHOSEN_MOST]


def _in_twos(buttons: Sequence[Button]) -> Rows:
    return tuple(tuple(buttons[n : n + 2]) for n in range(0, len(buttons), 2))


def answer(scene: Scene, reported: Reported) -> Screen:
    """What it comes to: how soon to act, whom to call, and why. An emergency has its card."""
    level, found = reported.report, reported.triage
    if found.card is not None:
        return emergency(scene, EmergencyCard(found.card, reported.intake), reported.flag)
    text = lines(
        [
            scene.html(f"level-{found.level.name.lower()}"),
            *contacts_lines(scene, reported.contacts, _WHOM[found.level]),
            *([scene.html("symptom-other")] if Symptom.OTHER in level.said else []),
            *([scene.html("symptom-withdrawal")] if "wd.early" in found.facts else []),
            *(scene.html(fact(each).message) for each in told(found)),
            scene.html("taper-emergency"),
            emergency_line(scene),
            _noted(scene, level),
        ]
    )
    return Screen(text, _answer_rows(scene, level))


def told(found: Triage) -> tuple[str, ...]:
    """The facts to say, the most urgent first. Where it is urgent, those alone that are.

    What is less urgent might say to go on as before (hazard H8).
    """
    facts = found.facts
    if found.level >= Level.URGENT:
        facts = tuple(each for each in facts if fact(each).level >= Level.URGENT)
    return facts[:_FACTS_MOST]


def _answer_rows(scene: Scene, report: Report) -> Rows:
    history = button(scene, "button-my-symptoms", Verb.SYMPTOM_HISTORY, detail="0")
    how_bad = button(scene, "button-how-bad", Verb.SYMPTOM_RATE, report.id, "ask")
    return (
        *call_row(scene),
        (history,) if report.is_rated else (how_bad, history),
        (button(scene, "button-today", Verb.TODAY),),
    )


def _noted(scene: Scene, report: Report) -> Markup:
    at, signs = scene.at_time(report.at), signs_of(scene, report.said)
    noted = scene.html("symptom-noted", at=at, signs=signs)
    if report.words is None:
        return noted
    return lines([noted, scene.html("symptom-words", words=report.words)])


def how_bad(scene: Scene, reported: Reported) -> Screen:
    """From 0 to 10."""
    which = reported.report.id
    numbers = [
        Button(
            scene.words.plain("button-number", number=n),
            Tap(Verb.SYMPTOM_RATE, which, str(n)),
        )
        for n in range(SEVERITY_MOST + 1)
    ]
    rows = tuple(tuple(numbers[n : n + 3]) for n in range(0, len(numbers), 3))
    back = button(scene, "button-back", Verb.SYMPTOM_RATE, which)
    said = [scene.html("symptom-severity"), scene.html("symptom-severity-hint")]
    return Screen(lines(said), (*rows, (back,)))


def diary(scene: Scene, view: Diary) -> Screen:
    """What was told, newest first."""
    told = [_line(scene, each) for each in view.reports]
    text = lines(
        [
            scene.html("symptom-history"),
            *(told or [scene.html("symptom-history-none")]),
            *([scene.html("symptom-history-hint")] if told else []),
        ]
    )
    verb = Verb.SYMPTOM_HISTORY
    older = button(scene, "button-older", verb, detail=str(view.page + 1))
    newer = button(scene, "button-newer", verb, detail=str(view.page - 1))
    turn = (*((older,) if view.has_older else ()), *((newer,) if view.page else ()))
    log = button(scene, "button-log-symptom", Verb.SYMPTOM)
    today = button(scene, "button-today", Verb.TODAY)
    return Screen(text, (*((turn,) if turn else ()), (log, today)))


def _line(scene: Scene, report: Report) -> Markup:
    return scene.html(
        "symptom-history-line",
        when=scene.day_and_clock(report.at),
        signs=signs_of(scene, report.said),
        level=scene.words.plain(f"level-word-{report.level.name.lower()}"),
    )


def signs_of(scene: Scene, said: Said) -> str:
    """The signs by name, each with its number where it has one."""
    return scene.words.listing([_scored(scene, each, score) for each, score in said.items()])


def _scored(scene: Scene, symptom: Symptom, score: int | None) -> str:
    name = scene.words.plain(f"sign-{symptom}")
    return name if score is None else scene.words.plain("sign-scored", sign=name, number=score)


def _names(scene: Scene, symptoms: tuple[Symptom, ...]) -> str:
    return scene.words.listing([scene.words.plain(f"sign-{each}") for each in symptoms])


def whom_to_call(scene: Scene, kept: Contacts, level: Level) -> list[Markup]:
    """The person's own numbers for words of this level that say "call"."""
    return contacts_lines(scene, kept, _WHOM.get(level, tuple(ContactKind)))


def closed(scene: Scene) -> Screen:
    """Nothing is logged before there is a plan; whom to call is said all the same."""
    return Screen(lines([scene.html("not-set-up"), emergency_line(scene)]))
