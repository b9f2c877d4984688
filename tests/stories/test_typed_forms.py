"""Every button has a typed form: whoever types it gets what whoever taps it gets."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable

import pytest

from bot.chat.callbacks import decode
from bot.domain.marks import Mark
from bot.screens.screen import Tap, Verb
from tests.playground.client import Chat, Message
from tests.screens.gallery import all_screens
from tests.stories.answering import minutes
from tests.stories.conftest import World
from tests.stories.forms import FORMS as FORMS_OF_DOSES
from tests.stories.forms import READY, Form, Steps
from tests.stories.forms_of_changes import FORMS_OF_CHANGES
from tests.stories.forms_of_stopping import FORMS_OF_STOPPING
from tests.stories.seeding import patients

FORMS = FORMS_OF_DOSES | FORMS_OF_CHANGES | FORMS_OF_STOPPING

_OWN = (
    (r"^which_place\.\d+$", "which_place.n"),
    (r"^times\.n\d$", "times.n"),
    (r"^(times\.[+-])\d+$", r"\1"),
    (r"^strengths\.\d.*", "strengths.mg"),
    (r"^last_dose\.\d+$", "last_dose.at"),
)


def _sign(tap: Tap) -> str:
    """A group that is opened, a sign that is chosen or let go, or back to the groups."""
    if not tap.detail:
        return ""
    return "back" if tap.detail[0] == "0" else f"{tap.detail[0]}n"


_OF_HEALTH: dict[Verb, Callable[[Tap], str]] = {
    Verb.SYMPTOM: _sign,
    Verb.SYMPTOM_DONE: lambda tap: "",
    Verb.SYMPTOM_RATE: lambda tap: "n" if tap.detail.isdigit() else tap.detail,
    Verb.SYMPTOM_HISTORY: lambda tap: "n",
    Verb.PROFILE: lambda tap: "mark" if tap.detail in tuple(Mark) else tap.detail,
    Verb.PROFILE_SET: lambda tap: tap.detail.partition(".")[2],
}


def kind_of(tap: Tap) -> str:
    """The verb and the detail of a button, without what is this person's or this moment's own."""
    detail = tap.detail
    if tap.verb is Verb.SETUP:
        question, _, key = detail.partition(".")
        detail = f"{question}.{key.partition('_')[0]}"
        for written, kind in _OWN:
            detail = re.sub(written, kind, detail)
    elif tap.verb in _OF_HEALTH:
        detail = _OF_HEALTH[tap.verb](tap)
    elif tap.verb is Verb.LOG:
        detail = "n"
    elif tap.verb is not Verb.SNOOZE and tap.verb is not Verb.TOOK_AGO:
        detail = re.sub(r"^v\d+$", "v", re.sub(r"^([?=nx]?)\d+$", r"\1n", detail))
    return f"{tap.verb.name} {detail}".strip()


def test_every_button_of_every_screen_has_a_typed_form() -> None:
    shown = {
        kind_of(button.tap)
        for screen in all_screens().values()
        for row in screen.rows
        for button in row
    }
    assert shown == set(FORMS)


def _by_steps() -> dict[Steps, list[tuple[str, Form]]]:
    found: dict[Steps, list[tuple[str, Form]]] = defaultdict(list)
    for kind, forms in FORMS.items():
        for form in forms:
            found[form.steps].append((kind, form))
    return found


BY_STEPS = _by_steps()


async def _do(chat: Chat, step: str) -> None:
    if step.startswith("["):
        await chat.tap(step[1:-1])
    else:
        await chat.say(step)


async def _walk(world: World, chats: list[Chat], steps: Steps) -> None:
    """Everybody takes the same steps, at the same time."""
    for step in steps:
        if step.startswith("+"):
            await world.playground.step(minutes(int(step)))
            continue
        if step.startswith("~"):
            await world.playground.sleep(minutes(int(step.removeprefix("~"))))
            await world.playground.step(minutes(1))  # what happened meanwhile is asked
            continue
        async with world.handled():
            for chat in chats:
                await _do(chat, step)


async def _begun(world: World, steps: Steps, count: int) -> list[Chat]:
    """So many people who took these steps; whoever is set up by them is set up at once."""
    names = [f"Person {n}" for n in range(count)]
    if steps[: len(READY)] == READY != steps:
        chats = await patients(world.playground, world.database, *names, pinned=True)
        await _walk(world, chats, steps[len(READY) :])
    else:
        chats = [await world.playground.person(name) for name in names]
        await _walk(world, chats, steps)
    return chats


async def _outcome(
    world: World, chat: Chat, *steps: str, on: Message | None = None
) -> tuple[str, list[list[str]]]:
    """What the newest message says that the steps brought or changed, and its buttons.

    `on`: the message whose button is tapped first, where it is not the newest with that label.
    """
    before = {each.id: (each.text, each.buttons) for each in await chat.messages()}
    if on is not None:
        async with world.handled():
            await chat.tap(steps[0][1:-1], message=on)
        steps = steps[1:]
    await _walk(world, [chat], steps)
    changed = [
        each
        for each in await chat.messages()
        if each.from_bot and before.get(each.id) != (each.text, each.buttons)
    ]
    assert changed, steps
    return changed[-1].text, changed[-1].buttons


def _kind(message: Message, label: str) -> str:
    data = [
        b["callback_data"] for row in message.json["buttons"] for b in row if b["text"] == label
    ]
    tap = decode(data[0])
    assert tap is not None
    return kind_of(tap)


@pytest.mark.parametrize("steps", BY_STEPS, ids=lambda steps: f"{len(steps)} {steps[-1]}")
async def test_who_types_gets_what_who_taps_gets(world: World, steps: Steps) -> None:
    forms = BY_STEPS[steps]
    chats = await _begun(world, steps, 2 * len(forms))
    tapping, typing = chats[: len(forms)], chats[len(forms) :]
    for (kind, form), tapper, typist in zip(forms, tapping, typing, strict=True):
        board = await tapper.board() if form.pinned else None
        shown = board or await tapper.wait_for(lambda m, label=form.label: label in m.labels())
        assert _kind(shown, form.label) == kind
        tapped = await _outcome(world, tapper, f"[{form.label}]", *form.then, on=board)
        assert await _outcome(world, typist, form.words) == tapped, form
        for look in ("/help", "/log") if READY[-1] in steps else ("/help",):
            assert await _outcome(world, typist, look) == await _outcome(world, tapper, look), form
