"""How the bot talks, on every screen and in every message, to someone who may be drowsy."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from html.parser import HTMLParser
from itertools import product
from statistics import mean
from uuid import UUID

import pytest
import textstat

from bot.chat.callbacks import decode, encode
from bot.domain.contacts import ContactKind
from bot.domain.limits import Limit
from bot.domain.marks import Mark, MarkGroup, Told
from bot.domain.setup import Question
from bot.domain.stopping import StopReason, StopWay
from bot.domain.symptoms import CHOSEN_MOST
from bot.domain.terms import Kidney, Movement, SkipReason, TaperReason
from bot.safety.facts import facts, sources
from bot.safety.topics import Group, Topic
from bot.screens.buttons import minutes_of
from bot.screens.screen import Screen, Tap, Verb
from bot.words import Words
from bot.words.specimens import specimens
from tests.ftl import every_message
from tests.screens.gallery import all_screens
from tests.screens.golden import readable

SCREENS = all_screens()
WORDS = Words()
TEXT_MOST = 4096
LONGEST_ID = UUID(int=2**128 - 1)
REPEATED = "(sent again; the first may not have arrived)"
LATEST = minutes_of(datetime(2100, 1, 1, tzinfo=UTC))
QUIET = (
    *("cards/not logged", "catch_up/not answered", "board/pinned", "ladder/not logged"),
    *("supply/card, home", "supply/card, shall I count"),
    *("asked/moving, a week", "asked/moving, two weeks", "asked/moving, after a doubt"),
)
TITLES = {source.title for source in sources().values()}
FACTS = {WORDS.plain(fact.message) for fact in facts().values()}
OFFICIAL = {source.link for source in sources().values() if source.link}


def every_screen(check: Callable[[Screen], None]) -> Callable[[], None]:
    """A test that the check holds of every screen; where it does not, the screen is named."""

    def test() -> None:
        for name, screen in SCREENS.items():
            try:
                check(screen)
            except AssertionError as fault:
                fault.add_note(f"on the screen {name}")
                raise

    return test


MESSAGES = specimens()
TEXTS = {
    **{f"screen {name}": readable(screen.text) for name, screen in SCREENS.items()},
    **{
        f"button {button.label}": button.label
        for screen in SCREENS.values()
        for row in screen.rows
        for button in row
    },
    **{f"message {name}": text for name, text in MESSAGES.items()},
}


@pytest.mark.parametrize(
    ("never", "why"),
    [
        ("!", "calm: no exclamation marks"),
        (r"(?<![\d\w])[.\-\u2010-\u2015\u2212]\s?\d", "a dot or dash before a number misreads"),
        (r"\d[.,]\d*0 mg", "10.0 mg can be read as 100 mg"),
        (r"\b0\d+ mg|\d,\d{3}", "no leading zero, no thousands mark"),
        (r"\bmcg\b|\bug\b|[µμ]g|micro", "units that are misread"),
        ("[½¼¾⅓⅔⅛]|[0-9]/[0-9]", "no fraction signs"),
        (r"(?i)\byou (should|must|have to|ought)\b", "never: you should"),
        (r"(?i)\b(streak|well done|great job|good job|bravo|failed to|forgot)\b", "no guilt"),
        (r"(?i)\b(done|dismissed|ignored) dose|dose (dismissed|ignored)", "the glossary's words"),
        (r"(?i)\b(guaranteed|never fails|always works|perfectly safe)\b", "no such promises"),
    ],
)
def test_what_is_never_said(never: str, why: str) -> None:
    found = {name: text for name, text in TEXTS.items() if re.search(never, text)}
    assert found == {}, why


def words_in(label: str) -> int:
    """Words of a label; an amount, a time, a date or a span is one."""
    label = re.sub(r"\d+(\.\d+)? mg", "X", label)
    label = re.sub(r"[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2}", "X", label)
    return len(re.sub(r"(\d+) (min|hours?)\b", "X", label).split())


def places(screen: Screen) -> bool:
    """Its buttons are names of places, which are as long as they are."""
    first = screen.rows[0][0].tap if screen.rows else None
    return first is not None and first.detail.startswith(f"{Question.WHICH_PLACE}.")


@every_screen
def test_buttons_are_at_most_three_words_and_three_a_row(screen: Screen) -> None:
    for row in screen.rows:
        assert 1 <= len(row) <= 3
        for button in row:
            assert button.label.strip()
            assert places(screen) or words_in(button.label) <= 3, button.label


@every_screen
def test_the_likely_answer_stands_first_and_alone(screen: Screen) -> None:
    good = [n for n, row in enumerate(screen.rows) for button in row if button.good]
    assert len(good) <= 1
    if good and good[0] == 0:
        assert len(screen.rows[0]) == 1


@every_screen
def test_no_two_buttons_of_a_screen_say_the_same(screen: Screen) -> None:
    labels = [button.label for row in screen.rows for button in row]
    assert len(set(labels)) == len(labels)


@every_screen
def test_every_button_fits_into_telegram_and_comes_back_as_it_went(screen: Screen) -> None:
    for row in screen.rows:
        for button in row:
            assert decode(encode(button.tap)) == button.tap


def longest_details() -> dict[Verb, list[str]]:
    """For each verb, the longest details there can be."""
    answers = [*Kidney, "change", "country", f"11_{'f' * 8}", f"yes_{'f' * 8}", LATEST, "9999.9999"]
    return {
        **{verb: [""] for verb in Verb},
        Verb.TOOK_AT: ["due", "ask", LATEST],
        Verb.TOOK_AGO: ["60"],
        Verb.EXTRA: [LATEST, f"?{LATEST}"],
        Verb.SNOOZE: ["60"],
        Verb.SKIP_BECAUSE: list(SkipReason),
        Verb.LOG: ["999"],
        Verb.PLAN: ["change"],
        Verb.BOARD: ["on", "off", "log", "help"],
        Verb.ZONE: ["change"],
        Verb.TAPER_BECAUSE: list(TaperReason),
        Verb.CORRECT: ["999"],
        Verb.CORRECT_DAY: ["20991231"],
        Verb.CORRECT_AS: ["due", "ask", "not", "skip", "unsure", f"n{LATEST}", f"x{LATEST}"],
        Verb.PAUSE: ["", "4h", "1d", "3d"],
        Verb.PAUSE_OK: [LATEST],
        Verb.HOSPITAL: ["yes", "no"],
        Verb.STOP: [f"{way}.{StopReason.SIDE_EFFECTS}" for way in StopWay],
        Verb.STOP_WHY: list(StopReason),
        Verb.STOP_DO: ["keep", "taper", "anyway", "end", "back", "card"],
        Verb.STOP_CHECK: ["fine", "signs"],
        Verb.CONTACTS: ["", *ContactKind],
        Verb.CONTACT_REMOVE: list(ContactKind),
        Verb.SYMPTOM: ["", "6" + "K" * CHOSEN_MOST],
        Verb.SYMPTOM_DONE: ["K" * CHOSEN_MOST],
        Verb.SYMPTOM_RATE: ["", "ask", *map(str, range(11))],
        Verb.SYMPTOM_HISTORY: ["999"],
        Verb.PROFILE: ["", *MarkGroup, *Mark],
        Verb.PROFILE_SET: [f"{mark}.{told}" for mark in Mark for told in Told],
        Verb.SUPPLY_COUNT: ["c", "r9999.125x19998"],
        Verb.SUPPLY_SAVE: ["c9999.125x19998y"],
        Verb.SUPPLY_LEAD: ["", "30"],
        Verb.ASK: ["", *Group, *(f"{topic}.{page}" for topic in Topic for page in (0, 9))],
        Verb.SOURCES: [f"{topic}.9" for topic in Topic],
        Verb.MOVING: [f"14.{movement}" for movement in Movement],
        Verb.SETUP: [f"{question}.{key}" for question, key in product(Question, answers)],
    }


@pytest.mark.parametrize("verb", Verb)
def test_the_longest_possible_callback_fits_into_64_bytes(verb: Verb) -> None:
    for detail in longest_details()[verb]:
        tap = Tap(verb, LONGEST_ID, detail)
        assert len(encode(tap).encode()) <= 64
        assert decode(encode(tap)) == tap


@every_screen
def test_every_screen_fits_into_one_message(screen: Screen) -> None:
    assert 0 < len(screen.text) <= TEXT_MOST  # with its tags: more than Telegram counts


EMOJI = re.compile("[\u2190-\u2bff\u3030\ufe0f\U0001f000-\U0001faff]")


@every_screen
def test_an_emoji_stands_at_most_once_at_the_start_and_never_on_a_button(screen: Screen) -> None:
    text = readable(screen.text).lstrip("*")
    assert len(EMOJI.findall(text)) <= 1
    assert not EMOJI.search(text[1:])
    assert not any(EMOJI.search(button.label) for row in screen.rows for button in row)


class Balance(HTMLParser):
    """Raises for a tag that Telegram would not take."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            assert [name for name, _ in attrs] == ["href"]
            assert attrs[0][1] in OFFICIAL, attrs
        else:
            assert tag in {"b", "i", "blockquote"}, tag
            assert not attrs
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_entityref(self, name: str) -> None:
        assert name in {"lt", "gt", "amp", "quot"}


