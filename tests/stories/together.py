"""Steps that many people take in one running bot, each their own, at the same time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest
from typing import TypeVar

from tests.playground.client import Chat
from tests.stories.answering import minutes
from tests.stories.conftest import World
from tests.stories.forms import READY, Steps
from tests.stories.seeding import patients

T = TypeVar("T")
Group = tuple[str, tuple[T, ...]]
_MOST = 8  # cases a group: all of them would be one long test


def grouped(
    cases: Iterable[T], steps_of: Callable[[T], Steps], is_pinned: Callable[[T], bool]
) -> list[Group[T]]:
    """The cases in groups that can share a bot, each with a name.

    Those who begin alike, and for whom the same spans of time pass.
    """
    alike: dict[tuple[str, Steps], list[T]] = defaultdict(list)
    for case in cases:
        steps = steps_of(case)
        ready = "pinned" if is_pinned(case) else "set up"
        alike[ready if _is_seeded(steps) else "new", _moments(steps)].append(case)
    return [
        (" ".join([ready, *moments, str(n)]), tuple(found[n : n + _MOST]))
        for (ready, moments), found in alike.items()
        for n in range(0, len(found), _MOST)
    ]


async def begun(world: World, everyones: Sequence[Steps], *, pinned: bool) -> list[Chat]:
    """A person for each of these ways, which share their spans of time, at the end of it.

    Whoever is set up by their steps is set up at once, their days `pinned` or not.
    """
    names = [f"Person {n}" for n in range(len(everyones))]
    if _is_seeded(everyones[0]):
        chats = await patients(world.playground, world.database, *names, pinned=pinned)
        everyones = [steps[len(READY) :] for steps in everyones]
    else:
        chats = [await world.playground.person(name) for name in names]
    await walk(world, chats, everyones)
    return chats


async def walk(world: World, chats: Sequence[Chat], everyones: Sequence[Steps]) -> None:
    """Each takes their own steps; the same spans of time pass for all."""
    spans = [_spans(steps) for steps in everyones]
    for n, moment in enumerate(("", *_moments(everyones[0]))):
        await _pass(world, moment)
        for together in zip_longest(*(each[n] for each in spans)):
            async with world.handled():
                for chat, step in zip(chats, together, strict=True):
                    if step is not None:
                        await do(chat, step)


async def do(chat: Chat, step: str) -> None:
    """Tap a "[label]"; say anything else."""
    await (chat.tap(step[1:-1]) if step.startswith("[") else chat.say(step))


async def _pass(world: World, moment: str) -> None:
    if moment.startswith("+"):
        await world.playground.step(minutes(int(moment)))
    elif moment.startswith("~"):
        await world.playground.sleep(minutes(int(moment.removeprefix("~"))))
        await world.playground.step(minutes(1))  # what happened meanwhile is asked


def _is_seeded(steps: Steps) -> bool:
    return steps[: len(READY)] == READY != steps


def _is_moment(step: str) -> bool:
    return step.startswith(("+", "~"))


def _moments(steps: Steps) -> Steps:
    return tuple(step for step in steps if _is_moment(step))


def _spans(steps: Steps) -> list[list[str]]:
    """The steps before, between and after the moments."""
    found: list[list[str]] = [[]]
    for step in steps:
        if _is_moment(step):
            found.append([])
        else:
            found[-1].append(step)
    return found
