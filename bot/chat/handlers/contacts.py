"""Whom a person can call, tapped and typed."""

from __future__ import annotations

from dataclasses import replace

from bot.chat.handlers.repeating import what_waits
from bot.chat.handlers.typed_doses import is_label
from bot.chat.parsing import verb_values as verbs
from bot.chat.parsing.contacts import ContactProblem, read_contact
from bot.chat.parsing.verbs import read_verb
from bot.chat.present import reply, show
from bot.chat.turn import Turn
from bot.domain.contacts import ContactKind
from bot.screens import contacts as screens
from bot.screens import general
from bot.screens.screen import Tap
from bot.usecases import contacts


async def call_list(turn: Turn) -> None:
    """[Call list], "call list": in a message of its own; then the question that waits."""
    kept = await contacts.kept(turn.desk.store, turn.person)
    is_set_up = turn.person.onboarded_at is not None
    beside = replace(turn, message_id=None)
    await reply(beside, screens.call_list(turn.scene, kept, rows=is_set_up))
    await what_waits(beside)


async def listed(turn: Turn) -> None:
    """/contacts: all three, to be told, changed or removed."""
    if turn.person.onboarded_at is None:
        await show(turn, general.bare(turn.scene, "not-set-up"))
        return
    kept = await contacts.ask(turn.desk.store, turn.person, None, "", turn.at)
    await show(turn, screens.listed(turn.scene, kept))


async def tap_contact(turn: Turn, tap: Tap) -> None:
    """[Doctor], [Pharmacy], [Out of hours]; [Back]."""
    await (ask(turn, ContactKind(tap.detail)) if tap.detail else listed(turn))


async def tap_remove(turn: Turn, tap: Tap) -> None:
    """[Remove]."""
    await _remove(turn, ContactKind(tap.detail))


async def ask(
    turn: Turn, kind: ContactKind, name: str = "", why: ContactProblem | None = None
) -> None:
    """Who is it, with which number? `name`: told already. `why`: the words were not read."""
    if turn.person.onboarded_at is None:
        await show(turn, general.bare(turn.scene, "not-set-up"))
        return
    kept = await contacts.ask(turn.desk.store, turn.person, kind, name, turn.at)
    said = None if why is None else turn.scene.html(f"contact-{why}")
    await show(turn, screens.ask(turn.scene, kind, kept, name, said))


async def answer(turn: Turn, about: str, text: str) -> bool:
    """The typed name and number; before that, which of the three it is."""
    kind, name = contacts.contact_of(about)
    if kind is None:
        return await _choose(turn, text)
    if is_label(turn, text, "button-back", "button-not-now") or _is_skip(text):
        await listed(turn)
    elif is_label(turn, text, "button-remove"):
        await _remove(turn, kind)
    elif read_verb(text) is not None or text.rstrip().endswith("?"):
        return False
    else:
        await _told(turn, kind, name, text)
    return True


async def _choose(turn: Turn, text: str) -> bool:
    for kind in ContactKind:
        if is_label(turn, text, f"button-{kind}", f"contact-kind-{kind}"):
            await ask(turn, kind)
            return True
    return False


def _is_skip(text: str) -> bool:
    """ "Skip", right under this question, says nothing of a dose."""
    return read_verb(text) == verbs.Skip()


async def _told(turn: Turn, kind: ContactKind, name: str, text: str) -> None:
    read = read_contact(text)
    if isinstance(read, ContactProblem):
        await ask(turn, kind, name, read)
    elif not read.number:
        await ask(turn, kind, name or read.name, ContactProblem.NO_NUMBER if name else None)
    else:
        kept = await contacts.put(
            turn.desk.store, turn.person, kind, read.name or name, read.number, turn.cause
        )
        await show(turn, screens.put(turn.scene, kind, kept))


async def _remove(turn: Turn, kind: ContactKind) -> None:
    if turn.person.onboarded_at is None:
        await show(turn, general.bare(turn.scene, "not-set-up"))
        return
    before, left = await contacts.remove(turn.desk.store, turn.person, kind, turn.cause)
    await show(turn, screens.removed(turn.scene, before, left))
