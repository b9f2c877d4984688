"""Pauses, hospital and reminders only: what is not asked then; and corrections, kept for ever."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from tests.chaos import kinds
from tests.chaos.case import CALM, Case, Finding
from tests.chaos.judge_words import offers
from tests.chaos.model import HOUR, Replay

if TYPE_CHECKING:
    from datetime import datetime

    from tests.chaos.books import Rest
    from tests.chaos.transcript import Entry

_ASKS = kinds.REMINDER + kinds.NUDGE + kinds.NOT_LOGGED + kinds.ASKED_ABOUT
_RUNGS = kinds.ASK + kinds.CALL
_FORBIDDEN = {
    "pause": kinds.ASKED_ABOUT + _RUNGS,
    "hospital": _ASKS + _RUNGS,
    "reminders_only": kinds.NUDGE + kinds.NOT_LOGGED + kinds.ASKED_ABOUT + _RUNGS,
}


def nobody_is_asked_at_rest(case: Case) -> Iterator[Finding]:
    """In a pause no planned dose is asked about, in hospital none; reminders only: none again."""
    for chat, rests in case.rests.items():
        for entry in case.by_chat[chat]:
            if entry.what != "sent" or entry.prompted or case.is_behind(entry.at):
                continue
            for rest in rests:
                if rest.runs(entry.at) and _asks(case, rest, entry):
                    words = f"{entry.text[:60]!r} in {rest.kind} since {rest.since}"
                    yield Finding("at rest", chat, entry.at, words)


def _asks(case: Case, rest: Rest, entry: Entry) -> bool:
    if kinds.says(entry.text, _FORBIDDEN[rest.kind]):
        return True
    if rest.kind != "pause" or not kinds.says(entry.text, kinds.REMINDER + kinds.NUDGE):
        return False
    about = {each.tap.subject for each in entry.buttons if each.tap and each.tap.subject}
    found = [case.books.doses[each] for each in about if each in case.books.doses]
    return any(rest.since < each.due for each in found)  # at one instant either may be the first


def no_dose_is_offered_in_hospital(case: Case) -> Iterator[Finding]:
    """Whatever is tapped or typed there: staff give the doses."""
    for chat, rests in case.rests.items():
        for entry in case.by_chat[chat]:
            if entry.what not in ("sent", "edited") or case.is_behind(entry.at):
                continue
            if not kinds.says(entry.text, offers(entry)):
                continue
            if any(each.kind == "hospital" and each.runs(entry.at) for each in rests):
                yield Finding("at rest", chat, entry.at, f"offers {entry.text[:60]!r} in hospital")


def what_holds_is_true(case: Case) -> Iterator[Finding]:
    """Whoever is told of a pause, a stay or reminders only has one that runs."""
    for chat in case.run.people:
        for entry in case.by_chat[chat]:
            if entry.what not in ("sent", "edited") or case.is_behind(entry.at):
                continue
            for line in kinds.lines(entry.text):
                kind = kinds.RESTING.get(line.kind)
                if kind is not None and not case.rested(chat, kind, entry.at, entry.at):
                    yield Finding("at rest", chat, entry.at, f"says {kind}, which does not run")


def one_rests_once(case: Case) -> Iterator[Finding]:
    """A pause or a stay that is confirmed twice is kept once: none begins before one is over."""
    for chat in case.rests:
        for one, after in pairwise(case.silent(chat)):
            if one.until is None or after.since < one.until:
                yield Finding("at rest", chat, after.since, f"{after} begins in {one}")


def the_end_of_a_pause_is_said(case: Case) -> Iterator[Finding]:
    """As soon as it can be, where the pause ended by itself; sent twice in doubt, an hour later."""
    for chat, rests in case.rests.items():
        for rest in rests:
            if rest.kind != "pause" or rest.ended or rest.until is None:
                continue
            calm = case.calm_from(chat, rest.until)
            if calm is not None and len(case.doubts(chat, rest.until, calm)) > 1:
                calm = case.calm_from(chat, calm + HOUR)
            if calm is None or _is_cut_off(case, rest, calm):
                continue
            if not any(
                rest.until <= each.at <= calm + CALM and kinds.says(each.text, kinds.PAUSE_OVER)
                for each in case.by_chat[chat]
            ):
                words = f"the end of the pause was not said by {calm + CALM}"
                yield Finding("nothing lost", chat, rest.until, words, calm)


def _is_cut_off(case: Case, rest: Rest, calm: datetime) -> bool:
    """The chat was lost in it, or another one began, before its end could be said."""
    assert rest.until is not None
    lost = any(each.meets(rest.since, calm + CALM) for each in case.lost[rest.chat])
    after = any(
        each is not rest and each.meets(rest.until, calm + CALM) for each in case.silent(rest.chat)
    )
    return lost or after


def corrections_are_kept(case: Case) -> Iterator[Finding]:
    """What was said before stays, marked as a mistake, and nothing else is marked."""
    for dose, answers in case.books.of_dose.items():
        mistakes = Replay.of(answers).mistakes
        for each in answers:
            if each.kind not in ("undone", "snoozed") and each.in_error != (each.id in mistakes):
                words = f"{each.kind} of {dose} is{'' if each.in_error else ' not'} marked"
                yield Finding("correction", each.chat, each.at, words)


def a_correction_that_was_told_is_kept(case: Case) -> Iterator[Finding]:
    """ "Was missed, now taken at 14:00": there is such an answer."""
    for chat in case.run.people:
        log = [each.at for each in case.books.answers if each.chat == chat and each.door == "log"]
        for entry in case.by_chat[chat]:
            if entry.what == "stripped" or not kinds.says(entry.text, kinds.CORRECTED):
                continue
            if not any(at <= entry.at for at in log):
                yield Finding("nothing lost", chat, entry.at, "a correction was told, not kept")


RESTS: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    nobody_is_asked_at_rest,
    no_dose_is_offered_in_hospital,
    what_holds_is_true,
    one_rests_once,
    the_end_of_a_pause_is_said,
    corrections_are_kept,
    a_correction_that_was_told_is_kept,
)
