"""Past doses: of last night, by the clock of another place, from before there was a plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from bot.domain.adherence import adherence
from bot.domain.dose import Dose
from bot.domain.message import Offline
from bot.domain.terms import DoseState
from bot.domain.views import Log, Today
from bot.screens import asking, cards, correcting, log
from bot.screens.screen import Screen
from tests.screens.gallery.berlin import DAY, POLICY, ZONE, at, dose, night, scene, taken

TOKYO = "Asia/Tokyo"
UNKNOWN = dose("22:00", "00:00", days=-1, state=DoseState.UNKNOWN)


def screens() -> dict[str, Screen]:
    """Each place where a past dose is told."""
    here = scene("12:30")
    return {
        "today, last night's dose taken": _today(),
        "log, after a journey": _log(),
        "correcting, after a journey": correcting.doses(here, POLICY, DAY, tuple(_in_tokyo())),
        "what is true, after a journey": correcting.what(here, _in_tokyo()[0]),
        "extra, before the plan": asking.ask_extra_plain(here, at("08:30"), before_plan=True),
        "offline over midnight": cards.offline(
            scene("00:10"),
            Offline((UNKNOWN,), at("23:50", days=-1), at("00:10"), dose("08:00")),
        ),
        "offline in the night before": cards.offline(
            scene("09:00"),
            Offline((UNKNOWN,), at("21:50", days=-1), at("23:50", days=-1), dose("14:00")),
        ),
    }


def _today() -> Screen:
    late = dose("22:00", "02:00", days=-1, state=DoseState.TAKEN, taken_at=at("00:11"))
    own = (dose("08:00", "10:00"), dose("14:00", "16:00"), night())
    view = Today(at("00:30"), ZONE, DAY, own, (), own[0], (at("23:40", days=-1),), {})
    return log.today(scene("00:30"), POLICY, replace(view, beside=(late,)))


def _in_tokyo() -> list[Dose]:
    """14:00 on Monday and 01:30 on Monday in Tokyo: in Berlin 06:00, and the evening before."""
    afternoon = taken("06:00", "06:05", zone=TOKYO)
    after_midnight = dose("17:30", "19:30", days=-1, zone=TOKYO, state=DoseState.MISSED)
    return [
        replace(afternoon, wall=time(14), local_date=DAY),
        replace(after_midnight, wall=time(1, 30), local_date=DAY),
    ]


def _log() -> Screen:
    there, here = _in_tokyo(), taken("14:00", "14:02", days=-2)
    found = (*there, here)
    view = Log(
        at=at("12:30"),
        zone=ZONE,
        page=0,
        last=DAY,
        days=((DAY, (there[1], there[0])), (here.local_date, (here,))),
        extras=((at("06:30"), TOKYO),),
        reasons={},
        sum=adherence(found, (at("06:30"),), POLICY),
        has_older=False,
    )
    return log.log(scene("12:30"), POLICY, view)