@every_screen
def test_the_markup_of_every_screen_is_whole(screen: Screen) -> None:
    reader = Balance()
    reader.feed(screen.text)
    reader.close()
    assert reader.open == []
    assert "<" not in re.sub(r"</?(b|i|blockquote)>|<a href=\"[^\"<>]*\">|</a>", "", screen.text)


# Flesch-Kincaid is made for sentences; a label or "side effects" by itself gives it nothing to
# read, so single words are judged where they stand, on their screens.
SENTENCES = {name: text for name, text in MESSAGES.items() if len(text.split()) >= 8}


def grade(text: str) -> float:
    return float(textstat.flesch_kincaid_grade(text))


def test_every_sentence_reads_at_grade_8_or_below() -> None:
    assert len(SENTENCES) > 100
    assert {name: g for name, text in SENTENCES.items() if (g := grade(text)) > 8} == {}


def test_all_messages_read_at_grade_6_or_below_on_average() -> None:
    assert mean(grade(text) for text in SENTENCES.values()) <= 6
    assert mean(grade(text) for text in MESSAGES.values()) <= 6


@every_screen
def test_every_screen_reads_at_grade_8_or_below(screen: Screen) -> None:
    said = [
        line if line[-1:] in ".?:" else f"{line}."
        for line in readable(screen.text).split("\n")
        if line.split(" (https")[0] not in TITLES  # documents are called what they are called
    ]
    assert len(said) < 3 or grade(" ".join(said)) <= 8


