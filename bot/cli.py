"""The command line: run, playground, migrate, doctor, version. Every fault is one clear line."""

from __future__ import annotations

import argparse
import asyncio
import atexit
import logging
import os
import signal
import sys
from collections.abc import Callable, Coroutine, Sequence
from contextlib import AsyncExitStack, nullcontext
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from pydantic import SecretStr

from bot import __version__, clock, redact
from bot.app import App, StartFault, opened
from bot.app.daily import copied_daily
from bot.app.doctor import Finding, examine
from bot.app.policy_file import PolicyFault, policy_from
from bot.app.safety_check import check_safety
from bot.app.watch import watched
from bot.chat.trouble import NoAnswer, TokenRefused
from bot.config import Config, ConfigFault, load
from bot.playground.stage import PlaygroundFault, perform
from bot.storage import migrate
from bot.storage.address import address_from
from bot.storage.faults import StorageFault
from bot.storage.lock import FileLock

_log = logging.getLogger(__name__)
_CUT_OFF, _FAULT = 1, 2
_PATIENCE = 7  # seconds to end in order; whoever supervises the bot may kill it from 8 on
_PLAYGROUND = Path("data/playground")
_FAULTS = (StorageFault, StartFault, TokenRefused, PlaygroundFault, PolicyFault)
_COMMANDS = {
    "run": "start the bot; without a token, the playground",
    "playground": "the same bot in your browser, without Telegram",
    "migrate": "bring the database to this version's shape",
    "doctor": "look at settings, database, clock and token",
    "check-safety": "what a reviewer has to see: facts and the ways to them, words, numbers",
    "version": "say the version",
}


@dataclass(frozen=True, slots=True)
class Time:
    """The two ways to read it: this instant, and seconds that never jump back."""

    now: Callable[[], datetime]
    monotonic: Callable[[], float]


_MACHINES = Time(clock.now, clock.monotonic)


def main(arguments: Sequence[str] | None = None, time: Time = _MACHINES) -> int:
    """Run one command. The exit code: 2 for what the operator has to mend, 1 if it was cut off."""
    parser = argparse.ArgumentParser(prog="steadydose", description="Steady Dose, the bot.")
    commands = parser.add_subparsers(dest="command", metavar="command", required=True)
    for name, what in _COMMANDS.items():
        commands.add_parser(name, help=what)
    command = parser.parse_args(arguments).command
    if command == "version":
        print(f"steadydose {__version__}")
        return 0
    try:
        config = load()
    except ConfigFault as fault:
        for problem in fault.problems:
            _complain(problem)
        return _FAULT
    redact.setup(config.log_level)
    return _safely(command, config, time)


def _safely(command: str, config: Config, time: Time) -> int:
    code = _FAULT
    try:
        code = _do(command, config, time)
    except* _FAULTS as faults:
        _complain(str(_first(faults)))
    return code


def _do(command: str, config: Config, time: Time) -> int:
    if command == "migrate":
        return _migrate(config)
    if command == "doctor":
        return asyncio.run(_doctor(config, time))
    if command == "check-safety":
        return _told(check_safety(policy_from(config.policy_file)))
    token = _secret(config.telegram_bot_token)
    if command == "run" and token is not None:
        return asyncio.run(_until_told(partial(_serve, config, token, time)))
    if token is not None:
        raise PlaygroundFault(
            "The playground does not start beside a real token: unset TELEGRAM_BOT_TOKEN."
        )
    if command == "run":
        print("TELEGRAM_BOT_TOKEN is not set, so this is the playground.")
    return asyncio.run(_until_told(partial(_play, config, time)))


def _migrate(config: Config) -> int:
    address = address_from(config.database_url)
    with FileLock(address.file) if address.file is not None else nullcontext():
        waiting = migrate.pending(config.database_url)
        migrate.upgrade(config.database_url)
    print(f"{address}: {len(waiting)} migrations taken" if waiting else f"{address}: up to date")
    return 0


async def _doctor(config: Config, time: Time) -> int:
    findings = await examine(
        token=_secret(config.telegram_bot_token),
        api_url=config.telegram_api_url,
        database_url=config.database_url,
        data_key=_secret(config.data_key),
        policy_file=config.policy_file,
        now=time.now,
    )
    return _told(findings)


def _told(findings: Sequence[Finding]) -> int:
    """Print them; 1 where one of them is not good."""
    for finding in findings:
        print(finding)
    return 1 if any(finding.good is False for finding in findings) else 0


async def _serve(config: Config, token: str, time: Time, stop: asyncio.Event) -> int:
    policy = policy_from(config.policy_file)
    async with AsyncExitStack() as held:
        await held.enter_async_context(watched())
        secret = _secret(config.data_key)
        database = await held.enter_async_context(opened(config.database_url, secret))
        held.enter_context(copied_daily(database.address.file, time.now))
        print(f"Steady Dose {__version__} runs on {database.address}. Stop it with Ctrl+C.")
        ran = False
        while not stop.is_set():
            app = App(
                token=token,
                api_url=config.telegram_api_url,
                store=database.store,
                now=time.now,
                monotonic=time.monotonic,
                policy=policy,
            )
            try:
                await app.run(stop, patient=ran)
            except NoAnswer as silence:
                _log.error("%s; connecting anew", silence)
                ran = True
    return 0


async def _play(config: Config, time: Time, stop: asyncio.Event) -> int:
    policy = policy_from(config.policy_file)
    await perform(_PLAYGROUND, config.playground_port, time.now, time.monotonic, stop, policy)
    return 0


async def _until_told(work: Callable[[asyncio.Event], Coroutine[Any, Any, int]]) -> int:
    """Run until the work ends. SIGTERM and Ctrl+C ask it to, and see to it that it does."""
    stop = asyncio.Event()

    def tell() -> None:
        if not stop.is_set():
            stop.set()
            signal.setitimer(signal.ITIMER_REAL, _PATIENCE)

    loop = asyncio.get_running_loop()
    signal.signal(signal.SIGALRM, _cut_off)
    atexit.register(signal.setitimer, signal.ITIMER_REAL, 0)  # every thread has ended by then
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, tell)
    return await work(stop)


def _cut_off(*_: object) -> NoReturn:
    """Something hangs: end as a power cut would, which every transaction survives."""
    try:
        _complain(f"Cut off: it did not end within {_PATIENCE} s. Nothing recorded is lost.")
    finally:
        os._exit(_CUT_OFF)


def _secret(value: SecretStr | None) -> str | None:
    return None if value is None else value.get_secret_value()


def _complain(line: str) -> None:
    print(f"steadydose: {redact.redact(line)}", file=sys.stderr)


def _first(group: BaseException) -> BaseException:
    while isinstance(group, BaseExceptionGroup):
        group = group.exceptions[0]
    return group
