"""How much: tablets and mg that were taken, against the plan, and degrees of fever."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from bot.chat.parsing.net.text import Sentence
from bot.domain.policy import Policy
from bot.domain.red_flags import Measure

Span = tuple[int, int]
_NUMBERS = {
    word: Decimal(value)
    for value, words in enumerate(
        "_|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
        "|fifteen|sixteen|seventeen|eighteen|nineteen|twenty".split("|")
    )
    for word in [words]
} | {
    "thirty": Decimal(30),
    "forty": Decimal(40),
    "fifty": Decimal(50),
    "sixty": Decimal(60),
    "hundred": Decimal(100),
    "dozen": Decimal(12),
    "couple": Decimal(2),
}
_TOOK = frozenset(
    "took taken swallowed ate eaten downed popped ingested tooken gulped consumed drank had".split()
)
_TABLET = frozenset("pill pills tablet tablets tab baclofen baclofens capsule capsules".split())
_OF_THEM = frozenset(("of", "more", "extra"))
_WHOLE_DAY = frozenset(("today", "daily", "day", "yesterday", "week", "month", "since", "total"))
_MADE_OF = frozenset(("mg", "milligram", "milligrams", "mgs"))
_REACH = 5
_DEGREES = re.compile(r"\d{2,3}(?:[.,]\d{1,2})?")
_THERMAL = frozenset(
    "temp temperature fever feverish thermometer celsius fahrenheit degrees c f".split()
)
_NOT_OF_BODY = frozenset("outside oven room weather water bath sun garden heat shower car".split())


def too_much(sentence: Sentence, measure: Measure, policy: Policy) -> Iterator[Span]:
    """Where more is said to be taken at once than the plan's biggest dose, or than a whole day."""
    words = sentence.words
    for where, word in enumerate(words):
        if word not in _TOOK and not _is_did_take(words, where):
            continue
        for each in range(where + 1, min(where + 1 + _REACH, len(words))):
            count = _number(words[each])
            if count is not None and _is_too_much(words, each, count, measure, policy):
                yield where, each + 1
                break
    yield from _taken_behind(words, measure, policy)


def _is_did_take(words: tuple[str, ...], where: int) -> bool:
    return words[where] in ("take", "swallow") and "did" in words[max(where - 3, 0) : where]


def _taken_behind(words: tuple[str, ...], measure: Measure, policy: Policy) -> Iterator[Span]:
    """ "10 pills taken"."""
    for where, word in enumerate(words[:-2]):
        count = _number(word)
        taken = words[where + 2 : where + 4]
        if count is not None and words[where + 1] in _TABLET and {"taken", "swallowed"} & set(taken):
            if _is_too_much(words, where, count, measure, policy):
                yield where, where + 3


def _is_too_much(
    words: tuple[str, ...], where: int, count: Decimal, measure: Measure, policy: Policy
) -> bool:
    behind = words[where + 1 : where + 5]
    rest = words[where + 1 : where + 9]
    day = not _WHOLE_DAY.isdisjoint(rest)
    if behind[:1] and behind[0] in _MADE_OF:
        return _too_many_mg(count, measure, policy, day=day)
    if len(behind) > 1 and _number(behind[0]) is not None and behind[1] in _MADE_OF:
        return _too_many_mg(count * (_number(behind[0]) or 1), measure, policy, day=day)
    if _TABLET.isdisjoint(behind[:3]) and not (behind[:1] and behind[0] in _OF_THEM):
        return False
    most = measure.day_tablets if day else measure.dose_tablets
    if most is None:
        most = Decimal(12 if day else 2)
    return count > most


def _too_many_mg(count: Decimal, measure: Measure, policy: Policy, *, day: bool) -> bool:
    """Up to twice a dose is asked about where it is logged; more, or an unusual dose, is not."""
    if day:
        return count > (measure.day_mg or policy.day_asked_again)
    if measure.dose_mg is None:
        return count > policy.dose_asked_again
    return count > measure.dose_mg and count > min(2 * measure.dose_mg, policy.dose_asked_again)


def _number(word: str) -> Decimal | None:
    found = _NUMBERS.get(word)
    if found is not None or not word[:1].isdigit():
        return found
    try:
        return Decimal(word.replace(",", "."))
    except InvalidOperation:
        return None


def degrees(sentence: Sentence) -> Iterator[tuple[Span, bool]]:
    """Where a body's temperature stands, and whether it is a fever: 38 C or 100.4 F, or more."""
    words = sentence.words
    if not _NOT_OF_BODY.isdisjoint(words):
        return
    for where, word in enumerate(words):
        if not _DEGREES.fullmatch(word):
            continue
        near = (*words[max(where - 5, 0) : where], *words[where + 1 : where + 3])
        value = Decimal(word.replace(",", "."))
        celsius, fahrenheit = Decimal(33) <= value <= 44, Decimal(93) <= value <= 112
        if (celsius or fahrenheit) and not _THERMAL.isdisjoint(near):
            yield (where, where + 1), value >= (Decimal(38) if celsius else Decimal("100.4"))
