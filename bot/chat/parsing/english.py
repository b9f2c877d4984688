"""English as data: what its words and phrases mean. Another language is another such module."""

from __future__ import annotations

from bot.chat.parsing.english_verbs import (
    ASKED,
    DOSE_WORDS,
    EXACT,
    POLITE,
    SKIP,
    SKIP_BECAUSE,
    SKIP_SCOPE,
    SNOOZE,
    SNOOZE_MINUTES,
    TAKEN,
    TAKEN_UNTIMED,
)
from bot.chat.parsing.tokens import Kind, Language

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
_TEENS = "fifteen sixteen seventeen eighteen nineteen"
_SMALL = f"{_UNITS} {_TEENS}".split()
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}

NUMBERS = {word: value for value, word in enumerate(_SMALL)} | _TENS
NUMBERS |= {
    f"{tens}{between}{unit}": _TENS[tens] + NUMBERS[unit]
    for tens in _TENS
    for unit in _SMALL[1:10]
    for between in ("-", " ")
}

PARTS = {
    "am": frozenset(range(12)),
    "pm": frozenset(range(12, 24)),
    "morning": frozenset(range(1, 12)),
    "afternoon": frozenset(range(12, 19)),
    "evening": frozenset(range(16, 24)),
    "night": frozenset((19, 20, 21, 22, 23, 0, 1, 2, 3, 4)),
    "tonight": frozenset(range(17, 24)),
    "last night": frozenset(range(18, 24)),
}

