"""However requests come and however long they take, the far end never counts too many."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Coroutine
from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.pace import Pace

FEW, SPAN = 3, 1.0  # few, so that a short list of requests meets the limit often
TINY = 1e-6  # seconds: a loop wakes up to its clock's resolution early


class Turning(selectors.DefaultSelector):
    """Nobody waits: the clock is turned to when the loop would have woken."""

    def __init__(self) -> None:
        super().__init__()
        self.at = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Turn the clock on, and look at what is there by then."""
        self.at += timeout or 0
        return super().select(0)


class TurnedLoop(asyncio.SelectorEventLoop):
    """A loop whose sleeps take no time."""

    def __init__(self) -> None:
        self._turning = Turning()
        super().__init__(self._turning)

    def time(self) -> float:
        """As far as it was turned."""
        return self._turning.at


def played(work: Coroutine[Any, Any, None]) -> None:
    """Run it to its end on a turned clock."""
    with asyncio.Runner(loop_factory=TurnedLoop) as runner:
        runner.run(work)


@dataclass(slots=True)
class Request:
    """One request: when it is asked for, how long it takes, whether it is refused."""

    asked: float
    takes: float
    refused: bool = False
    began: float = 0
    ended: float = 0

    async def play(self, pace: Pace | Ahead) -> None:
        """Ask for it at its time."""
        now = asyncio.get_running_loop().time
        await asyncio.sleep(self.asked)
        with suppress(ConnectionError):
            async with pace:
                self.began = now()
                await asyncio.sleep(self.takes)
                self.ended = now()
                if self.refused:
                    raise ConnectionError


async def play(requests: list[Request], most: int = FEW) -> None:
    """All of them through one pace."""
    pace = Pace(most, SPAN)
    async with asyncio.TaskGroup() as tasks:
        for request in requests:
            tasks.create_task(request.play(pace))


def most_in_a_span(arrived: list[float]) -> int:
    """The most arrivals in any half-open span."""
    arrived = sorted(arrived)
    return max(sum(at <= each < at + SPAN - TINY for each in arrived) for at in arrived)


SECONDS = st.floats(0, 3).map(lambda each: round(each, 3))
REQUESTS = st.lists(st.builds(Request, SECONDS, SECONDS, st.booleans()), min_size=1, max_size=30)


@given(REQUESTS, st.data())
def test_never_more_arrive_in_any_second_wherever_between_start_and_end_each_arrives(
    requests: list[Request], data: st.DataObject
) -> None:
    played(play(requests))
    parts = [data.draw(st.sampled_from([0.0, 0.5, 1.0])) for _ in requests]
    arrived = [
        each.began + part * (each.ended - each.began)
        for each, part in zip(requests, parts, strict=True)
    ]
    assert most_in_a_span(arrived) <= FEW


@given(REQUESTS)
def test_none_waits_while_there_is_room_and_none_is_overtaken(requests: list[Request]) -> None:
    played(play(requests))
    for request in requests:
        if request.began > request.asked + TINY:
            before = request.began - TINY
            held = [each for each in requests if each.began <= before < each.ended + SPAN]
            assert len(held) == FEW
    in_turn = sorted(requests, key=lambda each: each.asked)
    for sooner, later in pairwise(in_turn):
        assert sooner.began <= later.began or sooner.asked == later.asked


@pytest.mark.parametrize(("takes", "last"), [(0.0, 1.0), (0.1, 1.1)])
def test_of_fifty_the_first_28_leave_at_once_and_the_others_a_second_later(
    takes: float, last: float
) -> None:
    requests = [Request(0, takes) for _ in range(50)]
    played(play(requests, most=28))
    began = sorted(each.began for each in requests)
    assert began[:28] == [0.0] * 28
    assert began[28:] == pytest.approx([last] * 22)


@given(REQUESTS, REQUESTS)
def test_answers_take_part_in_the_pace_and_wait_for_no_letter_that_waits(
    letters: list[Request], answers: list[Request]
) -> None:
    async def work() -> None:
        pace = Pace(FEW, SPAN)
        async with asyncio.TaskGroup() as tasks:
            for request in letters:
                tasks.create_task(request.play(pace))
            for request in answers:
                tasks.create_task(request.play(Ahead(pace)))

    played(work())
    assert most_in_a_span([each.began for each in (*letters, *answers)]) <= FEW
    for answer in answers:
        overtaken_by = [
            each for each in letters if answer.asked + TINY < each.began < answer.began - TINY
        ]
        assert overtaken_by == []


def test_those_that_can_wait_are_apart_however_many_ask_at_once() -> None:
    async def work() -> None:
        pace, began = Pace(28, SPAN, apart=0.25), list[float]()

        async def letter() -> None:
            async with pace.behind():
                began.append(asyncio.get_running_loop().time())

        async with asyncio.TaskGroup() as tasks:
            for _ in range(4):
                tasks.create_task(letter())
        assert began == pytest.approx([0, 0.25, 0.5, 0.75])

    played(work())


@dataclass(slots=True)
class Ahead:
    """The pace as answers go by it."""

    pace: Pace
    entered: list[AbstractAsyncContextManager[None]] = field(default_factory=list)

    async def __aenter__(self) -> None:
        self.entered.append(self.pace.ahead())
        await self.entered[-1].__aenter__()

    async def __aexit__(self, *error: Any) -> None:
        await self.entered[-1].__aexit__(*error)


def test_an_answer_that_gives_up_as_it_is_let_in_leaves_its_place() -> None:
    async def work() -> None:
        pace = Pace(1, 0)
        await pace.__aenter__()
        waiting = asyncio.ensure_future(Request(0, 0).play(Ahead(pace)))
        await asyncio.sleep(0.1)
        await pace.__aexit__()
        asyncio.get_running_loop().call_later(0, waiting.cancel)  # just after the place is free
        await asyncio.wait([waiting])
        last = Request(0, 0)
        async with asyncio.timeout(1):
            await last.play(pace)

    played(work())


def test_whoever_gives_up_waiting_takes_no_place() -> None:
    async def work() -> None:
        pace = Pace(1, SPAN)
        first, second, third = (Request(0, 0.5) for _ in range(3))
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(first.play(pace))
            waiting = tasks.create_task(second.play(pace))
            tasks.create_task(third.play(pace))
            await asyncio.sleep(1)
            waiting.cancel()
        assert second.began == 0
        assert third.began == pytest.approx(1.5)

    played(work())
