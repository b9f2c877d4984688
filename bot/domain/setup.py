"""Setting up: what a person has told so far, and the one question to ask next.

A draft is kept as text between messages; nothing in it counts until the echo is confirmed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from datetime import datetime, time
from decimal import Decimal
from enum import StrEnum
from zlib import crc32

from bot.domain.limits import AskedAgain
from bot.domain.question import Question
from bot.domain.terms import Kidney
from bot.domain.timetable import Slot

__all__ = ["Candidate", "Draft", "LastDose", "Purpose", "Question", "next_question"]


class Purpose(StrEnum):
    """Why the questions are asked."""

    START = "start"
    PLAN = "plan"
    ZONE = "zone"
    HOME = "home"  # home from hospital: the plan is told anew
    AGAIN = "again"  # the person had ended the plan: it is told anew


class LastDose(StrEnum):
    """What a person who names no time says of their last dose."""

    NEVER = "never"  # has not started yet
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place the typed words may mean: its zone, its country (ISO 3166) and its name."""

    zone: str
    country: str | None
    label: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What was told so far. Slots are (wall time HH:MM, mg); instants are ISO 8601 in UTC."""

    purpose: Purpose = Purpose.START
    gate: bool = False
    sharing: bool = False  # the keyboard that shares the location stands
    places: tuple[Candidate, ...] = ()
    zone: str | None = None
    label: str | None = None  # the zone by the name people use for it
    zone_right: bool = False
    country: str | None = None
    country_right: bool = False
    kidney: Kidney | None = None
    times: tuple[str, ...] = ()
    times_open: bool = False
    slots: tuple[tuple[str, str], ...] = ()
    strengths: tuple[str, ...] = ()
    strengths_right: bool = False
    confirmed: tuple[str, ...] = ()
    last_taken: str | None = None
    odd_right: bool = False
    slipped: bool = False  # the last words were no answer, and the question was not said again

    def to_text(self) -> str:
        """The draft as JSON."""
        return json.dumps({f.name: getattr(self, f.name) for f in fields(self)}, default=_plain)

    @classmethod
    def from_text(cls, text: str) -> Draft:
        """The draft that `to_text` wrote."""
        told = json.loads(text)
        return cls(
            **{
                **told,
                "purpose": Purpose(told["purpose"]),
                "places": tuple(Candidate(*place) for place in told["places"]),
                "kidney": Kidney(told["kidney"]) if told["kidney"] else None,
                "times": tuple(told["times"]),
                "slots": tuple((wall, mg) for wall, mg in told["slots"]),
                "strengths": tuple(told["strengths"]),
                "confirmed": tuple(told["confirmed"]),
            }
        )

    @property
    def begins(self) -> bool:
        """No plan is in force that it would change: the last dose is asked, too."""
        return self.purpose in (Purpose.START, Purpose.HOME, Purpose.AGAIN)

    @property
    def stamp(self) -> str:
        """Eight letters on the buttons under what this draft says: older ones do not count."""
        told = replace(self, slipped=False)
        return f"{crc32(told.to_text().encode()):08x}"

    def timetable(self) -> tuple[Slot, ...]:
        """The slots as the scheduler reads them, by rising wall time."""
        ordered = sorted((time.fromisoformat(wall), Decimal(mg)) for wall, mg in self.slots)
        return tuple(Slot(position, wall, mg) for position, (wall, mg) in enumerate(ordered))

    def tablets(self) -> frozenset[Decimal]:
        """The strengths in mg."""
        return frozenset(Decimal(mg) for mg in self.strengths)

    def last_taken_at(self) -> datetime | None:
        """The instant of the last dose, where one was named."""
        if self.last_taken is None or self.last_taken in tuple(LastDose):
            return None
        return datetime.fromisoformat(self.last_taken)

    def without_plan(self) -> Draft:
        """The draft with the plan to be told anew, its tablets and the last dose too."""
        return replace(
            self,
            times=(),
            times_open=False,
            slots=(),
            strengths_right=False,
            confirmed=(),
            last_taken=None,
            odd_right=False,
        )

    def with_slots(self, slots: tuple[tuple[str, str], ...]) -> Draft:
        """The draft with this plan, of which nothing is confirmed yet."""
        return replace(self, slots=slots, times_open=False, confirmed=(), odd_right=False)

    def with_strengths(self, told: frozenset[Decimal]) -> Draft:
        """The draft with these tablets, where any were told: the next question names them."""
        named = tuple(map(str, sorted(told)))
        return replace(self, strengths=named, strengths_right=True) if named else self

    def with_places(self, found: tuple[Candidate, ...]) -> Draft:
        """The draft with the one place that was meant, or with those it may have been."""
        bare = replace(self.elsewhere(), sharing=False, country=None)
        return bare.at_place(found[0]) if len(found) == 1 else replace(bare, places=found)

    def at_place(self, place: Candidate) -> Draft:
        """The draft with this place, whose clock the next question names and the echo asks about.

        A zone that replaces another is asked about at once: doses may move with it.
        """
        named = self.purpose is Purpose.START
        country = place.country or self.country
        return replace(
            self,
            places=(),
            zone=place.zone,
            label=place.label,
            zone_right=named,
            country=country,
            country_right=named and country is not None,
        )

    def elsewhere(self) -> Draft:
        """The draft with the place to be told anew."""
        return replace(self, zone=None, label=None, places=(), zone_right=False)


def _plain(value: Candidate) -> list[str | None]:
    return [value.zone, value.country, value.label]


def next_question(draft: Draft, again: tuple[AskedAgain, ...], has_odd_gaps: bool) -> Question:
    """The first thing that has not been told; the echo when all has been.

    `again`: amounts of the draft above a limit; `has_odd_gaps`: a gap under 4 h or over 12 h.
    """
    if draft.purpose is Purpose.START and not draft.gate:
        return Question.GATE
    if draft.purpose is Purpose.START and draft.kidney is None:
        return Question.KIDNEY
    asks_place = draft.purpose in (Purpose.START, Purpose.ZONE)
    if asks_place and (place := _place_question(draft)):
        return place
    if draft.purpose is not Purpose.ZONE and (plan := _plan_question(draft, again)):
        return plan
    if has_odd_gaps and not draft.odd_right and draft.purpose is not Purpose.ZONE:
        return Question.ODD_TIMES
    return Question.ECHO


def _place_question(draft: Draft) -> Question | None:
    if draft.zone is None:
        return Question.WHICH_PLACE if draft.places else Question.PLACE
    if not draft.zone_right:
        return Question.CLOCK
    return None if draft.country_right else Question.COUNTRY


def _plan_question(draft: Draft, again: tuple[AskedAgain, ...]) -> Question | None:
    if not draft.slots:
        if draft.times_open:
            return Question.TIMES
        return Question.EACH if draft.times else Question.PLAN
    if not draft.strengths_right:
        return Question.STRENGTHS
    if any(amount.key not in draft.confirmed for amount in again):
        return Question.AGAIN
    if draft.begins and draft.last_taken is None:
        return Question.LAST_DOSE
    return None
