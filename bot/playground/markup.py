"""HTML as Telegram reads it: a short list of tags, strictly nested, or a 400 that says why."""

import re
from dataclasses import dataclass
from html import unescape

from bot.playground.params import Json
from bot.playground.refusals import Refused, bad_request
from bot.playground.units import units

PLAIN = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
}
SPECIAL = {"a", "span", "blockquote", "tg-time", "tg-emoji"}

_REFERENCE = re.compile(r"&(?:lt|gt|amp|quot|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE = re.compile(
    r"""\s*(?P<name>[^\s=>]+)(?:\s*=\s*(?P<value>"[^"]*"|'[^']*'|[A-Za-z0-9.\-]*))?"""
)
_MARKED = re.compile("[<&]")
_TIME_FORMAT = re.compile(r"(?:r|w?[dD]?[tT]?)\Z")


@dataclass(slots=True)
class _Open:
    tag: str
    offset: int
    attributes: dict[str, str]
    content: int


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Plain text and its entities (UTF-16 offsets); a 400 if Telegram could not parse it."""
    reader = _Reader(source)
    reader.read()
    return "".join(reader.out), _merge_code(reader.entities)


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.out: list[str] = []
        self.offset = 0
        self.open: list[_Open] = []
        self.entities: list[Json] = []

    def read(self) -> None:
        while self.at < len(self.source):
            character = self.source[self.at]
            if character == "<":
                closing = self.source.startswith("</", self.at)
                self._end_tag() if closing else self._start_tag()
            elif character == "&" and (found := _REFERENCE.match(self.source, self.at)):
                self._append(unescape(found[0]))
                self.at = found.end()
            else:
                end = _MARKED.search(self.source, self.at + 1)
                self._append(self.source[self.at : end.start() if end else None])
                self.at = end.start() if end else len(self.source)
        if self.open:
            tag = self.open[-1].tag
            raise _unparsed(f'Can\'t find end tag corresponding to start tag "{tag}"')

    def _append(self, text: str) -> None:
        self.out.append(text)
        self.offset += units(text)

    def _byte(self, position: int) -> int:
        return len(self.source[:position].encode())

    def _start_tag(self) -> None:
        begin = self.at
        name = _NAME.match(self.source, begin + 1)
        tag = name[0].lower() if name else ""
        at = name.end() if name else begin + 1
        if at >= len(self.source):
            raise _unparsed(f"Unclosed start tag at byte offset {self._byte(begin)}")
        if tag not in PLAIN and tag not in SPECIAL:
            place = self._byte(begin)
            raise _unparsed(f'Unsupported start tag "{tag}" at byte offset {place}')
        attributes, self.at = self._attributes(at, tag, begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            place = self._byte(begin)
            raise _unparsed(f'Tag "span" must have class "tg-spoiler" at byte offset {place}')
        self.open.append(_Open(tag, self.offset, attributes, len(self.out)))

    def _attributes(self, at: int, tag: str, begin: int) -> tuple[dict[str, str], int]:
        found: dict[str, str] = {}
        while True:
            rest = self.source[at:]
            if rest.lstrip().startswith(">"):
                return found, at + len(rest) - len(rest.lstrip()) + 1
            match = _ATTRIBUTE.match(self.source, at)
            if match is None:
                place = self._byte(begin)
                raise _unparsed(f'Unclosed start tag "{tag}" at byte offset {place}')
            value = match["value"] or ""
            found[match["name"].lower()] = unescape(value.strip("\"'"))
            at = match.end()

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise _unparsed(f"Unexpected end tag at byte offset {self._byte(begin)}")
        end = self.source.find(">", begin)
        if end < 0:
            raise _unparsed(f"Unclosed end tag at byte offset {self._byte(begin)}")
        found = self.source[begin + 2 : end].strip().lower()
        opened = self.open.pop()
        if found and found != opened.tag:
            raise _unparsed(
                f"Unmatched end tag at byte offset {self._byte(begin)}, "
                f'expected "</{opened.tag}>", found "</{found}>"'
            )
        self.at = end + 1
        if self.offset > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        content = "".join(self.out[opened.content :])
        shape = _shape(opened, content)
        if shape:
            length = self.offset - opened.offset
            self.entities.append({"offset": opened.offset, "length": length, **shape})


def _shape(opened: _Open, content: str) -> Json | None:
    attributes = opened.attributes
    if opened.tag == "a":
        return link(attributes.get("href") or content)
    if opened.tag == "span":
        return {"type": "spoiler"}
    if opened.tag == "blockquote":
        return {"type": "expandable_blockquote" if "expandable" in attributes else "blockquote"}
    if opened.tag == "tg-time":
        return _time(attributes)
    if opened.tag == "tg-emoji":
        return None  # only a bot whose owner has Premium may send these; the text stays
    shape: Json = {"type": PLAIN[opened.tag]}
    language = attributes.get("class", "")
    if opened.tag == "code" and language.startswith("language-"):
        shape["language"] = language.removeprefix("language-")
    return shape


def link(address: str) -> Json | None:
    """A text_link for an address Telegram would open; None (the link is dropped) for others."""
    address = address.strip()
    if re.match(r"(?:https?|tg|ton|tel|mailto):\S+\Z", address, re.IGNORECASE):
        return {"type": "text_link", "url": address}
    if re.match(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?\Z", address):
        return {"type": "text_link", "url": f"http://{address}/"}
    return None


def _time(attributes: dict[str, str]) -> Json:
    unix, shown_as = attributes.get("unix", ""), attributes.get("format", "")
    if not re.fullmatch(r"\d{1,12}", unix):
        raise _unparsed(f'Tag "tg-time" has invalid unix time "{unix}"')
    if not _TIME_FORMAT.match(shown_as):
        raise _unparsed(f'Tag "tg-time" has invalid format "{shown_as}"')
    shape: Json = {"type": "date_time", "unix_time": int(unix)}
    if shown_as:
        shape["date_time_format"] = shown_as
    return shape


def _merge_code(entities: list[Json]) -> list[Json]:
    """<pre><code class="language-x"> is one `pre` with a language; code holds no other style."""
    solid = [e for e in entities if e["type"] in ("pre", "code")]
    kept = []
    for entity in entities:
        outer = [
            s
            for s in solid
            if s is not entity
            and s["offset"] <= entity["offset"]
            and s["offset"] + s["length"] >= entity["offset"] + entity["length"]
            and (s["type"] == "pre" or entity["type"] != "pre")
        ]
        if not outer:
            kept.append(entity)
        elif entity.get("language"):
            outer[0]["language"] = entity["language"]
    for entity in kept:
        if entity["type"] == "code":
            entity.pop("language", None)
    kept.reverse()  # an outer tag closes later: it comes first where both begin together
    return sorted(kept, key=lambda e: (e["offset"], -e["length"]))


def _unparsed(words: str) -> Refused:
    return bad_request(f"can't parse entities: {words}")
