"""The set-up: taps and typed answers to its questions."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from bot import places
from bot.chat.present import edit, reply, show, strip_tapped
from bot.chat.turn import Turn, scene_of
from bot.domain.choices import choose
from bot.domain.outcomes import Asked, NothingAsked, Started
from bot.domain.setup import Candidate, Draft, Purpose, Question
from bot.places import Place
from bot.screens import cards, echo, general, log, setup
from bot.screens.screen import Screen, Tap
from bot.usecases import history, people
from bot.usecases import setup as asking

_PLACES_MOST = 12


async def begin(turn: Turn, purpose: Purpose) -> None:
    """/start, [Change plan], /timezone: the first question, or where it was broken off."""
    desk = turn.desk
    asked = await asking.begin(desk.store, desk.policy, turn.person, purpose, turn.at, turn.cause)
    await reply(turn, setup.question(turn.scene, asked))


async def tapped(turn: Turn, tap: Tap) -> None:
    """An offered answer to a question of the set-up."""
    name, _, key = tap.detail.partition(".")
    if name not in tuple(Question):
        await show_what_waits(turn)
        return
    await answer(turn, Question(name), key)


async def answer(turn: Turn, question: Question, key: str) -> None:
    """An offered answer, tapped or typed."""
    if question is Question.CONSENT:
        await _consent(turn, key)
    elif question is Question.GATE and key != "yes":
        await show(turn, setup.gate_closed(turn.scene, key))
    elif question is Question.PLACE:
        await reply(turn, setup.share_location(turn.scene))
    elif question is Question.ECHO and key == "ok":
        await confirm(turn)
    elif question is Question.ECHO and key == "keep":
        await cancel(turn)
    else:
        await tell(turn, question, key)


async def _consent(turn: Turn, key: str) -> None:
    if key != "yes":
        await reply(turn, general.bare(turn.scene, "consent-needed"))
        return
    desk = turn.desk
    asked = await asking.consent(desk.store, desk.policy, turn.person, turn.at, turn.cause)
    await _next(turn, asked)


async def tell(turn: Turn, question: Question, key: str) -> None:
    """An offered answer changes the draft; the next question follows."""
    await _tell(turn, question, lambda draft: choose(draft, question, key))


async def _tell(turn: Turn, question: Question, change: asking.Change) -> None:
    desk = turn.desk
    asked = await asking.tell(
        desk.store, desk.policy, turn.person, question, change, turn.at, turn.cause
    )
    if isinstance(asked, NothingAsked):
        await show_what_waits(turn)
    else:
        await _next(turn, asked, before=question)


async def _next(turn: Turn, asked: Asked, before: Question | None = None) -> None:
    """The next question: in place where the same one is adjusted, else as a new message."""
    screen = setup.question(turn.scene, asked)
    if asked.question is before or _stays(before, asked.question):
        await show(turn, screen)
        return
    await strip_tapped(turn)
    await reply(turn, screen, clear_keyboard=turn.message_id is None)


def _stays(before: Question | None, now: Question) -> bool:
    """Questions that belong together keep one message."""
    return (before, now) in {
        (Question.STRENGTHS, Question.LAST_DOSE),
        (Question.PLAN, Question.TIMES),
        (Question.TIMES, Question.EACH),
    }


async def typed_place(turn: Turn, question: Question, text: str) -> None:
    """A city, a country or an IANA name. It never guesses: the clock is confirmed next."""
    language = turn.scene.words.language
    found = await asyncio.to_thread(places.find, text, turn.at, language)
    if not found:
        await reply(turn, setup.place_unknown(turn.scene, text[:40]))
        return
    await _tell(turn, question, lambda draft: _with_places(draft, found))


async def located(turn: Turn, latitude: float, longitude: float) -> None:
    """A shared location: its zone is kept, the coordinates are not."""
    desk = turn.desk
    waiting = await asking.waiting(desk.store, desk.policy, turn.person, turn.at)
    expected = (Question.PLACE, Question.WHICH_PLACE, Question.CLOCK)
    if not isinstance(waiting, Asked) or waiting.question not in expected:
        await reply(turn, general.not_understood(turn.scene), clear_keyboard=True)
        return
    language = turn.scene.words.language
    found = await asyncio.to_thread(places.at_coordinates, latitude, longitude, turn.at, language)
    if not found:
        await reply(turn, setup.place_nowhere(turn.scene))
        return
    await reply(turn, Screen(turn.scene.html("place-thanks")), clear_keyboard=True)
    await _tell(turn, waiting.question, lambda draft: _with_places(draft, found))


def _with_places(draft: Draft, found: tuple[Place, ...]) -> Draft:
    bare = replace(draft, zone=None, label=None, places=(), zone_right=False)
    if len(found) == 1:
        one = found[0]
        return replace(bare, zone=one.zone, label=one.label, country=one.country)
    return replace(
        bare,
        places=tuple(
            Candidate(each.zone, each.country, each.label) for each in found[:_PLACES_MOST]
        ),
    )


async def typed_country(turn: Turn, text: str) -> None:
    """The country, for the emergency number."""
    found = await asyncio.to_thread(places.country_named, text, turn.scene.words.language)
    if len(found) != 1:
        await reply(turn, setup.country_unknown(turn.scene, text[:40]))
        return
    await _tell(
        turn,
        Question.COUNTRY,
        lambda draft: replace(draft, country=found[0], country_right=True),
    )


async def typed_change(turn: Turn, question: Question, change: asking.Change) -> None:
    """Typed words that were understood wholly."""
    await _tell(turn, question, change)


async def confirm(turn: Turn) -> None:
    """[Correct]: the plan counts."""
    desk = turn.desk
    outcome = await asking.confirm(desk.store, desk.policy, turn.person, turn.at, turn.cause)
    if isinstance(outcome, NothingAsked):
        await show_what_waits(turn)
    elif isinstance(outcome, Asked):
        await reply(turn, setup.question(turn.scene, outcome))
    else:
        await _started(turn, outcome)


async def _started(turn: Turn, outcome: Started) -> None:
    person = await people.get(turn.desk.store, turn.person.id)
    scene = scene_of(person, turn.at)
    await show(turn, echo.started(scene, outcome))
    if outcome.open is not None:
        still = cards.reminder(scene, outcome.open)
        for card in outcome.cards:
            await edit(turn.bot, card.telegram_id, card.message_id, still)


async def cancel(turn: Turn) -> None:
    """/cancel, [Keep my plan]: nothing that was asked counts."""
    stopped = await asking.cancel(turn.desk.store, turn.person, turn.cause)
    await strip_tapped(turn)
    await reply(turn, general.say(turn.scene, "setup-cancelled" if stopped else "setup-nothing"))


async def show_what_waits(turn: Turn) -> None:
    """The button is of a question that is settled: what waits now is shown."""
    desk = turn.desk
    waiting = await asking.waiting(desk.store, desk.policy, turn.person, turn.at)
    if isinstance(waiting, Asked):
        await reply(turn, Screen(turn.scene.html("setup-old")))
        await reply(turn, setup.question(turn.scene, waiting))
        return
    if turn.person.onboarded_at is None:
        await reply(turn, general.bare(turn.scene, "not-set-up"))
        return
    day = await history.today(desk.store, turn.person.id, turn.at)
    await reply(turn, Screen(turn.scene.html("old-button")))
    await reply(turn, log.today(turn.scene, desk.policy, day))
