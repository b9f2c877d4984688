"""Text from outside made safe: escaped, stripped of what could reorder or overrun it, capped."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable

NAME_MOST = 64
"""The most characters of a name that are shown."""

_MARKS_MOST = 3  # accents on one letter; no living script needs more, "zalgo" text does
_ADDRESS = re.compile(
    r"https://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[A-Za-z0-9._~/-]*)?(?:\?[A-Za-z0-9._~/=&%+-]*)?"
)
_JOINERS = "\u200c\u200d"  # Persian words and emoji families are spelt with these
_BREAKS = frozenset("\t\n\v\f\r\x85\u2028\u2029")
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_MARKS = frozenset({"Mn", "Me"})


class Markup(str):
    """Text that is already safe HTML: of `Words.html`, `escaped`, `lines` and `link` alone."""

    __slots__ = ()


def escaped(text: str) -> Markup:
    """Outside text as HTML text (never for an attribute): cleaned, then escaped. Markup as is."""
    return text if isinstance(text, Markup) else Markup(html.escape(clean(text), quote=False))


def link(text: str, address: str) -> Markup:
    """A text that opens a web page: the one tag with an attribute, and the one door to it.

    The address is https, to a plain host name, with nothing in it that could end the attribute or
    hide where it leads: no user, no port, no space, quote or letter beyond ASCII. ValueError else.
    """
    if not _ADDRESS.fullmatch(address):
        raise ValueError(f"no address to link to: {address!r}")
    return Markup(f'<a href="{html.escape(address)}">{escaped(text)}</a>')


def lines(parts: Iterable[Markup | None]) -> Markup:
    """Safe parts one under another; None leaves no line."""
    return Markup("\n".join(part for part in parts if part is not None))


def cap(text: str, most: int = NAME_MOST) -> str:
    """At most `most` characters of cleaned text, the last one "…" if any were cut."""
    tidy = " ".join(clean(text).split())
    return tidy if len(tidy) <= most else tidy[: most - 1].rstrip() + "…"


def clean(text: str) -> str:
    """Without control, direction and unassigned characters; line breaks become spaces.

    At most three accents stay on one letter. Nothing that is left can flip the direction of the
    words around it, cannot be encoded, or grows over other lines.
    """
    kept: list[str] = []
    marks = 0
    for char in unicodedata.normalize("NFC", text):
        category = unicodedata.category(char)
        marks = marks + 1 if category in _MARKS else 0
        if char in _BREAKS:
            kept.append(" ")
        elif marks <= _MARKS_MOST and (category not in _DROPPED or char in _JOINERS):
            kept.append(char)
    return "".join(kept)
