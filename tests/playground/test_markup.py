"""HTML is read as Telegram reads it."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.entities import as_html, with_found
from bot.playground.markup import parse_html
from bot.playground.refusals import Refused
from bot.playground.units import units


def shapes(source: str) -> list[tuple[str, int, int]]:
    return [(e["type"], e["offset"], e["length"]) for e in parse_html(source)[1]]


def test_offsets_count_utf16_units() -> None:
    assert parse_html("💊 <b>10 mg 💊</b>") == (
        "💊 10 mg 💊",
        [{"type": "bold", "offset": 3, "length": 8}],
    )


def test_nested_styles_are_separate_entities_outer_first() -> None:
    assert shapes("<b>a<i>b</i></b>") == [("bold", 0, 2), ("italic", 1, 1)]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("<strong>x</strong>", "bold"),
        ("<em>x</em>", "italic"),
        ("<u>x</u>", "underline"),
        ("<s>x</s>", "strikethrough"),
        ("<code>x</code>", "code"),
        ("<tg-spoiler>x</tg-spoiler>", "spoiler"),
        ('<span class="tg-spoiler">x</span>', "spoiler"),
        ("<blockquote>x</blockquote>", "blockquote"),
        ("<blockquote expandable>x</blockquote>", "expandable_blockquote"),
        ('<a href="https://example.org/?a=1&amp;b=2">x</a>', "text_link"),
    ],
)
def test_every_tag_telegram_knows_becomes_its_entity(source: str, kind: str) -> None:
    assert shapes(source) == [(kind, 0, 1)]


def test_a_time_keeps_its_instant_and_format() -> None:
    _, entities = parse_html('<tg-time unix="1770000000" format="t">14:00</tg-time>')
    assert entities == [
        {
            "type": "date_time",
            "offset": 0,
            "length": 5,
            "unix_time": 1770000000,
            "date_time_format": "t",
        }
    ]


def test_code_in_pre_names_the_language_of_the_pre() -> None:
    _, entities = parse_html('<pre><code class="language-python">x = 1</code></pre>')
    assert entities == [{"type": "pre", "offset": 0, "length": 5, "language": "python"}]


def test_only_four_named_references_are_read() -> None:
    assert parse_html("&lt;b&gt; &amp;&quot; &nbsp; &#955; &") == ('<b> &" &nbsp; λ &', [])


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("é<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 2'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-time unix="soon">x</tg-time>', 'Tag "tg-time" has invalid unix time "soon"'),
        ('<a href="x', 'Unclosed start tag "a" at byte offset 0'),
    ],
)
def test_broken_html_is_refused_in_telegrams_words(source: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {words}"


@given(st.text(alphabet="<>/bi&;=\"' amp#x1💊-", max_size=40))
def test_any_text_is_parsed_or_refused_never_anything_else(source: str) -> None:
    with suppress(Refused):
        text, entities = parse_html(source)
        assert all(e["offset"] + e["length"] <= units(text) for e in entities)


@given(st.lists(st.sampled_from(["<b>", "<i>", "💊", "a", "&lt;", "\n"]), max_size=12))
def test_html_survives_the_way_there_and_back(parts: list[str]) -> None:
    opened = [part for part in parts if part in ("<b>", "<i>")]
    source = "".join(parts) + "".join(tag.replace("<", "</") for tag in reversed(opened))
    text, entities = parse_html(source)
    assert parse_html(as_html(text, entities)) == (text, entities)


def test_commands_and_links_are_found_but_not_inside_code() -> None:
    text = "/today or /log@Bot at https://example.org/a, not 1/2 and not /code"
    code = [{"type": "code", "offset": text.index("/code"), "length": 5}]
    found = with_found(text, code)
    covered = [text[e["offset"] : e["offset"] + e["length"]] for e in found]
    assert covered == ["/today", "/log@Bot", "https://example.org/a", "/code"]
