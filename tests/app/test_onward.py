"""Time never goes back, and whoever runs the bot hears of each time the clock does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.app.onward import Onward

AT = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
SECOND, HOUR = timedelta(seconds=1), timedelta(hours=1)


class Wall:
    """A clock on the wall that anybody may turn."""

    def __init__(self) -> None:
        self.at = AT

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def wall() -> Wall:
    return Wall()


def test_set_back_it_stands_still_until_the_clock_is_there_again(wall: Wall) -> None:
    now = Onward(wall)
    assert now() == AT
    wall.at = AT - HOUR
    assert now() == AT
    wall.at = AT + SECOND
    assert now() == AT + SECOND


def test_set_forward_and_back_again_it_has_been_every_instant_once(wall: Wall) -> None:
    now, seen = Onward(wall), []
    for apart in (0, 1, 3600, 3601, 1, 2, 1800, 3600, 3602):
        wall.at = AT + apart * SECOND
        seen.append(now())
    assert seen == sorted(seen)
    assert seen[-1] == AT + 3602 * SECOND


def test_each_jump_back_is_reported_once_with_its_size(
    wall: Wall, caplog: pytest.LogCaptureFixture
) -> None:
    now = Onward(wall)
    now()
    for back in (HOUR, HOUR - SECOND, HOUR - 2 * SECOND, 3 * HOUR, 3 * HOUR - SECOND):
        wall.at = AT - back
        now()
    errors = [each.getMessage() for each in caplog.records if each.levelname == "ERROR"]
    assert len(errors) == 2
    assert "set back by 1:00:00" in errors[0]
    assert "set back by 2:00:02" in errors[1]


def test_a_second_put_right_is_no_alarm(wall: Wall, caplog: pytest.LogCaptureFixture) -> None:
    now = Onward(wall)
    now()
    wall.at = AT - 30 * SECOND
    assert now() == AT
    assert caplog.records == []
    assert not now.is_behind()


def test_while_it_stands_still_it_says_that_nobody_knows_the_time(wall: Wall) -> None:
    now, known = Onward(wall), []
    for apart in (0, -3600, -31, -29, 1):
        wall.at = AT + apart * SECOND
        now()
        known.append(not now.is_behind())
    assert known == [True, False, False, False, True]


def test_a_restart_on_a_clock_set_back_goes_on_from_the_last_commit_and_says_so(
    wall: Wall, caplog: pytest.LogCaptureFixture
) -> None:
    now = Onward(wall)
    now.not_before(AT + HOUR)
    assert [now(), now()] == [AT + HOUR, AT + HOUR]
    assert now.is_behind()
    assert caplog.text.count("set back by 1:00:00") == 1