def test_the_first_line_of_a_reminder_is_the_time_and_the_amount() -> None:
    for name, screen in SCREENS.items():
        if name.startswith("cards/reminder"):
            first = readable(screen.text).split("\n")[0]
            assert re.match(r"\*\d\d:\d\d dose: [\d.]+ mg\* \(", first), name


def test_every_nudge_and_repeat_says_first_that_it_may_have_been_taken() -> None:
    asked_again = [
        name
        for name in SCREENS
        if name.startswith("cards/nudge") or name == "cards/reminder after a doubt"
    ]
    assert len(asked_again) == 5
    for name in asked_again:
        said = readable(SCREENS[name].text).split("\n")
        first = said[2] if said[1] == REPEATED else said[1]
        assert first == "Already took it? Tap Took it. Do not take it again.", name


def test_every_kind_of_letter_says_that_it_is_a_repeat_and_no_other_card_does() -> None:
    repeats = {name for name, screen in SCREENS.items() if REPEATED in readable(screen.text)}
    kinds = ("reminder", "nudge", "not logged,", "offline,")
    caught_up = {f"catch_up/{kind}, after a doubt" for kind in ("asked again", "late")}
    assert repeats == {
        *(f"cards/{kind} after a doubt" for kind in kinds),
        *caught_up,
        *(
            f"pausing/{kind} after a doubt"
            for kind in ("over,", "silence,", "home, the plan not told,")
        ),
        "changing/a plan, after a doubt",
        *(f"ladder/{kind}, after a doubt" for kind in ("on a reminder", "any taken", "call now")),
        "supply/card, after a doubt",
        "asked/moving, after a doubt",
        "stopping/check, after a doubt",
    }


