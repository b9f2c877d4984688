"""Entities of a text: what Telegram finds by itself, what a bot may send, and back to HTML."""

import re
from html import escape

from bot.playground.markup import parse_html
from bot.playground.params import Json, Params
from bot.playground.refusals import bad_request
from bot.playground.units import slice_units, units

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024

_FOUND = (
    ("url", re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]")),
    ("email", re.compile(r"(?<![\w.])[\w.+-]+@[\w-]+\.[a-z]{2,}", re.IGNORECASE)),
    ("url", re.compile(r"(?<![\w.@/])(?:[\w-]+\.)+(?:com|org|net|info|uk|de|fr|io)\b(?:/\S*)?")),
    ("bot_command", re.compile(r"(?<![\w/<>])/\w{1,64}(?:@\w{3,32})?(?![\w/])", re.ASCII)),
    ("mention", re.compile(r"(?<!\w)@[A-Za-z]\w{4,31}", re.ASCII)),
    ("hashtag", re.compile(r"(?<!\w)#\w*[^\W\d]\w*")),
)
_CLOSED = {"url", "email", "bot_command", "mention", "hashtag", "text_link", "code", "pre"}
_KNOWN = {
    *("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold"),
    *("italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote"),
    *("code", "pre", "text_link", "text_mention", "custom_emoji", "date_time"),
}
_NEEDED = {"text_link": "url", "date_time": "unix_time", "custom_emoji": "custom_emoji_id"}
_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}


def written(params: Params, name: str) -> tuple[str, list[Json]]:
    """The text or caption of a request with its entities, trimmed and measured as Telegram does."""
    raw, mode = params.text(name), params.text("parse_mode").lower()
    own = "entities" if name == "text" else "caption_entities"
    entities: list[Json] = []
    if mode == "html":
        raw, entities = parse_html(raw)
    elif mode:
        raise bad_request("unsupported parse_mode")
    elif params.has(own):
        entities = _explicit(params.json(own), units(raw))
    text, entities = _trim(raw, entities)
    limit = TEXT_LIMIT if name == "text" else CAPTION_LIMIT
    if units(text) > limit:
        kind = "message" if name == "text" else "message caption"
        raise bad_request(f"{kind} is too long")
    if name == "text" and not text:
        raise bad_request("message text is empty")
    return text, with_found(text, entities)


def with_found(text: str, entities: list[Json]) -> list[Json]:
    """The entities plus the links, commands and mentions Telegram marks in any text."""
    taken = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in _CLOSED]
    added = list(entities)
    for kind, pattern in _FOUND:
        for match in pattern.finditer(text):
            offset, length = units(text[: match.start()]), units(match[0])
            if all(offset + length <= start or offset >= end for start, end in taken):
                taken.append((offset, offset + length))
                added.append({"type": kind, "offset": offset, "length": length})
    return sorted(added, key=lambda e: (e["offset"], -e["length"]))


def _explicit(value: object, total: int) -> list[Json]:
    if not isinstance(value, list):
        raise bad_request("can't parse entities JSON object")
    for entity in value:
        if not isinstance(entity, dict) or str(entity.get("type")) not in _KNOWN:
            raise bad_request("can't parse MessageEntity: unknown type")
        offset, length = entity.get("offset"), entity.get("length")
        if not (isinstance(offset, int) and isinstance(length, int)):
            raise bad_request("can't parse MessageEntity: offset and length must be Integers")
        if not isinstance(entity.get(_NEEDED.get(entity["type"], "type")), str | int):
            raise bad_request(f"can't parse MessageEntity: {entity['type']} is incomplete")
        if offset < 0 or length <= 0 or offset + length > total:
            raise bad_request("entity beyond the end of the text")
    return [dict(entity) for entity in value]


def _trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    kept = text.strip()
    if kept == text:
        return text, entities
    cut, total = units(text[: len(text) - len(text.lstrip())]), units(kept)
    moved = []
    for entity in entities:
        start = max(entity["offset"] - cut, 0)
        end = min(entity["offset"] + entity["length"] - cut, total)
        if end > start:
            moved.append({**entity, "offset": start, "length": end - start})
    return kept, moved


def as_html(text: str, entities: list[Json]) -> str:
    """The text with its styles written as HTML again; links Telegram found stay plain text."""
    styled = [e for e in entities if _tags(e)[0]]
    bounds = {0, units(text)}
    for entity in styled:
        bounds |= {entity["offset"], entity["offset"] + entity["length"]}
    out: list[str] = []
    open_: list[Json] = []
    places = sorted(bounds)
    for start, end in zip(places, [*places[1:], places[-1]], strict=True):
        while open_ and open_[-1]["offset"] + open_[-1]["length"] <= start:
            out.append(_tags(open_.pop())[1])
        for entity in styled:
            if entity["offset"] == start:
                open_.append(entity)
                out.append(_tags(entity)[0])
        out.append(escape(slice_units(text, start, end - start), quote=False))
    return "".join(out)


def _tags(entity: Json) -> tuple[str, str]:
    kind = entity["type"]
    if kind == "text_link":
        return f'<a href="{escape(str(entity["url"]))}">', "</a>"
    if kind == "expandable_blockquote":
        return "<blockquote expandable>", "</blockquote>"
    if kind == "date_time":
        shown_as = entity.get("date_time_format")
        style = f' format="{shown_as}"' if shown_as else ""
        return f'<tg-time unix="{entity["unix_time"]}"{style}>', "</tg-time>"
    if kind == "pre" and entity.get("language"):
        return f'<pre><code class="language-{escape(str(entity["language"]))}">', "</code></pre>"
    tag = _TAGS.get(kind)
    return (f"<{tag}>", f"</{tag}>") if tag else ("", "")
