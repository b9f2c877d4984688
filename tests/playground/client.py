"""A person's phone for story tests: writes, taps, and waits for what the bot answers."""

# ruff: noqa: ASYNC109 (the timeouts are the tests' hang guards, handed through)

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.guard import GUARD
from tests.playground.calls import Calls
from tests.playground.reading import Message, Wanted, fitting, plain

__all__ = ["Chat", "Message", "Playground", "plain"]


class Playground(Calls):
    """A running playground, as the tests drive it; use as `async with`."""

    async def person(
        self,
        name: str = "Ada",
        language: str = "en",
        username: str | None = None,
        *,
        met: bool = False,
    ) -> "Chat":
        """Someone new with an empty chat; `met` if the bot may write first."""
        names = {"first_name": name, "language_code": language, "username": username or ""}
        added = await self.post("people", **names, met=met)
        return Chat(self, added["id"], name)

    async def people(self) -> list["Chat"]:
        """Everybody's private chat."""
        shown = (await self.get("state"))["chats"]
        return [Chat(self, c["id"], c["first_name"]) for c in shown if not c["group"]]

    async def group(self, by: "Chat", title: str = "Family") -> "Chat":
        """A group that someone made, with the bot in it."""
        added = await self.post("groups", by=by.id, title=title)
        return Chat(self, added["id"], title)

    async def requests(self, method: str = "") -> list[dict[str, Any]]:
        """The Bot API requests received so far: number, method, params, at, status."""
        found: list[dict[str, Any]] = (await self.get("requests", method=method))["requests"]
        return found

    async def fault(self, kind: str, **what: Any) -> None:
        """400, 429, 403, 500, 502, drop, lost, delay or hold; for method, chat, times, seconds."""
        await self.post("faults", kind=kind, **what)

    async def clear_faults(self) -> None:
        """No more faults; what was held goes on."""
        await self.delete("faults")

    async def release(self) -> None:
        """Let go of every held request."""
        await self.post("release")

    async def age_taps(self, seconds: int = 31) -> None:
        """Every open tap is that much older: too old to be answered, by default."""
        await self.post("queries", seconds=seconds)

    async def now(self) -> datetime:
        """The playground's time."""
        return datetime.fromtimestamp((await self.get("clock"))["now"], UTC)

    async def next_due(self) -> datetime | None:
        """The next instant with something to do."""
        due = (await self.get("clock"))["next_due"]
        return None if due is None else datetime.fromtimestamp(due, UTC)

    async def step(self, by: timedelta) -> None:
        """Forward through every due instant."""
        await self.post("clock", step=by.total_seconds())

    async def step_to(self, until: datetime) -> None:
        """Forward through every due instant up to one."""
        await self.post("clock", until=until.isoformat())

    async def step_to_next(self) -> None:
        """Forward to the next due instant."""
        await self.post("clock", next=True)

    async def sleep(self, by: timedelta) -> None:
        """Forward as an outage does."""
        await self.post("clock", sleep=by.total_seconds())

    async def reset(self) -> None:
        """Forget everything."""
        await self.post("reset")


