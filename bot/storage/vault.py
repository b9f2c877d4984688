"""Seals private text with AES-256-GCM, bound to its table, column and row.

A sealed text opens only where it was written: moved to another row or column it is refused.
What this does not stop: a live server, and Telegram itself (bot chats are not end-to-end).
"""

from __future__ import annotations

import base64
import binascii
import os
import secrets
from pathlib import Path
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.storage.faults import StorageFault, WrongKey

KEY_BYTES = 32
_VERSION = b"\x01"  # AES-256-GCM: version, 12 bytes of nonce, then ciphertext and tag
_NONCE_BYTES = 12
_TAG_BYTES = 16
_ODD = "surrogatepass"  # half an emoji in a name is kept as it came


class Vault:
    """Holds the keys: the first one seals, every one unseals (older keys after a rotation)."""

    def __init__(self, key: bytes, *older: bytes) -> None:
        """Raises ValueError unless every key is 32 bytes."""
        if any(len(each) != KEY_BYTES for each in (key, *older)):
            raise ValueError("A key is 32 bytes")
        self._ciphers = tuple(AESGCM(each) for each in (key, *older))

    def __repr__(self) -> str:
        return f"<Vault of {len(self._ciphers)}>"  # never a key in a log

    def seal(self, place: str, row_id: UUID, text: str) -> bytes:
        """Ciphertext of the text for `place` ("table.column") of one row; never twice the same."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        sealed = self._ciphers[0].encrypt(nonce, text.encode(errors=_ODD), _bound(place, row_id))
        return _VERSION + nonce + sealed

    def unseal(self, place: str, row_id: UUID, sealed: bytes) -> str:
        """The text sealed for this place and row. Raises WrongKey."""
        if is_sealed(sealed):
            nonce, body = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
            for cipher in self._ciphers:
                try:
                    return cipher.decrypt(nonce, body, _bound(place, row_id)).decode(errors=_ODD)
                except InvalidTag:
                    continue
        raise WrongKey(
            f"What is kept in {place} does not open with DATA_KEY",
            "Set DATA_KEY to the key it was written with",
        )


def is_sealed(value: bytes) -> bool:
    """Whether the bytes have the shape of a sealed text."""
    return value[:1] == _VERSION and len(value) >= 1 + _NONCE_BYTES + _TAG_BYTES


def _bound(place: str, row_id: UUID) -> bytes:
    return f"{place}|{row_id}".encode()


def key_from(text: str) -> bytes:
    """The key written in DATA_KEY: 32 bytes in urlsafe base64. Raises ValueError."""
    try:
        key = base64.b64decode(text.strip(), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise ValueError(
            "DATA_KEY must be 32 bytes in urlsafe base64 (44 characters). Make one with: "
            'python -c "import base64,os;print(base64.urlsafe_b64encode(os.urandom(32)).decode())"'
        )
    return key


def key_file(path: Path) -> bytes:
    """The key in the file; the first start makes it, readable by its owner alone.

    Raises StorageFault when the file cannot be made or read, ValueError when it holds no key.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            _make(path)
        if path.stat().st_mode & 0o077:
            path.chmod(0o600)
        text = path.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise StorageFault(
            f"The key file {path} cannot be read or made",
            "Give the bot's user the right to it, or set DATA_KEY",
        ) from error
    try:
        return key_from(text)
    except ValueError as error:
        raise ValueError(f"The key file {path} holds no key: put the old one back") from error


def _make(path: Path) -> None:
    """Write a new key beside the path, then link it there: whole or not at all, first one wins."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            return  # another process was first: its key is the key
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    finally:
        draft.unlink()
