"""The emergency cards: whom to call, what to say there, and that no one is watching this chat.

The same words each time, whoever calls for them: the red-flag net, triage, the ladder, /stop.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from bot.domain.red_flags import FACTS, EmergencyCard, EmergencyKind, Intake, Raised, RedFlag
from bot.safety.emergency import number_for
from bot.safety.facts import message_id
from bot.screens.buttons import button, home_row
from bot.screens.contacts import call_row
from bot.screens.help_lines import emergency_line
from bot.screens.scene import Scene
from bot.screens.screen import Rows, Screen, Verb
from bot.words import Markup, lines

_SAY = {  # (about somebody else, more was taken than planned)
    (False, False): "say",
    (False, True): "say-too-much",
    (True, False): "say-other",
    (True, True): "say-other-too-much",
}
_TIMES = {1: "say-once", 2: "say-twice", 3: "say-thrice"}


def emergency(scene: Scene, card: EmergencyCard, flag: UUID | None = None) -> Screen:
    """The card. `flag`: the red flag on record that its buttons answer, where there is one."""
    said: list[Markup | None]
    match card.kind:
        case EmergencyKind.EMERGENCY:
            said = [call_now(scene), _say(scene, card)]
        case EmergencyKind.PUMP:
            said = [call_now(scene), scene.html("say-pump"), scene.html("bot-oral_only")]
        case EmergencyKind.SELF_HARM:
            said = [call_now(scene), scene.html("crisis-self_harm")]
        case EmergencyKind.OVERDOSE:
            said = [*_overdose(scene), _say(scene, card), scene.html("extra-ask")]
    if card.too_much and card.kind is not EmergencyKind.OVERDOSE:
        said.append(_poison(scene, "poison-number"))
    return Screen(lines([*said, alone(scene)]), called_rows(scene, flag))


def raised(scene: Scene, said: Raised) -> Screen:
    """What the red-flag net caught: its card; where it is no emergency, the urgent words."""
    scene = replace(scene, country=said.country or scene.country)
    if said.card is None:
        screen = urgent(scene, said.flags)
    else:
        screen = emergency(scene, said.card, said.id)
    if said.said_at is None:
        return screen
    first, _, rest = screen.text.partition("\n")
    late = scene.html("flag-late", at=scene.at_time(said.said_at))
    return replace(screen, text=lines([Markup(first), late, Markup(rest)]))


def urgent(scene: Scene, flags: frozenset[RedFlag]) -> Screen:
    """A doctor has to see it now: the words of the facts that name the signs, and the number."""
    named = [fact for flag in RedFlag if flag in flags for fact in FACTS[flag]]
    said = [scene.html("urgent-now"), *(scene.html(message_id(fact)) for fact in named)]
    text = lines([*said, emergency_line(scene), scene.html("alone")])
    return Screen(text, call_row(scene))


def call_now(scene: Scene) -> Markup:
    """The first line: the country's number, in bold; without one, the local number."""
    found = number_for(scene.country)
    if found is None:
        return scene.html("call-local-now")
    return scene.html("call-now", number=found.primary)


def alone(scene: Scene) -> Markup:
    """No one is watching, and the way on where the number fails: said under every number."""
    found = number_for(scene.country)
    if found is None:
        return scene.html("alone")
    if found.alternate is None:
        return scene.html("alone-fallback", number=found.primary)
    return scene.html("alone-alternate", number=found.primary, alternate=found.alternate)


def called_rows(scene: Scene, flag: UUID | None = None) -> Rows:
    """The answers to an emergency card."""
    return (
        (button(scene, "button-called", Verb.CALLED, flag, good=True),),
        (button(scene, "button-not-emergency", Verb.NOT_EMERGENCY, flag),),
    )


def called(scene: Scene, at: datetime) -> Screen:
    """They say that they called."""
    text = lines([scene.html("called", at=scene.at_time(at)), call_again(scene), _unlogged(scene)])
    return Screen(text, home_row(scene))


def not_emergency(scene: Scene, kind: EmergencyKind | None) -> Screen:
    """They say that it is none. `kind`: of the card; after one about self-harm, help stays near."""
    said = [scene.html("not-emergency")]
    if kind is EmergencyKind.SELF_HARM:
        said.append(scene.html("se-suicidal"))
    return Screen(lines([*said, emergency_line(scene), _unlogged(scene)]), home_row(scene))


def call_again(scene: Scene) -> Markup:
    """The number once more, for when it gets worse."""
    found = number_for(scene.country)
    if found is None:
        return scene.html("call-local-again")
    return scene.html("call-again", number=found.primary)


def _unlogged(scene: Scene) -> Markup:
    """The words may have told of a dose, too: none was logged by them."""
    return scene.html("flag-unlogged")


def _overdose(scene: Scene) -> list[Markup]:
    found = number_for(scene.country)
    number = (
        scene.html("overdose-local")
        if found is None
        else scene.html("overdose-number", number=found.primary)
    )
    no_signs = _poison(scene, "overdose-poison") or scene.html("overdose-no-signs")
    return [number, no_signs, scene.html("od-signs")]


def _poison(scene: Scene, message: str) -> Markup | None:
    found = number_for(scene.country)
    if found is None or found.poison_line is None:
        return None
    return scene.html(message, number=found.poison_line)


def _say(scene: Scene, card: EmergencyCard) -> Markup:
    """What to tell them, filled in from the log."""
    if card.intake is None:
        return scene.html("say-other-unknown" if card.other else "wd-tell_999")
    too_much = card.too_much or card.kind is EmergencyKind.OVERDOSE
    return scene.html(
        _SAY[card.other, too_much],
        plan=_plan(scene, card.intake),
        last=_last(scene, card.intake.last_logged_at),
    )


def _plan(scene: Scene, intake: Intake) -> str:
    """ "10 mg three times a day"; where the amounts differ, "10 mg, 10 mg and 20 mg a day"."""
    written = [scene.amount(mg) for mg in intake.amounts]
    if len(set(written)) > 1:
        return scene.words.plain("say-each", amounts=scene.words.listing(written))
    times = _TIMES.get(len(written), "say-times")
    return scene.words.plain(times, amount=written[0], count=len(written))


def _last(scene: Scene, at: datetime | None) -> str:
    if at is None:
        return scene.words.plain("say-none-logged")
    return scene.words.plain("say-last", when=scene.day_and_clock(at))
