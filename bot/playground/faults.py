"""Faults on demand: what real networks and servers do to a bot, as often as it is asked for."""

import asyncio
from contextlib import suppress
from dataclasses import asdict, dataclass

from bot.playground.params import Json
from bot.playground.refusals import NotPossible, Refused, bad_request, too_many

KINDS = ("400", "429", "403", "500", "502", "drop", "lost", "delay", "hold")


@dataclass(slots=True)
class Fault:
    """What goes wrong, for which method and chat (None: any), and how many times more.

    A `400` says `words`, by default that the HTML cannot be read. `drop` closes the connection
    before handling, `lost` after it; `delay` waits `seconds` first; `hold` waits until released.
    A fault for any method spares getUpdates.
    """

    kind: str
    method: str | None = None
    chat: int | None = None
    times: int = 1
    seconds: float = 1
    words: str = "can't parse entities: Can't find end tag corresponding to start tag \"b\""

    def fits(self, method: str, chat: str) -> bool:
        """Whether it strikes this request."""
        if self.times <= 0:
            return False
        if self.method is None and method == "getupdates":
            return False
        named = self.method is None or self.method.lower() == method
        return named and (self.chat is None or str(self.chat) == chat)


class Faults:
    """The faults still to strike, in the order they were asked for; one strikes a request."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._released = asyncio.Event()

    def add(self, fault: Fault) -> None:
        """Let something go wrong from now on."""
        if fault.kind not in KINDS:
            raise NotPossible(f"A fault is one of {', '.join(KINDS)}.")
        self._faults.append(fault)

    def strike(self, method: str, chat: str) -> Fault | None:
        """The fault for this request, used up by one."""
        for fault in self._faults:
            if fault.fits(method.lower(), chat):
                fault.times -= 1
                self._faults = [f for f in self._faults if f.times > 0]
                return fault
        return None

    async def delay(self, fault: Fault) -> None:
        """Wait as a `delay` or a `hold` asks; a release ends either."""
        if fault.kind not in ("delay", "hold"):
            return
        seconds = fault.seconds if fault.kind == "delay" else None
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._released.wait()

    def release(self) -> None:
        """Let go of every request held now."""
        self._released.set()
        self._released = asyncio.Event()

    def clear(self) -> None:
        """No more faults; held requests go on."""
        self._faults.clear()
        self.release()

    def shown(self) -> list[Json]:
        """The faults that still wait to strike."""
        return [asdict(fault) for fault in self._faults]


def refusal(fault: Fault) -> Refused | None:
    """The error a fault answers with; None for those that break the connection or wait."""
    if fault.kind == "429":
        return too_many(max(int(fault.seconds), 1))
    return {
        "400": bad_request(fault.words),
        "403": Refused(403, "Forbidden: bot was blocked by the user"),
        "500": Refused(500, "Internal Server Error: restart"),
        "502": Refused(502, "Bad Gateway"),
    }.get(fault.kind)
