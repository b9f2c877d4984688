"""Every button has a typed form: whoever types it gets what whoever taps it gets."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from bot.chat.callbacks import decode
from bot.domain.marks import Mark
from bot.safety.topics import Group
from bot.screens.screen import Tap, Verb
from tests.playground.client import Chat, Message
from tests.screens.gallery import all_screens
from tests.stories.conftest import World
from tests.stories.forms import FORMS as FORMS_OF_DOSES
from tests.stories.forms import Form
from tests.stories.forms_of_changes import FORMS_OF_CHANGES
from tests.stories.forms_of_questions import FORMS_OF_QUESTIONS
from tests.stories.forms_of_stopping import FORMS_OF_STOPPING
from tests.stories.forms_of_supply import FORMS_OF_SUPPLY
from tests.stories.seeding import column
from tests.stories.together import begun, grouped, walk

FORMS = FORMS_OF_DOSES | FORMS_OF_CHANGES | FORMS_OF_SUPPLY | FORMS_OF_QUESTIONS | FORMS_OF_STOPPING

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


def _topic(tap: Tap) -> str:
    """A topic, a further page of one, or a group of them."""
    detail = re.sub(r"^\w+\.[1-9]$", "page", re.sub(r"^\w+\.0$", "topic", tap.detail))
    return "group" if detail in tuple(Group) else detail


_OF_CARE: dict[Verb, Callable[[Tap], str]] = {
    Verb.SYMPTOM: _sign,
    Verb.SYMPTOM_DONE: lambda tap: "",
    Verb.SYMPTOM_RATE: lambda tap: "n" if tap.detail.isdigit() else tap.detail,
    Verb.SYMPTOM_HISTORY: lambda tap: "n",
    Verb.PROFILE: lambda tap: "mark" if tap.detail in tuple(Mark) else tap.detail,
    Verb.PROFILE_SET: lambda tap: tap.detail.partition(".")[2],
    Verb.ASK: _topic,
    Verb.SOURCES: _topic,
    Verb.MOVING: lambda tap: tap.detail.partition(".")[2],
    Verb.SUPPLY_COUNT: lambda tap: re.sub(r"^[cr][\d.]+x\d*", "n", tap.detail),
    Verb.SUPPLY_SAVE: lambda tap: re.sub(r"^[cr][\d.]+x\d*", "n", tap.detail),
}


def kind_of(tap: Tap) -> str:
    """The verb and the detail of a button, without what is this person's or this moment's own."""
    detail = tap.detail
    if tap.verb is Verb.SETUP:
        question, _, key = detail.partition(".")
        detail = f"{question}.{key.partition('_')[0]}"
        for written, kind in _OWN:
            detail = re.sub(written, kind, detail)
    elif tap.verb in _OF_CARE:
        detail = _OF_CARE[tap.verb](tap)
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


GROUPS = grouped(
    [(kind, form) for kind, forms in FORMS.items() for form in forms],
    lambda each: each[1].steps,
    lambda each: each[1].pinned,
)


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
    await walk(world, [chat], [steps])
    changed = [
        each
        for each in await chat.messages()
        if each.from_bot and before.get(each.id) != (each.text, each.buttons)
    ]
    assert changed, steps
    return changed[-1].text, changed[-1].buttons


def _waiting(world: World, chat: Chat) -> list[object]:
    """The questions that the next text would answer."""
    query = "SELECT kind FROM question JOIN person ON person.id = person_id WHERE telegram_id = ?"
    return sorted(map(str, column(world.database, query, chat.id)))


_DOSES = """
SELECT due_at || ' ' || state || ' ' || ifnull(taken_at, '') || ' ' || ifnull(act_at, '')
FROM dose JOIN person ON person.id = patient_id WHERE telegram_id = ? ORDER BY 1
"""
_ANSWERS = """
SELECT answer.kind || ' ' || ifnull(taken_at, '') || ' ' || ifnull(reason, '')
FROM answer JOIN person ON person.id = patient_id WHERE telegram_id = ? ORDER BY 1
"""


def _logged(world: World, chat: Chat) -> list[list[object]]:
    """What is kept of each of the person's doses, and every answer about them."""
    return [column(world.database, each, chat.id) for each in (_DOSES, _ANSWERS)]


def _kind(message: Message, label: str) -> str:
    data = [
        b["callback_data"] for row in message.json["buttons"] for b in row if b["text"] == label
    ]
    tap = decode(data[0])
    assert tap is not None
    return kind_of(tap)


@pytest.mark.parametrize("forms", [forms for _, forms in GROUPS], ids=[name for name, _ in GROUPS])
async def test_who_types_gets_what_who_taps_gets(
    world: World, forms: tuple[tuple[str, Form], ...]
) -> None:
    everyones = [form.steps for _, form in forms] * 2
    chats = await begun(world, everyones, pinned=forms[0][1].pinned)
    tapping, typing = chats[: len(forms)], chats[len(forms) :]
    for (kind, form), tapper, typist in zip(forms, tapping, typing, strict=True):
        board = await tapper.board() if form.pinned else None
        shown = board or await tapper.wait_for(lambda m, label=form.label: label in m.labels())
        assert _kind(shown, form.label) == kind
        tapped = await _outcome(world, tapper, f"[{form.label}]", *form.then, on=board)
        assert await _outcome(world, typist, form.words) == tapped, form
        assert _waiting(world, typist) == _waiting(world, tapper), form
        assert _logged(world, typist) == _logged(world, tapper), form
