"""Every message in every language can be read by Fluent, by Telegram and by a drowsy person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, FluentSerializer, ast

from bot.words import languages
from bot.words.bundles import bundles

LOCALES = Path(__file__).resolve().parents[2] / "bot/locales"
FILES = sorted(LOCALES.glob("*/*.ftl"))
names = pytest.mark.parametrize("file", FILES, ids=lambda f: f"{f.parent.name}/{f.name}")


def messages(file: Path) -> Iterator[tuple[str, str]]:
    """Each message's id and its pattern as written."""
    serializer = FluentSerializer()
    for entry in FluentParser().parse(file.read_text("utf-8")).body:
        if isinstance(entry, ast.Message):
            yield entry.id.name, serializer.serialize_entry(entry).split("=", 1)[1]


@names
def test_every_line_is_fluent(file: Path) -> None:
    body = FluentParser().parse(file.read_text("utf-8")).body
    assert [e.content for e in body if isinstance(e, ast.Junk)] == []


@pytest.mark.parametrize("language", languages())
def test_every_language_loads_with_no_message_twice(language: str) -> None:
    assert bundles(language)


@names
def test_no_placeable_stands_inside_a_tag(file: Path) -> None:
    for message, text in messages(file):
        assert not re.search(r"<[^>]*[{}]", text), message


@names
def test_only_bold_italic_and_quotes_are_used_and_each_is_closed(file: Path) -> None:
    for message, text in messages(file):
        tags = re.findall(r"<[^>]*>?", text)
        assert set(tags) <= {
            f"<{end}{tag}>" for tag in ("b", "i", "blockquote") for end in ("", "/")
        }, message
        for tag in ("b", "i", "blockquote"):
            assert text.count(f"<{tag}>") == text.count(f"</{tag}>"), message
        bare = r"&(?!lt;|gt;|amp;|quot;)"
        assert not re.search(bare, text), message


@names
def test_no_dot_or_dash_stands_right_before_a_number(file: Path) -> None:
    for message, text in messages(file):
        assert not re.search(r"(?<![\d\w])[.\-\u2010-\u2015\u2212](\d|\{ \$)", text), message


@names
def test_units_are_never_abbreviated_to_what_can_be_misread(file: Path) -> None:
    for message, text in messages(file):
        assert not re.search(r"\bmcg\b|\bug\b|µg|[½¼¾]|\d\.0\b", text), message


@names
def test_no_exclamation_marks(file: Path) -> None:
    for message, text in messages(file):
        assert "!" not in text, message
