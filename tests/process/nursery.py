"""Forks the bot instead of starting Python for it: `python -m tests.process.nursery SOCKET`.

Importing the bot takes a second or two of a processor, a fork of a process that has imported it
and done nothing else takes none. What is forked is a process like any other: with its own number,
folder, settings and output, it can be told to stop, or killed.
"""

from __future__ import annotations

import asyncio
import atexit
import json
import os
import pkgutil
import runpy
import signal
import socket
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import bot

ROOT = Path(__file__).parents[2]
_LONGEST = 65_536


@dataclass(slots=True)
class Forked:
    """A running bot, as `asyncio.subprocess.Process` would have it."""

    pid: int
    stdout: asyncio.StreamReader
    stderr: asyncio.StreamReader
    _report: asyncio.StreamReader
    returncode: int | None = None

    def send_signal(self, number: int) -> None:
        """To this process. Raises ProcessLookupError where it has ended."""
        os.kill(self.pid, number)

    def kill(self) -> None:
        """SIGKILL."""
        self.send_signal(signal.SIGKILL)

    async def communicate(self) -> tuple[bytes, bytes]:
        """Everything it says from now on, when it has ended."""
        out, err, code = await asyncio.gather(
            self.stdout.read(), self.stderr.read(), self._report.read()
        )
        self.returncode = int(code)
        return out, err


async def fork(arguments: list[str], folder: Path, settings: dict[str, str], umask: int) -> Forked:
    """The bot with these arguments and no other settings; `umask` -1: the nursery's own."""
    pipes = [os.pipe() for _ in range(3)]
    order = {"argv": arguments, "folder": str(folder), "settings": settings, "umask": umask}
    written = [end for _, end in pipes]
    socket.send_fds(_nursery(), [json.dumps(order).encode()], written)
    for end in written:
        os.close(end)
    out, err, report = [await _reader(end) for end, _ in pipes]
    return Forked(int(await report.readline()), out, err, report)


async def _reader(end: int) -> asyncio.StreamReader:
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(end, "rb"))
    return reader


@cache
def _nursery() -> socket.socket:
    """The way to this test process's nursery, which ends with it."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        nursery = subprocess.Popen(
            [sys.executable, "-m", __name__, str(theirs.fileno())],
            cwd=ROOT,
            env={"PATH": os.environ["PATH"], "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
        )

    def close() -> None:
        ours.close()
        nursery.wait()

    atexit.register(close)
    return ours


def _serve(orders: socket.socket) -> dict[str, Any] | None:
    """Returns in each bot, with its order, and in the nursery when nobody gives any more."""
    while True:
        said, ends, _, _ = socket.recv_fds(orders, _LONGEST, 3)
        if not said:
            return None
        if os.fork() == 0:
            orders.close()
            if _is_bot(ends):
                return json.loads(said)  # type: ignore[no-any-return]
        for end in ends:
            os.close(end)


def _is_bot(ends: list[int]) -> bool:
    """True in the bot; the process between tells its number, waits for it, and tells its end."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    out, err, report = ends
    born = os.fork()
    if born == 0:
        for end, number in ((out, 1), (err, 2)):
            os.dup2(end, number)
        for end in ends:
            os.close(end)
        return True
    os.close(out)
    os.close(err)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(1, 2)  # whoever reads the bot's output sees its end
    os.write(report, b"%d\n" % born)
    _, status = os.waitpid(born, 0)
    os.write(report, b"%d\n" % os.waitstatus_to_exitcode(status))
    os._exit(0)


def _live(order: dict[str, Any]) -> None:
    """What Python does at its start, and the bot."""
    os.chdir(order["folder"])
    os.environ.clear()
    os.environ.update(order["settings"])
    if order["umask"] >= 0:
        os.umask(order["umask"])
    sys.argv = order["argv"]
    if sys.argv[0].endswith(".py"):
        runpy.run_path(sys.argv[0], run_name="__main__")
    else:
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for each in pkgutil.walk_packages(bot.__path__, "bot."):
        import_module(each.name)
    given = _serve(socket.socket(fileno=int(sys.argv[1])))
    if given is not None:
        _live(given)
