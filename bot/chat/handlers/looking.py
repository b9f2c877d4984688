"""Looking at things, and asking for a taper."""

from __future__ import annotations

from bot.chat.handlers import setup as setting_up
from bot.chat.handlers.repeating import what_waits
from bot.chat.present import reply, show, strip_tapped
from bot.chat.turn import Turn
from bot.domain.setup import Purpose
from bot.domain.supply_view import SupplyView
from bot.domain.terms import TaperReason
from bot.screens import general, log, pausing
from bot.screens.about import about as about_screen
from bot.screens.board import with_switch
from bot.screens.screen import Screen, Tap
from bot.screens.supply import with_days
from bot.usecases import board, history, lives, plans, questions, supply, tapers


async def start(turn: Turn, payload: str = "") -> None:
    """/start: the set-up, or Today for whoever has a plan. An unknown link is answered first."""
    if payload:
        await reply(turn, Screen(turn.scene.html("unknown-link")))
    if turn.person.onboarded_at is not None:
        await today(turn)
        return
    await setting_up.begin(turn, Purpose.START)


async def today(turn: Turn) -> None:
    """The doses of the day."""
    if turn.person.onboarded_at is None:
        await show(turn, general.bare(turn.scene, "not-set-up"))
        return
    day = await history.today(turn.desk.store, turn.person.id, turn.at)
    screen = log.today(turn.scene, turn.desk.policy, day)
    pinned = await board.is_on(turn.desk.store, turn.person)
    await show(turn, with_switch(turn.scene, screen, on=pinned))


async def week(turn: Turn, page: int = 0) -> None:
    """Seven days of the log."""
    if turn.person.onboarded_at is None:
        await show(turn, general.bare(turn.scene, "not-set-up"))
        return
    desk = turn.desk
    view = await history.log(desk.store, desk.policy, turn.person.id, turn.at, page)
    await questions.ask_page(desk.store, turn.person, page, turn.at)
    await show(turn, log.log(turn.scene, desk.policy, view))


async def plan(turn: Turn) -> None:
    """The plan in force, and the way to change it."""
    view = await plans.show(turn.desk.store, turn.person.id, turn.at)
    life = await lives.life(turn.desk.store, turn.person, turn.at)
    if view is None and life.has_no_plan:
        await show(turn, pausing.standing(turn.scene, life))
        return
    screen = log.plan(turn.scene, view)
    seen = await supply.view(turn.desk.store, turn.desk.policy, turn.person, turn.at)
    if view is not None and isinstance(seen, SupplyView):
        screen = with_days(turn.scene, turn.desk.policy, screen, seen)
    await show(turn, screen)


async def zone(turn: Turn) -> None:
    """The person's clock, and the way to change it."""
    if turn.person.onboarded_at is None:
        await show(turn, general.bare(turn.scene, "not-set-up"))
        return
    await questions.ask_city(turn.desk.store, turn.person, turn.at)
    await show(turn, log.zone(turn.scene))


async def help_screen(turn: Turn) -> None:
    """All that can be done; then the question that waits, once more."""
    life = await lives.life(turn.desk.store, turn.person, turn.at)
    await show(turn, general.help_screen(turn.scene, life))
    await what_waits(turn)


async def about(turn: Turn) -> None:
    """What the bot is, its numbers, and that they wait for a sign-off; then what waits."""
    await show(turn, about_screen(turn.scene, turn.desk.policy, turn.desk.version))
    await what_waits(turn)


async def taper(turn: Turn) -> None:
    """/taper: the request that stands, or why one is wanted."""
    if turn.person.onboarded_at is None:
        await show(turn, general.bare(turn.scene, "not-set-up"))
        return
    standing = await tapers.standing(turn.desk.store, turn.person, turn.at)
    if standing is not None:
        await show(turn, general.taper(turn.scene, standing))
        return
    await questions.ask_taper(turn.desk.store, turn.person, turn.at)
    await show(turn, general.taper_question(turn.scene))


async def taper_because(turn: Turn, reason: TaperReason, words: str | None = None) -> None:
    """The reason, and with it the request; the person's own words are kept sealed."""
    if turn.person.onboarded_at is None:
        await show(turn, general.bare(turn.scene, "not-set-up"))
        return
    view = await tapers.request(turn.desk.store, turn.person, reason, words, turn.at, turn.cause)
    await show(turn, general.taper(turn.scene, view))


async def taper_withdraw(turn: Turn) -> None:
    """The request is taken back."""
    stood = await tapers.withdraw(turn.desk.store, turn.person, turn.at, turn.cause)
    await show(turn, general.say(turn.scene, "taper-withdrawn" if stood else "taper-none"))


async def change_plan(turn: Turn) -> None:
    """[Change plan]."""
    await _change(turn, Purpose.PLAN)


async def change_zone(turn: Turn, city: str = "") -> None:
    """[Change zone], "change zone to Tokyo"."""
    await _change(turn, Purpose.ZONE, city)


async def _change(turn: Turn, purpose: Purpose, city: str = "") -> None:
    if turn.person.onboarded_at is None:
        await show(turn, general.bare(turn.scene, "not-set-up"))
        return
    life = await lives.life(turn.desk.store, turn.person, turn.at)
    if life.has_no_plan and purpose is Purpose.ZONE:  # there is no plan that could move along
        await show(turn, pausing.standing(turn.scene, life))
        return
    if life.has_no_plan:
        purpose = Purpose.HOME if life.in_hospital else Purpose.AGAIN
    await strip_tapped(turn)
    await setting_up.begin(turn, purpose, city)


async def tap_week(turn: Turn, tap: Tap) -> None:
    """[Log], [Older], [Newer]."""
    await week(turn, int(tap.detail or 0))


async def tap_plan(turn: Turn, tap: Tap) -> None:
    """[My plan], [Change plan]."""
    await (change_plan(turn) if tap.detail else plan(turn))


async def tap_zone(turn: Turn, tap: Tap) -> None:
    """[Time zone], [Change zone]."""
    await (change_zone(turn) if tap.detail else zone(turn))


async def tap_taper_because(turn: Turn, tap: Tap) -> None:
    """A reason for a taper."""
    await taper_because(turn, TaperReason(tap.detail))
