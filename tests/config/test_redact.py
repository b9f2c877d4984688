"""A bot token never reaches a log line."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest

from bot.redact import Redaction, redact, setup

TOKEN = "123456789:AAExample_example-Example_example12"


@pytest.fixture
def log() -> Iterator[tuple[logging.Logger, io.StringIO]]:
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.addFilter(Redaction())
    logger = logging.getLogger("steadydose-test-redaction")
    logger.addHandler(handler)
    logger.propagate = False
    yield logger, out
    logger.removeHandler(handler)


Log = tuple[logging.Logger, io.StringIO]


def test_a_token_in_the_message_is_replaced(log: Log) -> None:
    log[0].warning(f"POST https://api.telegram.org/bot{TOKEN}/getMe")
    assert log[1].getvalue() == "POST https://api.telegram.org/bot[bot token]/getMe\n"


def test_a_token_in_an_argument_is_replaced(log: Log) -> None:
    log[0].warning("%s: %d of %r", "HTTP", 3, {"url": TOKEN})
    assert TOKEN not in log[1].getvalue()
    assert "HTTP: 3 of" in log[1].getvalue()


def test_a_token_in_an_exception_is_replaced(log: Log) -> None:
    try:
        int(f"bad address /bot{TOKEN}/")
    except ValueError:
        log[0].exception("failed")
    assert TOKEN not in log[1].getvalue()
    assert "bad address /bot[bot token]/" in log[1].getvalue()


def test_a_line_whose_arguments_do_not_fit_is_still_written(log: Log) -> None:
    log[0].warning("two %s %s", TOKEN)
    assert log[1].getvalue() == "two %s %s\n"


def test_an_escaped_token_is_replaced() -> None:
    assert TOKEN[10:] not in redact("bot" + TOKEN.replace(":", "%3A"))


def test_times_and_short_numbers_stay() -> None:
    text = "2026-11-22 14:00:05 took 123456:78 at 10:00"
    assert redact(text) == text


def test_setup_filters_every_handler_once_and_quiets_chatty_libraries() -> None:
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    try:
        setup("INFO")
        setup("INFO")
        for handler in root.handlers:
            assert sum(isinstance(f, Redaction) for f in handler.filters) == 1
        assert logging.getLogger("httpx").level == logging.WARNING
        assert logging.getLogger("httpcore").level == logging.WARNING
    finally:
        root.setLevel(level)
        for handler in root.handlers:
            handler.filters[:] = [f for f in handler.filters if not isinstance(f, Redaction)]
        root.handlers[:] = handlers
