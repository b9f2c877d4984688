"""The Fluent files as they are written: each message's id and the arguments it takes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from fluent.syntax import FluentParser, ast, visitor

ENGLISH = Path(__file__).resolve().parents[1] / "bot/locales/en"
AREAS = tuple(sorted(file.stem for file in ENGLISH.glob("*.ftl")))


class _Variables(visitor.Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.found.add(node.id.name)


@cache  # a file takes a tenth of a second to parse, and every message is asked for
def variables_of(area: str) -> Mapping[str, set[str]]:
    """The messages of one file (English) in order, each with the names of its arguments."""
    found = {}
    for entry in FluentParser().parse((ENGLISH / f"{area}.ftl").read_text("utf-8")).body:
        if isinstance(entry, ast.Message):
            names = _Variables()
            names.visit(entry)
            found[entry.id.name] = names.found
    return MappingProxyType(found)


def every_message() -> dict[str, set[str]]:
    """All messages of all English files."""
    return {message: names for area in AREAS for message, names in variables_of(area).items()}
