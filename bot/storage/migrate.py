"""Brings the tables to the shape the code expects: each step whole or not at all, rerunnable.

These functions block; on SQLite take the file lock first. The steps are in `migrations/versions`.
"""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from alembic import autogenerate, command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.script.revision import RevisionError
from alembic.util import CommandError
from sqlalchemy import Connection, inspect, select
from sqlalchemy.ext.asyncio import create_async_engine

from bot.storage.address import Address, address_from
from bot.storage.backup import back_up
from bot.storage.faults import POSTGRES_ERRORS, SQLITE_ERRORS, StorageFault, damaged, judge
from bot.storage.rows import Base, KeeperRow
from bot.storage.sqlite import make_private, migration_engine

T = TypeVar("T")

VERSION_TABLE = "alembic_version"
_PACKAGED = Path(__file__).parents[1] / "migrations"  # in an installed wheel
_REPOSITORY = Path(__file__).parents[2] / "migrations"
_LOCK = 7_231_480_031  # any number: replicas that start together migrate one after another


def upgrade(url: str, to: str = "head", *, steps: Path | None = None) -> None:
    """Take every step up to `to`. Backs a filled SQLite file up first. Raises StorageFault."""
    config = _config(steps)

    def work(conn: Connection, address: Address) -> None:
        _check_whole(conn)
        if _missing(config, conn):
            _back_up_filled(conn, address)
            _step(config, conn, lambda: command.upgrade(config, to))

    _connected(url, work, making=True)


def downgrade(url: str, to: str, *, steps: Path | None = None) -> None:
    """Take the steps back down to `to` ("base": none). Backs up first. Raises StorageFault."""
    config = _config(steps)

    def work(conn: Connection, address: Address) -> None:
        _missing(config, conn)
        _back_up_filled(conn, address)
        _step(config, conn, lambda: command.downgrade(config, to))

    _connected(url, work, making=True)


def current(url: str) -> str | None:
    """The last step taken; None for an empty or absent database. Raises StorageFault."""
    return _connected(url, lambda conn, _address: _current(conn), making=False)


def pending(url: str, *, steps: Path | None = None) -> tuple[str, ...]:
    """The steps not yet taken, in order. Raises StorageFault (also if the database is newer)."""
    config = _config(steps)

    def work(conn: Connection, _address: Address) -> tuple[str, ...]:
        _check_whole(conn)
        return _missing(config, conn)

    found = _connected(url, work, making=False)
    return _beyond(config, None) if found is None else found


def differences(url: str) -> list[str]:
    """What the migrated database has otherwise than the rows in code: empty when they match."""

    def work(conn: Connection, _address: Address) -> list[str]:
        context = MigrationContext.configure(conn, opts={"compare_type": True})
        return [str(each) for each in autogenerate.compare_metadata(context, Base.metadata)]

    return _connected(url, work, making=False) or []


def is_keyed(url: str) -> bool:
    """Whether the database was made with a key, without which nothing private in it opens."""

    def work(conn: Connection, _address: Address) -> bool:
        made = inspect(conn).has_table(KeeperRow.__tablename__)
        return made and conn.scalar(select(KeeperRow.canary)) is not None

    return bool(_connected(url, work, making=False))


def reach(url: str, work: Callable[[Connection], None]) -> None:
    """Run the work on a connection fit for migrations (for Alembic's own command line)."""
    _connected(url, lambda conn, _address: work(conn), making=True)


def _config(steps: Path | None) -> Config:
    """Alembic's settings, made here: nothing is read from a file and no logger is touched."""
    home = _PACKAGED if _PACKAGED.is_dir() else _REPOSITORY
    config = Config(stdout=io.StringIO())
    config.set_main_option("path_separator", "newline")
    config.set_main_option("script_location", str(home).replace("%", "%%"))
    versions = str(steps or home / "versions").replace("%", "%%")
    config.set_main_option("version_locations", versions)
    config.attributes["packaged"] = steps is None
    return config


@cache
def _packaged() -> ScriptDirectory:
    """Our own steps, read once a process: the playground opens its database again and again."""
    return ScriptDirectory.from_config(_config(None))


