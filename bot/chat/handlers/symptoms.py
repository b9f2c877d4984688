"""Telling signs, tapped and typed: triage comes first, whatever else was being asked."""

from __future__ import annotations

import logging
from dataclasses import replace

from bot.chat.handlers.repeating import what_waits
from bot.chat.handlers.typed_doses import is_label
from bot.chat.parsing import care_verbs
from bot.chat.parsing.questions import is_question
from bot.chat.parsing.symptoms import (
    SymptomsSaid,
    names_sign,
    read_severity,
    read_symptoms,
    read_wholly,
)
from bot.chat.parsing.verbs import read_verb
from bot.chat.present import reply, show, strip_tapped
from bot.chat.turn import Turn
from bot.domain.red_flags import EmergencyCard
from bot.domain.symptom_views import Reported
from bot.domain.symptoms import GROUPS, NO_GROUP, Symptom, SymptomGroup, of_codes, to_codes
from bot.domain.triage import Said
from bot.screens import general
from bot.screens import symptoms as screens
from bot.screens.emergency import emergency
from bot.screens.screen import Tap
from bot.usecases import StorageFault, flag_posts, symptoms

_log = logging.getLogger(__name__)


async def start(turn: Turn) -> None:
    """/symptom, "side effects": what do you feel?"""
    await _pick(turn, NO_GROUP, ())


async def tap_pick(turn: Turn, tap: Tap) -> None:
    """A group, a sign, [Back]: the button carries all that was chosen."""
    await _pick(turn, tap.detail[:1] or NO_GROUP, of_codes(tap.detail[1:]))


async def _pick(turn: Turn, state: str, chosen: tuple[Symptom, ...], why: str = "") -> None:
    """An emergency among them is answered at once."""
    if turn.person.onboarded_at is None:
        await show(turn, screens.closed(turn.scene))
        return
    desk, kept = turn.desk, f"{state}{to_codes(chosen)}"
    try:
        outcome = await symptoms.choose(
            desk.store, desk.policy, turn.person, chosen, kept, turn.at, turn.cause
        )
    except StorageFault as fault:
        await _without_log(turn, dict.fromkeys(chosen), fault)
        return
    if outcome.reported is not None:
        await _answer(turn, outcome.reported)
        return
    said = turn.scene.html(why) if why else None
    await show(turn, screens.pick(turn.scene, state, chosen, said))


async def tap_done(turn: Turn, tap: Tap) -> None:
    """[Done]: what was chosen is told."""
    await tell(turn, dict.fromkeys(of_codes(tap.detail)))


async def tell(turn: Turn, said: Said, words: str | None = None) -> None:
    """These signs are logged and answered; then the question that waits is said again."""
    if turn.person.onboarded_at is None:
        await show(turn, screens.closed(turn.scene))
        return
    desk = turn.desk
    try:
        outcome = await symptoms.report(
            desk.store, desk.policy, turn.person, said, words, turn.at, turn.cause
        )
    except StorageFault as fault:
        await _without_log(turn, said, fault)
        return
    await _answer(turn, outcome)


async def _without_log(turn: Turn, said: Said, fault: StorageFault) -> None:
    """An emergency waits for no database; what is less is said when it can be kept."""
    card = symptoms.card_by_signs(turn.desk.policy, said)
    if card is None:
        raise fault
    _log.error("the card goes without the log: %s", fault)
    await strip_tapped(turn)
    await reply(turn, emergency(turn.scene, EmergencyCard(card)))


async def _answer(turn: Turn, outcome: Reported) -> None:
    """An emergency is a message of its own, which sounds; the rest stands where it was asked."""
    screen = screens.answer(turn.scene, outcome)
    if outcome.triage.card is not None:
        await strip_tapped(turn)
        sent = await reply(turn, screen)
        if sent is None and outcome.flag is not None:
            store, kind = turn.desk.store, outcome.triage.card
            await flag_posts.send_on(store, turn.person, outcome.flag, kind, turn.at)
    else:
        await show(turn, screen)
    await what_waits(replace(turn, message_id=None), guard=True)


async def said(turn: Turn, verb: care_verbs.Symptom) -> None:
    """ "Symptom: dizzy 4"."""
    await _typed(turn, verb.words)


async def _typed(turn: Turn, text: str) -> None:
    """Signs that were asked for: what is not understood is logged in the person's own words."""
    read = read_symptoms(text, turn.desk.policy)
    if read is None:
        await _pick(turn, NO_GROUP, (), "symptom-none")
    else:
        await tell(turn, read.said, _words(read, text))


