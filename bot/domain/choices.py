"""What an offered answer does to a draft. An answer that was not offered changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal, InvalidOperation

from bot.domain.policy import Policy
from bot.domain.setup import Draft, LastDose, Purpose, Question
from bot.domain.terms import Kidney

_PRESETS = {
    "n1": ("22:00",),
    "n2": ("08:00", "20:00"),
    "n3": ("08:00", "14:00", "22:00"),
    "n4": ("08:00", "12:00", "16:00", "22:00"),
}
_DAY = 24 * 60
_MINUTE = timedelta(minutes=1)
TIMES_STEP = 15 * _MINUTE
_STRENGTH_LEAST, _STRENGTH_MOST = Decimal("0.001"), Decimal(1000)  # mg
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_POLICY = Policy()


def choose(draft: Draft, question: Question, key: str, policy: Policy = _POLICY) -> Draft:
    """The draft after the offered answer `key` to a question; the same draft for any other key."""
    if question is Question.TIMES:
        return _times(draft, key, policy)
    rule = _RULES.get(question)
    return draft if rule is None else rule(draft, key)


def _gate(draft: Draft, key: str) -> Draft:
    return replace(draft, gate=True) if key == "yes" else draft


def _which_place(draft: Draft, key: str) -> Draft:
    if not key.isdecimal() or int(key) >= len(draft.places):
        return draft
    return draft.at_place(draft.places[int(key)])


def _clock(draft: Draft, key: str) -> Draft:
    if key == "yes":
        return replace(draft, zone_right=True, country_right=draft.country is not None)
    if key == "country":
        return replace(draft, zone_right=True, country=None, country_right=False)
    return draft.elsewhere() if key == "no" else draft


def _country(draft: Draft, key: str) -> Draft:
    return draft.elsewhere() if key == "change" else draft


def _kidney(draft: Draft, key: str) -> Draft:
    return replace(draft, kidney=Kidney(key)) if key in tuple(Kidney) else draft


def _plan(draft: Draft, key: str) -> Draft:
    if key == "pick":
        return replace(draft, times=(), times_open=True)
    if draft.purpose is not Purpose.START:
        return draft
    if key == "country":
        return replace(draft, country=None, country_right=False)
    return draft.elsewhere() if key == "city" else draft


def _times(draft: Draft, key: str, policy: Policy) -> Draft:
    if key in _PRESETS:
        return replace(draft, times=_PRESETS[key])
    if key == "ok" and draft.times:
        return replace(draft, times_open=False)
    if key == "change":
        return replace(draft, times=(), times_open=bool(draft.times))
    if key[:1] in ("+", "-") and key[1:].isdecimal() and int(key[1:]) < len(draft.times):
        by = TIMES_STEP if key[0] == "+" else -TIMES_STEP
        return moved(draft, int(key[1:]), by, policy)
    return draft


def moved(draft: Draft, index: int, by: timedelta, policy: Policy = _POLICY) -> Draft:
    """The draft with one of its times moved; the same one where two would come too close."""
    minutes = [int(each[:2]) * 60 + int(each[3:]) for each in draft.times]
    minutes[index] = (minutes[index] + by // _MINUTE) % _DAY
    return replace(draft, times=_apart(minutes, policy) or draft.times)


def ordered_times(walls: Iterable[time], policy: Policy = _POLICY) -> tuple[str, ...]:
    """Wall times in order as the draft keeps them; () where they are too many or too close."""
    return _apart([wall.hour * 60 + wall.minute for wall in walls], policy)


def _apart(minutes: list[int], policy: Policy) -> tuple[str, ...]:
    ordered = sorted(minutes)
    if len(ordered) > policy.slots_most:
        return ()
    around = [*ordered[1:], *(each + _DAY for each in ordered[:1])]
    least = policy.slot_gap_least // _MINUTE
    if any(later - now < least for now, later in zip(ordered, around, strict=True)):
        return ()
    return tuple(f"{each // 60:02d}:{each % 60:02d}" for each in ordered)


def _each(draft: Draft, key: str) -> Draft:
    return replace(draft, times_open=True) if key == "change" else draft


def _strengths(draft: Draft, key: str) -> Draft:
    if key == "ok":
        return replace(draft, strengths_right=bool(draft.strengths))
    if key == "change":
        return _change(draft, key)
    try:
        mg = Decimal(key)
    except InvalidOperation:
        return draft
    if not mg.is_finite() or not _STRENGTH_LEAST <= mg <= _STRENGTH_MOST:
        return draft
    chosen = draft.tablets() ^ {mg}
    return replace(draft, strengths=tuple(str(each) for each in sorted(chosen)))


def _last_dose(draft: Draft, key: str) -> Draft:
    if key in tuple(LastDose):
        return replace(draft, last_taken=key)
    if key == "tablets":
        return replace(draft, strengths_right=False)
    if not key.isdecimal():
        return draft
    try:
        at = _EPOCH + timedelta(minutes=int(key))
    except OverflowError:
        return draft
    return replace(draft, last_taken=at.isoformat())


def _odd_times(draft: Draft, key: str) -> Draft:
    return replace(draft, odd_right=True) if key == "ok" else _change(draft, key)


def _change(draft: Draft, key: str) -> Draft:
    if key != "change":
        return draft
    if draft.purpose is Purpose.ZONE:
        return draft.elsewhere()
    return draft.without_plan()


_RULES: dict[Question, Callable[[Draft, str], Draft]] = {
    Question.GATE: _gate,
    Question.WHICH_PLACE: _which_place,
    Question.CLOCK: _clock,
    Question.COUNTRY: _country,
    Question.KIDNEY: _kidney,
    Question.PLAN: _plan,
    Question.EACH: _each,
    Question.STRENGTHS: _strengths,
    Question.AGAIN: _change,
    Question.LAST_DOSE: _last_dose,
    Question.ODD_TIMES: _odd_times,
    Question.ECHO: _change,
}
