"""The facts are all there, each with its words and sources; what is on hold stays unsaid."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import mean

import pytest
import textstat

from bot.safety.clinical import CLINICAL
from bot.safety.facts import Level, fact, facts, sources
from bot.words import Words
from bot.words.bundles import bundles

REPOSITORY = Path(__file__).resolve().parents[2]
WORDS = Words("en")
NO_SOURCE = {  # project rules and scope, which rest on the policy alone
    "miss.no_restart_alone",
    "bot.not_advice",
    "miss.vomited",
    "crisis.self_harm",
}


def text(fact_id: str) -> str:
    return WORDS.plain(facts()[fact_id].message)


def test_there_are_108_facts_and_40_of_them_are_seed() -> None:
    assert len(facts()) == 108
    assert sum(f.seed for f in facts().values()) == 40
    assert len({f.seed_ref for f in facts().values() if f.seed}) == 40
    assert not any(f.seed_ref for f in facts().values() if not f.seed)


def test_every_fact_has_words_and_all_words_have_a_fact() -> None:
    ftl = (REPOSITORY / "bot/locales/en/facts.ftl").read_text("utf-8")
    assert sorted(re.findall(r"^([a-z][\w-]*) =", ftl, re.M)) == sorted(
        f.message for f in facts().values()
    )
    (bundle,) = bundles("en")
    assert all(bundle.has_message(f.message) for f in facts().values())


def test_every_source_resolves_and_every_fact_has_one() -> None:
    assert all(s.title and s.kind for s in sources().values())
    assert {f.id for f in facts().values() if not f.sources} == NO_SOURCE
    used = {s.id for f in facts().values() for s in f.sources}
    assert used <= set(sources())
    assert all("SEED" in {s.id for s in f.sources} for f in facts().values() if f.seed)


def test_the_seed_document_has_no_address() -> None:
    assert {s.id for s in sources().values() if not s.address} == {"SEED"}


def test_a_fact_on_hold_is_refused() -> None:
    held = [f.id for f in facts().values() if f.hold]
    assert held == ["miss.no_restart_alone"]
    with pytest.raises(KeyError, match="hold"):
        fact(held[0])


def test_no_code_and_no_other_message_names_a_fact_on_hold() -> None:
    files = [*(REPOSITORY / "bot").rglob("*.py"), *(REPOSITORY / "bot/locales").rglob("*.ftl")]
    for held in (f for f in facts().values() if f.hold):
        for file in files:
            if file.name != "facts.ftl":
                text = file.read_text("utf-8")
                assert held.message not in text, file
                assert held.id not in text, file


def test_an_unknown_fact_is_refused() -> None:
    with pytest.raises(KeyError):
        fact("what.cures_everything")


def test_no_fact_claims_a_review_that_no_one_signed() -> None:
    assert {(f.version, f.reviewer) for f in facts().values()} == {(1, "")}


def test_levels_rise_from_info_to_emergency() -> None:
    assert max(Level.PHARMACIST, Level.EMERGENCY, Level.INFO) is Level.EMERGENCY
    assert fact("wd.seizures").level is Level.EMERGENCY
    assert fact("se.dry_mouth").level is Level.PHARMACIST


def test_every_fact_reads_at_grade_8_or_below_and_on_average_at_6() -> None:
    grades = {key: textstat.flesch_kincaid_grade(text(key)) for key in facts()}
    assert {key: grade for key, grade in grades.items() if grade > 8} == {}
    assert mean(grades.values()) <= 6


@pytest.mark.parametrize(
    ("fact_id", "words"),
    [
        ("wd.never_stop", "Never stop baclofen all at once."),
        ("miss.skip", "If you miss a dose, skip it. Take your next dose at the usual time."),
        ("miss.no_double", "Never take two doses at once, and never add extra to catch up."),
    ],
)
def test_the_rules_people_live_by_stand_word_for_word(fact_id: str, words: str) -> None:
    assert text(fact_id) == words


def test_clinical_sentences_outside_the_facts_name_facts_and_messages_that_exist() -> None:
    for message, ids in CLINICAL.items():
        assert message in WORDS, message
        assert ids, message
        assert [fact(i).id for i in ids] == list(ids)
