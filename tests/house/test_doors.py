"""Doors the import contracts cannot see: the standard library alone, and no way around a ban."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.house import BOT, REPOSITORY

LOCALES = REPOSITORY / "bot/locales"


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_rules_and_reviewed_content_need_the_standard_library_alone() -> None:
    allowed = sys.stdlib_module_names | {"bot"}
    for file in BOT:
        layer = file.relative_to(REPOSITORY / "bot").parts[0]
        if layer in {"domain", "safety"}:
            extra = {"pytz"} if file.name == "wallclock.py" else set()
            roots = {module.split(".")[0] for module in imports(file)}
            assert roots - allowed - extra == set(), file


def test_bans_are_lifted_by_the_settings_alone_never_in_a_line() -> None:
    for file in BOT:
        assert not re.search(r"noqa(?!:)|noqa:.*TID251", file.read_text("utf-8")), file


def test_every_language_has_the_same_files_as_english_or_fewer() -> None:
    english = {file.name for file in (LOCALES / "en").glob("*.ftl")}
    assert english
    for folder in LOCALES.iterdir():
        assert {file.name for file in folder.glob("*.ftl")} <= english, folder.name