def _connected(url: str, work: Callable[[Connection, Address], T], *, making: bool) -> T | None:
    """Run the work on its own connection. None if there is no file and none is to be made."""
    address = address_from(url)
    if address.file is None:
        # A thread of its own: the caller may be inside an event loop.
        with ThreadPoolExecutor(1) as thread:
            run = thread.submit(lambda: asyncio.run(_on_server(address, work)))
            return _judged(POSTGRES_ERRORS, run.result)
    if not making and not address.file.exists():
        return None
    make_private(address.file)
    file = address.file
    return _judged(SQLITE_ERRORS, lambda: _on_file(file, address, work))


def _on_file(file: Path, address: Address, work: Callable[[Connection, Address], T]) -> T:
    # Foreign keys off, at connect: with them on, rebuilding a table deletes its children silently.
    engine = migration_engine(file)
    try:
        with engine.connect() as conn:
            return work(conn, address)
    finally:
        engine.dispose()


async def _on_server(address: Address, work: Callable[[Connection, Address], T]) -> T:
    engine = create_async_engine(address.url, hide_parameters=True, connect_args={"timeout": 10})
    try:
        async with engine.connect() as conn:
            return await conn.run_sync(work, address)
    finally:
        await engine.dispose()


def _judged(errors: tuple[type[BaseException], ...], run: Callable[[], T]) -> T:
    try:
        return run()
    except errors as error:
        fault = judge(error, committing=False)
        if fault is None:
            raise
        raise fault from error


def _step(config: Config, conn: Connection, go: Callable[[], None]) -> None:
    if conn.dialect.name == "postgresql":
        conn.exec_driver_sql(f"SELECT pg_advisory_lock({_LOCK})")  # until the connection ends
    conn.rollback()  # Alembic begins and commits each step by itself
    config.attributes["connection"] = conn
    try:
        go()
    except CommandError as error:
        raise StorageFault(f"The migration cannot be done ({error})", "Check its name") from error


def _check_whole(conn: Connection) -> None:
    """A damaged SQLite file is found before anything of it is used, not when a dose is due."""
    if (
        conn.dialect.name == "sqlite"
        and conn.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() != "ok"
    ):
        raise damaged()
    conn.rollback()


def _current(conn: Connection) -> str | None:
    return MigrationContext.configure(conn).get_current_revision()


def _missing(config: Config, conn: Connection) -> tuple[str, ...]:
    return _beyond(config, _current(conn))


def _beyond(config: Config, revision: str | None) -> tuple[str, ...]:
    packaged = config.attributes["packaged"]
    scripts = _packaged() if packaged else ScriptDirectory.from_config(config)
    try:
        found = [each.revision for each in scripts.iterate_revisions("head", revision or "base")]
    except (CommandError, RevisionError) as error:
        raise StorageFault(
            f"The database was made by a newer version of the bot (step {revision})",
            "Install that version, or restore a backup from before it",
        ) from error
    return tuple(reversed(found))


def _back_up_filled(conn: Connection, address: Address) -> None:
    tables = set(inspect(conn).get_table_names()) - {VERSION_TABLE}
    conn.rollback()
    if address.file is not None and tables:
        back_up(address.file)


class RowWatch:
    """Stops a SQLite step that loses rows or breaks references; Alembic then rolls it back.

    A step that means to add or remove rows names the tables: CHANGES_ROWS = {"dose"}.
    """

    def __init__(self, conn: Connection) -> None:
        self._rows = _row_counts(conn)
        conn.rollback()

    def __call__(self, ctx: Any, step: Any, heads: object, run_args: object) -> None:
        """Called by Alembic inside the step's transaction. Raises StorageFault."""
        broken = ctx.connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        rows = _row_counts(ctx.connection)
        allowed: set[str] = getattr(step.up_revision.module, "CHANGES_ROWS", set())
        changed = {each for each in rows if self._rows.get(each, rows[each]) != rows[each]}
        wrong = {row[0] for row in broken} | (changed - allowed)
        if wrong:
            raise StorageFault(
                f"Step {step.up_revision_id} would lose rows ({', '.join(sorted(wrong))})",
                "Nothing was changed; report it, and stay on the version you had",
            )
        self._rows = rows


def _row_counts(conn: Connection) -> dict[str, int]:
    if conn.dialect.name != "sqlite":
        return {}
    quote = conn.dialect.identifier_preparer.quote
    tables = set(inspect(conn).get_table_names()) - {VERSION_TABLE}
    return {
        each: conn.exec_driver_sql(f"SELECT count(*) FROM {quote(each)}").scalar_one()  # noqa: S608
        for each in tables
    }
