"""The stop guard: why, the words for each reason, ending the plan, and what is asked afterwards."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from bot.domain.message import StopCheck
from bot.domain.outcomes import Asked
from bot.domain.pauses import USUAL, Life, Pause, PauseKind
from bot.domain.setup import Draft, Purpose, Question
from bot.domain.stop_outcomes import Ended, Kept, NoWish, Wished
from bot.domain.stopping import StopReason, StopWay, StopWish
from bot.domain.terms import Level, PauseId
from bot.domain.views import Today
from bot.screens import ending, log, pausing, setup, silence, stopping
from bot.screens.cards import card
from bot.screens.screen import Screen
from tests.screens.gallery.berlin import DAY, POLICY, THREE, ZONE, at, night, scene, taken
from tests.screens.gallery.pausing import ONLY, WARD, preview

WISH = StopWish(UUID(int=9), StopWay.SAID, at("14:10"))
STOPPED = Life(Pause(PauseId(UUID(int=8)), PauseKind.STOPPED, at("14:10"), None))
CHECKS = (at("07:00", days=1), at("07:00", days=2), at("07:00", days=3))


def screens() -> dict[str, Screen]:
    """Each of them."""
    return {**_asked(), **_decided(), **_afterwards()}


def _wished(
    reason: StopReason | None = None,
    *,
    life: Life = USUAL,
    plan: bool = True,
    worst: Level | None = None,
) -> Wished:
    return Wished(replace(WISH, reason=reason), life, plan, worst)


def _asked() -> dict[str, Screen]:
    here = scene()
    reasons = [each for each in StopReason if each is not StopReason.TAPER]
    return {
        "why": stopping.why(here, _wished()),
        "why, to be forgotten": stopping.why(here, _wished()).below(here.html("stop-erase")),
        "why, in hospital": stopping.why(here, _wished(life=WARD, plan=False)),
        "why, country unknown": stopping.why(scene(country=None), _wished()),
        "before consent": stopping.unasked(here),
        **{f"because, {why}": stopping.because(here, _wished(why)) for why in reasons},
        "because, side effects that can wait": stopping.because(
            here, _wished(StopReason.SIDE_EFFECTS, worst=Level.CAUTION)
        ),
        "because, other, urgent": stopping.because(
            here, _wished(StopReason.OTHER, worst=Level.URGENT)
        ),
        "because, feel_better, no plan": stopping.because(
            here, _wished(StopReason.FEEL_BETTER, plan=False)
        ),
        "because, prescriber, no plan": stopping.because(
            here, _wished(StopReason.PRESCRIBER, plan=False)
        ),
    }


def _decided() -> dict[str, Screen]:
    here = scene()
    return {
        "sure": ending.sure(here, POLICY, _wished(StopReason.FEEL_BETTER)),
        "sure, side effects": ending.sure(here, POLICY, _wished(StopReason.SIDE_EFFECTS)),
        "sure, no plan": ending.sure(here, POLICY, _wished(plan=False)),
        "kept": stopping.kept(here, Kept(night(), True, False)),
        "kept, side effects": stopping.kept(here, Kept(night(), True, True)),
        "kept, no plan": stopping.kept(here, Kept(None, False, False)),
        "ended": ending.ended(here, POLICY, Ended(STOPPED, at("14:10"), (), CHECKS)),
        "ended, no plan": ending.ended(here, POLICY, Ended(USUAL, at("14:10"), (), ())),
        "settled before": stopping.no_wish(here, NoWish(USUAL)),
        "settled before, stopped": stopping.no_wish(here, NoWish(STOPPED)),
    }


def _afterwards() -> dict[str, Screen]:
    later = scene("07:00", days=1)
    view = Today(at("14:10"), ZONE, DAY, (taken("08:00", "08:04"),), (), None, (), {}, STOPPED)
    told = Draft(Purpose.AGAIN, strengths=("10",), zone=ZONE)
    again = told.with_slots(THREE)
    return {
        "check": card(later, StopCheck(at("14:10"), is_last=False)),
        "check, after a doubt": card(later, StopCheck(at("14:10"), is_last=False), repeat=True),
        "check, the last": card(later, StopCheck(at("14:10"), is_last=True)),
        "check, no signs": ending.check_fine(later, STOPPED),
        "check, signs": ending.check_signs(later, STOPPED),
        "stands": pausing.standing(scene(), STOPPED),
        "today, stopped": log.today(scene(), POLICY, view),
        "again, plan": setup.question(scene(), Asked(Question.PLAN, told)),
        "again, last dose": setup.question(scene(), Asked(Question.LAST_DOSE, again)),
        "again, echo": setup.question(
            scene(), Asked(Question.ECHO, again, preview(*THREE, old="40"))
        ),
        "again, echo, nobody knows since when": setup.question(
            scene(), Asked(Question.ECHO, again, replace(preview(*THREE), last=None))
        ),
        "only, stopped": silence.only(scene(), ONLY),
    }
