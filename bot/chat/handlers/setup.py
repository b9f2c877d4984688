"""The set-up: taps and typed answers to its questions."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from bot import places
from bot.chat.handlers.started import started
from bot.chat.present import reply, show, strip_tapped
from bot.chat.turn import Turn
from bot.domain.choices import choose
from bot.domain.outcomes import Asked, NothingAsked
from bot.domain.setup import Candidate, Purpose, Question
from bot.domain.stopping import StopReason
from bot.places import Place
from bot.screens import general, log, setup
from bot.screens.screen import Screen, Tap
from bot.usecases import history, setup_waiting
from bot.usecases import setup as asking

_PLACES_MOST = 12
_CONFIRMED = {"ok": None, "doctor": StopReason.PRESCRIBER}  # why a lower plan is right


async def begin(turn: Turn, purpose: Purpose, city: str = "") -> None:
    """/start, [Change plan], /timezone: the first question, or where it was broken off.

    `city`: where the person is, told along, if it is known.
    """
    desk = turn.desk
    found = await places_named(turn, city) if city else ()
    asked = await asking.begin(
        desk.store, desk.policy, turn.person, purpose, turn.at, turn.cause, _with_places(found)
    )
    screen = setup.question(turn.scene, asked)
    unknown = turn.scene.html("place-unknown", fragment=city[:40])
    await reply(turn, screen.below(unknown) if city and not found else screen)


async def tapped(turn: Turn, tap: Tap) -> None:
    """An offered answer to a question of the set-up."""
    name, _, rest = tap.detail.partition(".")
    if name not in tuple(Question):
        await show_what_waits(turn)
        return
    key, _, stamp = rest.partition("_")
    await answer(turn, Question(name), key, stamp)


async def answer(turn: Turn, question: Question, key: str, stamp: str = "") -> None:
    """An offered answer, tapped or typed. `stamp`: of the words that stood over the button."""
    if question is Question.CONSENT:
        await _consent(turn, key)
    elif question is Question.GATE and key != "yes":
        await _closed(turn, key)
    elif question is Question.PLACE:
        await _share(turn)
    elif question is Question.LAST_DOSE and key == "now":
        now = turn.said_at.isoformat()
        await _tell(turn, question, lambda draft: replace(draft, last_taken=now))
    elif question is Question.ECHO and key in _CONFIRMED:
        await confirm(turn, stamp, _CONFIRMED[key])
    elif question is Question.ECHO and key == "keep":
        await cancel(turn)
    else:
        await _tell(
            turn, question, lambda draft: choose(draft, question, key, turn.desk.policy), stamp
        )


async def _consent(turn: Turn, key: str) -> None:
    if key != "yes":
        await reply(turn, general.bare(turn.scene, "consent-needed"))
        return
    desk = turn.desk
    asked = await asking.consent(desk.store, desk.policy, turn.person, turn.at, turn.cause)
    if isinstance(asked, NothingAsked):
        await show_what_waits(turn)
    else:
        await _next(turn, asked)


async def _closed(turn: Turn, key: str) -> None:
    """Not for this person: the set-up stops, and /start begins it anew."""
    await setup_waiting.cancel(turn.desk.store, turn.desk.policy, turn.person, turn.at, turn.cause)
    await show(turn, setup.gate_closed(turn.scene, key))


async def _share(turn: Turn) -> None:
    """The keyboard that shares the location, remembered, for it has to go again."""
    desk = turn.desk
    await asking.tell(
        desk.store,
        desk.policy,
        turn.person,
        Question.PLACE,
        lambda draft: replace(draft, sharing=True),
        turn.at,
        turn.cause,
    )
    await reply(turn, setup.share_location(turn.scene))


async def _tell(turn: Turn, question: Question, change: asking.Change, stamp: str = "") -> None:
    desk = turn.desk
    asked = await asking.tell(
        desk.store, desk.policy, turn.person, question, change, turn.at, turn.cause, stamp
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
        (Question.GATE, Question.KIDNEY),
        (Question.KIDNEY, Question.PLACE),
        (Question.WHICH_PLACE, Question.CLOCK),
        (Question.WHICH_PLACE, Question.PLAN),
        (Question.PLAN, Question.PLACE),
        (Question.PLAN, Question.COUNTRY),
        (Question.STRENGTHS, Question.LAST_DOSE),
        (Question.LAST_DOSE, Question.STRENGTHS),
        (Question.PLAN, Question.TIMES),
        (Question.TIMES, Question.EACH),
    }


async def places_named(turn: Turn, text: str) -> tuple[Place, ...]:
    """The places that the text may mean; none where it names none."""
    return await asyncio.to_thread(places.find, text, turn.at, turn.scene.words.language)


async def typed_place(turn: Turn, asked: Asked, text: str) -> bool:
    """A city, a country or an IANA name; False where it is none. The clock is confirmed next."""
    found = await places_named(turn, text)
    if not found:
        return False
    if asked.draft.sharing:
        await reply(turn, Screen(turn.scene.html("place-noted")), clear_keyboard=True)
    await _tell(turn, asked.question, _with_places(found))
    return True


async def located(turn: Turn, latitude: float, longitude: float) -> None:
    """A shared location: its zone is kept, the coordinates are not."""
    desk = turn.desk
    waiting = await setup_waiting.waiting(desk.store, desk.policy, turn.person, turn.at)
    if waiting is None or not waiting.is_about_place:
        await reply(turn, Screen(turn.scene.html("place-unasked")), clear_keyboard=True)
        if waiting is not None:
            await reply(turn, setup.question(turn.scene, waiting))
        return
    language = turn.scene.words.language
    found = await asyncio.to_thread(places.at_coordinates, latitude, longitude, turn.at, language)
    if not found:
        await reply(turn, setup.place_nowhere(turn.scene))
        return
    await reply(turn, Screen(turn.scene.html("place-thanks")), clear_keyboard=True)
    await _tell(turn, waiting.question, _with_places(found))


def _with_places(found: tuple[Place, ...]) -> asking.Change:
    told = tuple(Candidate(each.zone, each.country, each.label) for each in found[:_PLACES_MOST])
    return lambda draft: draft.with_places(told) if told else draft


async def typed_country(turn: Turn, text: str) -> tuple[str, ...]:
    """The country, for the emergency number; taken only where just one is meant."""
    found = await asyncio.to_thread(places.country_named, text, turn.scene.words.language)
    if len(found) == 1:
        await _tell(
            turn,
            Question.COUNTRY,
            lambda draft: replace(draft, country=found[0], country_right=True),
        )
    return found


async def typed_change(turn: Turn, question: Question, change: asking.Change) -> None:
    """Typed words that were understood wholly."""
    await _tell(turn, question, change)


async def ask_anew(turn: Turn) -> bool:
    """The question that waits, once more; False where none does."""
    desk = turn.desk
    asked = await setup_waiting.ask_anew(desk.store, desk.policy, turn.person, turn.at)
    if asked is not None:
        await reply(turn, setup.question(turn.scene, asked))
    return asked is not None


async def confirm(turn: Turn, stamp: str = "", reason: StopReason | None = None) -> None:
    """[Correct], [Doctor set it]: the plan counts."""
    desk = turn.desk
    outcome = await asking.confirm(
        desk.store, desk.policy, turn.person, turn.at, turn.cause, stamp, reason
    )
    if isinstance(outcome, NothingAsked):
        await show_what_waits(turn)
    elif isinstance(outcome, Asked):
        await _next(turn, outcome)
    else:
        await started(turn, outcome)


async def cancel(turn: Turn) -> None:
    """/cancel, [Change nothing]: nothing that was asked counts."""
    stopped = await setup_waiting.cancel(
        turn.desk.store, turn.desk.policy, turn.person, turn.at, turn.cause
    )
    await strip_tapped(turn)
    await reply(turn, general.say(turn.scene, "setup-cancelled" if stopped else "setup-nothing"))


async def show_what_waits(turn: Turn) -> None:
    """The button is of a question that is settled: what waits now is shown."""
    desk = turn.desk
    waiting = await setup_waiting.waiting(desk.store, desk.policy, turn.person, turn.at)
    if waiting is not None:
        await reply(turn, Screen(turn.scene.html("setup-old")))
        await reply(turn, setup.question(turn.scene, waiting))
        return
    if turn.person.onboarded_at is None:
        await reply(turn, general.bare(turn.scene, "not-set-up"))
        return
    day = await history.today(desk.store, turn.person.id, turn.at)
    await reply(turn, Screen(turn.scene.html("old-button")))
    await reply(turn, log.today(turn.scene, desk.policy, day))
