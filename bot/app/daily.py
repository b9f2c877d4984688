"""A copy of the SQLite file a day, made beside it while the bot runs."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from bot.storage.backup import back_up_day
from bot.storage.faults import StorageFault

_log = logging.getLogger(__name__)
_LOOK = 600.0  # seconds between looks, and before the first: the start has enough to do
_LEAVE = 1.0


@contextmanager
def copied_daily(
    file: Path | None, now: Callable[[], datetime], look: float = _LOOK
) -> Iterator[None]:
    """While inside, a thread makes a backup on each date (UTC). `file` None: no SQLite, no copy.

    The copy is read beside the running bot and holds nothing up. One that fails is reported and
    tried again at the next look.
    """
    over = threading.Event()

    def keep() -> None:
        while file is not None and not over.wait(look):
            try:
                back_up_day(file, now().date())
            except StorageFault as fault:
                _log.error("%s", fault)

    keeper = threading.Thread(target=keep, name="daily copy", daemon=True)
    keeper.start()
    try:
        yield
    finally:
        over.set()
        keeper.join(_LEAVE)  # what is not done by then is a draft, and made anew
