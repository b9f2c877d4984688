"""What page and tests ask about the machinery: events, requests, faults, the clock, reset."""

from datetime import datetime, timedelta

from bot.playground.asking import Ask, Play
from bot.playground.faults import Fault
from bot.playground.params import Json
from bot.playground.refusals import NotPossible

LONGEST_WAIT = 50
FURTHEST_STEP = timedelta(days=366)


async def events(play: Play, ask: Ask) -> Json:
    """The events after number `after`, waiting up to `wait` seconds for the first one.

    `lost` says that the watcher has missed some (or the playground restarted): look at all anew.
    """
    feed, after = play.api.world.feed, ask.fields.integer("after") or 0
    epoch = ask.fields.text("epoch") or play.epoch
    if epoch != play.epoch or feed.missed(after):
        return {"epoch": play.epoch, "seq": feed.last, "lost": True, "events": []}
    seconds = min(ask.fields.integer("wait") or 0, LONGEST_WAIT)
    found = await feed.wait(after, seconds)
    last = found[-1]["seq"] if found else after
    return {"epoch": play.epoch, "seq": last, "lost": False, "events": found}


def requests(play: Play, ask: Ask) -> Json:
    """The Bot API requests received after number `after`, of one method or all."""
    after, method = ask.fields.integer("after") or 0, ask.fields.text("method").lower()
    found = [
        entry
        for entry in play.api.log
        if entry["number"] > after and method in ("", entry["method"].lower())
    ]
    return {"requests": found, "problems": play.api.problems}


def faults(play: Play, ask: Ask) -> Json:
    """The faults still to strike."""
    return {"faults": play.api.faults.shown()}


def add_fault(play: Play, ask: Ask) -> Json:
    """Let something go wrong: kind, method, chat, times, seconds, words."""
    fields = ask.fields
    fault = Fault(
        fields.text("kind"),
        method=fields.text("method") or None,
        chat=fields.integer("chat"),
        times=fields.integer("times") or 1,
        seconds=fields.number("seconds") if fields.has("seconds") else 1,
    )
    if fields.has("words"):
        fault.words = fields.text("words")
    play.api.faults.add(fault)
    return faults(play, ask)


def clear_faults(play: Play, ask: Ask) -> Json:
    """No more faults; what was held goes on."""
    play.api.faults.clear()
    return {}


def release(play: Play, ask: Ask) -> Json:
    """Let go of every held request."""
    play.api.faults.release()
    return {}


def age_queries(play: Play, ask: Ask) -> Json:
    """Make every open tap older, by `seconds` or past its end."""
    play.api.age_queries(float(ask.fields.integer("seconds") or 31))
    return {}


async def clock(play: Play, ask: Ask) -> Json:
    """The playground's time and the next instant with something to do, in Unix seconds."""
    due = await play.controls.next_due()
    now = play.controls.now().timestamp()
    return {"now": now, "next_due": None if due is None else due.timestamp()}


async def turn_clock(play: Play, ask: Ask) -> Json:
    """`step` or `sleep` a number of seconds, step `until` an instant, or to the `next` due."""
    async with play.turning:
        await _turn(play, ask)
    play.api.world.feed.tell("clock", now=play.controls.now().timestamp())
    return await clock(play, ask)


async def reset(play: Play, ask: Ask) -> Json:
    """Forget everything, here and in the bot, and start over with one person."""
    async with play.turning:
        play.api.reset()
        await play.controls.reset()
    play.api.world.feed.tell("reset")
    return {}


async def _turn(play: Play, ask: Ask) -> None:
    now = play.controls.now()
    if ask.fields.has("sleep"):
        await play.controls.sleep(_forward(timedelta(seconds=ask.fields.number("sleep"))))
        return
    if ask.fields.flag("next"):
        until = await play.controls.next_due()
        if until is None:
            raise NotPossible("Nothing is planned.", 409)
    elif ask.fields.has("until"):
        until = _instant(ask.fields.text("until"))
    else:
        until = now + _forward(timedelta(seconds=ask.fields.number("step")))
    if until - now > FURTHEST_STEP:
        raise NotPossible("One step is at most a year.")
    await play.controls.step_to(max(until, now))


def _forward(by: timedelta) -> timedelta:
    if not timedelta() < by <= FURTHEST_STEP:
        raise NotPossible("The clock goes forward only, at most a year at once.")
    return by


def _instant(words: str) -> datetime:
    try:
        until = datetime.fromisoformat(words)
    except ValueError:
        raise NotPossible("until must be an ISO 8601 instant.") from None
    if until.tzinfo is None:
        raise NotPossible("until must name its offset from UTC.")
    return until