def test_a_catch_up_never_reads_as_one_more_dose() -> None:
    for name, screen in SCREENS.items():
        if name.startswith(("catch_up/asked again", "catch_up/late", "catch_up/unblocked, late")):
            assert "only if you have not taken it already." in readable(screen.text), name


def test_what_is_acted_on_shows_mg_and_tablets_together() -> None:
    acted_on = (
        "cards/", "catch_up/", "answers/taken", "answers/snoozed", "answers/undone, open",
        "asking/when", "asking/earlier", "asking/which, at", "asking/less", "asking/more",
        "log/today, two open",
    )  # fmt: skip
    for name, screen in SCREENS.items():
        if name.startswith(acted_on):
            assert re.search(
                r"\d mg\*? \((\d+ tablet|half of|\d+ and a half|tablet strength|your tablets)",
                readable(screen.text),
            ), name


MG = r"\d+(\.\d+)? mg"
IN_BOTH = re.compile(rf"{MG}\*? \([^()]*\btablets?\b[^()]*\)")
# An amount that is no dose's, or of a dose whose tablets are being asked for right there.
MG_ALONE = re.compile(
    rf"In all {MG} a day"  # a day's total
    rf"|less than the {MG} a day (you take now|you took before|of your plan)"
    rf"|\*{MG} (in one dose|in one day|a day) is .*"  # asked for once more, with its tablets
    rf"|You wrote {MG}"
    rf"|(more than|above) {MG} (in one dose|a day)"  # the policy's numbers
    rf"|I read: .*|Chosen: {MG}( and {MG})*\."  # before and while the tablets are chosen
    rf"|[Tt]ablets: ({MG}(, | and |\.$))+"  # the strengths on the boxes
    rf"|^{MG} at 8:00, 14:00 and 22:00, tablets of {MG}$|tablets of 5 and {MG}$"  # how to type
    rf"|tablets? of {MG}(?! tablet)|half of one {MG} tablet|It has {MG}\."  # what there is left
    rf"|\"[^\"]*{MG}[^\"]*\""
)


@every_screen
def test_no_line_names_a_dose_in_mg_without_its_tablets(screen: Screen) -> None:
    for line in readable(screen.text).split("\n"):
        if line not in FACTS and line.split(" (https")[0] not in TITLES:  # nobody's own dose
            assert not re.search(MG, MG_ALONE.sub("", IN_BOTH.sub("", line))), line


@every_screen
def test_a_button_names_a_dose_in_mg_only_below_a_text_that_names_its_tablets(
    screen: Screen,
) -> None:
    for row in screen.rows:
        for button in row:
            strengths = button.tap.verb in (Verb.SETUP, Verb.SUPPLY_COUNT)
            if not strengths and "mg" in button.label:
                amounts = [both.group() for both in IN_BOTH.finditer(readable(screen.text))]
                said = button.label.removeprefix("Took ")
                assert any(each.startswith(f"{said} (") for each in amounts), button.label


def test_a_message_that_is_given_an_amount_is_given_its_tablets_too() -> None:
    totals = {
        "echo-day",
        "echo-lower",
        "change-lower",
        "home-lower",
        *(f"again-{each}" for each in Limit),
    }
    totals |= {"about-start", "about-step"}
    buttons = {"button-took-amount", "button-chosen", "button-strength"}
    spoken = {"say-once", "say-twice", "say-thrice", "say-times"}  # on the phone, to an ambulance
    alone = {
        name
        for name, given in every_message().items()
        if "amount" in given and "tablets" not in given
    }
    assert alone == {*totals, *buttons, *spoken, "units-tablets-impossible"}


def test_every_card_about_a_dose_has_not_sure() -> None:
    for name, screen in SCREENS.items():
        if name.startswith(("cards/", "catch_up/")):
            labels = [button.label for row in screen.rows for button in row]
            assert "Not sure" in labels, name


def test_only_what_follows_an_unanswered_dose_and_the_pinned_day_are_silent() -> None:
    silent = {name for name, screen in SCREENS.items() if screen.silent}
    assert silent == {name for name in SCREENS if name.startswith(QUIET)}
