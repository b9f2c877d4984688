"""What a person is shown: a text, and buttons that mean something."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from bot.words import Markup, lines


class Verb(StrEnum):
    """What a tap asks for. The values are short: they travel in 64 bytes, and never change."""

    TOOK = "t"
    TOOK_AT = "ta"  # detail: minutes since the epoch
    TOOK_EARLIER = "te"
    TOOK_AGO = "tg"  # detail: minutes
    SAME_DOSE = "sd"
    EXTRA = "x"  # detail: minutes since the epoch; "?" before them asks first, "=": named above
    SNOOZE = "z"  # detail: minutes
    SKIP = "s"
    SKIP_BECAUSE = "sb"  # detail: a SkipReason
    NOT_SURE = "n"
    NOT_TAKEN = "m"
    BACK = "b"  # to the dose's card
    UNDO = "u"
    TODAY = "d"
    LOG = "l"  # detail: page
    HELP = "h"
    PLAN = "p"
    ZONE = "tz"
    BOARD = "bo"  # detail: "on", "off", or where its own buttons lead, in a message of its own
    TAPER = "tp"
    TAPER_BECAUSE = "tb"  # detail: a TaperReason
    TAPER_WITHDRAW = "tw"
    SETUP = "q"  # detail: question.answer
    CANCEL = "c"
    CORRECT = "co"  # detail: page of the log
    CORRECT_DAY = "cd"  # detail: a date, as YYYYMMDD
    CORRECT_DOSE = "cs"
    CORRECT_AS = "ca"  # detail: what is true; n, x: named, extra, with minutes since the epoch
    NOT_ME = "nm"  # subject: the plan version that somebody else made
    MINE = "my"  # subject: the plan version
    PAUSE = "pa"  # detail: 4h, 1d, 3d
    PAUSE_OK = "pk"  # detail: minutes since the epoch
    RESUME = "r"  # the pause
    HOSPITAL = "ho"  # detail: yes, no
    HOME = "hm"
    KEEP_ASKING = "ka"
    REMINDERS_ONLY = "ro"
    ASK_AGAIN = "aa"
    STOP = "vs"  # detail: the way, a dot, and a reason where one was named
    STOP_WHY = "vw"  # subject: the wish; detail: a StopReason
    STOP_DO = "vd"  # subject: the wish; detail: what is done about it
    STOP_CHECK = "vc"  # detail: fine, signs
    START_AGAIN = "vr"
    CALL_LIST = "cl"  # the emergency number and the person's own, in a message of its own
    CONTACTS = "yc"  # detail: a ContactKind, or none for all of them
    CONTACT_REMOVE = "yr"  # detail: a ContactKind
    SYMPTOM = "ys"  # detail: the number of a group (0: none), then the letters of chosen signs
    SYMPTOM_DONE = "yd"  # detail: the letters of the chosen signs
    SYMPTOM_RATE = "yn"  # subject: the report; detail: "ask", 0 to 10, or none to go back
    SYMPTOM_HISTORY = "yh"  # detail: page
    PROFILE = "yp"  # detail: a MarkGroup, a Mark, or none for all of it
    PROFILE_SET = "ym"  # detail: mark.answer
    ASK = "ja"  # detail: a topic and its page, a group, or none for all of them
    SOURCES = "js"  # detail: a topic and its page
    MOVING = "jm"  # detail: a day and a Movement
    CALLED = "ec"  # the red flag; so too below
    NOT_EMERGENCY = "en"
    TOOK_SOME = "ws"  # subject: what the gap runs from
    TOOK_NONE = "wn"  # subject: what the gap runs from
    SUPPLY = "fu"
    SUPPLY_COUNT = "fc"  # detail: c (counted) or r (refilled), the strength in mg, x, half tablets
    SUPPLY_SAVE = "fs"  # detail: the same; "y" behind it: asked whether it is right
    SUPPLY_ORDERED = "fo"
    SUPPLY_REFILLED = "fr"
    SUPPLY_TOMORROW = "ft"
    SUPPLY_LEAD = "fl"  # detail: working days
    SUPPLY_NOT_NOW = "fn"


@dataclass(frozen=True, slots=True)
class Tap:
    """A button's meaning: a verb, the dose it is about, and a detail."""

    verb: Verb
    subject: UUID | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Button:
    """At most three words, and what a tap on them means. `good`: the likely, safe answer."""

    label: str
    tap: Tap
    good: bool = False


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """HTML text and rows of at most three buttons.

    `location`: the label of a button that shares where the person is; it takes the place of rows.
    """

    text: Markup
    rows: Rows = ()
    location: str | None = None
    silent: bool = False

    @property
    def asks_about(self) -> UUID | None:
        """The dose whose card this is: it can be tapped as taken here."""
        taps = (button.tap for row in self.rows for button in row)
        return next((tap.subject for tap in taps if tap.verb is Verb.TOOK), None)

    def below(self, said: Markup) -> Screen:
        """The same screen under something said first."""
        return replace(self, text=lines([said, Markup(""), self.text]))

    def without_buttons(self) -> Screen:
        """The same text, with nothing left to tap."""
        return replace(self, rows=(), location=None)
