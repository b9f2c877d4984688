"""What people ask for of their own accord, and how they answer what they are asked on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from zoneinfo import ZoneInfo

from bot.domain.timetable import Slot
from bot.screens.screen import Verb
from tests.chaos import kinds
from tests.chaos.transcript import Button, Entry

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
CITIES = ("Berlin", "London", "Tokyo", "New York", "Sydney")
PLANS = (
    "10 mg at 8:00, 14:00 and 22:00",
    "10 mg at 7:00, 13:00 and 19:00",
    "5 mg at 6:00, 12:00, 18:00 and 23:00",
    "15 mg at 9:00 and 21:00",
    "10 mg at 8:30, 12:30, 16:30 and 20:30",
)
CHANGES = ("change my plan", "/plan", "change my time zone")
SPANS = ("2 hours", "5 hours", "20 min")  # of a pause; a snooze where a card came meanwhile
RESTS = (
    *("/pause", "/pause", "pause 3 hours", "pause until 18:00", "pause until tomorrow"),
    *("/hospital", "reminders only", "ask me again", "/resume"),
)
CHOICES = {
    *(Verb.TOOK_AGO, Verb.TOOK_AT, Verb.SKIP_BECAUSE, Verb.SAME_DOSE, Verb.EXTRA),
    *(Verb.TOOK_SOME, Verb.TOOK_NONE),
    *(Verb.NOT_TAKEN, Verb.NOT_SURE, Verb.CORRECT_DAY, Verb.CORRECT_DOSE, Verb.CORRECT_AS),
}


@dataclass(frozen=True, slots=True)
class Act:
    """What a person does: says `text`, taps what is called so, or blocks and unblocks the bot."""

    what: str
    text: str = ""
    message_id: int = 0
    data: str = ""


Answer = Callable[[Random, Entry], Act]


def tap(entry: Entry, button: Button) -> Act:
    """A tap on a button of a message."""
    return Act("tapped", button.label, entry.message_id, button.data)


def wish(what: str, dice: Random, slots: Sequence[Slot]) -> str:
    """Words that begin a change, a rest or a correction."""
    if what == "change":
        return dice.choice(CHANGES)
    if what == "rest":
        return dice.choice(RESTS)
    wall = dice.choice(slots).wall
    day = dice.choice(("yesterday ", "today ", ""))
    return dice.choice(("correct", "/log", f"correct {day}{wall:%H:%M}", f"correct {wall:%H:%M}"))


def told(dice: Random, entry: Entry, zone: str) -> Act | None:
    """The answer to the question that a message asks, where the bot waits for one."""
    for line in kinds.lines(entry.text):
        if line.kind in ("ask-when-hint", "ask-earlier-hint") and not _may_tap(dice, entry):
            return _typed_time(dice, entry, zone)
        if line.kind in _TOLD:
            return _TOLD[line.kind](dice, entry)
    return None


def _may_tap(dice: Random, entry: Entry) -> bool:
    choices = CHOICES & {each.tap.verb for each in entry.buttons if each.tap is not None}
    return bool(choices) and dice.random() < 0.5


def _typed_time(dice: Random, entry: Entry, zone: str) -> Act:
    then = (entry.at - dice.randint(0, 240) * MINUTE).astimezone(ZoneInfo(zone))
    day = dice.choice(("", "", "today ", "yesterday "))
    return Act("said", f"{day}{then:%H:%M}")


def later(dice: Random, entry: Entry) -> Iterator[tuple[timedelta, Act]]:
    """What somebody comes back to hours after it: home from hospital, on from a pause."""
    for line in kinds.lines(entry.text):
        chance, hours, answer = _LATER.get(line.kind, (0, 0, None))
        if answer is not None and dice.random() < chance:
            yield dice.randint(1, 60 * hours) * MINUTE, answer(dice, entry)


def _label(*messages: str, otherwise: str) -> Answer:
    """A tap on one of these buttons; where none stands there, words."""

    def press(dice: Random, entry: Entry) -> Act:
        labels = [kinds.label(each) for each in messages]
        found = [each for each in entry.buttons if each.label in labels]
        return tap(entry, dice.choice(found)) if found else Act("said", otherwise)

    return press


def _type(*texts: str) -> Answer:
    return lambda dice, entry: Act("said", dice.choice(texts))


def _either(*answers: Answer) -> Answer:
    return lambda dice, entry: dice.choice(answers)(dice, entry)


_ENDS = ("button-4h", "button-4h", "button-1d", "button-3d")
_HOW_LONG = _either(_label(*_ENDS, otherwise="2 hours"), _type(*SPANS, "until 18:00"))
_TOLD: dict[str, Answer] = {
    "plan-question": _type(*PLANS),
    "strengths-question": _type("done"),
    "odd-short": _label("button-these-times", otherwise="/cancel"),
    "odd-long": _label("button-these-times", otherwise="/cancel"),
    "echo-title": _label("button-correct", otherwise="/cancel"),
    "place-question": _type(*CITIES),
    "place-which": lambda dice, entry: tap(entry, entry.buttons[0]),
    "clock-question": _label("button-clock-yes", otherwise="yes"),
    "kidney-question": _label("button-no", otherwise="no"),
    "again-hint": _type("/cancel"),
    "again-hint-day": _type("/cancel"),
    "plan-title": _either(
        _label("button-change-plan", otherwise="change my plan"), _type("ok", "thank you")
    ),
    "last-question": _type("not sure", "1 hour ago", "yesterday 20:00"),
    "change-question": _label("button-mine", "button-mine", "button-not-me", otherwise="mine"),
    "pause-how-long": _HOW_LONG,
    "pause-other-end": _HOW_LONG,
    "pause-sure": _either(
        *(3 * [_label("button-pause-ok", otherwise="yes")]), _type("yes", "yes", "no")
    ),
    "hospital-question": _either(_label("button-yes", otherwise="yes"), _type("yes", "no")),
    "silence-offer": _label("button-keep-asking", "button-reminders-only", otherwise="keep asking"),
    "log-title": _either(
        _label("button-correct", otherwise="correct"), _label("button-older", otherwise="today")
    ),
}
_HOME = _either(
    _label("button-am-home", otherwise="I am home"), _type("I am home", "/resume", "discharged")
)
_LATER: dict[str, tuple[float, int, Answer]] = {
    "hospital-noted": (0.9, 40, _HOME),
    "life-hospital": (0.5, 4, _HOME),
    "life-paused": (0.3, 6, _label("button-resume", otherwise="/resume")),
    "home-waits": (0.7, 4, _HOME),
    "life-only": (0.4, 40, _label("button-ask-again", otherwise="ask me again")),
}
