"""Logs without secrets: no bot token and no exception's text reaches a log line."""

from __future__ import annotations

import logging
import re
import traceback
from pathlib import Path

_TOKEN = re.compile(r"\d{6,}(:|%3A)[\w-]{30,}", re.IGNORECASE)
_CHATTY = ("httpx", "httpcore", "apscheduler", "aiosqlite", "alembic", "tornado.access")
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def redact(text: str) -> str:
    """The text with every bot token in it replaced, also one written into an address."""
    return _TOKEN.sub("[bot token]", text)


def where(fault: BaseException) -> str:
    """The exception's class and where it was raised, outermost frame first, then its causes.

    "KeyError (reminders/delivery.py:96, usecases/post.py:120) from ValueError (...)". Never its
    message, which may hold what a person wrote or takes.
    """
    told: list[BaseException] = []
    link: BaseException | None = fault
    while link is not None and link not in told:
        told.append(link)
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return " from ".join(map(_frames, told))


def _frames(fault: BaseException) -> str:
    frames = ", ".join(
        f"{'/'.join(Path(frame.f_code.co_filename).parts[-2:])}:{line}"
        for frame, line in traceback.walk_tb(fault.__traceback__)
    )
    inner = fault.exceptions if isinstance(fault, BaseExceptionGroup) else ()
    parts = [frames or "not raised", *map(where, inner)]
    return f"{type(fault).__name__} ({'; '.join(parts)})"


class Redaction(logging.Filter):
    """Writes each record out once, arguments and stack included, and redacts that.

    Of an exception it keeps `where`, whichever library logs it.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Always lets the record through, without tokens."""
        record.msg, record.args = redact(_message(record)), None
        fault = record.exc_info[1] if record.exc_info else None
        told = where(fault) if fault is not None else record.exc_text
        record.exc_info, record.exc_text = None, told and redact(told)
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
