"""Looking at the log: today, and by weeks."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.domain.adherence import adherence
from bot.domain.beside import beside, is_told
from bot.domain.choosing import same_minute
from bot.domain.dose import Dose
from bot.domain.moments import as_logged, as_seen, logged_beside
from bot.domain.policy import Policy
from bot.domain.terms import DoseId, DoseState, PersonId
from bot.domain.views import Log, Today
from bot.domain.wallclock import day_of, instant
from bot.storage import Connection, answers, cards, corrections, doses, people, plans
from bot.storage.store import Store
from bot.usecases import lives
from bot.usecases.offline import LOOK_BACK

_DAYS = 7
_DAY = timedelta(days=1)
_MARGIN = timedelta(days=1)


async def today(store: Store, patient: PersonId, at: datetime) -> Today:
    """The doses of the person's local date at `at`, and those of another date that are near."""
    return await store.read(lambda conn: read_today(conn, patient, at))


def read_today(conn: Connection, patient: PersonId, at: datetime) -> Today:
    """As `today`, within a transaction."""
    zone = people.get(conn, patient).zone or "UTC"
    day = day_of(at, zone)
    around = doses.between(conn, patient, at - 2 * _DAY, at + 2 * _DAY)
    of_day = tuple(dose for dose in around if as_seen(dose, zone)[1] == day)
    taken = _extras(conn, patient, at - 2 * _DAY, at + 2 * _DAY)
    return Today(
        at,
        zone,
        day,
        of_day,
        tuple(dose for dose in doses.opened(conn, patient) if at < dose.closes_at),
        doses.next_due(conn, patient, at),
        tuple(each for each in taken if day_of(each, zone) == day or is_told(each, at)),
        answers.reasons(conn, patient, at - 3 * _DAY),
        lives.life_of(conn, patient, at),
        beside(around, day, zone, at),
    )


async def log(store: Store, policy: Policy, patient: PersonId, at: datetime, page: int) -> Log:
    """Seven local dates, `page` weeks back, newest first, with what they add up to.

    Doses still to come are left out, open ones are shown but counted in nothing. Those from before
    a journey are on the dates and by the clock of where they were.
    """

    def work(conn: Connection) -> Log:
        zone = people.get(conn, patient).zone or "UTC"
        last = day_of(at, zone) - timedelta(days=_DAYS * page)
        first = last - timedelta(days=_DAYS - 1)
        newest = last if page else date.max  # it was a day later where they came from
        since, until = _span(first, last, zone)
        around = [
            dose
            for dose in doses.between(conn, patient, since - 2 * _MARGIN, until + 2 * _MARGIN)
            if dose.state is not DoseState.PLANNED
        ]
        found = [dose for dose in around if first <= as_logged(dose, zone)[1] <= newest]
        taken = _extras(conn, patient, since - _MARGIN, until + _MARGIN)
        filed = ((each, logged_beside(each, around, zone)) for each in taken)
        extras = tuple(each for each in filed if first <= day_of(*each) <= newest)
        told = _told(conn, patient, zone, found, first, newest)
        by_day: dict[date, list[Dose]] = {day_of(*each): [] for each in (*extras, *told)}
        for dose in found:
            by_day.setdefault(as_logged(dose, zone)[1], []).append(dose)
        return Log(
            at,
            zone,
            page,
            last,
            tuple((day, tuple(by_day[day])) for day in sorted(by_day, reverse=True)),
            extras,
            answers.reasons(conn, patient, since - _MARGIN),
            adherence(found, [each for each, _ in extras], policy),
            _has_older(conn, patient, zone, first, since),
            corrections.corrected(conn, patient, [dose.id for dose in found]),
            told,
            lives.life_of(conn, patient, at),
        )

    return await store.read(work)


def _told(
    conn: Connection, patient: PersonId, zone: str, known: list[Dose], first: date, newest: date
) -> tuple[tuple[datetime, str], ...]:
    """The last dose that was told before a plan began, unless the log has it as one of its own."""
    medication = plans.medication_of(conn, patient)
    moment = None if medication is None else medication.last_taken_at
    if moment is None or not first <= day_of(moment, zone) <= newest:
        return ()
    if any(dose.taken_at and same_minute(dose.taken_at, moment) for dose in known):
        return ()
    return ((moment, zone),)


def _has_older(
    conn: Connection, patient: PersonId, zone: str, first: date, since: datetime
) -> bool:
    """Doses before this date: nearly always in the weeks just before, so those are read first."""
    until = since + 2 * _MARGIN
    return any(
        as_logged(dose, zone)[1] < first
        for back in (14 * _DAY, 4000 * _DAY)
        for dose in doses.between(conn, patient, since - back, until)
    )


async def unanswered(
    store: Store, patient: PersonId, at: datetime, beside: DoseId | None = None
) -> tuple[Dose, ...]:
    """Doses of the last week that nobody knows about and nobody has answered for, newest first.

    `beside`: only those that were named on a card of this dose.
    """

    def work(conn: Connection) -> tuple[Dose, ...]:
        found = lives.unanswered(conn, patient, at - LOOK_BACK, at)
        if beside is None:
            return found
        named = cards.beside(conn, beside)
        return tuple(dose for dose in found if dose.id in named)

    return await store.read(work)


def _span(first: date, last: date, zone: str) -> tuple[datetime, datetime]:
    """Instants around these local dates, taken at noon: midnight may not exist."""
    noon = time(12)
    return instant(first, noon, zone) - _DAY, instant(last, noon, zone) + _DAY


def _extras(
    conn: Connection, patient: PersonId, since: datetime, until: datetime
) -> tuple[datetime, ...]:
    return tuple(
        answer.taken_at
        for answer in answers.extras(conn, patient, since, until)
        if answer.taken_at is not None
    )