def _words(read: SymptomsSaid, text: str) -> str | None:
    return None if read.whole else " ".join(text.split())


async def heard(turn: Turn, text: str) -> bool:
    """ "I feel dizzy", said to no question: done. False unless all of it is signs."""
    read = None if turn.person.onboarded_at is None else read_wholly(text, turn.desk.policy)
    if read is None:
        return False
    await tell(turn, read.said)
    return True


async def hinted(turn: Turn, text: str) -> bool:
    """ "I have bad kidneys and am so sleepy": what else do they feel? False where no sign is named.

    Nothing is logged of it: the words were not understood as a whole.
    """
    if turn.person.onboarded_at is None or not names_sign(text):
        return False
    await start(turn)
    return True


async def tap_rate(turn: Turn, tap: Tap) -> None:
    """[How bad?], a number, [Back]."""
    if tap.subject is None:
        await _gone(turn)
        return
    desk = turn.desk
    if tap.detail.isdigit():
        outcome = await symptoms.rate(
            desk.store, desk.policy, turn.person, tap.subject, int(tap.detail), turn.cause
        )
    else:
        outcome = await symptoms.ask_rate(
            desk.store,
            desk.policy,
            turn.person,
            tap.subject,
            turn.at,
            asked=tap.detail == "ask",
        )
    if outcome is None:
        await _gone(turn)
    elif tap.detail == "ask":
        await show(turn, screens.how_bad(turn.scene, outcome))
    else:
        await show(turn, screens.answer(turn.scene, outcome))


async def _gone(turn: Turn) -> None:
    await show(turn, general.say(turn.scene, "symptom-gone"))


async def answer_severity(turn: Turn, about: str, text: str) -> bool:
    """The typed number, "How bad?", "Back"."""
    which = symptoms.report_of(about)
    severity = read_severity(text)
    if severity is not None:
        await tap_rate(turn, Tap(screens.RATE, which, str(severity)))
    elif is_label(turn, text, "button-how-bad"):
        await tap_rate(turn, Tap(screens.RATE, which, "ask"))
    elif is_label(turn, text, "button-back"):
        await tap_rate(turn, Tap(screens.RATE, which))
    else:
        return False
    return True


async def history(turn: Turn, page: int = 0) -> None:
    """ "My symptoms"."""
    if turn.person.onboarded_at is None:
        await show(turn, screens.closed(turn.scene))
        return
    view = await symptoms.diary(turn.desk.store, turn.person, page, turn.at)
    await show(turn, screens.diary(turn.scene, view))


async def tap_history(turn: Turn, tap: Tap) -> None:
    """[My symptoms], [Older], [Newer]."""
    await history(turn, int(tap.detail))


async def answer_page(turn: Turn, about: str, text: str) -> bool:
    """ "Older", "newer"."""
    page = int(about)
    if is_label(turn, text, "button-older"):
        await history(turn, page + 1)
    elif is_label(turn, text, "button-newer"):
        await history(turn, max(page - 1, 0))
    else:
        return False
    return True


async def answer_pick(turn: Turn, about: str, text: str) -> bool:
    """What stands on a button does what it does; other words are the signs themselves."""
    picked = symptoms.own_part(about)
    state, chosen = picked[:1], of_codes(picked[1:])
    if is_label(turn, text, "button-back"):
        await _pick(turn, NO_GROUP, chosen)
    elif is_label(turn, text, "button-done") and chosen:
        await tell(turn, dict.fromkeys(chosen))
    elif (number := _group_named(turn, text)) and screens.group_of(state) is None:
        await _pick(turn, number, chosen)
    elif (symptom := _sign_named(turn, state, text)) is not None:
        await _pick(turn, state, screens.toggled(chosen, symptom))
    elif read_verb(text) is not None or text.rstrip().endswith("?") or is_question(text):
        return False
    else:
        await _typed(turn, text)
    return True


def _group_named(turn: Turn, text: str) -> str | None:
    for number, group in enumerate(SymptomGroup, 1):
        if is_label(turn, text, f"button-{group}"):
            return str(number)
    return None


def _sign_named(turn: Turn, state: str, text: str) -> Symptom | None:
    group = screens.group_of(state)
    offered = () if group is None else GROUPS[group]
    return next((each for each in offered if is_label(turn, text, f"sign-{each}")), None)
