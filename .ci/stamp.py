"""Whether this virtual environment is what a lock describes. Runs inside it, on the library alone.

A stamp is written after an install has ended well. It holds for one lock, one Python and one
place, and only as long as every pinned version is there.

Usage: stamp.py check LOCK | stamp.py write LOCK...
"""

import hashlib
import re
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

STAMP = Path(sys.prefix) / ".steadydose"


def key(lock: str) -> str:
    """One line for this lock, read by this Python at this place."""
    seed = f"{sys.version}\n{sys.prefix}\n".encode() + Path(lock).read_bytes()
    return f"{lock} {hashlib.sha256(seed).hexdigest()}"


def all_installed(lock: str) -> bool:
    """Every pin that holds on every machine is installed in its version."""
    pins = re.findall(r"^([\w.-]+)==(\S+) \\$", Path(lock).read_text("utf-8"), re.M)
    try:
        return all(version(name) == pinned for name, pinned in pins)
    except PackageNotFoundError:
        return False


def main(act: str, *locks: str) -> int:
    """0 when the stamp holds or is written."""
    if act == "write":
        STAMP.write_text("\n".join(map(key, locks)) + "\n", "utf-8")
        return 0
    stamped = STAMP.read_text("utf-8").splitlines() if STAMP.exists() else []
    return 0 if all(key(lock) in stamped and all_installed(lock) for lock in locks) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
