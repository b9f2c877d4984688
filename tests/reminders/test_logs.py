"""What goes wrong is logged by class and place: no text of a fault, which may hold a value."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest

from bot.app.running import _log_fault
from bot.domain.message import Addressee, Letter, Nudge
from bot.domain.policy import Policy
from bot.domain.terms import OutboxId, PersonId
from bot.reminders.boards import Boards
from bot.reminders.delivery import Delivery
from bot.reminders.heartbeat import Heartbeat
from tests.domain.a_dose import a_dose

AT = datetime(2026, 11, 23, 13, tzinfo=UTC)
SAID = "my zebra took 12.5 mg"


async def broken(*_: object) -> Any:
    """A sender, or a store's door, that meets a fault with a person's words in it."""
    raise ValueError(SAID)


STORE: Any = SimpleNamespace(read=broken, write=broken)


def told(caplog: pytest.LogCaptureFixture, what: str) -> None:
    assert what in caplog.text
    assert "ValueError (" in caplog.text
    assert "reminders/test_logs.py:" in caplog.text
    assert SAID not in caplog.text


async def test_of_a_beat_that_fails(caplog: pytest.LogCaptureFixture) -> None:
    await Heartbeat(STORE, Policy(), lambda: AT, lambda: None, lambda: None).beat()
    told(caplog, "a beat failed")


async def test_of_a_letter_that_cannot_be_sent(caplog: pytest.LogCaptureFixture) -> None:
    to = Addressee(PersonId(UUID(int=1)), 1, "en", "Europe/Berlin")
    letter = Letter(OutboxId(UUID(int=2)), to, Nudge(a_dose("14:00", "16:00")), False, False, 0, 0)
    none: Any = None
    delivery = Delivery(STORE, Policy(), lambda: AT, broken, none, none, broken)
    await delivery._lane(letter)
    told(caplog, "a letter could not be sent")


async def test_of_a_board_that_cannot_be_claimed(caplog: pytest.LogCaptureFixture) -> None:
    assert await Boards(STORE, Policy(), lambda: AT, broken).claim() is None
    told(caplog, "no board could be claimed")


async def test_of_a_board_that_cannot_be_shown(caplog: pytest.LogCaptureFixture) -> None:
    none: Any = None
    boards = Boards(STORE, Policy(), lambda: AT, broken)
    await Delivery(STORE, Policy(), lambda: AT, broken, none, boards, broken)._show(none)
    told(caplog, "a board could not be shown")


async def test_of_a_job_that_fails(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(ValueError, match="zebra") as fault:
        await broken()
    await _log_fault(None, SimpleNamespace(error=fault.value))
    told(caplog, "a job failed")
