"""Looks at everything the bot needs: one line each, with a remedy where one is due."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from bot.app.opening import check_key_file, key_for, key_path
from bot.app.policy_file import PolicyFault, policy_from
from bot.app.zones import disagreements
from bot.domain.policy_rules import set_otherwise
from bot.domain.wallclock import tzdata_version
from bot.storage import failures, migrate, people
from bot.storage.address import Address, address_from
from bot.storage.faults import StorageFault
from bot.storage.store import open_store
from bot.storage.vault import Vault

_SKEW = timedelta(seconds=5)
_PATIENCE = 10.0
_LATELY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Finding:
    """One line. `good` is None where something deserves a look but stops nothing."""

    name: str
    good: bool | None
    line: str

    def __str__(self) -> str:
        mark = {True: "ok", False: "FAIL", None: "look"}[self.good]
        return f"{mark:<5}{self.name}: {self.line}"


async def examine(
    *,
    token: str | None,
    api_url: str,
    database_url: str,
    data_key: str | None,
    policy_file: Path | None,
    now: Callable[[], datetime],
) -> list[Finding]:
    """Every finding. Nothing is changed, and no lock is taken: the bot may be running."""
    found = [Finding("settings", True, "all settings can be used"), _policy(policy_file)]
    zones, stored = await _database(database_url, data_key, now())
    found += stored
    found += [_zones(zones, now())]
    if token is None:
        line = "TELEGRAM_BOT_TOKEN is not set: `run` opens the playground"
        return [*found, Finding("token", None, line)]
    return found + await _telegram(token, api_url, now)


def _policy(file: Path | None) -> Finding:
    try:
        policy = policy_from(file)
    except PolicyFault as fault:
        return Finding("policy", False, str(fault))
    changed = set_otherwise(policy)
    numbers = f"set otherwise: {', '.join(changed)}" if changed else "the default numbers"
    if not policy.reviewer:
        return Finding("policy", None if changed else True, f"{numbers}; nobody has signed them")
    return Finding("policy", True, f"{numbers}; signed by {policy.reviewer}")


async def _database(
    url: str, data_key: str | None, at: datetime
) -> tuple[tuple[str, ...], list[Finding]]:
    try:
        address = address_from(url)
        if address.file is not None and not address.file.exists():
            return (), [Finding("database", True, f"{address} will be made at the first start")]
        waiting = await asyncio.to_thread(migrate.pending, url)
    except StorageFault as fault:
        return (), [Finding("database", False, str(fault))]
    reached = Finding("database", True, f"{address} can be opened")
    if waiting:
        line = f"{len(waiting)} to be taken: the next start takes them, or `steadydose migrate`"
        return (), [reached, Finding("migrations", None, line)]
    found = [reached, Finding("migrations", True, "all taken")]
    zones, inside = await _contents(url, address, data_key, at)
    return zones, [*found, *inside]


async def _contents(
    url: str, address: Address, data_key: str | None, at: datetime
) -> tuple[tuple[str, ...], list[Finding]]:
    path = key_path(address)
    try:
        await asyncio.to_thread(check_key_file, url, address, data_key)
        if not data_key and not path.exists():  # looking must not make one
            return (), [Finding("data key", True, f"{path} will be made at the first start")]
        store = await open_store(url, Vault(key_for(address, data_key)))
    except StorageFault as fault:
        return (), [Finding("data key", False, str(fault))]
    try:
        key = Finding("data key", True, "opens the data")
        passed = await store.read(partial(failures.count, since=at - _LATELY))
        return await store.read(people.zones_in_use), [key, _failures(passed)]
    finally:
        await store.close()


def _failures(passed: int) -> Finding:
    if not passed:
        return Finding("updates", True, "none failed in the last week")
    line = f"{passed} failed in the last week. Look for 'was passed' in the log, and report it"
    return Finding("updates", None, line)


def _zones(zones: tuple[str, ...], at: datetime) -> Finding:
    differing = disagreements(zones, at)
    version = f"pytz has {tzdata_version()}"
    if not differing:
        line = f"{version}; the system agrees on the {len(zones)} in use"
        return Finding("zone data", True, line)
    names = ", ".join(differing[:5])
    line = (
        f"{version}; the system's differs for {names}. "
        "The bot goes by pytz: keep pytz up to date (make lock UPGRADE=1)"
    )
    return Finding("zone data", None, line)


async def _telegram(token: str, api_url: str, now: Callable[[], datetime]) -> list[Finding]:
    loopback = urlsplit(api_url).hostname in {"127.0.0.1", "localhost", "::1"}
    try:
        async with httpx.AsyncClient(timeout=_PATIENCE, trust_env=not loopback) as client:
            answer = await client.get(f"{api_url}/bot{token}/getMe")
    except httpx.HTTPError as fault:
        why = f"{api_url} cannot be reached ({type(fault).__name__})"
        return [Finding("Bot API", False, f"{why}. Check the network and TELEGRAM_API_URL")]
    reached = [Finding("Bot API", True, f"{api_url} answers"), _clock(answer, now())]
    try:
        me = answer.json()["result"] if answer.status_code == 200 else None
    except (ValueError, KeyError):
        me = None
    if me is None:
        line = f"refused ({answer.status_code}). Copy TELEGRAM_BOT_TOKEN from BotFather again"
        return [*reached, Finding("token", False, line)]
    return [*reached, Finding("token", True, f"belongs to @{me.get('username')}"), _groups(me)]


def _clock(answer: httpx.Response, at: datetime) -> Finding:
    said = answer.headers.get("date")
    if said is None:
        return Finding("clock", None, "the Bot API told no time to compare with")
    apart = abs(parsedate_to_datetime(said) - at)
    if apart > _SKEW:
        seconds = int(apart.total_seconds())
        line = f"{seconds} s from the Bot API's. Set this machine's clock (NTP)"
        return Finding("clock", False, line)
    return Finding("clock", True, "agrees with the Bot API's")


def _groups(me: dict[str, object]) -> Finding:
    if me.get("can_join_groups"):
        line = "the bot can be added. Turn that off in BotFather: Bot Settings, Allow Groups"
        return Finding("groups", None, line)
    return Finding("groups", True, "the bot cannot be added to groups")
