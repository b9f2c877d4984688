"""`check-safety` finds every gap that must not be shipped, and names what waits for a signature."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.app import safety_check
from bot.app.doctor import Finding
from bot.domain.policy import Policy
from bot.safety.clinical import CLINICAL
from bot.safety.facts import facts
from bot.safety.routes import routes


def gaps(found: list[Finding]) -> list[str]:
    """What must not be shipped."""
    return [each.line for each in found if each.good is False]


def test_there_is_no_gap() -> None:
    assert gaps(safety_check.check_safety(Policy())) == []


def test_every_fact_of_the_seed_is_printed_with_its_ways() -> None:
    printed = [each.line for each in safety_check.check_safety(Policy()) if each.name == "route"]
    seed = {each.id for each in facts().values() if each.seed}
    assert {line.partition(":")[0] for line in printed} == seed
    assert len(seed) == 40


def test_every_number_of_the_policy_is_printed_and_what_was_changed_stands_out() -> None:
    found = safety_check.check_safety(replace(Policy(), on_time=timedelta(minutes=20)))
    changed = [each.line for each in found if each.name == "policy" and each.good is None]
    assert "on_time = 0:20:00" in changed
    assert "nobody has signed them" in changed


def test_a_fact_of_the_seed_that_nobody_reaches_is_a_gap() -> None:
    ways = {**routes(), "wd.fever": ()}
    assert gaps(list(safety_check.coverage(facts(), ways))) == ["wd.fever: no way leads to it"]


def test_a_way_to_a_fact_on_hold_is_a_gap() -> None:
    ways = {**routes(), "miss.no_restart_alone": routes()["wd.fever"]}
    [line] = gaps(list(safety_check.coverage(facts(), ways)))
    assert "miss.no_restart_alone" in line


def test_a_sentence_without_its_facts_or_its_words_is_a_gap() -> None:
    clinical = {**CLINICAL, "not-sure": ("no.such_fact",), "no-such-message": ("wd.fever",)}
    found = gaps(safety_check.sentences(facts(), clinical))
    assert found == [
        "not-sure rests on no.such_fact, which cannot be shown",
        "no-such-message is not written",
    ]


def test_a_text_that_is_hard_to_read_is_a_gap() -> None:
    hard = "Abrupt discontinuation of intrathecal medication necessitates hospitalisation today."
    easy = "Take it at the same time each day with some food."
    found = gaps(list(safety_check.readability({"hard": hard, "easy": easy})))
    assert any(line.startswith("hard reads at grade") for line in found)
    assert not any(line.startswith("easy") for line in found)


def test_a_policy_that_turns_a_rule_round_is_a_gap() -> None:
    wrong = replace(Policy(), late_most=timedelta(hours=9))
    assert any("late_most" in line for line in gaps(safety_check.check_safety(wrong)))
