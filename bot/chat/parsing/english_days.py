"""English days of the calendar as data, and how a correction of the log is opened."""

from __future__ import annotations

_MONTHS = (
    *("january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul"),
    *("august|aug", "september|sept|sep", "october|oct", "november|nov", "december|dec"),
)
MONTHS = {name: n for n, names in enumerate(_MONTHS, start=1) for name in names.split("|")}
_WEEKDAYS = (
    *("monday|mon", "tuesday|tues|tue", "wednesday|wed", "thursday|thurs|thu", "friday|fri"),
    *("saturday|sat", "sunday|sun"),
)
WEEKDAYS = {name: n for n, names in enumerate(_WEEKDAYS) for name in names.split("|")}  # 0: Monday
DAYS = {"today": 0, "yesterday": -1}
OPENINGS = ("correct", "fix")
# Words that may stand around a day and a time: "correct the 14:00 dose of yesterday".
FILLING = ("my", "the", "log", "dose", "of", "for", "on", "from", "'s")
