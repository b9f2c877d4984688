"""DATABASE_URL, understood: where the SQLite file or the PostgreSQL server is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.storage.faults import StorageFault

_SQLITE = ("sqlite+aiosqlite://", "sqlite+pysqlite://", "sqlite://")
_POSTGRES = ("postgresql+asyncpg", "postgresql", "postgres")
_REMEDY = (
    "Write a path (./data/steadydose.db), sqlite:///path, or postgresql://user:password@host/name"
)
# libpq's names as asyncpg takes them; None is left out (asyncpg does it by itself).
_OPTIONS = {
    "host": "host",
    "port": "port",
    "ssl": "ssl",
    "sslmode": "ssl",
    "target_session_attrs": "target_session_attrs",
    "channel_binding": None,
    "application_name": None,
}


@dataclass(frozen=True, slots=True)
class Address:
    """Where the database is: `file` on SQLite (absolute, no links), else None."""

    url: URL
    file: Path | None

    def __str__(self) -> str:
        return str(self.file) if self.file else self.url.render_as_string(hide_password=True)


def address_from(text: str) -> Address:
    """Read a DATABASE_URL: a path, sqlite:// or postgresql://. Raises StorageFault."""
    text = text.strip()
    scheme, separator, _rest = text.partition("://")
    if not separator:
        return _file(text)
    for prefix in _SQLITE:
        if text.startswith(prefix):
            return _file(text.removeprefix(prefix).removeprefix("/"))
    if scheme in _POSTGRES:
        return _server(text)
    raise StorageFault(f"DATABASE_URL names a database the bot does not know ({scheme})", _REMEDY)


def _file(name: str) -> Address:
    if not name or ":memory:" in name or name.startswith(("file:", "sqlite:")) or "?" in name:
        raise StorageFault("DATABASE_URL names no file", _REMEDY)
    try:
        file = Path(name).expanduser().resolve()
    except (RuntimeError, OSError, ValueError) as error:
        raise StorageFault("DATABASE_URL names a file that cannot be", _REMEDY) from error
    return Address(URL.create("sqlite+pysqlite", database=str(file)), file)


def _server(text: str) -> Address:
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise StorageFault("DATABASE_URL is not an address", _REMEDY) from error
    unknown = sorted(set(url.query) - set(_OPTIONS))
    if unknown:
        raise StorageFault(
            f"DATABASE_URL has an option the bot does not know ({', '.join(unknown)})",
            "Take it out of the address",
        )
    options = {_OPTIONS[name]: value for name, value in url.query.items() if _OPTIONS[name]}
    kept = {name: value for name, value in options.items() if name}
    return Address(url.set(drivername="postgresql+asyncpg", query=kept), None)
