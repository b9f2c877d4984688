"""Typed answers to the questions about tablets."""

from __future__ import annotations

import re

from bot.chat.handlers import hospital, supplying
from bot.chat.handlers.typed_doses import is_label, spelled
from bot.chat.parsing import verb_values as verbs
from bot.chat.parsing.amounts import read_amount
from bot.chat.parsing.supplies import read_counts
from bot.chat.parsing.times import Problem
from bot.chat.parsing.verbs import read_verb
from bot.chat.present import reply
from bot.chat.turn import Turn
from bot.domain.supply import CountKind
from bot.domain.supply_outcomes import HowMany
from bot.screens import counting as screens
from bot.usecases import counting, questions

_WRONG = {  # it was a number of tablets, but not one that can be kept
    Problem.TABLETS: "supply-unread-mg",
    Problem.BAD_AMOUNT: "supply-unread",
    Problem.DISAGREE: "supply-unread",
    Problem.AMOUNT_OR_TIME: "supply-unread",
}


async def told(turn: Turn, text: str) -> None:
    """ "/supply 34"; what cannot be read is asked for."""
    said = read_counts(text)
    if not isinstance(said, Problem):
        await supplying.tell(turn, CountKind.COUNTED, said)
        return
    desk = turn.desk
    asked = await counting.ask(desk.store, desk.policy, turn.person, CountKind.COUNTED, turn.at)
    why = turn.scene.html(_WRONG.get(said, "supply-unread"))
    if isinstance(asked, HowMany):
        await reply(turn, screens.how_many(turn.scene, asked, why=why))
    else:
        await reply(turn, screens.shown(turn.scene, desk.policy, asked))


async def answer_count(turn: Turn, about: str, text: str) -> bool:
    """ "34", "10 mg: 34, 5 mg: 12", "10 more", "save", "Tablets of 10 mg"."""
    kind, strength, tablets = counting.counting(about)
    if is_label(turn, text, "button-back"):
        await _back(turn)
        return True
    if strength is None:
        return await _answer_which(turn, about, text)
    if is_label(turn, text, "button-count-save") and tablets is not None:
        await supplying.tell(turn, kind, ((strength, tablets),))
        return True
    step = next((by for label, by in screens.STEPS.items() if is_label(turn, text, label)), None)
    if step is not None:
        await supplying.count(turn, kind, strength, max((tablets or 0) + step, step * 0))
        return True
    said = read_counts(text)
    if isinstance(said, Problem):
        if said not in _WRONG:
            return False
        why = turn.scene.html(_WRONG[said])
        asked = HowMany(kind, strength, tablets)
        await reply(turn, screens.how_many(turn.scene, asked, why=why))
        return True
    named = tuple((each or strength, count) for each, count in said)
    await supplying.tell(turn, kind, named)
    return True


async def _back(turn: Turn) -> None:
    """Nothing is asked any more."""
    await questions.forget(turn.desk.store, turn.person)
    await supplying.overview(turn)


async def _answer_which(turn: Turn, about: str, text: str) -> bool:
    """The strength on a button, or numbers with their strengths."""
    kind, _, tablets = counting.counting(about)
    of = turn.scene.words.plain("button-count-of", strength="")
    strength = read_amount(spelled(text).removeprefix(spelled(of)).strip())
    if not isinstance(strength, Problem):
        if tablets is None:
            await supplying.count(turn, kind, strength)
        else:
            await supplying.tell(turn, kind, ((strength, tablets),))
        return True
    said = read_counts(text)
    if isinstance(said, Problem):
        return False
    await supplying.tell(turn, kind, said)
    return True


async def answer_sure(turn: Turn, about: str, text: str) -> bool:
    """Yes, or no: then it is counted again. Another number is that number."""
    kind, strength, tablets = counting.counting(about)
    verb = read_verb(text)
    if strength is None or tablets is None:
        return False
    if isinstance(verb, verbs.Yes) or is_label(turn, text, "button-count-sure"):
        await supplying.tell(turn, kind, ((strength, tablets),), sure=True)
    elif isinstance(verb, verbs.No):
        await hospital.stay(turn)
    elif is_label(turn, text, "button-count-again"):
        await supplying.count(turn, kind, strength)
    else:
        return await answer_count(turn, "|".join([kind, str(strength), ""]), text)
    return True


async def answer_lead(turn: Turn, about: str, text: str) -> bool:
    """ "3", "3 days"; "back"."""
    if is_label(turn, text, "button-back"):
        await _back(turn)
        return True
    days = re.fullmatch(r"(\d{1,2})(?: working)?(?: days?)?", spelled(text))
    if days is None or int(days[1]) > 30:
        return False
    await supplying.lead(turn, int(days[1]))
    return True
