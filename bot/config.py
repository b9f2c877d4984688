"""The settings, from the environment or `.env`: read once at start, every problem told at once.

The environment goes before `.env`; an empty value counts as none. No problem quotes a secret.
"""

from __future__ import annotations

import base64
import binascii
import difflib
import os
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

_DATABASES = ("sqlite", "sqlite+aiosqlite", "sqlite+pysqlite")
_SERVERS = ("postgresql", "postgresql+asyncpg", "postgres")
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
_MISNAMED = {
    "TELEGRAM_TOKEN": "TELEGRAM_BOT_TOKEN",
    "TELEGRAM_API_TOKEN": "TELEGRAM_BOT_TOKEN",
    "TELEGRAM_BOT_API_TOKEN": "TELEGRAM_BOT_TOKEN",
    "BOT_TOKEN": "TELEGRAM_BOT_TOKEN",
    "TG_BOT_TOKEN": "TELEGRAM_BOT_TOKEN",
    "TG_TOKEN": "TELEGRAM_BOT_TOKEN",
    "TELEGRAM_URL": "TELEGRAM_API_URL",
    "TELEGRAM_API_BASE": "TELEGRAM_API_URL",
    "TELEGRAM_BASE_URL": "TELEGRAM_API_URL",
}
_OWN_PREFIX = re.compile(r"STEADY_?DOSE_")


class ConfigFault(Exception):
    """The bot cannot start with these settings. `problems`: one plain line each, no secrets."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


class Config(BaseSettings):
    """The settings, checked. Each field is the variable of the same name in capitals."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    telegram_bot_token: SecretStr | None = None
    telegram_api_url: str = "https://api.telegram.org"  # without a slash at the end
    database_url: str = Field("sqlite:///data/steadydose.db", repr=False)  # may hold a password
    data_key: SecretStr | None = None
    playground_port: int = 8321
    log_level: str = "INFO"
    policy_file: Path | None = None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only what `load` gathered, so that one rule decides what counts as given."""
        return (init_settings,)

    @field_validator("telegram_bot_token")
    @classmethod
    def _token(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not re.fullmatch(r"\d{6,}:[\w-]{30,}", value.get_secret_value(), re.ASCII):
            raise ValueError(
                "is not a bot token. BotFather gives one like 123456789:AAE..., "
                "digits, a colon and at least 30 letters"
            )
        return value

    @field_validator("telegram_api_url")
    @classmethod
    def _api_url(cls, value: str) -> str:
        _check_api_url(value)
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        scheme, separator, rest = value.partition("://")
        if not separator:
            scheme, rest = "sqlite", f"/{value}"
        if scheme not in _DATABASES + _SERVERS:
            raise ValueError(
                "must be a path, sqlite:///path or postgresql://user:password@host/name"
            )
        if scheme in _DATABASES and (not rest.strip("/") or ":memory:" in rest):
            raise ValueError("names no file: everything would be forgotten when the bot stops")
        if scheme in _SERVERS and not re.search(r"/[^/?]", rest):
            raise ValueError("names no database: write postgresql://user:password@host/name")
        return value

    @field_validator("data_key")
    @classmethod
    def _key(cls, value: SecretStr | None) -> SecretStr | None:
        if value and _decoded(value.get_secret_value()) != 32:
            raise ValueError(
                "must be 32 bytes in urlsafe base64 (44 characters). Make one with: python -c "
                "'import base64, os; print(base64.urlsafe_b64encode(os.urandom(32)).decode())'"
            )
        return value

    @field_validator("playground_port", mode="before")
    @classmethod
    def _port(cls, value: object) -> int:
        text = str(value)
        if not re.fullmatch(r"\d{1,5}", text, re.ASCII) or int(text) > 65535:
            raise ValueError("must be a number from 0 to 65535 (0: any free port)")
        return int(text)

    @field_validator("log_level")
    @classmethod
    def _level(cls, value: str) -> str:
        if value.upper() not in _LEVELS:
            raise ValueError(f"must be one of {', '.join(_LEVELS)}")
        return value.upper()

    @field_validator("policy_file")
    @classmethod
    def _policy_file(cls, value: Path | None) -> Path | None:
        if value is None:
            return None
        with suppress(OSError, RuntimeError):  # a home that is nobody's, a name too long
            file = value.expanduser()
            if file.is_file():
                return file
        raise ValueError("names no file that is there")


NAMES = tuple(field.upper() for field in Config.model_fields)
"""Every setting there is."""


def load(environ: Mapping[str, str] | None = None, env_file: Path = Path(".env")) -> Config:
    """The settings of this process. Raises ConfigFault with every problem, wrong names included."""
    around = os.environ if environ is None else environ
    written, problems = _read(env_file)
    given = {
        name: value.strip()
        for source in (written, around)
        for name, value in source.items()
        if name in NAMES and value.strip()
    }
    problems += _misnamed(around, given, _hint_for_name)
    problems += _misnamed(written, given, _hint_for_line)
    try:
        config = Config.model_validate({name.lower(): value for name, value in given.items()})
    except ValidationError as error:
        problems += [_plain(dict(one)) for one in error.errors(include_url=False)]
        raise ConfigFault(tuple(dict.fromkeys(problems))) from None
    if problems:
        raise ConfigFault(tuple(dict.fromkeys(problems)))
    return config


def _read(env_file: Path) -> tuple[dict[str, str], list[str]]:
    try:
        found = dotenv_values(env_file, interpolate=False, encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return {}, [f"{env_file} is there but cannot be read as text: check its owner and encoding"]
    return {name: value or "" for name, value in found.items()}, []


def _misnamed(
    names: Iterable[str], given: Mapping[str, str], hint: Callable[[str], str | None]
) -> list[str]:
    """Names that were surely meant to be ours, where the right one is not set."""
    meant = [(name, hint(name)) for name in names if name not in NAMES]
    return [f"{n} is not a setting: did you mean {h}?" for n, h in meant if h and h not in given]


def _hint_for_name(name: str) -> str | None:
    """In the environment, shared with other programs: only names that can be no one else's."""
    if _OWN_PREFIX.match(name):
        return _hint_for_line(_OWN_PREFIX.sub("", name))
    return _MISNAMED.get(name.upper()) or (name.upper() if name.upper() in NAMES else None)


def _hint_for_line(name: str) -> str | None:
    """In `.env`, which is ours: also names that are nearly right."""
    upper = _OWN_PREFIX.sub("", name.upper())
    near = difflib.get_close_matches(upper, NAMES, n=1, cutoff=0.8)
    return _MISNAMED.get(upper) or (near[0] if near else None)


def _plain(error: dict[str, object]) -> str:
    location = error["loc"]
    name = str(location[0]).upper() if isinstance(location, tuple) and location else "A setting"
    return f"{name} {str(error['msg']).removeprefix('Value error, ')}"


def _check_api_url(value: str) -> None:
    wrong = "must be the base address of a Bot API server, like https://api.telegram.org"
    try:
        parts = urlsplit(value)
        known = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        raise ValueError(wrong) from None
    if not known or re.search(r"[\s\\<>\"]", value) or parts.query or parts.fragment:
        raise ValueError(wrong)
    if "@" in parts.netloc:
        raise ValueError("must not hold a name or password")
    if re.search(r"/(file/)?bot[^/]*/?$", parts.path):
        raise ValueError("must end before /bot: the bot adds that part itself")


def _decoded(text: str) -> int:
    """How many bytes the text is in urlsafe base64; 0 if it is not."""
    try:
        return len(base64.b64decode(text, altchars=b"-_", validate=True))
    except (binascii.Error, ValueError):
        return 0
