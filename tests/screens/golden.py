"""Screens as compact text. To write the golden files anew: python -m tests.screens.golden --write.

Read the difference before it is kept: every word here is read by a patient.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path

from bot.screens.screen import Screen
from tests.screens.gallery import AREAS

FOLDER = Path(__file__).parent / "golden"
_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


def readable(html: str) -> str:
    """The text as a person sees it, bold between asterisks."""
    text = re.sub(r"</?b>", "*", html.translate(_ISOLATES))
    text = re.sub(r'<a href="([^"]*)">([^<]*)</a>', r"\2 (\1)", text)
    assert not re.search(r"<[^>]*>", text), text
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def golden(screen: Screen) -> str:
    """Text, then a line for each row of buttons; the likely answer is marked."""
    rows = [
        " ".join(f"[{button.label}]{'*' if button.good else ''}" for button in row)
        for row in screen.rows
    ]
    location = [f"[{screen.location}] on the keyboard"] if screen.location else []
    return "\n".join(
        [readable(screen.text), *rows, *location, *(["(silent)"] if screen.silent else [])]
    )


def page(screens: Mapping[str, Screen]) -> str:
    """All screens of an area."""
    return "\n\n".join(f"## {name}\n{golden(screen)}" for name, screen in screens.items()) + "\n"


def main() -> None:
    """Write every golden file."""
    if sys.argv[1:] != ["--write"]:
        raise SystemExit(__doc__)
    FOLDER.mkdir(exist_ok=True)
    for name, screens in AREAS.items():
        (FOLDER / f"{name}.txt").write_text(page(screens()), "utf-8")


if __name__ == "__main__":
    main()
