"""What could be read as medical advice rests on a fact, or is known to be none."""

from __future__ import annotations

import re

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.serializer import FluentSerializer

from bot.safety.clinical import CLINICAL
from bot.safety.facts import Level, fact, facts
from tests.ftl import AREAS, ENGLISH, every_message, variables_of
from tests.screens.gallery import messages_said

WATCHED = re.compile(
    r"\b(dos(e|es|ing)|skip\w*|doubl\w*|overdos\w*|withdrawal|seizure\w*|fever\w*|spasm\w*|kidney\w*"
    r"|dialysis|doctor\w*|pharmacist\w*|clinic\w*|medical\w*|taper\w*|stop\w*|extra|emergenc\w*"
    r"|poison|pump\w*|child\w*|pregnan\w*|operation|leaflet|label|lower|less|rise|more|twice"
    r"|side effects?|miss|missed|late|early|take|takes|took|taken|urgent\w*|symptom\w*|signs?"
    r"|tablets?|baclofen|mg|breath\w*|worried|food|start)\b",
    re.IGNORECASE,
)

# Why a message that has such a word states nothing clinical. A name that ends in "-" is a family.
PLAIN: dict[str, set[str]] = {
    "the label of an answer that the person gives": {"button-", "skip-reason-", "taper-reason-"},
    "how a value or a state is written": {
        "units-", "state-", "dose-name", "dose-name-", "at-", "say-once", "say-twice", "say-thrice",
        "say-times", "say-each", "say-last", "say-none-logged",
    },
    "how to type, where something was not read": {
        "correct-unclear", "correct-what-hint", "correct-days-hint", "correct-again",
        "problem-", "unclear-", "again-hint", "again-hint-day", "again-wrong", "each-hint",
        "country-several", "other-amount", "other-amount-planned", "plan-hint", "strengths-hint",
    },
    "a question about what the person did or has": {
        "ask-when", "ask-which", "ask-which-at", "ask-which-meant", "ask-which-dose", "ask-skip",
        "ask-skip-hint", "ask-extra", "ask-extra-no-mg", "ask-extra-plain", "ask-extra-at",
        "ask-extra-before",
        "plan-question", "correct-days", "correct-day", "correct-what",
        "times-count", "each-question", "strengths-question", "last-question", "taper-question",
    },
    "what is recorded, or that nothing was": {
        "taken", "taken-late", "taken-early", "skipped", "skipped-own", "missed-told",
        "undone-extra", "already-taken", "already-skipped", "already-missed", "extra-recorded",
        "extra-recorded-mg", "extra-as-dose", "refused-repeat", "refused-not-yours",
        "taper-recorded", "taper-withdrawn", "log-taken", "log-longest", "log-nothing-known",
        "log-day-short", "log-latest", "echo-day", "echo-last", "odd-short", "odd-long",
        "stop-keep", "stop-kept", "stop-kept-none", "stop-noted", "stop-because-feel_better",
        "echo-fewer", "stop-because-other", "echo-tablets", "tablets-understood",
        "correct-done", "correct-reopened", "correct-taken", "correct-now",
        "correct-already", "correct-kept", "correct-dose", "correct-day-none",
        "correct-day-no-time", "not-emergency", "called", "flag-late",
    },
    "when a dose is or was asked about": {
        "card-repeat", "card-not-logged", "card-nudge", "dose-moved", "snoozed", "undone-open",
        "undone-planned", "undone-unknown", "refused-not-open", "refused-nothing-open",
        "refused-window", "refused-next-opened", "refused-previous", "refused-too-early",
        "correct-open", "correct-planned", "correct-cancelled", "correct-too-old",
        "correct-hospital", "correct-too-far", "correct-too-early", "correct-no-days",
        "echo-open-now",
        "started-plan-now", "change-same-times", "dose-over", "undone-replanned",
        "offline-question", "today-none", "started-hint", "started-open", "refused-snoozes",
    },
    "what the bot is, and how it works": {
        "welcome-what", "about-who", "about-not-device", "about-review", "about-nudge",
        "about-nudge-none", "about-snooze", "about-asleep", "clock-place-country", "clock-numbers",
        "country-hint", "setup-cancelled", "setup-nothing", "times-hint", "gate-again",
        "not-set-up", "plan-none",
    },
    "what the bot does and does not do after a plan is ended": {
        "stop-why", "stop-why-hint", "stop-sure", "stop-sure-does", "stop-sure-checks",
        "stop-sure-instead", "stop-sure-none", "stop-ended", "stop-checks", "stop-again",
        "stop-check", "stop-check-last", "life-stopped", "life-again", "about-stop-again",
    },
    "what can be typed or opened": {
        "help-today", "help-typed", "unknown-hint", "command-today", "command-start",
        "command-cancel",
    },
    "what the bot does in a pause, in hospital, and with reminders only": {
        "pause-open", "pause-no-other",
        "pause-inside", "pause-each-day", "pause-no-dose", "pause-dose", "pause-alone",
        "pause-next", "pause-over", "started-paused", "life-hospital", "life-only",
        "hospital-staff", "hospital-noted", "hospital-log", "hospital-taken", "home-last",
        "hospital-later", "silence-since", "silence-offer", "silence-cost", "only-ended",
        "only-still", "about-pause", "about-silence", "about-changed", "about-correct",
        "help-pause", "command-pause",
    },
    "the name of what a person feels, has or takes, or a question about it": {
        "sign-", "mark-", "symptom-history-hint", "level-word-", "profile-title", "profile-hint",
        "help-symptom", "command-symptom", "symptom-history", "symptom-chosen", "symptom-hint",
        "symptom-none",
    },
    "whom the person can call, and their own numbers": {
        "contact-", "call-title", "call-none", "help-contacts", "command-contacts",
    },
    "an example of the form; plan-exact stands beside it": {"plan-example-1", "plan-example-2"},
}  # fmt: skip
FAMILIES = tuple(name for names in PLAIN.values() for name in names if name.endswith("-"))
SINGLE = {name for names in PLAIN.values() for name in names if not name.endswith("-")}

