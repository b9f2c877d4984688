"""What may be said when: amounts as planned, nothing to be taken outside its window, no noise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tests.chaos import kinds
from tests.chaos.case import Case, Finding
from tests.chaos.kinds import Line
from tests.chaos.model import HOUR, Planned

if TYPE_CHECKING:
    from tests.chaos.books import Kept
    from tests.chaos.transcript import Entry

_ERROR = re.compile(r" ERROR (bot\.|root)")  # the library logs each 502 as one
_NO_FAULT = ("not valid HTML", "the clock was set back")  # it says so of a 400, and of the clock
_CLOCK = re.compile(r"\d\d:\d\d")


def only_an_open_dose_is_offered(case: Case) -> Iterator[Finding]:
    """A line that offers a dose names one that may be taken now, with its planned amount."""
    for entry in case.entries:
        if entry.what not in ("sent", "edited") or entry.chat not in case.plans:
            continue
        for line in kinds.lines(entry.text):
            if line.kind in offers(entry) and not _offered(case, entry, line):
                yield Finding("words", entry.chat, entry.at, f"offers {line.said}")
            if line.kind in kinds.UNTIL and not _until(case, entry, line):
                yield Finding("words", entry.chat, entry.at, f"open until {line.said}")


def offers(entry: Entry) -> tuple[str, ...]:
    """What offers a dose here: plans and questions name doses as a reminder does, with no end."""
    if kinds.says(entry.text, kinds.UNTIL):
        return kinds.OPEN_NOW
    return tuple(each for each in kinds.OPEN_NOW if each not in kinds.REMINDER)


def _open(case: Case, entry: Entry) -> list[tuple[Planned, Kept]]:
    """Where it says that its clock may be wrong, a dose may be over by now, and names its end."""
    at = case.surely(entry.at) if kinds.says(entry.text, kinds.CLOCK_DOUBT) else entry.at
    return [
        (plan, kept)
        for plan, kept in case.plans[entry.chat]
        if kept is not None and plan.due <= entry.at and at < case.closes(plan, kept, entry.at)
    ]


def _offered(case: Case, entry: Entry, line: Line) -> bool:
    for plan, _ in _open(case, entry):
        amount = f"{plan.mg.normalize():f} mg"
        clock = plan.due.astimezone(case.zone(entry.chat, entry.at))
        right_name = (
            f"{clock:%H:%M}" in line.said["dose"] or f"{plan.wall:%H:%M}" in line.said["dose"]
        )
        if right_name and line.said.get("amount", amount) == amount:
            return True
    return False


def _until(case: Case, entry: Entry, line: Line) -> bool:
    zone = case.zone(entry.chat, entry.at)
    just_before = entry.at - timedelta.resolution  # a change of this very instant may come later
    ends = {
        f"{case.closes(plan, kept, at).astimezone(zone):%H:%M}"
        for plan, kept in _open(case, entry)
        for at in (entry.at, just_before)
    }
    told = line.said["time"].replace("midnight", "00:00")  # "tomorrow 01:22", "09:30 GMT"
    return any(each in ends for each in _CLOCK.findall(told)[-1:])


def missed_is_never_said_of_what_nobody_knows(case: Case) -> Iterator[Finding]:
    """ "Not logged" is for doses that were surely asked about while the bot was awake."""
    for chat, plan, kept in case.doses():
        for entry in case.cards(kept.id, kinds.NOT_LOGGED):
            asked = case.cards(kept.id, kinds.REMINDER + kinds.NUDGE)
            opened = asked[0].at if asked else plan.closes
            if not asked or any(each.breaks(opened, kept.closes) for each in case.outages):
                yield Finding("words", chat, entry.at, f"the dose of {plan.due} was not known")


def nobody_sees_another_persons_dose(case: Case) -> Iterator[Finding]:
    """No button in a chat is about somebody else's dose."""
    for entry in case.entries:
        for button in entry.buttons:
            dose = button.tap and button.tap.subject and case.books.doses.get(button.tap.subject)
            if dose and dose.chat != entry.chat:
                yield Finding("own", entry.chat, entry.at, f"[{button.label}] is another's")


def a_day_is_quiet_enough(case: Case) -> Iterator[Finding]:
    """At most 2n + 2 audible messages of the bot's own accord a day, and one an outage.

    Urgent words are exempt.
    """
    for chat in case.run.people:
        loud: Counter[datetime] = Counter()
        for entry in case.by_chat[chat]:
            day = _midnight(case, chat, entry.at)
            if entry.what == "sent" and not entry.silent and not entry.prompted:
                loud[day] += not kinds.says(entry.text, kinds.REPEAT + kinds.CALL)
        most = _most(case, chat)
        for day, number in loud.items():
            if number > most[day] + 2:
                yield Finding("burden", chat, day, f"{number} audible messages, {most[day]} + 2")


def _most(case: Case, chat: int) -> Counter[datetime]:
    """For each day two a dose, and one for what ended or was changed: outages, rests, the plan."""
    most: Counter[datetime] = Counter()
    for plan, kept in case.plans[chat]:
        snoozed = case.books.said_of(kept.id) if kept else ()
        day = _midnight(case, chat, plan.due)
        most[day] += 2 + sum(each.kind == "snoozed" for each in snoozed)
    ends = [span.until for span in (*case.outages, *case.lost[chat])]
    ends += [rest.until or case.end for rest in case.rests[chat]]
    ends += [version.made for version in case.books.versions[chat][1:]]
    ends += [version.made + HOUR for version in case.books.versions[chat][1:]]
    most.update(_midnight(case, chat, at) for at in ends)
    return most


def _midnight(case: Case, chat: int, at: datetime) -> datetime:
    return at.astimezone(case.zone(chat, at)).replace(hour=0, minute=0, second=0, microsecond=0)


def nothing_failed(case: Case) -> Iterator[Finding]:
    """Nobody had to be told that something went wrong inside, nor the operator of a fault."""
    for line in case.log:
        if _ERROR.search(line) and not any(each in line for each in _NO_FAULT):
            yield Finding("no fault", 0, case.end, line)
    for entry in case.entries:
        if entry.what == "sent" and kinds.says(entry.text, kinds.FAILED):
            yield Finding("no fault", entry.chat, entry.at, "an update failed")


WORDS: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    only_an_open_dose_is_offered,
    missed_is_never_said_of_what_nobody_knows,
    nobody_sees_another_persons_dose,
    a_day_is_quiet_enough,
    nothing_failed,
)
