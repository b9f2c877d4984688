"""A wire to a PostgreSQL server that can be cut at the worst moment."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy.engine import make_url

_SOCKET = ".s.PGSQL.5432"


@dataclass
class _Call:
    """One connection: the client's end, the server's, and whether it has gone silent."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    from_server: asyncio.StreamReader
    to_server: asyncio.StreamWriter
    silent: asyncio.Event = field(default_factory=asyncio.Event)
    over: asyncio.Event = field(default_factory=asyncio.Event)

    def cut(self) -> None:
        """Hang up on both."""
        for end in (self.writer, self.to_server):
            end.transport.abort()


class Wire:
    """Set `cuts` to n: the next n COMMITs reach the server, their answers never come back.

    Once `hushed`, the lines stay open and nothing is heard on them any more.
    """

    def __init__(self, url: str, folder: Path) -> None:
        parts = make_url(url)
        self._server = Path(str(parts.query["host"])) / _SOCKET
        self._end = folder / _SOCKET
        self._calls: list[_Call] = []
        self.url = parts.set(query={"host": str(folder)}).render_as_string(hide_password=False)
        self.cuts = 0
        self.hushed = False

    async def __aenter__(self) -> Wire:
        self._open = await asyncio.start_unix_server(self._joined, self._end)
        return self

    async def __aexit__(self, *_error: object) -> None:
        self._open.close()
        if self.hushed:  # whoever waits on a line gives up; then it is closed at both ends
            await asyncio.gather(*(call.over.wait() for call in self._calls))

    def cut_off(self) -> None:
        """Nothing gets through any more."""
        self._end.unlink()
        self._open.close()
        for call in self._calls:
            call.cut()

    async def _joined(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        call = _Call(reader, writer, *await asyncio.open_unix_connection(str(self._server)))
        self._calls.append(call)
        ways = {asyncio.ensure_future(each) for each in (self._there(call), self._back(call))}
        _, left = await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for each in left:
            each.cancel()
        await asyncio.gather(*ways, return_exceptions=True)
        call.cut()
        call.over.set()

    async def _there(self, call: _Call) -> None:
        while data := await call.reader.read(65536):
            if self.hushed:
                continue
            if self.cuts > 0 and b"COMMIT" in data:
                self.cuts -= 1
                call.silent.set()
            call.to_server.write(data)
            await call.to_server.drain()
            if call.silent.is_set():
                await asyncio.sleep(0.1)  # time to commit
                return

    async def _back(self, call: _Call) -> None:
        while data := await call.from_server.read(65536):
            if call.silent.is_set():
                await asyncio.sleep(5)
            call.writer.write(data)
            await call.writer.drain()
