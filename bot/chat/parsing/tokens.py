"""The pieces typed text is made of, and the table a language gives to name its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto


class Kind(Enum):
    """What a piece is. A piece no rule names is WORD or SYMBOL, and nothing accepts those."""

    # Numerals
    NUMBER = auto()  # 8, 10, "eight"
    DECIMAL = auto()  # 2.5, 2,5: cannot be a time
    DOTTED = auto()  # 8.30, 12.50: a time or an amount
    CLOCK = auto()  # 8:00
    FRACTION = auto()  # 1/2
    BROKEN = auto()  # 10.0.1, 8:0
    JUMBLE = auto()  # 8/14, 5.5,10: more than one reading
    # Marks between
    COMMA = auto()
    AND = auto()
    SLASH = auto()
    BREAK = auto()  # ; . |
    LINE = auto()
    JOIN = auto()  # : =
    DASH = auto()
    BULLET = auto()
    OPEN = auto()
    CLOSE = auto()
    # Times of day
    HALF_DAY = auto()  # am, pm
    NOON = auto()  # noon, midnight; the name is the hour
    OCLOCK = auto()
    PART = auto()  # in the morning: may follow an hour
    PART_WORD = auto()  # morning: only before a time
    DAY = auto()  # yesterday, tonight
    AT = auto()
    FROM = auto()
    ABOUT = auto()
    PAST = auto()
    TO = auto()
    HALF = auto()
    QUARTER = auto()
    AN = auto()
    A_HALF = auto()  # and a half
    # Spans
    HOUR = auto()
    MINUTE = auto()
    SECOND = auto()
    AGO = auto()
    VAGUE_AGO = auto()  # a few minutes
    # Times moved
    SHIFT = auto()  # later: 1, earlier: -1
    ORDINAL = auto()  # first dose: 0, last dose: -1
    # Amounts
    MG = auto()
    UNIT = auto()  # mcg, g, ml: refused
    TABLET = auto()
    # Plans
    TAKE = auto()
    FILL = auto()  # means nothing here
    EACH = auto()
    PER_DAY = auto()
    TIMES = auto()
    ONCE = auto()  # once, twice; the name is the count
    A_DAY = auto()  # bid, tid: once, twice with the day said
    EVERY = auto()
    RANGE = auto()
    NOT_DAILY = auto()
    TOTAL = auto()
    MEAL = auto()  # breakfast, bedtime: not a time
    # Nothing
    WORD = auto()
    SYMBOL = auto()


NUMERALS = frozenset((Kind.NUMBER, Kind.DECIMAL, Kind.DOTTED, Kind.CLOCK, Kind.FRACTION))


@dataclass(frozen=True, slots=True)
class Token:
    """One piece: its kind, its place in the plain text, and what it stands for."""

    kind: Kind
    start: int
    end: int
    text: str
    name: str = ""  # the table's name for a word
    value: Decimal = Decimal(0)  # of a numeral; the hour of a clock
    minute: int = 0  # of a clock or a dotted numeral
    glued: bool = False  # nothing stands between it and the piece before
    spelled: bool = False  # a number written as a word


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """A language's words as data: phrases by what they mean, number words, parts of the day."""

    code: str
    phrases: Mapping[str, tuple[Kind, str]]
    numbers: Mapping[str, int]
    parts: Mapping[str, frozenset[int]]  # the 24-h hours each part of the day can mean
    exact: Mapping[str, str]  # a whole message -> the name of its verb
    asked: frozenset[str]  # verbs that may also be asked with a question mark
    taken: tuple[tuple[str, ...], ...]  # "I just took it", slot by slot
    taken_untimed: frozenset[str]  # "took it" with one of these: taken, but when?
    dose_words: frozenset[str]  # words that may stand around "10 mg" in "took my 10 mg dose"
    skip: tuple[str, ...]
    skip_because: tuple[str, ...]
    skip_scope: frozenset[str]  # words that make a skip about more than this dose
    snooze: tuple[str, ...]  # before a span
    snooze_minutes: tuple[str, ...]  # before a bare number of minutes
    polite: tuple[str, ...]  # at the end of any message


def at_kind(tokens: tuple[Token, ...], index: int, *kinds: Kind) -> bool:
    """Whether the piece at this index exists and is of one of these kinds."""
    return 0 <= index < len(tokens) and tokens[index].kind in kinds
