"""What is known of a report of signs, and what came of it: values for screens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import NewType
from uuid import UUID

from bot.domain.contacts import Contacts
from bot.domain.red_flags import Intake
from bot.domain.symptoms import Symptom
from bot.domain.terms import Level, RedFlagId
from bot.domain.triage import Said, Triage

ReportId = NewType("ReportId", UUID)


@dataclass(frozen=True, slots=True)
class Report:
    """Signs that a person told at one instant (UTC), and the level they came to then."""

    id: ReportId
    at: datetime
    level: Level
    said: Said
    words: str | None = None  # as typed, where something in them was not understood

    @property
    def is_rated(self) -> bool:
        """How bad it is was said of every sign."""
        return all(each is not None for each in self.said.values())


def for_diary(report: Report) -> Report | None:
    """What is kept of a report: of a thought of self-harm neither the sign nor any words; the
    person says it to their doctor themselves. None where nothing else was told.
    """
    if Symptom.SELF_HARM not in report.said:
        return report
    said = dict(report.said)
    del said[Symptom.SELF_HARM]
    return replace(report, said=said, words=None) if said else None


@dataclass(frozen=True, slots=True)
class Reported:
    """The report with its triage, whom to call, and what an ambulance asks.

    `flag`: an emergency on record, for what the person says of its card.
    """

    report: Report
    triage: Triage
    contacts: Contacts
    intake: Intake | None
    flag: RedFlagId | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """Signs picked so far; `reported`: one of them is an emergency, so it was reported at once."""

    symptoms: tuple[Symptom, ...]
    reported: Reported | None = None


@dataclass(frozen=True, slots=True)
class Diary:
    """Reports, newest first; `page` 0 are the newest."""

    page: int
    reports: tuple[Report, ...]
    has_older: bool
