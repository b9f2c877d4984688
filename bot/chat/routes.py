"""Every tap and every command in two tables, and what happens to each kind of update."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping

from telegram import Update

from bot.chat.callbacks import decode
from bot.chat.handlers import (
    asked,
    board,
    changing,
    contacts,
    correcting,
    deciding,
    doses,
    hospital,
    ladder,
    looking,
    moving,
    pausing,
    profile,
    red_flags,
    silence,
    stopping,
    supplying,
    symptoms,
    typed_supply,
)
from bot.chat.handlers import setup as setting_up
from bot.chat.hear import hear, understood
from bot.chat.parsing.verbs import read_verb
from bot.chat.present import reply
from bot.chat.turn import Turn
from bot.screens import general
from bot.screens.screen import Screen, Tap, Verb
from bot.usecases import questions

OnTap = Callable[[Turn, Tap], Awaitable[None]]
OnCommand = Callable[[Turn], Awaitable[None]]

_HELP = (Tap(Verb.HELP), Tap(Verb.BOARD, detail="help"), Tap(Verb.CALL_LIST))
_ASIDE = (Verb.ASK, Verb.SOURCES)  # looked up beside what is being asked
_SIGNS = (Verb.SYMPTOM, Verb.SYMPTOM_DONE, Verb.SYMPTOM_RATE)  # what they interrupt goes on, too
_GUARD = (Verb.STOP, Verb.STOP_WHY, Verb.STOP_DO)  # a question under it goes on afterwards
_FLAG = (Verb.CALLED, Verb.NOT_EMERGENCY)  # what an emergency interrupted goes on afterwards


def _bare(act: OnCommand) -> OnTap:
    async def run(turn: Turn, tap: Tap) -> None:
        await act(turn)

    return run


TAPS: Mapping[Verb, OnTap] = {
    Verb.TOOK: doses.took,
    Verb.TOOK_AT: doses.took_at,
    Verb.TOOK_EARLIER: doses.took_earlier,
    Verb.TOOK_AGO: doses.took_ago,
    Verb.SAME_DOSE: doses.same_dose,
    Verb.EXTRA: doses.extra,
    Verb.SNOOZE: doses.snooze,
    Verb.SKIP: doses.skip,
    Verb.SKIP_BECAUSE: doses.skip_because,
    Verb.NOT_SURE: doses.not_sure,
    Verb.NOT_TAKEN: doses.not_taken,
    Verb.BACK: doses.back,
    Verb.UNDO: doses.undo,
    Verb.TODAY: _bare(looking.today),
    Verb.LOG: looking.tap_week,
    Verb.HELP: _bare(looking.help_screen),
    Verb.PLAN: looking.tap_plan,
    Verb.ZONE: looking.tap_zone,
    Verb.BOARD: board.tapped,
    Verb.TAPER: _bare(looking.taper),
    Verb.TAPER_BECAUSE: looking.tap_taper_because,
    Verb.TAPER_WITHDRAW: _bare(looking.taper_withdraw),
    Verb.SETUP: setting_up.tapped,
    Verb.CANCEL: _bare(setting_up.cancel),
    Verb.CORRECT: correcting.tap_days,
    Verb.CORRECT_DAY: correcting.tap_day,
    Verb.CORRECT_DOSE: correcting.tap_dose,
    Verb.CORRECT_AS: correcting.tap_truth,
    Verb.NOT_ME: changing.tap_not_me,
    Verb.MINE: changing.tap_mine,
    Verb.PAUSE: pausing.tap_pause,
    Verb.PAUSE_OK: pausing.tap_sure,
    Verb.RESUME: pausing.tap_resume,
    Verb.HOSPITAL: hospital.tap_hospital,
    Verb.HOME: _bare(hospital.home),
    Verb.KEEP_ASKING: _bare(silence.keep_asking),
    Verb.REMINDERS_ONLY: _bare(silence.reminders_only),
    Verb.ASK_AGAIN: _bare(silence.ask_again),
    Verb.STOP: stopping.tap_stop,
    Verb.STOP_WHY: stopping.tap_why,
    Verb.STOP_DO: stopping.tap_do,
    Verb.STOP_CHECK: deciding.tap_check,
    Verb.START_AGAIN: _bare(deciding.again),
    Verb.CALLED: red_flags.tap_called,
    Verb.NOT_EMERGENCY: red_flags.tap_not_emergency,
    Verb.ASK: asked.tap,
    Verb.SOURCES: asked.tap_sources,
    Verb.MOVING: moving.tap,
    Verb.CALL_LIST: _bare(contacts.call_list),
    Verb.CONTACTS: contacts.tap_contact,
    Verb.CONTACT_REMOVE: contacts.tap_remove,
    Verb.SYMPTOM: symptoms.tap_pick,
    Verb.SYMPTOM_DONE: symptoms.tap_done,
    Verb.SYMPTOM_RATE: symptoms.tap_rate,
    Verb.SYMPTOM_HISTORY: symptoms.tap_history,
    Verb.PROFILE: profile.tap_profile,
    Verb.PROFILE_SET: profile.tap_set,
    Verb.TOOK_SOME: ladder.tap_some,
    Verb.TOOK_NONE: ladder.tap_none,
    Verb.SUPPLY: _bare(supplying.overview),
    Verb.SUPPLY_COUNT: supplying.tap_count,
    Verb.SUPPLY_SAVE: supplying.tap_save,
    Verb.SUPPLY_ORDERED: _bare(supplying.ordered),
    Verb.SUPPLY_REFILLED: _bare(supplying.refilled),
    Verb.SUPPLY_TOMORROW: _bare(supplying.tomorrow),
    Verb.SUPPLY_LEAD: supplying.tap_lead,
    Verb.SUPPLY_NOT_NOW: _bare(supplying.not_counted),
}

COMMANDS: Mapping[str, OnCommand] = {
    "start": looking.start,
    "today": looking.today,
    "log": looking.week,
    "plan": looking.plan,
    "timezone": looking.zone,
    "pause": pausing.pause,
    "resume": pausing.resume,
    "hospital": hospital.hospital,
    "symptom": symptoms.start,
    "profile": profile.profile,
    "ask": asked.index,
    "contacts": contacts.listed,
    "supply": supplying.overview,
    "taper": looking.taper,
    "stop": stopping.command,
    "help": looking.help_screen,
    "about": looking.about,
    "cancel": setting_up.cancel,
}
"""In the order in which Telegram shows them."""


async def route(turn: Turn, update: Update) -> None:
    """One update of a private chat to the one handler it is for; red flags before all else."""
    if update.callback_query is not None:
        await _tap(turn, update.callback_query.data)
    elif not await red_flags.caught(turn, red_flags.words_of(update)):
        beside = _beside(update)
        if not beside or not await stopping.heard(turn, beside):
            await _message(turn, update)


def _beside(update: Update) -> str:
    """Words that `hear` never reads: behind a command, under a picture, in an edit."""
    message = update.effective_message
    text = "" if message is None else message.text or message.caption or ""
    if text.startswith("/"):
        head, _, payload = text[1:].partition(" ")
        name = head.split("@")[0].lower()
        return payload if name in COMMANDS else f"{name.replace('_', ' ')} {payload}".strip()
    typed = update.message is not None and update.message.text is not None
    return "" if typed else text


async def _message(turn: Turn, update: Update) -> None:
    message = update.effective_message
    if update.edited_message is not None and update.edited_message.location is not None:
        return  # a shared live location moves on; the zone was read once
    if message is not None and message.pinned_message is not None:
        return  # the person pinned something: that says nothing to the bot
    if update.edited_message is not None or message is None:
        await reply(turn, Screen(turn.scene.html("edited")))
    elif message.location is not None:
        where = message.location
        await setting_up.located(turn, where.latitude, where.longitude)
    elif message.text is None:
        await reply(turn, general.say(turn.scene, "unknown-media"))
    elif message.text.startswith("/"):
        await _command(turn, message.text)
    else:
        await hear(turn, message.text)


async def _tap(turn: Turn, data: str | None) -> None:
    tap = decode(data)
    if tap is None or not (tap in _HELP or tap.verb in (*_ASIDE, *_GUARD, *_FLAG, *_SIGNS)):
        await questions.forget(turn.desk.store, turn.person)
    if tap is None:
        await setting_up.show_what_waits(turn)
        return
    await TAPS[tap.verb](turn, tap)


_SAID = {
    "pause": "pause",
    "timezone": "change timezone",
    "symptom": "symptom",
}  # with what is typed behind them


_TOLD: Mapping[str, Callable[[Turn, str], Awaitable[None]]] = {
    "supply": typed_supply.told,
    "ask": asked.command,
    "stop": stopping.said,
}


async def _command(turn: Turn, text: str) -> None:
    """ "/log@SteadyDoseBot payload" is the command "log"."""
    head, _, payload = text[1:].partition(" ")
    name, payload = head.split("@")[0].lower(), payload.strip()
    if name not in COMMANDS:
        await _as_words(turn, f"{name.replace('_', ' ')} {payload}".strip())
        return
    if name not in ("help", "about", "ask", "stop", "symptom"):
        await questions.forget(turn.desk.store, turn.person)
    if name == "start":
        await looking.start(turn, payload)
    elif name == "log":
        await looking.week(turn, _page(payload))
    elif name in _TOLD and payload:
        await _TOLD[name](turn, payload)
    elif name in _SAID and payload:
        await _as_words(turn, f"{_SAID[name]} {payload}")
    else:
        await COMMANDS[name](turn)


def _page(payload: str) -> int:
    """ "/log 2" is the week before this one."""
    number = int(payload) if re.fullmatch(r"[1-9]\d{0,2}", payload, re.ASCII) else 1
    return number - 1


async def _as_words(turn: Turn, text: str) -> None:
    """ "/taken" and "/stop" mean what the words mean; other commands are not known."""
    if await stopping.heard(turn, text):
        return
    verb = read_verb(text)
    if verb is None or not await understood(turn, text, verb):
        await reply(turn, general.say(turn.scene, "unknown-command", "unknown-hint"))