class Chat:
    """One person's chat with the bot, or a group."""

    def __init__(self, playground: Playground, chat_id: int, name: str) -> None:
        self.playground, self.id, self.name = playground, chat_id, name

    async def say(self, text: str, *, by: "Chat | None" = None) -> Message:
        """Send a text; in a group, `by` someone."""
        who = {"as": by.id} if by else {}
        return await self._do("say", text=text, **who)

    async def ask(self, text: str, *, timeout: float = GUARD) -> Message:
        """Send a text and wait for the bot's first message after it."""
        said = await self.say(text)
        return await self.wait_for(lambda message: True, after=said, timeout=timeout)

    async def tap(
        self,
        label: str,
        *,
        message: Message | None = None,
        timeout: float = GUARD,
    ) -> str:
        """Tap the newest button with this label, waiting for it; the tap's id.

        A button at the foot of the chat sends its label as text; then the answer is "".
        """
        shown = await self.wait_for(lambda m: label in m.labels(), message=message, timeout=timeout)
        row = next(n for n, labels in enumerate(shown.buttons) if label in labels)
        if not shown.json["buttons"]:
            await self.say(label)
            return ""
        where = {"message_id": shown.id, "row": row, "column": shown.buttons[row].index(label)}
        found: str = (await self._post("tap", **where))["query"]
        return found

    async def forge(self, message_id: int, data: str, *, owner: "Chat | None" = None) -> str:
        """Send callback data no button may carry, also about somebody else's message."""
        room, body = owner or self, {"message_id": message_id, "data": data, "forged": True}
        found: str = (await room._post("tap", **body, **{"as": self.id}))["query"]
        return found

    async def toast(self, tap: str, *, timeout: float = GUARD) -> str:
        """Wait for the bot's answer to a tap; its words, often none."""
        async with asyncio.timeout(timeout):
            while True:
                seq = (await self._shown())["seq"]
                answer = await self.playground.get(f"queries/{tap}")
                if answer["answered"]:
                    return plain(answer["text"])
                await self.playground.changed(self.id, seq, timeout)

    async def edit(self, message: Message, text: str) -> Message:
        """Correct a text of one's own."""
        return await self._do("edit", message_id=message.id, text=text)

    async def share(self, lat: float, lon: float) -> Message:
        """Share a location."""
        return await self._do("location", latitude=lat, longitude=lon)

    async def sticker(self) -> Message:
        """Send a sticker."""
        return await self._do("media", kind="sticker")

    async def voice(self) -> Message:
        """Send a voice note."""
        return await self._do("media", kind="voice")

    async def photo(self, caption: str = "") -> Message:
        """Send a photo."""
        return await self._do("media", kind="photo", caption=caption)

    async def block(self) -> None:
        """Block the bot."""
        await self._post("block")

    async def unblock(self) -> None:
        """Unblock the bot."""
        await self._post("unblock")

    async def everything(self) -> list[Message]:
        """The whole chat, oldest first, with the pinned days and the lines about pins."""
        return [Message.read(shown) for shown in (await self._shown())["messages"]]

    async def messages(self) -> list[Message]:
        """What was said, oldest first: without the pinned days, which come and change aside."""
        return [message for message in await self.everything() if message.is_said]

    async def boards(self) -> list[Message]:
        """Every day that was ever to be pinned, oldest first."""
        return [message for message in await self.everything() if message.is_board]

    async def board(self, wanted: str = "", *, timeout: float = GUARD) -> Message:
        """Wait until the one pinned message is a day that has these words."""
        try:
            async with asyncio.timeout(timeout):
                while True:
                    seq = (await self._shown())["seq"]
                    match [message for message in await self.everything() if message.pinned]:
                        case [board] if board.is_board and wanted in board.text:
                            return board
                    await self.playground.changed(self.id, seq, timeout)
        except TimeoutError:
            raise AssertionError(f"waited {timeout} s; {await self.transcript()}") from None

    async def last(self) -> Message:
        """The newest message that was said."""
        return (await self.messages())[-1]

    async def unread(self) -> int:
        """How many messages of the bot nobody has looked at."""
        count: int = (await self._shown())["chat"]["unread"]
        return count

    async def wait_for(
        self,
        wanted: Wanted,
        *,
        after: Message | None = None,
        message: Message | None = None,
        timeout: float = GUARD,
    ) -> Message:
        """The newest bot message that fits, as soon as there is one; never the pinned day.

        `after` looks only at messages sent later; `message` only at this one, whatever it is.
        """
        fits = fitting(wanted, after, message)
        try:
            async with asyncio.timeout(timeout):
                while True:
                    shown = await self._shown()
                    found = [m for m in map(Message.read, shown["messages"]) if fits(m)]
                    if found:
                        return found[-1]
                    await self.playground.changed(self.id, shown["seq"], timeout)
        except TimeoutError:
            raise AssertionError(f"waited {timeout} s; {await self.transcript()}") from None

    async def transcript(self) -> str:
        """The chat as text, for a failing test."""
        lines = [
            f"{'bot' if m.from_bot else self.name} #{m.id}{' pinned' if m.pinned else ''}:"
            f" {m.text!r} {m.buttons or ''}"
            for m in await self.everything()
        ]
        return "the chat was:\n" + "\n".join(lines)

    async def _shown(self) -> dict[str, Any]:
        shown: dict[str, Any] = await self.playground.get(f"chats/{self.id}")
        return shown

    async def _do(self, verb: str, **body: Any) -> Message:
        return Message.read(await self._post(verb, **body))

    async def _post(self, verb: str, **body: Any) -> Any:
        return await self.playground.post(f"chats/{self.id}/{verb}", **body)
