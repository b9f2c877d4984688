"""The bot as a process of its own: started, watched, told to stop, or killed."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot import clock
from tests.guard import GUARD
from tests.process.nursery import ROOT, Forked, fork


@dataclass(slots=True)
class Ended:
    """How a process ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def complaints(self) -> list[str]:
        """The lines on standard error that are no log lines."""
        return [line for line in self.err.splitlines() if line.startswith("steadydose: ")]


@dataclass(slots=True)
class Child:
    """`python -m bot` in a folder of its own, with only the settings given."""

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)
    turned: bool = False
    umask: int = -1  # the test's own
    fresh: bool = False  # in a Python of its own, as an operator starts it; else forked
    process: asyncio.subprocess.Process | Forked | None = None

    async def start(self, *command: str) -> None:
        """Start it; its output is kept."""
        here = [str(ROOT / "tests/process/turned.py"), str(self.ahead)] if self.turned else []
        arguments = [*(here or ["bot"]), *command]
        around = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
        settings = around | self.settings
        if not self.fresh:
            self.process = await fork(arguments, self.folder, settings, self.umask)
            return
        self.process = await asyncio.create_subprocess_exec(
            sys.executable,
            *([] if self.turned else ["-m"]),
            *arguments,
            cwd=self.folder,
            env=settings,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            umask=self.umask,
        )

    async def run(self, *command: str) -> Ended:
        """Start it and wait for its end."""
        await self.start(*command)
        return await self.ended()

    async def ended(self, within: float = GUARD) -> Ended:
        """Wait for its end; a child that hangs is killed, which fails the test."""
        assert self.process is not None
        try:
            async with asyncio.timeout(within):
                out, err = await self.process.communicate()
        except TimeoutError:
            self.process.kill()
            out, err = await self.process.communicate()
            raise AssertionError(f"it did not end: {out.decode()} {err.decode()}") from None
        code = self.process.returncode
        self.process = None
        assert code is not None
        return Ended(code, out.decode(), err.decode())

    async def stop(self, within: float = GUARD) -> Ended:
        """SIGTERM, then its end; after so many seconds SIGKILL, as a supervisor does."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        return await self.ended(within)

    async def kill(self) -> Ended:
        """kill -9, as a power cut would."""
        assert self.process is not None
        with suppress(ProcessLookupError):  # it has ended by itself
            self.process.kill()
        return await self.ended()

    @property
    def ahead(self) -> Path:
        """The file that says how far the clock is turned."""
        return self.folder / "ahead"

    @property
    def database(self) -> Path:
        """Its SQLite file."""
        return self.folder / "data" / "steadydose.db"

    def turn_to(self, at: datetime) -> None:
        """Turn its clock, at once, also while it runs."""
        beside = self.ahead.with_suffix(".new")
        beside.write_text(str((at - clock.now()).total_seconds()))
        os.replace(beside, self.ahead)
