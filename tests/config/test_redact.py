"""Neither a bot token nor what a person wrote reaches a log line."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator

import pytest

from bot.redact import Redaction, redact, setup, where

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


def fault() -> Exception:
    """As our own code raises it: a value in its text, and one in its cause's."""
    try:
        try:
            int("my zebra")
        except ValueError as cause:
            raise KeyError(f"12.5 mg /bot{TOKEN}/") from cause
    except KeyError as found:
        return found


def test_of_an_exception_the_class_and_the_place_are_told_and_never_its_text(log: Log) -> None:
    log[0].error("failed", exc_info=fault())
    told = log[1].getvalue()
    assert [each for each in (TOKEN, "zebra", "12.5") if each in told] == []
    assert re.fullmatch(
        r"failed\nKeyError \(config/test_redact.py:\d+\)"
        r" from ValueError \(config/test_redact.py:\d+\)\n",
        told,
    )


def test_the_parts_of_a_group_are_told_by_class_and_place_too() -> None:
    told = where(ExceptionGroup("my zebra", [fault(), OSError("12.5 mg")]))
    assert re.fullmatch(r"ExceptionGroup \(not raised; KeyError .*; OSError \(not raised\)\)", told)
    assert "zebra" not in told
    assert "12.5" not in told


def test_a_chain_that_bites_its_tail_ends() -> None:
    one, two = OSError(), OSError()
    one.__cause__, two.__cause__ = two, one
    assert where(one) == "OSError (not raised) from OSError (not raised)"


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
