"""Steps through the set-up and the wizards of /plan and /timezone, for stories about them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.playground.client import Chat, Message

PLAN = "10 mg at 8:00, 14:00 and 22:00"


async def press(chat: Chat, label: str, wanted: str) -> Message:
    """Tap the newest button with this label and wait for what it leads to: new, or rewritten."""
    before = {message.id: message.text for message in await chat.messages()}
    await chat.tap(label)
    return await chat.wait_for(lambda m: wanted in m.text and before.get(m.id) != m.text)


async def to_gate(chat: Chat) -> Message:
    """Consent is given; the gate is asked."""
    await chat.say("/start")
    return await press(chat, "I agree", "Are you 18 or older")


async def to_kidney(chat: Chat) -> Message:
    """The gate is passed; the kidney question is asked."""
    await to_gate(chat)
    return await press(chat, "Yes, both", "kidney disease")


async def to_place(chat: Chat) -> Message:
    """The place is asked."""
    await to_kidney(chat)
    return await press(chat, "No", "Where are you?")


async def to_plan(chat: Chat, city: str = "Berlin") -> Message:
    """The plan is asked, under the place's clock."""
    await to_place(chat)
    return await chat.ask(city)


async def to_last(chat: Chat, plan: str = PLAN, strengths: str = "10 mg") -> Message:
    """From the plan's question: typed, with its tablets; the last dose is asked."""
    await chat.ask(plan)
    return await chat.ask(strengths)


async def to_echo(chat: Chat, plan: str = PLAN, city: str = "Berlin") -> Message:
    """All is told; the echo asks whether it is right."""
    await to_plan(chat, city)
    await to_last(chat, plan)
    return await chat.ask("not sure")


async def change_plan(chat: Chat, plan: str) -> Message:
    """From /plan to the echo of another plan, with the tablets as they were."""
    await chat.ask("/plan")
    await press(chat, "Change plan", "How do you take it?")
    await chat.ask(plan)
    return await chat.ask("done")


async def move_to(chat: Chat, city: str) -> Message:
    """From /timezone to the echo of the plan by the clock of another city."""
    await chat.ask("/timezone")
    await press(chat, "Change zone", "Where are you?")
    clock = await chat.ask(city)
    await chat.tap("Yes", message=clock)
    return await chat.wait_for("Is this right?", after=clock)


def kept(folder: Path) -> bytes:
    """Every byte the bot has in its folder: the database, and what is on the way into it."""
    found = [file.read_bytes() for file in sorted(folder.glob("bot/**/*")) if file.is_file()]
    assert found
    return b"".join(found)


async def foot(chat: Chat) -> Any:
    """The keyboard that stands at the foot of the chat, if one does."""
    return (await chat.playground.get(f"chats/{chat.id}"))["foot"]
