"""The vault: what is sealed opens only with its key, in its own place and row."""

from __future__ import annotations

import base64
import subprocess
import sys
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.storage.faults import StorageFault, WrongKey
from bot.storage.vault import Vault, key_file, key_from

KEY, NEWER = bytes(range(32)), bytes(range(1, 33))
ROW = UUID(int=7)


@given(st.text(st.characters(codec=None)), st.uuids())
def test_any_text_comes_back_as_it_went_in(text: str, row: UUID) -> None:
    vault = Vault(KEY)
    assert vault.unseal("person.name", row, vault.seal("person.name", row, text)) == text


def test_the_same_text_is_never_sealed_to_the_same_bytes() -> None:
    vault = Vault(KEY)
    assert len({vault.seal("person.name", ROW, "Ann") for _ in range(50)}) == 50


def test_a_text_moved_to_another_row_or_column_is_refused() -> None:
    vault = Vault(KEY)
    sealed = vault.seal("person.name", ROW, "Ann")
    for place, row in (("person.name", uuid4()), ("person.username", ROW), ("answer.name", ROW)):
        with pytest.raises(WrongKey):
            vault.unseal(place, row, sealed)


def test_every_altered_or_shortened_byte_is_refused() -> None:
    vault = Vault(KEY)
    sealed = vault.seal("person.name", ROW, "Ann")
    broken = [sealed[:n] for n in range(len(sealed))]
    broken += [sealed[:n] + bytes([sealed[n] ^ 1]) + sealed[n + 1 :] for n in range(len(sealed))]
    for each in broken:
        with pytest.raises(WrongKey):
            vault.unseal("person.name", ROW, each)


def test_after_a_rotation_old_texts_open_and_new_ones_need_the_new_key() -> None:
    old, rotated = Vault(KEY), Vault(NEWER, KEY)
    assert rotated.unseal("a.b", ROW, old.seal("a.b", ROW, "before")) == "before"
    sealed = rotated.seal("a.b", ROW, "after")
    assert Vault(NEWER).unseal("a.b", ROW, sealed) == "after"
    with pytest.raises(WrongKey):
        old.unseal("a.b", ROW, sealed)


def test_a_vault_shows_no_key() -> None:
    assert repr(Vault(KEY, NEWER)) == "<Vault of 2>"
    with pytest.raises(ValueError, match="32 bytes"):
        Vault(b"short")


def test_a_data_key_is_read_or_refused_in_plain_words() -> None:
    written = base64.urlsafe_b64encode(KEY).decode()
    assert key_from(f" {written}\n") == KEY
    for wrong in ("", "short", written[:-5], written + "AAAA", "é" * 44, "+/" * 22):
        with pytest.raises(ValueError, match="DATA_KEY must be 32 bytes"):
            key_from(wrong)


def test_the_first_start_makes_a_key_file_and_later_ones_read_it(tmp_path: Path) -> None:
    file = tmp_path / "data" / "key"
    key = key_file(file)
    assert len(key) == 32
    assert key_file(file) == key
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert [each.name for each in file.parent.iterdir()] == ["key"]


def test_a_key_file_others_can_read_is_narrowed(tmp_path: Path) -> None:
    file = tmp_path / "key"
    key = key_file(file)
    file.chmod(0o644)
    assert key_file(file) == key
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_damaged_key_file_is_never_replaced(tmp_path: Path) -> None:
    file = tmp_path / "key"
    for content in (b"", b"nonsense", b"\xff\xfe"):
        file.write_bytes(content)
        with pytest.raises((ValueError, StorageFault), match="key file"):
            key_file(file)
        assert file.read_bytes() == content


def test_a_key_file_that_cannot_be_made_is_one_plain_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageFault, match="cannot be read or made"):
        key_file(tmp_path / "file" / "key")


def test_processes_that_start_together_agree_on_the_key(tmp_path: Path) -> None:
    code = "import sys,pathlib;from bot.storage.vault import key_file;"
    code += "print(key_file(pathlib.Path(sys.argv[1])).hex())"
    run = [sys.executable, "-c", code, str(tmp_path / "key")]
    starts = [subprocess.Popen(run, stdout=subprocess.PIPE) for _ in range(4)]
    assert len({each.communicate()[0] for each in starts}) == 1