# Nothing outside the facts may tell anyone how much to take, or to take it outside the plan.
NEVER_SAID = re.compile(
    r"\b(take (one|another|an extra|half|two|more|less|it now)|catch up|restart|increase"
    r"|(raise|lower|reduce|change) (your|the) (dose|amount)|you can stop|stop taking"
    r"|safe to (stop|take)|you should|you must|rare|don't worry|no need to worry)\b",
    re.IGNORECASE,
)
DENIED = re.compile(r"\b(do not|never|i never)[^.]*", re.IGNORECASE)


def written() -> dict[str, str]:
    """The messages outside the facts, as written, without their arguments."""
    found = {}
    for area in AREAS:
        if area == "facts":
            continue
        for entry in FluentParser().parse((ENGLISH / f"{area}.ftl").read_text("utf-8")).body:
            if isinstance(entry, ast.Message):
                text = FluentSerializer().serialize_entry(entry).split("=", 1)[1]
                found[entry.id.name] = re.sub(r"\{[^{}]*\}|<[^>]*>", "", text).strip()
    return found


def is_plain(message: str) -> bool:
    return message in SINGLE or message.startswith(FAMILIES)


def test_every_message_with_a_clinical_word_rests_on_facts_or_is_known_to_be_plain() -> None:
    undecided = {
        message: text
        for message, text in written().items()
        if WATCHED.search(text) and message not in CLINICAL and not is_plain(message)
    }
    assert undecided == {}


def test_no_message_is_called_both_clinical_and_plain() -> None:
    assert [message for message in CLINICAL if is_plain(message)] == []


def test_every_clinical_message_exists_outside_the_facts() -> None:
    assert set(CLINICAL) - set(written()) == set()


def test_every_fact_behind_a_clinical_message_may_be_shown() -> None:
    for message, ids in CLINICAL.items():
        assert ids, message
        assert len(set(ids)) == len(ids), message
        assert [fact(each).id for each in ids] == list(ids)  # raises for one that is on hold


def test_no_screen_shows_a_fact_that_is_on_hold() -> None:
    held = {each.message for each in facts().values() if each.hold}
    assert held
    assert messages_said() & held == set()


def test_no_amount_is_ever_advised_raised_lowered_or_restarted() -> None:
    for message, text in written().items():
        assert not NEVER_SAID.search(DENIED.sub("", text)), (message, text)


def test_nobody_is_told_to_double_or_to_take_it_again() -> None:
    for message, text in written().items():
        for word in re.finditer(r"[^.]*\b(doubl\w*|take it again)\b", text, re.IGNORECASE):
            assert re.match(r"\s*(Already took it.*|Then )?\s*do not", word.group(), re.I), message


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("card-once", "Already took it? Tap Took it. Do not take it again."),
        ("card-skip-rule-last", "If you missed it, skip it. Do not double up."),
        ("card-ask-label", "Your leaflet may say otherwise. Ask your pharmacist."),
        ("not-sure", "do not take it again now."),
        ("extra-ask", "Ask them about your next dose before you take it."),
        ("card-late", "Take it only if you have not taken it already."),
        ("ask-skip-rule", "Never stop baclofen all at once."),
        ("taper-no-clinician", "nobody was told"),
        ("about-not-device", "not a medical device"),
    ],
)
def test_the_policys_words_stand(message: str, words: str) -> None:
    assert words in written()[message]


def test_what_a_signs_list_names_is_an_emergency_or_asks_for_help_at_once() -> None:
    for each in CLINICAL["taper-emergency"]:
        assert fact(each).level is Level.EMERGENCY, each


def test_the_emergency_number_comes_with_the_way_on_where_it_fails() -> None:
    assert "local" in written()["emergency-number"]
    assert "local" in written()["emergency-local"]
    assert every_message()["emergency-number"] == {"number"}


def test_this_reads_every_file_but_the_facts() -> None:
    assert set(written()) == set(every_message()) - set(variables_of("facts"))
