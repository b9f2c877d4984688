"""The Bot API without its HTTP: a method and its fields in, a status and a body out."""

import asyncio
from collections import deque
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.playground.faults import Faults
from bot.playground.keep import Keep
from bot.playground.methods import METHODS
from bot.playground.params import Json, Params
from bot.playground.records import Person
from bot.playground.refusals import Refused
from bot.playground.world import World

LOGGED = 5_000
OnRequest = Callable[[str, Json], list[str]]


class BotApi:
    """The state and the rules; `on_request` may judge every request, `problems` keeps its words."""

    def __init__(
        self,
        token: str,
        *,
        now: Callable[[], datetime],
        state_path: Path | None = None,
        username: str = "SteadyDosePlaygroundBot",
        monotonic: Callable[[], float] | None = None,
    ) -> None:
        self.token = token
        self.on_request: OnRequest | None = None
        self.problems: list[str] = []
        self.faults = Faults()
        self.log: deque[Json] = deque(maxlen=LOGGED)
        self._logged = 0
        self.world = World(
            int(token.partition(":")[0]),
            username,
            now=now,
            monotonic=monotonic or asyncio.get_running_loop().time,
            keep=Keep(state_path),
        )
        if not self.world.people:
            self.add_first_person()

    def add_first_person(self) -> Person:
        """Someone to type /start: the page is never empty."""
        person = Person(self.world.number("person"), "You")
        self.world.save_person(person)
        self.world.keep.flush()
        return person

    async def call(self, method: str, params: Params) -> tuple[int, Any]:
        """Handle one request: HTTP status and JSON body, kept on disk before it returns."""
        entry = self._record(method, params)
        try:
            self._judge(method, params)
            result = await self._result(method.lower(), params)
            status, body = 200, {"ok": True, "result": result}
        except Refused as refused:
            status, body = refused.status, refused.body()
        self.world.keep.flush()
        entry["status"] = status
        if status >= 400:
            entry["description"] = body.get("description")
        self.world.feed.tell("request", method=method, status=status)
        return status, body

    def refuse(self, method: str, params: Params, refused: Refused) -> tuple[int, Any]:
        """Answer without handling, as a fault does; logged like any request."""
        self._record(method, params)["status"] = refused.status
        return refused.status, refused.body()

    def dropped(self, method: str, params: Params) -> None:
        """Log a request whose connection broke before it was handled: status 0."""
        self._record(method, params)

    def reset(self) -> None:
        """Forget everybody and start over with one person; update numbers go on."""
        self.faults.clear()
        self.world.forget()
        self.add_first_person()

    def age_queries(self, seconds: float = 31) -> None:
        """Make every open tap that much older: what a bot that answers late meets."""
        for query in self.world.queries.values():
            query.tapped -= seconds

    def close(self) -> None:
        """Send watchers and the poll home and let go of the file."""
        self.faults.clear()
        self.world.feed.close()
        self.world.updates.end_poll("Conflict: the playground is closing")
        self.world.keep.close()

    async def _result(self, method: str, params: Params) -> Any:
        if method == "getupdates":
            return await self.world.updates.poll(params)
        handle = METHODS.get(method)
        if handle is None:
            raise Refused(404, "Not Found: method not found")
        return handle(self.world, params)

    def _record(self, method: str, params: Params) -> Json:
        self._logged += 1
        entry: Json = {
            "number": self._logged,
            "method": method,
            "params": params.shown(),
            "at": self.world.now().isoformat(),
            "status": 0,
        }
        self.log.append(entry)
        return entry

    def _judge(self, method: str, params: Params) -> None:
        if self.on_request is not None:
            found = self.on_request(method, params.shown())
            self.problems += [f"{method}: {problem}" for problem in found]
