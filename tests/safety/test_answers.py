"""Topics: each with facts that may be shown, its level, and a way to every fact."""

from __future__ import annotations

import pytest

from bot.safety.answers import ANSWERS, PAGE, facts_of, level_of, pages
from bot.safety.facts import Level, fact, facts, sources
from bot.safety.refusing import REFUSALS, DoseQuestion
from bot.safety.routes import Door, routes, unreached
from bot.safety.topics import GROUPS, Topic


def test_every_topic_has_an_answer_of_facts_that_may_be_shown() -> None:
    assert set(ANSWERS) == set(Topic)
    for topic in Topic:
        every = (*ANSWERS[topic].facts, *ANSWERS[topic].kidney)
        assert bool(every) is (topic is not Topic.NO_FACT), topic
        assert [fact(each).id for each in every] == list(every)  # raises for one on hold
        assert len(set(every)) == len(every)


def test_what_has_no_fact_says_so_first() -> None:
    assert ANSWERS[Topic.NO_FACT].first == ("asked-no-fact",)


def test_every_topic_stands_in_one_group() -> None:
    listed = [topic for group in GROUPS.values() for topic in group]
    assert len(listed) == len(set(listed))
    assert set(listed) == set(Topic) - {Topic.NO_FACT}


@pytest.mark.parametrize("topic", Topic)
def test_a_topics_level_is_its_highest_facts(topic: Topic) -> None:
    highest = max((fact(each).level for each in ANSWERS[topic].facts), default=Level.INFO)
    assert level_of(topic) is highest or topic is Topic.BOT  # which names emergencies, and is none


@pytest.mark.parametrize("topic", Topic)
def test_pages_hold_every_fact_once_in_order(topic: Topic) -> None:
    for kidney in (False, True):
        every = pages(topic, kidney=kidney)
        assert tuple(each for page in every for each in page) == facts_of(topic, kidney=kidney)
        assert all(len(page) <= PAGE for page in every)
        assert len(every) <= 9  # one digit in a button


def test_h14_who_has_kidney_disease_reads_so_before_what_is_mild() -> None:
    for topic in (Topic.DROWSY, Topic.SIDE_EFFECTS):
        assert facts_of(topic, kidney=True)[0] == "who.kidney_confusion"
    assert "who.kidney_confusion" in facts_of(Topic.CONFUSION)


def test_the_rules_that_keep_people_alive_come_first_in_their_topics() -> None:
    assert facts_of(Topic.WITHDRAWAL)[0] == "wd.never_stop"
    assert facts_of(Topic.MISSED)[:2] == ("miss.skip", "miss.no_double")
    assert facts_of(Topic.OVERDOSE)[0] == "od.call"


def test_h11_every_refusal_names_whom_to_ask_and_a_rule() -> None:
    assert set(REFUSALS) == set(DoseQuestion)
    for said in REFUSALS.values():
        assert said.first[0].startswith("refuse-")
        assert {fact(each).id for each in said.facts} & {"miss.no_double", "wd.never_stop"}
    for asks in (DoseQuestion.HOW_MUCH, DoseQuestion.MORE, DoseQuestion.WHEN, DoseQuestion.AGAIN):
        assert "miss.no_double" in REFUSALS[asks].facts


def test_h5_nothing_that_may_be_an_emergency_reads_do_not_change_or_drop_a_dose() -> None:
    keep = {"take.evening", "take.exactly", "taper-keep"}
    for topic in Topic:
        if level_of(topic) is Level.EMERGENCY:
            assert not keep & {*ANSWERS[topic].facts, *ANSWERS[topic].first}, topic


def test_every_seed_fact_and_every_other_that_may_be_shown_has_a_way_to_it() -> None:
    assert unreached(seed=True) == ()
    assert unreached(seed=False) == ()
    ways = routes()
    assert set(ways) == set(facts())
    assert sum(bool(ways[each.id]) for each in facts().values() if each.seed) == 40
    assert {each for each, found in ways.items() if not found} == {
        each.id for each in facts().values() if each.hold
    }
    assert {str(way.door) for found in ways.values() for way in found} == set(Door)


def test_only_official_pages_are_links() -> None:
    linked = {source.id for source in sources().values() if source.link}
    assert linked == {
        *("NHS_HOW", "NHS_ABOUT", "FDA_DOSE", "FDA_PREF", "FDA_EYWA", "SCOT_ABI", "UKTIS"),
        "POISON_US",
    }
    for source in sources().values():
        assert source.link is None or source.link.startswith("https://")
