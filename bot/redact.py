"""Logs without secrets: a bot token never reaches a log line, whoever writes it."""

from __future__ import annotations

import logging
import re

_TOKEN = re.compile(r"\d{6,}(:|%3A)[\w-]{30,}", re.IGNORECASE)
_CHATTY = ("httpx", "httpcore", "apscheduler", "aiosqlite", "alembic", "tornado.access")
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def redact(text: str) -> str:
    """The text with every bot token in it replaced, also one written into an address."""
    return _TOKEN.sub("[bot token]", text)


class Redaction(logging.Filter):
    """Writes each record out once, arguments, exception and stack included, and redacts that."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always lets the record through, without tokens."""
        record.msg, record.args = redact(_message(record)), None
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        record.exc_info = None
        record.exc_text = record.exc_text and redact(record.exc_text)
        record.stack_info = record.stack_info and redact(record.stack_info)
        return True


def setup(level: str) -> None:
    """Log to standard error from `level` on; libraries that tell every request only warn."""
    root = logging.getLogger()
    if not root.handlers:
        stderr = logging.StreamHandler()
        stderr.setFormatter(logging.Formatter(_FORMAT))
        root.addHandler(stderr)
    root.setLevel(level)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    for handler in root.handlers:
        if not any(isinstance(one, Redaction) for one in handler.filters):
            handler.addFilter(Redaction())


def _message(record: logging.LogRecord) -> str:
    """What the record says; a call with arguments that do not fit loses them, not the line."""
    try:
        return record.getMessage()
    except Exception:  # whatever a caller's __str__ raises, logging goes on
        return str(record.msg)
