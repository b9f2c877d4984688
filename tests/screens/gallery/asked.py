"""Questions in words: every page of every topic, its sources, what is refused, and the choice."""

from __future__ import annotations

from bot.domain.message import Moving
from bot.domain.terms import Movement
from bot.safety.answers import pages
from bot.safety.refusing import DoseQuestion
from bot.safety.topics import Group, Topic
from bot.screens import asked
from bot.screens.cards import card
from bot.screens.moving import answered
from bot.screens.screen import Screen
from tests.screens.gallery.berlin import scene


def screens() -> dict[str, Screen]:
    """Each of them."""
    here, us = scene(), scene(country="US")
    return {
        "topics": asked.index(here),
        **{f"group, {group}": asked.group(here, group) for group in Group},
        **{
            f"topic, {topic}, page {page + 1}": asked.answer(here, topic, page)
            for topic in Topic
            for page in range(len(pages(topic)))
        },
        "topic, overdose, in the US": asked.answer(us, Topic.OVERDOSE),
        "topic, drowsy, kidney disease": asked.answer(here, Topic.DROWSY, kidney=True),
        "topic, missed, country unknown": asked.answer(scene(country=None), Topic.MISSED),
        **{
            f"sources, {topic}": asked.sources(here, topic)
            for topic in (Topic.ALCOHOL, Topic.VOMITED, Topic.BOT, Topic.PREGNANCY, Topic.MISSED)
        },
        "choice": asked.choice(here, (Topic.ALCOHOL, Topic.DRIVING)),
        "choice of one": asked.choice(here, (Topic.PRESSURE,)),
        "nothing": asked.nothing(here),
        **{f"refused, {asks}": asked.refusal(us, asks) for asks in DoseQuestion},
        "moving, a week": card(here, Moving(7)),
        "moving, two weeks": card(here, Moving(14)),
        "moving, after a doubt": card(here, Moving(7), repeat=True),
        **{
            f"moving, {movement}, day {day}": answered(here, day, movement)
            for movement in Movement
            for day in (7, 14)
        },
    }
