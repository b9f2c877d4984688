"""By which ways a person reaches each fact in chat: every fact that is not on hold has one.

The stories walk each way and look for the fact's words at its end (`tests/stories/test_routes.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from bot.safety.answers import ANSWERS
from bot.safety.facts import facts
from bot.safety.topics import Topic


class Door(StrEnum):
    """Where a way begins."""

    TOPIC = "topic"  # asked in words, or chosen under /ask; the name is a Topic
    TYPED = "typed"  # what is typed, as it stands
    CARD = "card"  # said by the bot of its own accord; the name is the outbox kind


@dataclass(frozen=True, slots=True)
class Way:
    """A way to a fact."""

    door: Door
    name: str

    def __str__(self) -> str:
        """ "topic missed", "typed /help", "card moving"."""
        return f"{self.door} {self.name}"


def _typed(*names: str) -> tuple[Way, ...]:
    return tuple(Way(Door.TYPED, name) for name in names)


_MOVING = (Way(Door.CARD, "moving"),)
_BESIDE: Mapping[str, tuple[Way, ...]] = {  # what other screens say in the facts' own words
    "miss.skip": _typed("/help"),
    "miss.no_double": _typed("can I double?"),
    "wd.never_stop": _typed("/help", "stop"),
    "wd.taper": _typed("I feel fine, I quit"),
    "take.exactly": _typed("/about", "how much should I take?"),
    "bot.not_advice": _typed("/about"),
    "od.call": _typed("can I double?"),
    "what.not_instant": _MOVING,
    "what.week_or_two": _MOVING,
}


@cache
def routes() -> Mapping[str, tuple[Way, ...]]:
    """Each fact's id with the ways to it, topics first. None for a fact on hold."""
    found: dict[str, tuple[Way, ...]] = {}
    for fact_id, fact in facts().items():
        topics = tuple(Way(Door.TOPIC, topic) for topic in Topic if _answers(topic, fact_id))
        found[fact_id] = () if fact.hold else (*topics, *_BESIDE.get(fact_id, ()))
    return MappingProxyType(found)


def _answers(topic: Topic, fact_id: str) -> bool:
    """Whoever wants to stop gets the stop guard instead of the topic's page."""
    return topic is not Topic.QUITTING and fact_id in ANSWERS[topic].facts


def unreached(*, seed: bool) -> tuple[str, ...]:
    """Facts that may be shown and have no way to them; of the seed alone, or of all."""
    return tuple(
        fact_id
        for fact_id, fact in facts().items()
        if not fact.hold and (fact.seed or not seed) and not routes()[fact_id]
    )
