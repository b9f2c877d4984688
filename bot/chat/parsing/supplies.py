"""Numbers of tablets, by strength: "34", "17 and a half", "10 mg: 34, 5 mg: 12"; none guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from bot.chat.parsing.amounts import amount_at, count_at, shortest
from bot.chat.parsing.care_verbs import PharmacyDays, Ran, RanOut, Refilled, Tablets
from bot.chat.parsing.english import ENGLISH
from bot.chat.parsing.english_supply import WORDS
from bot.chat.parsing.plain import plain
from bot.chat.parsing.supply_words import SupplyWords
from bot.chat.parsing.times import Problem, open_text
from bot.chat.parsing.tokens import Kind, Language, Token, at_kind

Tokens = tuple[Token, ...]
Counted = tuple[tuple[Decimal | None, Decimal], ...]
"""(strength in mg, None where it was not said; tablets)"""

TABLETS_MOST = Decimal(9999)
_LEAD_MOST = 30
_HALF = Decimal("0.5")
_SPACES = re.compile(r"[^\S\n]+")
_SENTENCE = re.compile(r"([^.!?;\n]+)([.!?;\n]*)")
_TABLE: Mapping[str, SupplyWords] = {"en": WORDS}
_BETWEEN = (Kind.COMMA, Kind.AND, Kind.BREAK, Kind.LINE, Kind.SLASH)
_JOINS = (Kind.JOIN, Kind.DASH)


def read_counts(text: str, language: Language = ENGLISH) -> Counted | Problem:
    """Every number of tablets with its strength, where that is said; all of it is understood.

    Whole and half tablets alone. "340 mg" is TABLETS: it does not say how many.
    """
    words = _TABLE.get(language.code, WORDS)
    said = _SPACES.sub(" ", plain(text).text).strip(" .!\n")
    if said in words.none:
        return ((None, Decimal(0)),)
    tokens = open_text(_without(said, words.left, behind=True), language)
    if isinstance(tokens, Problem):
        return tokens
    found: list[tuple[Decimal | None, Decimal]] = []
    i = _past_fill(tokens, 0)
    while i < len(tokens):
        one = _one_at(tokens, i)
        if isinstance(one, Problem):
            return one
        entry, i = one
        found.append(entry)
        between = i
        while at_kind(tokens, i, *_BETWEEN):
            i += 1
        if (i == between) != (i == len(tokens)):
            return Problem.LEFTOVER
        i = _past_fill(tokens, i)
    strengths = [strength for strength, _ in found]
    if len(set(strengths)) != len(strengths) or (len(found) > 1 and None in strengths):
        return Problem.DISAGREE
    return tuple(found) or Problem.NO_AMOUNT


def _one_at(tokens: Tokens, i: int) -> tuple[tuple[Decimal | None, Decimal], int] | Problem:
    """ "34 tablets of 10 mg", "10 mg: 34", "34"."""
    strength = amount_at(tokens, i)
    if isinstance(strength, Problem):
        return strength
    if strength is not None:
        return _behind_strength(tokens, *strength)
    count = _count_at(tokens, i)
    if isinstance(count, Problem):
        return count
    tablets, i = count
    link = i + (
        at_kind(tokens, i, Kind.TIMES) or (at_kind(tokens, i, Kind.FILL) and tokens[i].text == "of")
    )
    of = amount_at(tokens, link)
    if isinstance(of, Problem):
        return of
    if of is None:
        return ((None, tablets), i) if link == i else Problem.LEFTOVER
    return (of[0], tablets), of[1] + at_kind(tokens, of[1], Kind.TABLET)


def _behind_strength(
    tokens: Tokens, strength: Decimal, i: int
) -> tuple[tuple[Decimal | None, Decimal], int] | Problem:
    i += at_kind(tokens, i, Kind.TABLET)
    i += at_kind(tokens, i, *_JOINS)
    if i >= len(tokens):
        return Problem.TABLETS
    count = _count_at(tokens, _past_fill(tokens, i))
    return count if isinstance(count, Problem) else ((strength, count[0]), count[1])


def _count_at(tokens: Tokens, i: int) -> tuple[Decimal, int] | Problem:
    """So many whole and half tablets, with or without the word."""
    found = count_at(tokens, i)
    if found is None:
        return Problem.NO_AMOUNT
    count, behind = found
    if at_kind(tokens, behind, Kind.MG, Kind.UNIT):
        return Problem.TABLETS
    if not 0 <= count <= TABLETS_MOST or count % _HALF:
        return Problem.BAD_AMOUNT
    return shortest(count), behind + at_kind(tokens, behind, Kind.TABLET)


def _past_fill(tokens: Tokens, i: int) -> int:
    while at_kind(tokens, i, Kind.FILL) and tokens[i].text != "of":
        i += 1
    return i


def _without(text: str, phrases: tuple[str, ...], *, behind: bool) -> str:
    """The text without the longest of these phrases at its end, or at its start; else as it is."""
    for phrase in sorted(phrases, key=len, reverse=True):
        if behind and text.endswith(f" {phrase}"):
            return text.removesuffix(phrase).rstrip(" :,")
        if not behind and re.match(rf"{re.escape(phrase)}[\s:,]", text):
            return text[len(phrase) :].lstrip(" :,")
    return text


def read_supply(text: str, language: Language) -> Tablets | Refilled | PharmacyDays | None:
    """ "34 tablets left", "refilled 56", "my pharmacy needs 3 days"."""
    words = _TABLE.get(language.code, WORDS)
    days = re.fullmatch(rf"{words.lead} (\d{{1,2}})(?: working)?(?: days?)?", text)
    if days and int(days[1]) <= _LEAD_MOST:
        return PharmacyDays(int(days[1]))
    return _told(text, words, language)


def read_run_out(text: str, language: Language) -> RanOut | None:
    """ "I ran out of tablets", in any sentence of the plain text that is not a question."""
    words = _TABLE.get(language.code, WORDS)
    for sentence, end in _SENTENCE.findall(text):
        found = None if "?" in end else _run_out(sentence, words)
        if found is not None:
            return found
    return None


def _told(text: str, words: SupplyWords, language: Language) -> Tablets | Refilled | None:
    """A number of tablets, where the words around it say that it is one of those that are there."""
    if any(text.startswith(head) for head in words.refilled):
        rest = _without(text, words.refilled, behind=False)
        is_sure = _without(text, words.surely_refilled, behind=False) != text
        counts = read_counts(rest, language) if rest != text else Problem.NO_AMOUNT
        names = re.search(words.tablets, rest) is not None
        return Refilled(counts) if isinstance(counts, tuple) and (is_sure or names) else None
    bare = _without(text, words.left, behind=True)
    rest = _without(bare, words.counted, behind=False)
    is_sure = bare != text or _without(text, words.surely_counted, behind=False) != text
    if not is_sure or not re.search(r"\d|half", rest):
        return None
    kept = read_counts(rest, language)
    return Tablets(kept) if isinstance(kept, tuple) else None


def _run_out(text: str, words: SupplyWords) -> RanOut | None:
    """None are left, or soon; nothing where it is denied, or only feared."""
    found = _out(words).search(text)
    if found is None:
        return None
    before = text[: found.start()][-40:]
    if re.search(words.denied, before):
        return None
    soon = re.search(words.soon, f"{before} {found[0]}") is not None
    return RanOut(Ran.SOON if soon else Ran.OUT)


@cache
def _out(words: SupplyWords) -> re.Pattern[str]:
    patterns = (each.format(tablets=words.tablets) for each in words.out)
    return re.compile("|".join(patterns))
