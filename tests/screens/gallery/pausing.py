"""Pauses, hospital, and reminders only: asked, running and over."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from bot.domain.adherence import adherence
from bot.domain.dose import Dose
from bot.domain.message import HomeWaits, PauseOver, Silence
from bot.domain.outcomes import Asked, Preview, Recorded, Started
from bot.domain.pause_outcomes import (
    AskHowLong,
    AskSure,
    CannotPause,
    NothingPaused,
    Paused,
    Resumed,
)
from bot.domain.pauses import USUAL, EndProblem, Life, Pause, PauseKind
from bot.domain.setup import Draft, Purpose, Question
from bot.domain.stopping import StopWay
from bot.domain.terms import AnswerKind, DoseState, PauseId
from bot.domain.timetable import expand
from bot.domain.views import Log, PlanView, Today
from bot.screens import answers, cards, echo, general, log, pausing, setup, silence, standing
from bot.screens.screen import Screen
from tests.screens.gallery.berlin import (
    DAY,
    HOUR,
    POLICY,
    TEN,
    THREE,
    ZONE,
    at,
    dose,
    night,
    opened,
    plan,
    scene,
    taken,
)

EVENING = at("20:00")
RUNNING = Pause(PauseId(UUID(int=5)), PauseKind.PAUSE, at("13:30"), EVENING)
PAUSED = Life(RUNNING)
LONG = Life(Pause(PauseId(UUID(int=5)), PauseKind.PAUSE, at("13:30"), at("14:10", days=3)))
WARD = Life(Pause(PauseId(UUID(int=6)), PauseKind.HOSPITAL, at("09:00"), None))
ONLY = Life(None, True)
NOON = dose("14:00", state=DoseState.UNKNOWN, act_at=None)
MORNING = dose("08:00", "10:00", state=DoseState.UNKNOWN, act_at=None)


def screens() -> dict[str, Screen]:
    """Each of them."""
    return {**_asking(), **_running(), **_hospital(), **_silence()}


def _sure(
    ends_at: datetime, *, long: bool = False, open: Dose | None = None, unwell: bool = False
) -> Screen:
    inside = expand(plan(*THREE), at("14:10"), ends_at)
    outcome = AskSure(ends_at, inside, plan(*THREE), TEN, long, open, unwell)
    return pausing.sure(scene(), outcome)


def _asking() -> dict[str, Screen]:
    here = scene()
    ask = AskHowLong(USUAL)
    return {
        "how long": pausing.how_long(here, ask),
        "how long, unclear": pausing.how_long(here, ask, why=here.html("pause-unclear")),
        "how long, hour": pausing.how_long(here, ask, why=here.html("pause-unclear-hour")),
        "how long, past": pausing.cannot(here, POLICY, CannotPause(EndProblem.PAST, USUAL)),
        "how long, too long": pausing.cannot(here, POLICY, CannotPause(EndProblem.TOO_LONG, USUAL)),
        "sure, none inside": _sure(at("18:00")),
        "sure, one open": _sure(at("18:00"), open=opened()),
        "sure, one open and one inside": _sure(at("23:00"), open=opened()),
        "sure, until tomorrow": _sure(at("08:00", days=1)),
        "sure, two days": _sure(at("14:10", days=2), long=True),
        "sure, three days": _sure(at("14:10", days=3), long=True),
        "how long, unwell": pausing.how_long(here, AskHowLong(USUAL, unwell=True)),
        "sure, unwell": _sure(at("18:00"), unwell=True),
        "how long, past, unwell": pausing.cannot(
            here, POLICY, CannotPause(EndProblem.PAST, USUAL, unwell=True)
        ),
        "how long, in a pause": pausing.how_long(here, AskHowLong(PAUSED)),
    }


def _running() -> dict[str, Screen]:
    here, late = scene(), scene("20:00")
    view = Today(at("14:10"), ZONE, DAY, (NOON, night()), (), night(), (), {}, PAUSED)
    asked = PauseOver((NOON,), night())
    return {
        "paused": pausing.paused(here, Paused(PAUSED, None)),
        "paused, unwell": pausing.paused(here, Paused(replace(PAUSED, unwell=True), None)),
        "paused, one open": pausing.paused(here, Paused(LONG, opened())),
        "today, paused": log.today(here, POLICY, view),
        "log, paused": log.log(
            here,
            POLICY,
            Log(at("14:10"), ZONE, 0, DAY, (), (), {}, adherence((), (), POLICY), False, PAUSED),
        ),
        "plan, paused": log.plan(
            here, PlanView(at("14:10"), plan(*THREE), 1, TEN, night(), PAUSED)
        ),
        "help, paused": general.help_screen(here, PAUSED),
        "plan changed, paused": _changed(),
        "over, nothing asked": cards.card(late, PauseOver((), night())),
        "over, one asked": cards.card(late, asked),
        "over, one asked, of yesterday": cards.card(
            scene("09:00"),
            PauseOver((dose("14:00", days=-1, state=DoseState.UNKNOWN, act_at=None),), night()),
        ),
        "over, one asked, up to midnight": cards.card(
            scene("09:00"),
            PauseOver((dose("22:00", "00:00", days=-1, state=DoseState.UNKNOWN),), night()),
        ),
        "over, two asked": cards.card(late, PauseOver((NOON, MORNING), night())),
        "over, one open": cards.card(scene("15:00"), PauseOver((), opened())),
        "over, after an outage": cards.card(
            late, PauseOver((NOON,), night(), (at("13:40"), at("19:50")))
        ),
        "over, after a doubt": cards.card(late, asked, repeat=True),
        "over, no plan left": cards.card(late, PauseOver((), None)),
        "resumed, reminders only": pausing.resumed(late, Resumed(PauseOver((), night()), ONLY)),
        "resume, nothing paused": pausing.nothing_paused(here, NothingPaused(USUAL, night())),
        "resume, another pause": pausing.nothing_paused(here, NothingPaused(PAUSED, night())),
    }


def preview(*slots: tuple[str, str], old: str | None = None) -> Preview:
    """These slots from 15:00 on; `old`: the daily mg of the plan before, in three doses."""
    there = plan(*slots)
    doses = expand(there, at("15:00"), at("15:00", days=2))
    before = None if old is None else Decimal(old)
    lower = before is not None and there.daily_mg < before
    way = StopWay.LOWER if lower else None
    return Preview(there, doses, at("14:00"), TEN, before, 4 * HOUR, 12 * HOUR, way, 3)


def _changed() -> Screen:
    started = Started(preview(*THREE), 2, Draft(Purpose.PLAN), (), None)
    here = scene()
    return standing.with_life(here, echo.started(here, started, paused=True), PAUSED)


def _hospital() -> dict[str, Screen]:
    here = scene()
    view = Today(at("14:10"), ZONE, DAY, (taken("08:00", "08:04"),), (), None, (), {}, WARD)
    draft = Draft(Purpose.HOME, strengths=("10",), zone=ZONE, last_taken=None)
    told = draft.with_slots(THREE)
    lower = preview(("08:00", "10"), ("14:00", "10"), old="30")
    return {
        "hospital": pausing.ask_hospital(here),
        "hospital, no": general.say(here, "life-same"),
        "hospital, noted": pausing.admitted(here),
        "hospital, again": pausing.in_hospital(here, WARD),
        "hospital, taken": pausing.taken_in_hospital(here, WARD),
        "hospital, today": log.today(here, POLICY, view),
        "home, plan": setup.question(here, Asked(Question.PLAN, draft)),
        "home, last dose": setup.question(here, Asked(Question.LAST_DOSE, told)),
        "home, echo": setup.question(here, Asked(Question.ECHO, told, preview(*THREE, old="30"))),
        "home, echo of less": setup.question(here, Asked(Question.ECHO, told, lower)),
    }


def _silence() -> dict[str, Screen]:
    here = scene()
    said = Silence(at("22:04", days=-4))
    logged = taken()
    recorded = Recorded(AnswerKind.TAKEN, logged, night(), (), logged.taken_at, logged.mg)
    view = Today(at("14:10"), ZONE, DAY, (opened(), night()), (opened(),), night(), (), {}, ONLY)
    waits = HomeWaits(at("12:10"))
    return {
        "home, the plan not told": cards.card(here, waits),
        "home, the plan not told, after a doubt": cards.card(here, waits, repeat=True),
        "silence": cards.card(here, said),
        "silence, after a doubt": cards.card(here, said, repeat=True),
        "silence, kept": general.say(here, "silence-kept"),
        "only": silence.only(here, ONLY),
        "only, today": log.today(here, POLICY, view),
        "only, taken": silence.offer_asking(here, answers.recorded(here, POLICY, recorded)),
        "only, ended": general.say(here, "only-ended"),
    }
