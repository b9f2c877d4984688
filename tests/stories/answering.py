"""What stories about doses share: the card, what is live, and steps of the clock."""

import asyncio
from datetime import timedelta

from tests.guard import GUARD
from tests.playground.client import Chat, Message, Playground

TEN = "10 mg (1 tablet of 10 mg)"
ANSWERS = [
    ["Took it"],
    ["In 15 min", "In 1 hour"],
    ["Took it earlier", "Skip"],
    ["Not sure"],
]


def minutes(count: float) -> timedelta:
    """So many minutes."""
    return timedelta(minutes=count)


async def a_week_on(playground: Playground) -> None:
    """From Monday 12:30 to the next one, 11:00, a day a step."""
    for count in (*(1440,) * 6, 1350):
        await playground.step(minutes(count))


async def reminded(chat: Chat, playground: Playground, name: str = "14:00 dose") -> Message:
    """The clock goes to the next reminder; its card."""
    while True:
        await playground.step_to_next()
        last = await chat.last()
        if last.from_bot and last.text.startswith(f"{name}: "):
            return last


async def answer(chat: Chat, card: Message, label: str) -> Message:
    """Tap a button of this message and wait until it is handled; the message as it is then."""
    await chat.toast(await chat.tap(label, message=card))
    return await now(chat, card)


async def now(chat: Chat, card: Message) -> Message:
    """The message as it stands."""
    return next(each for each in await chat.messages() if each.id == card.id)


async def live(chat: Chat, wanted: list[Message]) -> bool:
    """A dose can be tapped as taken on these messages and no others, once all is sent."""
    ids = [each.id for each in wanted]
    async with asyncio.timeout(GUARD):
        while True:
            seq = (await chat.playground.get(f"chats/{chat.id}"))["seq"]
            if ids == [each.id for each in await chat.messages() if "Took it" in each.labels()]:
                return True
            await chat.playground.changed(chat.id, seq, 10)


async def log_of(chat: Chat) -> str:
    """The log's text, whatever else is said at the same time."""
    said = await chat.say("/log")
    return (await chat.wait_for(lambda message: "7 days" in message.text, after=said)).text
