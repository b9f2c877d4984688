"""Signs that a person tells: triaged, logged for the diary, rated, looked at later."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from uuid import UUID, uuid4

from bot.domain.marks import NOTHING_TOLD
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.red_flags import EmergencyKind
from bot.domain.setup import Question
from bot.domain.symptom_views import Chosen, Diary, Report, Reported, ReportId, for_diary
from bot.domain.symptoms import Symptom
from bot.domain.terms import Level
from bot.domain.triage import Said, Situation, Triage, triage
from bot.storage import Connection, contacts, people, questions, symptoms
from bot.storage.store import Cause, Store
from bot.usecases import red_flags
from bot.usecases.questions import OFFERED
from bot.usecases.situation import levels, triage_of
from bot.usecases.unwell import worst_lately

_PAGE = 15
_ASKED = "|asked"
_UNDER = "\n"  # before the question that one about signs came before
_OWN = (Question.SYMPTOM, Question.SYMPTOM_SEVERITY, Question.SYMPTOM_PAGE)
_OFFERS = (*OFFERED, Question.MOVING)
_LEFT = (*_OFFERS, Question.STOP)  # the stop guard goes on by itself once signs are told


async def choose(
    store: Store,
    policy: Policy,
    person: Person,
    chosen: tuple[Symptom, ...],
    state: str,
    at: datetime,
    cause: Cause,
) -> Chosen:
    """These are picked so far. If they are an emergency, nothing more is asked: it is reported."""
    said = dict.fromkeys(chosen)

    def work(conn: Connection) -> Chosen:
        if said and triage_of(conn, policy, person, said, at).level is Level.EMERGENCY:
            return Chosen(chosen, _report(conn, policy, person, said, None, at))
        _ask(conn, person, Question.SYMPTOM, state, at)
        return Chosen(chosen)

    return await store.write(work, cause)


async def report(
    store: Store,
    policy: Policy,
    person: Person,
    said: Said,
    words: str | None,
    at: datetime,
    cause: Cause,
) -> Reported:
    """The signs are logged, and what they come to is told. `words`: where not all was read."""
    return await store.write(lambda conn: _report(conn, policy, person, said, words, at), cause)


def _report(
    conn: Connection,
    policy: Policy,
    person: Person,
    said: Said,
    words: str | None,
    at: datetime,
) -> Reported:
    found = triage_of(conn, policy, person, said, at)
    new = Report(ReportId(uuid4()), at, found.level, said, words)
    if kept := for_diary(new):
        symptoms.add(conn, person.id, kept)
    waiting = questions.waiting(conn, person.id, aside=True)
    if waiting is None or waiting.question in _OWN:  # another question goes on waiting
        is_free = not _go_on(conn, person, at)
        if is_free and found.card is None and not new.is_rated:
            _ask(conn, person, Question.SYMPTOM_SEVERITY, str(new.id), at)
    flag = None if found.card is None else red_flags.record(conn, person, found.card, at)
    return replace(_reported(conn, person, new, found), flag=flag)


def _reported(conn: Connection, person: Person, found: Report, level: Triage) -> Reported:
    kept, intake = contacts.kept(conn, person.id), red_flags.intake_of(conn, person, found.at)
    return Reported(found, level, kept, intake)


def card_by_signs(policy: Policy, said: Said) -> EmergencyKind | None:
    """The emergency card by the signs alone, for when nothing of the person can be read."""
    return triage(said, NOTHING_TOLD, Situation(None), levels(), policy).card


async def rate(
    store: Store, policy: Policy, person: Person, which: UUID, severity: int, cause: Cause
) -> Reported | None:
    """How bad it is, from 0 to 10. It can lift the level, and never lowers it. None: not theirs."""

    def work(conn: Connection) -> Reported | None:
        people.lock(conn, person.id)
        before = symptoms.find(conn, person.id, which)
        if before is None:
            return None
        said = _rated(before, severity)
        found = triage_of(conn, policy, person, said, before.at)
        level = max(found.level, before.level)
        now = replace(before, said=said, level=level)
        symptoms.rate(conn, now)
        _go_on(conn, person, cause.at)
        return _reported(conn, person, now, replace(found, level=level))

    return await store.write(work, cause)


def _rated(report: Report, severity: int) -> Said:
    """Those that had no number get this one; where all had one, they all do."""
    if report.is_rated:
        return dict.fromkeys(report.said, severity)
    return {each: severity if had is None else had for each, had in report.said.items()}


async def ask_rate(
    store: Store, policy: Policy, person: Person, which: UUID, at: datetime, *, asked: bool = False
) -> Reported | None:
    """A report as it stands; the number typed next is how bad it is. None: it is not theirs.

    `asked`: it is asked outright, and not only offered below what is said of the report.
    """

    def work(conn: Connection) -> Reported | None:
        found = symptoms.find(conn, person.id, which)
        if found is None:
            return None
        if asked:
            about = f"{found.id}{_ASKED}"
            _ask(conn, person, Question.SYMPTOM_SEVERITY, about, at, _OFFERS)
        elif not _go_on(conn, person, at):
            _ask(conn, person, Question.SYMPTOM_SEVERITY, str(found.id), at)
        level = triage_of(conn, policy, person, found.said, found.at)
        highest = max(level.level, found.level)
        return _reported(conn, person, found, replace(level, level=highest))

    return await store.write(work)


def _ask(
    conn: Connection,
    person: Person,
    question: Question,
    about: str,
    at: datetime,
    left: Collection[Question] = _LEFT,
) -> None:
    """A question about signs; the one that it comes before is kept with it, but for `left`."""
    under = _under(conn, person, left)
    questions.ask(conn, person.id, question, _UNDER.join((about, *under)), at, aside=True)


def _under(conn: Connection, person: Person, left: Collection[Question] = _LEFT) -> Sequence[str]:
    """The small question that telling signs came before, with what it is about; else nothing."""
    found = questions.waiting(conn, person.id, aside=True)
    if found is not None and found.question in _OWN:
        return found.answers.split(_UNDER, 2)[1:]
    if found is None or found.question in left:
        return ()
    return (found.question, found.answers)


def _go_on(conn: Connection, person: Person, at: datetime) -> bool:
    """The signs are told: what was interrupted waits again. False where nothing was.

    What was asked since then, the stop guard too, goes on waiting.
    """
    found = questions.waiting(conn, person.id, aside=True)
    if found is not None and found.question not in (*_OWN, *OFFERED):
        return True
    under = _under(conn, person)
    questions.clear(conn, person.id, aside=True)
    if under:
        questions.ask(conn, person.id, Question(under[0]), under[1], at, aside=True)
    return bool(under)


def own_part(about: str) -> str:
    """What a waiting question about signs is about, without the one that it came before."""
    return about.partition(_UNDER)[0]


def report_of(about: str) -> UUID:
    """The report that a waiting question is about."""
    return UUID(own_part(about).removesuffix(_ASKED))


def is_asked(about: str) -> bool:
    """How bad it is was asked outright."""
    return own_part(about).endswith(_ASKED)


async def diary(store: Store, person: Person, page: int, at: datetime) -> Diary:
    """The reports of this page, newest first. The "older" typed next goes back from it."""

    def work(conn: Connection) -> Diary:
        found = symptoms.newest(conn, person.id, page * _PAGE, _PAGE + 1)
        questions.ask(conn, person.id, Question.SYMPTOM_PAGE, str(page), at, aside=True)
        return Diary(page, found[:_PAGE], len(found) > _PAGE)

    return await store.write(work)


async def worst(store: Store, person: Person, at: datetime) -> Level | None:
    """As `worst_lately`, in a transaction of its own."""
    return await store.read(partial(worst_lately, person=person.id, at=at))
