"""English words about pausing, hospital and reminders only, as data."""

from __future__ import annotations

from bot.chat.parsing.pause_words import PauseWords

# A whole message, without its punctuation, and the verb it is.
EXACT: dict[str, str] = {
    "pause": (
        "pause|a pause|pause reminders|pause the reminders|pause my reminders|mute|mute reminders"
        "|stop reminders|stop the reminders|stop my reminders|stop reminding me|no reminders"
        "|no more reminders|turn off reminders|turn reminders off|take a break from reminders"
        "|a break from reminders|stop messaging me|stop sending reminders"
    ),
    "resume": (
        "resume|resume reminders|unpause|unmute|end the pause|end pause|stop the pause"
        "|start reminders|start reminding me again|remind me again from now on|log again"
        "|i want to log again|ask me again|ask again|turn reminders on"
        "|turn on reminders|reminders on"
    ),
    "hospital": (
        "hospital|in hospital|i'm in hospital|i am in hospital|in the hospital"
        "|i'm in the hospital|i am in the hospital|going to hospital|i'm going to hospital"
        "|i am going to hospital|going into hospital|i'm going into hospital"
        "|i am going into hospital|i'm going to the hospital|i am going to the hospital"
        "|i'm being admitted|i was admitted|admitted to hospital|i'm on a ward"
    ),
    "home": (
        "i am home|i'm home|home|home again|i'm home again|i am home again|back home"
        "|i'm back home|i am back home|discharged|i was discharged|i've been discharged"
        "|i am discharged|i'm discharged|out of hospital|i'm out of hospital"
        "|i am out of hospital|i left hospital|i'm out of the hospital"
    ),
    "reminders_only": "reminders only|only reminders|only remind me|just remind me|stop asking me",
    "keep_asking": "keep asking|keep asking me|please keep asking",
}

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = (
    ("mon",), ("tue", "tues"), ("wed", "weds"), ("thu", "thur", "thurs"), ("fri",), ("sat",),
    ("sun",),
)  # fmt: skip

WORDS = PauseWords(
    heads=(
        "pause", "pause reminders", "pause the reminders", "pause my reminders", "mute",
        "mute reminders", "no reminders", "stop reminders", "stop reminding me",
    ),
    links=("for", "until", "till", "til", "up to", "to"),
    days={"day": 1, "days": 1, "week": 7, "weeks": 7, "night": 1, "nights": 1},
    ahead={"today": 0, "tomorrow": 1, "tomorrow morning": 1},
    timeless=frozenset(("tomorrow", "tomorrow morning")),
    weekdays={
        name: number
        for number, day in enumerate(_DAYS)
        for name in (day, *_SHORT[number], f"on {day}", f"{day} morning")
    },
)  # fmt: skip
