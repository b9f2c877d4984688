"""Every fact that may be shown is reached in chat by the ways its table names."""

from __future__ import annotations

from collections import defaultdict

from bot.chat.callbacks import encode
from bot.safety.facts import facts
from bot.safety.routes import Door, Way, routes
from bot.safety.topics import GROUPS, Topic
from bot.screens.screen import Tap, Verb
from bot.words import Words
from tests.playground.client import Chat, Playground
from tests.stories.answering import a_week_on
from tests.stories.conftest import World

WORDS = Words()


def by_way(*doors: Door) -> dict[Way, set[str]]:
    """The facts that each way promises."""
    found: dict[Way, set[str]] = defaultdict(set)
    for fact_id, ways in routes().items():
        for way in ways:
            if way.door in doors:
                found[way].add(fact_id)
    return found


def words_of(fact_id: str) -> str:
    return WORDS.plain(facts()[fact_id].message)


HELD = {words_of(each.id) for each in facts().values() if each.hold}


_SIGNS = (Topic.HEART, Topic.CONFUSION, Topic.SEIZURES, Topic.OVERDOSE, Topic.SELF_HARM)


async def read_topic(chat: Chat, topic: Topic) -> str:
    """What is shown to whoever types the topic's name, to the last page."""
    name = WORDS.plain(f"topic-{topic}")
    if topic in _SIGNS:  # typed, it is a danger sign first; the button shows the topic
        index = await chat.ask("/ask")
        await chat.toast(await chat.forge(index.id, encode(Tap(Verb.ASK, None, f"{topic}.0"))))
        shown = [each for each in await chat.messages() if each.id == index.id]
    else:
        shown = [await chat.ask(f"/ask {name}")]
    while "More" in shown[-1].labels():
        shown.append(await chat.ask("more"))
    return "\n".join(each.text for each in shown)


async def test_every_topic_shows_the_facts_it_promises_to_whoever_types_its_name(
    patient: Chat,
) -> None:
    promised = by_way(Door.TOPIC)
    assert {way.name for way in promised} == set(Topic) - {Topic.QUITTING, Topic.NO_FACT}
    for way, ids in promised.items():
        shown = await read_topic(patient, Topic(way.name))
        assert {each for each in ids if words_of(each) not in shown} == set(), way
        assert not any(words in shown for words in HELD), way


async def test_what_is_typed_shows_the_facts_it_promises(patient: Chat) -> None:
    for way, ids in by_way(Door.TYPED).items():
        shown = (await patient.ask(way.name)).text
        assert {each for each in ids if words_of(each) not in shown} == set(), way
        assert not any(words in shown for words in HELD), way


async def test_the_card_shows_the_facts_it_promises(patient: Chat, playground: Playground) -> None:
    ((way, ids),) = by_way(Door.CARD).items()
    assert way.name == "moving"
    await a_week_on(playground)
    card = await patient.wait_for("Are you moving more smoothly?")
    assert {each for each in ids if words_of(each) not in card.text} == set()


async def test_every_topic_is_reached_by_taps_alone(world: World, patient: Chat) -> None:
    shown = await patient.ask("/ask")
    assert shown.text.startswith("What is your question?")
    for group, topics in GROUPS.items():
        opened = await patient.ask("/ask")
        name = WORDS.plain(f"group-{group}")
        async with world.handled():
            await patient.tap(name, message=opened)
        listed = next(each for each in await patient.messages() if each.id == opened.id)
        labels = [label for row in listed.buttons for label in row]
        assert labels == [*(WORDS.plain(f"topic-{topic}") for topic in topics), "Back"]
