"""DATABASE_URL: many ways to write it, one meaning; wrong ones are one plain line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.storage.address import address_from
from bot.storage.faults import StorageFault


@pytest.mark.parametrize(
    "text",
    [
        "data/x.db",
        "./data/x.db",
        "sqlite:///data/x.db",
        "sqlite:///./data/x.db",
        "sqlite+aiosqlite:///data/x.db",
        " sqlite:///data/x.db ",
    ],
)
def test_a_relative_file(text: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert address_from(text).file == tmp_path / "data" / "x.db"


@pytest.mark.parametrize("text", ["~/x.db", "sqlite:///~/x.db", "sqlite+aiosqlite:///~/x.db"])
def test_a_file_at_home(text: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert address_from(text).file == tmp_path / "x.db"


def test_an_absolute_file_with_odd_letters(tmp_path: Path) -> None:
    file = tmp_path / "my data %20 é#" / "x.db"
    assert address_from(f"sqlite:///{file}").file == file
    assert address_from(str(file)).file == file


def test_two_names_of_one_file_are_one_address(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "real").mkdir()
    assert address_from(str(tmp_path / "link" / "x.db")).file == tmp_path / "real" / "x.db"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+asyncpg"])
def test_a_server(scheme: str) -> None:
    address = address_from(f"{scheme}://ann:p%40ss@db.example:5433/doses?sslmode=require")
    assert address.file is None
    assert address.url.drivername == "postgresql+asyncpg"
    assert (address.url.host, address.url.port, address.url.database) == (
        "db.example",
        5433,
        "doses",
    )
    assert address.url.password == "p@ss"
    assert address.url.query == {"ssl": "require"}
    assert "p@ss" not in str(address)
    assert "p%40ss" not in str(address)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "sqlite://",
        "sqlite:///",
        ":memory:",
        "sqlite:///:memory:",
        "sqlite:x.db",
        "file:x.db?mode=ro",
        "sqlite:///x.db?mode=ro",
        "mysql://ann:secret@host/name",
        "postgresql+psycopg://ann:secret@host/name",
        "postgresql://ann:secret@host:port/name",
        "postgresql://ann:secret@host/name?nonsense=1",
        "x\0.db",
        "https://example.org",
    ],
)
def test_a_wrong_address_is_one_line_without_the_password(text: str) -> None:
    with pytest.raises(StorageFault, match="DATABASE_URL") as fault:
        address_from(text)
    assert "\n" not in str(fault.value)
    assert "secret" not in str(fault.value)
    assert fault.value.remedy
