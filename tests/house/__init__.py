"""The house rules that no linter knows: sizes, names, doors, documents that keep their word."""

from __future__ import annotations

import subprocess
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
BOT = sorted((REPOSITORY / "bot").rglob("*.py"))
TESTS = sorted((REPOSITORY / "tests").rglob("*.py"))


def kept_files() -> list[Path]:
    """Every file that is tracked, or would be at the next commit."""
    # The checkout may belong to another user than the one who tests, as in a container.
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    listed = subprocess.run(
        [*command, "--cached", "--others", "--exclude-standard"],
        cwd=REPOSITORY,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    files = [REPOSITORY / name for name in listed.split("\0") if name]
    return [file for file in files if file.is_file()]
