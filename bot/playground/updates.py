"""The queue of updates for the bot: numbered for ever, kept until confirmed or too old."""

import asyncio
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime

from bot.playground.keep import Keep
from bot.playground.params import Json, Params
from bot.playground.refusals import Refused, bad_request

FIRST_ID = 700_000_001
TAP_SECONDS = 150
OTHER_SECONDS = 86_400
LONGEST_POLL = 50
KINDS = {
    *("message", "edited_message", "channel_post", "edited_channel_post", "inline_query"),
    *("business_connection", "business_message", "edited_business_message"),
    *("deleted_business_messages", "message_reaction", "message_reaction_count"),
    *("chosen_inline_result", "callback_query", "shipping_query", "pre_checkout_query"),
    *("purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_member"),
    *("chat_join_request", "chat_boost", "removed_chat_boost", "managed_bot"),
}
ON_REQUEST_ONLY = {"chat_member", "message_reaction", "message_reaction_count"}
_CONFLICT = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance"
    " is running"
)


@dataclass(frozen=True, slots=True)
class Update:
    """One update: its number, kind and body, and the time (seconds) after which it is dropped."""

    update_id: int
    kind: str
    body: Json
    expires: float

    def shown(self) -> Json:
        """As getUpdates returns it."""
        return {"update_id": self.update_id, self.kind: self.body}


class Updates:
    """One long poll at a time, woken by the next update; numbers never go back, not by a reset.

    `idle` is set while a poll waits, `busy` while none does: events to await, never to set.
    """

    def __init__(self, keep: Keep, now: Callable[[], datetime]) -> None:
        self._keep, self._now = keep, now
        self._queue = sorted((Update(**u) for u in keep.load("update")), key=lambda u: u.update_id)
        polling = {"next_id": FIRST_ID, "allowed": sorted(KINDS - ON_REQUEST_ONLY)}
        for saved in keep.load("polling"):
            polling |= saved
        self._polling: Json = polling
        self._waiting: asyncio.Future[None] | None = None
        self.idle, self.busy = asyncio.Event(), asyncio.Event()
        self.busy.set()

    def add(self, kind: str, body: Json) -> None:
        """Queue an update, unless the bot asked not to get its kind, and wake the poll."""
        if kind not in self._polling["allowed"]:
            return
        seconds = TAP_SECONDS if kind == "callback_query" else OTHER_SECONDS
        expires = self._now().timestamp() + seconds
        update = Update(self._polling["next_id"], kind, body, expires)
        self._polling["next_id"] += 1
        self._queue.append(update)
        self._keep.put("update", update.update_id, asdict(update))
        self._keep.put("polling", "", self._polling)
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)

    def pending(self) -> int:
        """How many updates the bot has yet to confirm."""
        self._drop_old()
        return len(self._queue)

    def allowed(self) -> list[str]:
        """The kinds of update the bot last asked for."""
        return list(self._polling["allowed"])

    def clear(self) -> None:
        """Drop everything queued; the numbers go on."""
        self._drop(list(self._queue))

    async def poll(self, params: Params) -> list[Json]:
        """getUpdates: confirm below `offset`, then wait up to `timeout` for something new."""
        offset, limit = params.integer("offset") or 0, params.integer("limit")
        seconds = min(params.integer("timeout") or 0, LONGEST_POLL)
        self._set_allowed(params)
        self.end_poll(_CONFLICT)
        self._drop_old()
        if offset < 0:
            self._drop(self._queue[:offset])
        self._drop([u for u in self._queue if u.update_id < offset])
        if not self._queue and seconds > 0:
            await self._wait(seconds, params)
            self._drop_old()
        size = 100 if limit is None else min(max(limit, 1), 100)
        return [update.shown() for update in self._queue[:size]]

    def end_poll(self, words: str) -> None:
        """End the poll under way with a 409 and these words."""
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(Refused(409, words))

    async def _wait(self, seconds: int, params: Params) -> None:
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._set_waiting(waiter)
        params.hang_up = lambda: None if waiter.done() else waiter.set_result(None)
        try:
            async with asyncio.timeout(seconds):
                await waiter
        except TimeoutError:
            return
        finally:
            if self._waiting is waiter:
                self._set_waiting(None)

    def _set_waiting(self, waiter: asyncio.Future[None] | None) -> None:
        self._waiting = waiter
        raised, lowered = (self.idle, self.busy) if waiter else (self.busy, self.idle)
        raised.set()
        lowered.clear()

    def _set_allowed(self, params: Params) -> None:
        wanted = params.json("allowed_updates")
        if wanted is None:
            return
        if not isinstance(wanted, list) or not all(isinstance(kind, str) for kind in wanted):
            raise bad_request("can't parse allowed updates JSON object")
        kinds = [kind for kind in wanted if kind in KINDS]
        self._polling["allowed"] = sorted(kinds or KINDS - ON_REQUEST_ONLY)
        self._keep.put("polling", "", self._polling)

    def _drop_old(self) -> None:
        at = self._now().timestamp()
        self._drop([update for update in self._queue if update.expires <= at])

    def _drop(self, gone: list[Update]) -> None:
        ids = {update.update_id for update in gone}
        self._queue = [u for u in self._queue if u.update_id not in ids]
        for update_id in ids:
            self._keep.drop("update", update_id)
