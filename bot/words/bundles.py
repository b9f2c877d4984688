"""The Fluent messages of each language, loaded once. English is the source and the fallback."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast

SOURCE = "en"


class WordsFault(Exception):
    """A text cannot be said: a message or an argument is missing, or its file is broken. A bug."""


@lru_cache
def languages() -> tuple[str, ...]:
    """Every language there are words for, English first."""
    found = {folder.name for folder in _locales().iterdir() if folder.is_dir() and _files(folder)}
    return (SOURCE, *sorted(found - {SOURCE}))


def best_language(code: str | None) -> str:
    """The language to speak to someone whose app says `code` (IETF, as "pt-BR"), else English."""
    known = {language.lower(): language for language in languages()}
    wanted = (code or "").lower().replace("_", "-")
    return known.get(wanted) or known.get(wanted.split("-")[0]) or SOURCE


@lru_cache
def bundles(language: str) -> tuple[FluentBundle, ...]:
    """Where to look for a message, in order: the language, then English."""
    own = _bundle(language)
    return (own,) if language == SOURCE else (own, _bundle(SOURCE))


@lru_cache
def _bundle(language: str) -> FluentBundle:
    if language not in languages():
        raise WordsFault(f"no words in {language!r}")
    bundle = FluentBundle([language], use_isolating=True)
    seen: dict[str, str] = {}
    for file in _files(_locales() / language):
        text = file.read_text("utf-8")
        _check(f"{language}/{file.name}", text, seen)
        bundle.add_resource(FluentResource(text))
    return bundle


def _check(name: str, text: str, seen: dict[str, str]) -> None:
    """A line Fluent cannot read, or an id met twice, would be lost in silence: a fault instead."""
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, ast.Junk):
            line = (entry.content or "").strip().splitlines()[0]
            raise WordsFault(f"{name}: not Fluent: {line}")
        if isinstance(entry, ast.Message):
            before = seen.setdefault(entry.id.name, name)
            if entry.value is None or before is not name:
                raise WordsFault(f"{name}: {entry.id.name} is empty or already in {before}")


def _files(folder: Traversable) -> list[Traversable]:
    return sorted((f for f in folder.iterdir() if f.name.endswith(".ftl")), key=lambda f: f.name)


def _locales() -> Traversable:
    return resources.files("bot") / "locales"
