"""Questions in words, and the buttons under their answers. A question that waits goes on waiting.

What is typed next may go on with an answer: its number, "more", "sources", "back". That is kept as
the small question ASKING: what was shown ("t" an answer, "s" sources, "c" a choice, "i" the
groups), the topics, and the page.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat.handlers import stopping
from bot.chat.handlers.repeating import what_waits
from bot.chat.handlers.typed_doses import is_label, spelled
from bot.chat.parsing.dose_questions import dose_question
from bot.chat.parsing.questions import is_question
from bot.chat.parsing.topics import rank
from bot.chat.present import show
from bot.chat.turn import Turn
from bot.domain.setup import Question
from bot.domain.terms import Kidney
from bot.safety.answers import pages
from bot.safety.topics import Group, Topic
from bot.screens import asked as screens
from bot.screens.screen import Tap
from bot.usecases import questions, setup_waiting

_BEFELL = (Topic.VOMITED, Topic.LOST)  # told, not asked, and never an answer to something else


async def index(turn: Turn) -> None:
    """/ask: what can be asked about."""
    await _keep(turn, "i||0")
    await show(turn, screens.index(turn.scene))


async def command(turn: Turn, text: str) -> None:
    """ "/ask can I drink wine": what stands behind it is a question, with its mark or without."""
    if not await question(turn, text if "?" in text else f"{text}?"):
        await _keep(turn, "i||0")
        await show(turn, screens.nothing(turn.scene))


async def question(turn: Turn, text: str) -> bool:
    """A question in words: refused, answered, or topics to choose from. False: it is none.

    Where something waits it is asked once more, and what has not the shape of a question, or is a
    mere hint of a topic, is left to it; but not what befell a dose.
    """
    waits = await _waits(turn)
    found = rank(text)
    if waits and not is_question(text) and found.clear not in _BEFELL:
        return False
    refused = dose_question(text)
    if refused is not None:
        await _keep(turn, None)
        await show(turn, screens.refusal(turn.scene, refused))
        await what_waits(turn)
        return True
    if found.clear is not None:
        await _answer(turn, found.clear, 0)
    elif found.offered and not waits:
        await _offer(turn, found.offered)
    else:
        return False
    await what_waits(turn)
    return True


async def _offer(turn: Turn, topics: Sequence[Topic]) -> None:
    await _keep(turn, f"c|{','.join(topics)}|0")
    await show(turn, screens.choice(turn.scene, topics))


async def tap(turn: Turn, tap: Tap) -> None:
    """[Alcohol], [More], [Taking it], [All topics]."""
    name, _, page = tap.detail.partition(".")
    if not name:
        await index(turn)
    elif page:
        await _answer(turn, Topic(name), int(page))
    else:
        await _group(turn, Group(name))


async def tap_sources(turn: Turn, tap: Tap) -> None:
    """[Sources]."""
    name, _, page = tap.detail.partition(".")
    await _sources(turn, Topic(name), int(page))


async def go_on(turn: Turn, about: str, text: str) -> bool:
    """ "2", "more", "sources", "back", the name of a group. False where the words are none."""
    what, names, number = about.split("|")
    page = int(number)
    if what == "i":
        return await _typed_group(turn, text)
    topics = [Topic(name) for name in names.split(",")]
    if what == "c":
        said = spelled(text)
        if not said.isdecimal() or not 1 <= int(said) <= len(topics):
            return False
        await _answer(turn, topics[int(said) - 1], 0)
        return True
    return await _typed_step(turn, what, topics[0], page, text)


async def _typed_group(turn: Turn, text: str) -> bool:
    found = next((each for each in Group if is_label(turn, text, f"group-{each}")), None)
    if found is not None:
        await _group(turn, found)
    return found is not None


async def _typed_step(turn: Turn, what: str, topic: Topic, page: int, text: str) -> bool:
    last = len(pages(topic, kidney=_kidney(turn))) - 1
    if what == "t" and page < last and is_label(turn, text, "button-page"):
        await _answer(turn, topic, page + 1)
    elif what == "t" and page > 0 and is_label(turn, text, "button-back"):
        await _answer(turn, topic, page - 1)
    elif what == "t" and is_label(turn, text, "button-sources"):
        await _sources(turn, topic, page)
    elif what == "s" and is_label(turn, text, "button-back"):
        await _answer(turn, topic, page)
    elif what == "g" and is_label(turn, text, "button-back"):
        await index(turn)
    else:
        return False
    return True


async def _answer(turn: Turn, topic: Topic, page: int) -> None:
    """The topic's page. Who wants to stop gets the stop guard's words."""
    if topic is Topic.QUITTING:
        await stopping.command(turn)
        return
    page = min(page, len(pages(topic, kidney=_kidney(turn))) - 1)  # an older button may lead beyond
    await _keep(turn, f"t|{topic}|{page}")
    await show(turn, screens.answer(turn.scene, topic, page, kidney=_kidney(turn)))


async def _sources(turn: Turn, topic: Topic, page: int) -> None:
    page = min(page, len(pages(topic, kidney=_kidney(turn))) - 1)
    await _keep(turn, f"s|{topic}|{page}")
    await show(turn, screens.sources(turn.scene, topic, page, kidney=_kidney(turn)))


async def _group(turn: Turn, group: Group) -> None:
    await _keep(turn, f"g|{Topic.WHAT}|0")
    await show(turn, screens.group(turn.scene, group))


def _kidney(turn: Turn) -> bool:
    return turn.person.kidney is Kidney.YES


async def _waits(turn: Turn) -> bool:
    """Another question waits for its answer: a small one, or one of the set-up."""
    desk = turn.desk
    small = await questions.small(desk.store, turn.person)
    if small is not None and small[0] not in (Question.ASKING, Question.LOG_PAGE):
        return True
    return await setup_waiting.waiting(desk.store, desk.policy, turn.person, turn.at) is not None


async def _keep(turn: Turn, about: str | None) -> None:
    """What was shown, for the words typed next; None: nothing they could go on with."""
    if await _waits(turn):
        return
    if about is None:
        await questions.forget(turn.desk.store, turn.person)
    else:
        await questions.ask_topic(turn.desk.store, turn.person, about, turn.at)
