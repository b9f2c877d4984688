"""The command line with a turned clock: `python tests/process/turned.py FILE COMMAND`.

FILE holds the seconds the clock is ahead (or behind); it is read at every look at the clock. Where
FILE.held is there as well, whoever looks at the clock stands still until it is gone.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

from bot import clock
from bot.app import running
from bot.cli import Time, main

_AHEAD = Path(sys.argv[1])
_HELD = _AHEAD.with_suffix(".held")
running._LISTEN_FIRST = float(os.environ.get("LISTEN_FIRST", running._LISTEN_FIRST))


def now() -> datetime:
    """The machine's time, turned."""
    if _HELD.exists():
        print("standing still", flush=True)
        while _HELD.exists():
            time.sleep(0.01)
    return clock.now() + timedelta(seconds=_ahead())


def monotonic() -> float:
    """Its seconds, turned as far: whoever measures a span sees the clock turned in it."""
    return clock.monotonic() + _ahead()


def _ahead() -> float:
    return float(_AHEAD.read_text())


if __name__ == "__main__":
    sys.exit(main(sys.argv[2:], Time(now, monotonic)))
