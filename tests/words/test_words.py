"""A text is said whole, in the right language, or it is a fault; names cannot break it."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.words import Markup, Words, WordsFault, best_language, cap, clean, languages, lines, link

WORDS = Words("en")
DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")


class Balance(HTMLParser):
    """Raises on a tag that is not Telegram's, has attributes, or is not closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.said = ""
        self.feed(text)
        self.close()
        assert not self.open, text

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in {"b", "i", "blockquote"}
        assert not attrs
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said += data


outside = st.text(st.characters(codec=None), max_size=80)
hostile = [
    "</b><a href=http://x>click</a>",
    "<b>",
    "&lt;b&gt;&amp",
    "abc\u202egnp.exe",
    "\u2068never closed",
    "\u2069\u2069escaped",
    "Z" + "\u0336\u0489\u0301" * 200,
    "\ud800 lone surrogate",
    "line\nbreak\u2028\x00\x1b[31m",
    "{ $amount } { -term }",
    "<!-- ",
    "<![CDATA[",
    "<?php",
    "&#60;b>",
]


@given(outside)
@pytest.mark.parametrize("given_name", hostile)
def test_no_name_breaks_the_markup_or_turns_the_line(given_name: str, more: str) -> None:
    for name in (given_name, more, given_name + more):
        said = WORDS.html("units-list-end", left=name, right=Markup("<b>10 mg</b>"))
        assert said.count("<") == 2
        assert Balance(said).said.endswith("10 mg\u2069")
        assert said.count("\u2068") == said.count("\u2069") == 2
        assert not re.search("[\u202a-\u202e\u2066\u2067]", said)
        assert "\n" not in said
        said.encode()


@given(outside)
@example("</b>\u202e\n")
def test_plain_text_has_no_direction_marks_and_no_markup(name: str) -> None:
    said = WORDS.plain("units-list-end", left=name, right="<b>")
    assert not DIRECTIONS.search(said)
    assert said.endswith(" and <b>")
    said.encode()


@given(outside)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(outside, st.integers(1, 64))
def test_capped_text_is_never_longer(text: str, most: int) -> None:
    assert len(cap(text, most)) <= most


def test_a_letter_keeps_at_most_three_accents() -> None:
    assert clean("e" + "\u0336" * 50) == "e" + "\u0336" * 3


@pytest.mark.parametrize("name", ["Zoë", "Nguyễn", "O'Brien", "می‌خواهم", "👩‍👩‍👧", "นี้", "צָהֳרַיִם"])
def test_names_as_people_write_them_stay_as_they_are(name: str) -> None:
    assert clean(name) == name


def test_a_long_name_is_cut_with_a_sign_that_it_was() -> None:
    assert cap("x" * 65) == "x" * 63 + "…"
    assert cap("  two \n words ") == "two words"


def test_a_missing_message_is_a_fault() -> None:
    with pytest.raises(WordsFault, match="no-such"):
        WORDS.html("no-such")
    assert "no-such" not in WORDS


def test_a_missing_argument_is_a_fault() -> None:
    with pytest.raises(WordsFault, match="units-amount"):
        WORDS.plain("units-amount")


@pytest.mark.parametrize("value", [None, True, ["x"], b"x"])
def test_an_argument_that_has_no_words_is_a_fault(value: object) -> None:
    with pytest.raises(WordsFault):
        WORDS.html("units-amount", number=value)  # type: ignore[arg-type]


def test_numbers_and_dates_pass() -> None:
    assert WORDS.plain("units-amount", number=Decimal("2.5")) == "2.5 mg"
    assert "2026" in WORDS.plain("units-amount", number=date(2026, 11, 22))


def test_safe_parts_stand_one_under_another() -> None:
    assert lines([Markup("<b>a</b>"), None, Markup("b")]) == "<b>a</b>\nb"


@pytest.mark.parametrize("code", ["en", "EN", "en-US", "en_GB", "xx", "", None, "zh-hans"])
def test_someone_whose_language_we_lack_is_spoken_to_in_english(code: str | None) -> None:
    assert best_language(code) == "en"


def test_english_is_always_there_and_first() -> None:
    assert languages()[0] == "en"


def test_a_language_without_words_is_a_fault() -> None:
    with pytest.raises(WordsFault):
        Words("xx")


def test_a_link_is_one_tag_with_one_attribute_around_escaped_text() -> None:
    made = link("Tom & <Jerry>", "https://nhs.uk/a/b?x=1&y=2")
    assert made == '<a href="https://nhs.uk/a/b?x=1&amp;y=2">Tom &amp; &lt;Jerry&gt;</a>'
    assert isinstance(made, Markup)


@pytest.mark.parametrize(
    "address",
    [
        *("", "http://nhs.uk/", "javascript:alert(1)", "https://", "https://nhs", "nhs.uk/a"),
        *(
            'https://nhs.uk/" onclick="x',
            "https://nhs.uk/'",
            "https://nhs.uk/<b>",
            "tg://user?id=1",
        ),
        *("https://a@nhs.uk/", "https://nhs.uk:8080/", "https://nhs.uk/a b", "https://nhs.uk/\n"),
        *(
            "https://nhs.uk\\@evil.org/",
            "https://nh\u0455.uk/",
            "https://NHS.UK/",
            " https://nhs.uk/",
        ),
        "https://nhs.uk/#part",
    ],
)
def test_what_is_no_plain_https_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="no address"):
        link("here", address)
