"""The verbs a person can type: small frozen values, one class each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta
from decimal import Decimal

from bot.chat.parsing.times import Problem, TimeRead
from bot.domain.pauses import PauseEnd


@dataclass(frozen=True, slots=True)
class Taken:
    """ "I took it": when or how long ago if said; unclear if a time was said but not understood."""

    when: TimeRead | None = None
    ago: timedelta | None = None
    unclear: Problem | None = None
    mg: Decimal | None = None  # "I took my 10 mg"


@dataclass(frozen=True, slots=True)
class Extra:
    """ "I took it twice", "took another": a dose outside the plan."""


@dataclass(frozen=True, slots=True)
class Skip:
    """ "Skip", with the person's own words for the reason, or none."""

    words: str = ""


@dataclass(frozen=True, slots=True)
class Snooze:
    """ "Later"; the minutes where they were said (1 to 1440)."""

    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Log:
    """ "Log"; how many weeks back."""

    back: int = 0


@dataclass(frozen=True, slots=True)
class Stop:
    """A person wants to stop the medicine, or has: always the stop guard's."""


@dataclass(frozen=True, slots=True)
class Correct:
    """ "Correct yesterday 14:00": the day (0 today, -1 yesterday), the weekday (0 is Monday) or the
    date (month, day, year), and the dose's time, as far as said; unclear if a time was said but
    not understood."""

    day: int | None = None
    weekday: int | None = None
    date: tuple[int, int, int | None] | None = None
    wall: time | None = None
    unclear: Problem | None = None


@dataclass(frozen=True, slots=True)
class Undo:
    """ "Undo"."""


@dataclass(frozen=True, slots=True)
class NotSure:
    """ "Did I take it?"."""


@dataclass(frozen=True, slots=True)
class Missed:
    """ "I forgot it"."""


@dataclass(frozen=True, slots=True)
class Today:
    """ "Today", "what's next?"."""


@dataclass(frozen=True, slots=True)
class Plan:
    """ "My plan"; `change`: "change my plan"."""

    change: bool = False


@dataclass(frozen=True, slots=True)
class Timezone:
    """ "Time zone"; `change`: "change my time zone"; `place`: "change zone to Tokyo"."""

    change: bool = False
    place: str = ""


@dataclass(frozen=True, slots=True)
class Help:
    """ "Help"."""


@dataclass(frozen=True, slots=True)
class About:
    """ "About"."""


@dataclass(frozen=True, slots=True)
class Taper:
    """ "Ask for a taper"."""


@dataclass(frozen=True, slots=True)
class Pin:
    """ "Pin today"; not `wanted`: "unpin"."""

    wanted: bool = True


@dataclass(frozen=True, slots=True)
class Yes:
    """ "Yes"."""


@dataclass(frozen=True, slots=True)
class No:
    """ "No"."""


@dataclass(frozen=True, slots=True)
class Cancel:
    """ "Cancel"."""


@dataclass(frozen=True, slots=True)
class Back:
    """ "Back"."""


@dataclass(frozen=True, slots=True)
class NotMe:
    """ "Not me": somebody else changed the plan."""


@dataclass(frozen=True, slots=True)
class Mine:
    """ "Yes, mine": the change is the person's own."""


@dataclass(frozen=True, slots=True)
class Pause:
    """ "Pause reminders", until when if that was said, or why it was not understood."""

    end: PauseEnd | Problem | None = None


@dataclass(frozen=True, slots=True)
class Resume:
    """ "Resume", "log again"."""


@dataclass(frozen=True, slots=True)
class Hospital:
    """ "I'm in hospital"."""


@dataclass(frozen=True, slots=True)
class Home:
    """ "I am home": out of hospital."""


@dataclass(frozen=True, slots=True)
class RemindersOnly:
    """ "Reminders only"."""


@dataclass(frozen=True, slots=True)
class KeepAsking:
    """ "Keep asking"."""


@dataclass(frozen=True, slots=True)
class Called:
    """ "I called": the answer to an emergency card."""


@dataclass(frozen=True, slots=True)
class NotEmergency:
    """ "Not an emergency"."""


@dataclass(frozen=True, slots=True)
class Contacts:
    """ "My numbers": whom the person can call, to be changed."""


@dataclass(frozen=True, slots=True)
class CallList:
    """ "Whom can I call?"."""


@dataclass(frozen=True, slots=True)
class Symptoms:
    """ "Side effects": what do you feel?"""


@dataclass(frozen=True, slots=True)
class Symptom:
    """ "Symptom: dizzy 4": what follows, in the person's own words."""

    words: str


@dataclass(frozen=True, slots=True)
class SymptomHistory:
    """ "My symptoms"."""


@dataclass(frozen=True, slots=True)
class Profile:
    """ "My health"."""


Verb = (
    Taken | Extra | Skip | Snooze | Log | Stop | Undo | NotSure | Missed | Today | Plan
    | Timezone | Help | About | Taper | Yes | No | Cancel | Back
    | NotMe | Mine | Correct | Pin
    | Pause | Resume | Hospital | Home | RemindersOnly | KeepAsking
    | Called | NotEmergency
    | Contacts | CallList | Symptoms | Symptom | SymptomHistory | Profile
)  # fmt: skip
