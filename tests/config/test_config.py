"""Settings are checked all at once, in plain words, and no secret is ever repeated."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config import NAMES, Config, ConfigFault, load

TOKEN = "123456789:AAExample_example-Example_example12"
KEY = base64.urlsafe_b64encode(bytes(range(32))).decode()
NOWHERE = Path("no-such-file.env")


def problems(env_file: Path = NOWHERE, **environ: str) -> tuple[str, ...]:
    with pytest.raises(ConfigFault) as fault:
        load(environ, env_file)
    return fault.value.problems


def test_nothing_set_is_a_working_configuration() -> None:
    config = load({}, NOWHERE)
    assert config.telegram_bot_token is None
    assert config.telegram_api_url == "https://api.telegram.org"
    assert config.database_url == "sqlite:///data/steadydose.db"
    assert config.data_key is None
    assert config.playground_port == 8321
    assert config.log_level == "INFO"
    assert config.policy_file is None


def test_every_setting_is_read() -> None:
    config = load(
        {
            "TELEGRAM_BOT_TOKEN": f" {TOKEN}\n",
            "TELEGRAM_API_URL": "http://127.0.0.1:8081/",
            "DATABASE_URL": "postgresql://dose:secret@db/doses",
            "DATA_KEY": KEY,
            "PLAYGROUND_PORT": "0",
            "LOG_LEVEL": "debug",
        },
        NOWHERE,
    )
    assert config.telegram_bot_token is not None
    assert config.telegram_bot_token.get_secret_value() == TOKEN
    assert config.telegram_api_url == "http://127.0.0.1:8081"
    assert config.data_key is not None
    assert config.data_key.get_secret_value() == KEY
    assert config.playground_port == 0
    assert config.log_level == "DEBUG"


def test_an_empty_value_counts_as_none() -> None:
    assert load(dict.fromkeys(NAMES, "  "), NOWHERE) == load({}, NOWHERE)


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("\ufeffexport LOG_LEVEL='ERROR'\nPLAYGROUND_PORT=9000\nDATABASE_URL=~/$x.db\n")
    config = load({"LOG_LEVEL": "WARNING", "PLAYGROUND_PORT": ""}, file)
    assert (config.log_level, config.playground_port) == ("WARNING", 9000)
    assert config.database_url == "~/$x.db"


def test_a_file_that_is_no_text_is_one_plain_problem(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_bytes(b"LOG_LEVEL=\xff\xfe")
    assert len(problems(file)) == 1


def test_every_problem_is_told_at_once() -> None:
    told = problems(
        TELEGRAM_BOT_TOKEN="x",
        TELEGRAM_API_URL="ftp://example.org",
        DATABASE_URL="mysql://db/doses",
        DATA_KEY="short",
        PLAYGROUND_PORT="high",
        LOG_LEVEL="LOUD",
        POLICY_FILE="nowhere/policy.toml",
    )
    assert [line.split()[0] for line in told] == list(NAMES)


@pytest.mark.parametrize(
    "token", ["123:AAE", TOKEN + "!", "bot" + TOKEN, TOKEN.replace(":", " "), "١٢٣٤٥٦:" + "a" * 35]
)
def test_what_botfather_never_gives_is_no_token(token: str) -> None:
    (told,) = problems(TELEGRAM_BOT_TOKEN=token)
    assert token not in told


@pytest.mark.parametrize(
    "address",
    [
        "api.telegram.org",
        "https://",
        "file:///etc/passwd",
        "https://api.telegram.org/?x=1",
        "https://api.telegram.org/#x",
        "https://api.telegram.org and more",
        "http://host:99999",
        "http://user:pw@host",
        "https://api.telegram.org/bot",
        "https://api.telegram.org/bot123456:secret",
        "http://[::1",
    ],
)
def test_only_the_base_of_a_bot_api_server_is_accepted(address: str) -> None:
    (told,) = problems(TELEGRAM_API_URL=address)
    assert told.startswith("TELEGRAM_API_URL must ")
    assert "secret" not in told
    assert "pw" not in told


@pytest.mark.parametrize(
    "address", ["http://localhost:8081", "https://host/tg/api/", "http://[::1]:1"]
)
def test_a_server_of_ones_own_is_accepted(address: str) -> None:
    assert load({"TELEGRAM_API_URL": address}, NOWHERE).telegram_api_url == address.rstrip("/")


@pytest.mark.parametrize(
    "address",
    [
        "sqlite:///data/x.db",
        "sqlite:////srv/x.db",
        "sqlite:///~/x.db",
        "sqlite+aiosqlite:///x.db",
        "~/doses.db",
        "data/my doses.db",
        "postgres://u:p@h/d",
        "postgresql+asyncpg://h:5432/d?ssl=require",
    ],
)
def test_databases_by_path_or_by_address(address: str) -> None:
    assert load({"DATABASE_URL": address}, NOWHERE).database_url == address


@pytest.mark.parametrize(
    "address",
    ["sqlite://", "sqlite:///", "sqlite:///:memory:", ":memory:", "mysql://h/d", "postgresql://h"],
)
def test_a_database_that_would_forget_or_that_we_lack_is_refused(address: str) -> None:
    assert len(problems(DATABASE_URL=address)) == 1


@pytest.mark.parametrize("key", ["x", KEY[:-1], KEY + "AAAA", base64.b64encode(b"x" * 31).decode()])
def test_a_key_is_32_bytes(key: str) -> None:
    (told,) = problems(DATA_KEY=key)
    assert "32 bytes" in told


@pytest.mark.parametrize("port", ["-1", "65536", "8_000", "1.5", "٣"])
def test_a_port_is_a_number_in_range(port: str) -> None:
    assert problems(PLAYGROUND_PORT=port)[0].startswith("PLAYGROUND_PORT must be a number")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("BOT_TOKEN", "TELEGRAM_BOT_TOKEN"),
        ("TELEGRAM_TOKEN", "TELEGRAM_BOT_TOKEN"),
        ("STEADYDOSE_LOG_LEVEL", "LOG_LEVEL"),
        ("STEADY_DOSE_TOKEN", None),
        ("telegram_bot_token", "TELEGRAM_BOT_TOKEN"),
    ],
)
def test_a_name_that_was_meant_to_be_ours_is_pointed_out(name: str, meant: str | None) -> None:
    if meant is None:
        assert load({name: "x"}, NOWHERE) == Config()
    else:
        (told,) = problems(**{name: TOKEN})
        assert told == f"{name} is not a setting: did you mean {meant}?"


def test_a_near_miss_counts_in_our_own_file_only(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("LOGLEVEL=DEBUG\nHOSTNAME_OF_SOMETHING=x\n")
    assert problems(file) == ("LOGLEVEL is not a setting: did you mean LOG_LEVEL?",)
    assert load({"LOGLEVEL": "DEBUG"}, NOWHERE) == Config()


def test_another_programs_token_beside_ours_is_no_problem() -> None:
    assert load({"BOT_TOKEN": "x", "TELEGRAM_BOT_TOKEN": TOKEN}, NOWHERE).telegram_bot_token


def test_a_printed_configuration_shows_no_secret() -> None:
    config = load(
        {"TELEGRAM_BOT_TOKEN": TOKEN, "DATA_KEY": KEY, "DATABASE_URL": "postgres://u:hush@h/d"},
        NOWHERE,
    )
    shown = f"{config!r} {config}"
    assert not [secret for secret in (TOKEN, KEY, "hush") if secret in shown]


def test_settings_cannot_be_changed_afterwards() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load({}, NOWHERE).log_level = "DEBUG"


@given(st.dictionaries(st.sampled_from(NAMES), st.text(max_size=60)))
def test_any_values_give_a_configuration_or_plain_problems(environ: dict[str, str]) -> None:
    told: tuple[str, ...] = ()
    try:
        load(environ, NOWHERE)
    except ConfigFault as fault:
        told = fault.problems or ("",)
    for line in told:
        assert line.startswith(NAMES)
        assert "\n" not in line
