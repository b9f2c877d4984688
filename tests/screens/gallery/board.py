"""The pinned day, and switching it on and off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from bot.domain.dose import Dose
from bot.domain.pauses import Life, Pause, PauseKind
from bot.domain.terms import DoseState, PauseId, SkipReason
from bot.domain.views import Today
from bot.screens import board, log
from bot.screens.screen import Screen
from tests.screens.gallery.berlin import DAY, POLICY, ZONE, at, dose, night, opened, scene, taken

PAUSED = Life(Pause(PauseId(UUID(int=5)), PauseKind.PAUSE, at("13:30"), at("20:00", days=1)))
WARD = Life(Pause(PauseId(UUID(int=6)), PauseKind.HOSPITAL, at("09:00", days=-1), None))
STOPPED = Life(Pause(PauseId(UUID(int=6)), PauseKind.STOPPED, at("09:00", days=-1), None))
SKIPPED = dose("08:00", state=DoseState.SKIPPED)
LAST_NIGHT = dose("22:00", "02:00", days=-1, state=DoseState.OPEN)
TAKEN_LATE = replace(LAST_NIGHT, state=DoseState.TAKEN, taken_at=at("00:11"))


def screens() -> dict[str, Screen]:
    """The day as it goes by."""
    morning, planned = taken("08:00", "08:04"), dose("14:00", "16:00")
    missed = dose(state=DoseState.MISSED)
    over = _day((taken("08:00", "08:04"), taken(), taken("22:00", "22:10")), (), dose(days=1))
    return {
        "pinned, before the dose": _board((morning, planned, night()), (), planned, "13:00"),
        "pinned, the dose is open": _board((morning, opened(), night()), (opened(),)),
        "pinned, the dose is taken": _board((morning, taken(), night()), (), night()),
        "pinned, skipped and not logged": _board(
            (SKIPPED, missed, night()),
            (),
            night(),
            reasons={SKIPPED.id: SkipReason.SIDE_EFFECTS},
        ),
        "pinned, last night's dose is open": _board(
            (planned, night()), (LAST_NIGHT,), clock="00:30", beside=(LAST_NIGHT,)
        ),
        "pinned, last night's dose is taken": _board(
            (planned, night()),
            clock="00:30",
            beside=(TAKEN_LATE,),
            extras=(at("23:40", days=-1),),
        ),
        "pinned, all is taken": board.board(scene("23:00"), POLICY, over),
        "pinned, no doses": _board((), (), None),
        "pinned, in a pause": _board(
            (morning, planned, night()), (), planned, "13:40", life=PAUSED
        ),
        "pinned, in hospital since yesterday": _board((), (), None, life=WARD),
        "pinned, the plan was ended yesterday": _board((), (), None, life=STOPPED),
        "pinned, the day is over": board.over(scene(), DAY),
        "today, pinned": board.with_switch(scene(), _today(over), on=True),
        "today, not pinned": board.with_switch(scene(), _today(over), on=False),
        "on": board.switched(scene(), on=True),
        "off": board.switched(scene(), on=False),
    }


def _day(
    doses: Sequence[Dose], open_ones: Sequence[Dose], after: Dose | None, clock: str = "14:10"
) -> Today:
    return Today(at(clock), ZONE, DAY, tuple(doses), tuple(open_ones), after, (), {})


def _board(
    doses: Sequence[Dose],
    open_ones: Sequence[Dose] = (),
    after: Dose | None = None,
    clock: str = "14:10",
    **more: Any,
) -> Screen:
    view = replace(_day(doses, open_ones, after, clock), **more)
    return board.board(scene(clock), POLICY, view)


def _today(view: Today) -> Screen:
    return log.today(scene(), POLICY, view)