# Kind, the name it carries, and its phrases.
_TABLE: tuple[tuple[Kind, str, str], ...] = (
    (Kind.HALF_DAY, "am", "am|a.m.|a.m"),
    (Kind.HALF_DAY, "pm", "pm|p.m.|p.m"),
    (Kind.NOON, "12", "noon|midday"),
    (Kind.NOON, "0", "midnight"),
    (Kind.OCLOCK, "", "o'clock|oclock|o clock"),
    (Kind.PART, "morning", "in the morning"),
    (Kind.PART, "afternoon", "in the afternoon"),
    (Kind.PART, "evening", "in the evening"),
    (Kind.PART, "night", "at night"),
    (Kind.PART_WORD, "morning", "morning|mornings|every morning|each morning"),
    (Kind.PART_WORD, "afternoon", "afternoon|afternoons|every afternoon|each afternoon"),
    (Kind.PART_WORD, "evening", "evening|evenings|every evening|each evening"),
    (Kind.PART_WORD, "night", "night|nights|every night|each night|nightly"),
    # A day, and after a colon the part of it that is said along.
    (Kind.DAY, "0", "today"),
    (Kind.DAY, "0:morning", "this morning"),
    (Kind.DAY, "0:afternoon", "this afternoon"),
    (Kind.DAY, "0:evening", "this evening"),
    (Kind.DAY, "0:tonight", "tonight"),
    (Kind.DAY, "-1", "yesterday"),
    (Kind.DAY, "-1:morning", "yesterday morning"),
    (Kind.DAY, "-1:afternoon", "yesterday afternoon"),
    (Kind.DAY, "-1:evening", "yesterday evening|last evening"),
    (Kind.DAY, "-1:last night", "last night|yesterday night"),
    (Kind.AT, "", "at"),
    (Kind.FROM, "", "from|starting at|starting from|beginning at|start at|starting|first at"),
    (Kind.ABOUT, "", "about|around|approximately|approx|roughly"),
    (Kind.PAST, "", "past|after"),
    (Kind.TO, "", "to"),
    (Kind.HALF, "", "half"),
    (Kind.QUARTER, "", "quarter|a quarter"),
    (Kind.AN, "", "a|an"),
    (Kind.A_HALF, "", "and a half"),
    (Kind.HOUR, "", "h|hr|hrs|hour|hours"),
    (Kind.MINUTE, "", "m|min|mins|minute|minutes"),
    (Kind.SECOND, "", "sec|secs|second|seconds"),
    (Kind.AGO, "", "ago"),
    (
        Kind.VAGUE_AGO,
        "",
        "a few minutes|few minutes|some minutes|a couple of minutes|a couple minutes|a few hours"
        "|few hours|some hours|a couple of hours|a couple hours|a while|a little while|a bit"
        "|a moment|some time",
    ),
    (Kind.SHIFT, "1", "later"),
    (Kind.SHIFT, "-1", "earlier"),
    (Kind.ORDINAL, "0", "first dose"),
    (Kind.ORDINAL, "1", "second dose"),
    (Kind.ORDINAL, "2", "third dose"),
    (Kind.ORDINAL, "3", "fourth dose"),
    (Kind.ORDINAL, "-1", "last dose"),
    (Kind.MG, "", "mg|mgs|milligram|milligrams|milligramme|milligrammes"),
    (
        Kind.UNIT,
        "",
        "mcg|µg|ug|microgram|micrograms|g|gm|gram|grams|kg|ml|cc|l|millilitre|millilitres"
        "|milliliter|milliliters|iu|unit|units|drop|drops",
    ),
    (
        Kind.TABLET,
        "",
        "tablet|tablets|tab|tabs|pill|pills|capsule|capsules|cap|caps",
    ),
    (
        Kind.TAKE,
        "",
        "take|i take|taking|i'm taking|im taking|i am taking|remind me to take|i have to take"
        "|i need to take|i must take|to take",
    ),
    (
        Kind.FILL,
        "",
        "baclofen|lioresal|oral|orally|by mouth|with food|with water|with milk|with meals|please"
        "|my dose|my doses|my plan|dose|doses|my|of|i|me|the|is|are|it's|its|remind me|hi|hello"
        "|thanks|thank you|currently|also|have|i have",
    ),
    (Kind.EACH, "", "each|each time|every time|per dose|each dose|apiece|at a time"),
    (Kind.PER_DAY, "", "a day|per day|/day|/ day|/d|daily|each day|every day|everyday"),
    (Kind.TIMES, "", "times|x|time"),
    (Kind.ONCE, "1", "once"),
    (Kind.ONCE, "2", "twice"),
    (Kind.ONCE, "3", "thrice"),
    (Kind.A_DAY, "2", "bid|b.i.d.|bd|b.d."),
    (Kind.A_DAY, "3", "tid|t.i.d.|tds|t.d.s."),
    (Kind.A_DAY, "4", "qid|q.i.d.|qds|q.d.s."),
    (Kind.EVERY, "", "every"),
    (
        Kind.RANGE,
        "",
        "between|until|till|through|or|up to|max|maximum|at most|at least|minimum|more than"
        "|less than",
    ),
    (
        Kind.NOT_DAILY,
        "",
        "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mondays|tuesdays|wednesdays"
        "|thursdays|fridays|saturdays|sundays|mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun"
        "|every other day|every second day|alternate|alternating|other day|as needed|if needed"
        "|when needed|as required|when required|if required|if necessary|when necessary|prn"
        "|p.r.n.|if i need it|when i need it|sometimes|day|days|week|weeks|weekly|weekday|weekdays"
        "|weekend|weekends|month|months|monthly|tomorrow|fortnight",
    ),
    (
        Kind.TOTAL,
        "",
        "total|in total|altogether|in all|divided|split|spread|daily dose|daily total|total dose",
    ),
    (
        Kind.MEAL,
        "",
        "breakfast|lunch|dinner|supper|meal|meals|bed|bedtime|waking|wake|wake up|sleep|lunchtime"
        "|dinnertime|mealtime|mealtimes|with breakfast|with lunch|with dinner|with supper"
        "|after breakfast|after lunch|after dinner|after supper|before breakfast|before lunch"
        "|before dinner|before bed|going to bed|when i wake up",
    ),
    (Kind.AND, "", "and|again|and again|plus"),
    (Kind.COMMA, "", "then|and then"),
)

ENGLISH = Language(
    code="en",
    phrases={
        phrase: (kind, name) for kind, name, phrases in _TABLE for phrase in phrases.split("|")
    },
    numbers=NUMBERS,
    parts=PARTS,
    exact=EXACT,
    asked=ASKED,
    taken=TAKEN,
    taken_untimed=TAKEN_UNTIMED,
    dose_words=DOSE_WORDS,
    skip=SKIP,
    skip_because=SKIP_BECAUSE,
    skip_scope=SKIP_SCOPE,
    snooze=SNOOZE,
    snooze_minutes=SNOOZE_MINUTES,
    polite=POLITE,
)
