"""Whether somebody writes that they stop the medicine, mean to, or ask how: anywhere in a text.

A miss can hurt and a false alarm cannot, so what may mean it does, unless a rule says otherwise.
The words are in the language's table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from bot.chat.parsing.english_quitting import WORDS
from bot.chat.parsing.plain import plain
from bot.chat.parsing.quit_words import QuitWords
from bot.chat.parsing.spelling import nearest

_WORDS: Mapping[str, QuitWords] = {"en": WORDS}
_CLAUSE_ENDS = re.compile(r"[^\w\s'?]+")
_TWO_FROM = 7  # letters from which on two slips are believed: a miss is worse than a false alarm
_CLOCK = re.compile(r"\b(\d{1,2})[:.h](\d{2})\b")  # one word, not two clauses
_PIECES = re.compile(r"[a-z]+n't|\w+|'\w+|[?|]")


def quits(text: str, language: str = "en") -> bool:
    """Somebody stops the medicine, may, or asks how. However long the text is."""
    words = _WORDS.get(language, WORDS)
    said = _normal(text, words)
    rules = _rules(words)
    return any(_clause(clause, rules) for clause in said.split("|") if clause.strip(" ?"))


def _normal(text: str, words: QuitWords) -> str:
    """Words by one spelling, with a space around each, and clauses parted by a bar."""
    folded = _CLAUSE_ENDS.sub(" | ", _CLOCK.sub(r"\1\2", plain(text).text))
    typed = (each.replace("n't", "nt") for each in _PIECES.findall(folded))
    pieces = (_spelled(each, words) for each in typed)
    said = f" {' '.join(filter(None, pieces))} "
    for written, meant in words.inverted.items():
        said = said.replace(f" {written} ", f" {meant} " if meant else " ")
    return said


def _spelled(typed: str, words: QuitWords) -> str:
    """The one spelling of a word; of a long one that is nearly right, too."""
    known = words.spelled.get(typed)
    if known is not None:
        return known
    near = nearest(typed, words.nearly, words.real, two_from=_TWO_FROM)
    return words.nearly[near[0]] if near else typed


@dataclass(frozen=True, slots=True)
class _Rules:
    """The table as patterns over one clause, which begins and ends with a space."""

    whole: re.Pattern[str]
    said: tuple[re.Pattern[str], ...]
    past: re.Pattern[str]
    denied: re.Pattern[str]
    long_ago: re.Pattern[str]
    things: re.Pattern[str]
    denying: tuple[re.Pattern[str], ...]
    bot: re.Pattern[str]


def _clause(clause: str, rules: _Rules) -> bool:
    said = f" {' '.join(clause.split())} "
    if rules.whole.fullmatch(said):
        return True
    ended = f"{said}| "
    if any(pattern.search(ended) for pattern in rules.denying) and not rules.bot.search(said):
        return True
    return any(
        _stands(said, found, rules) for pattern in rules.said for found in pattern.finditer(ended)
    )


def _stands(said: str, found: re.Match[str], rules: _Rules) -> bool:
    """It is not denied, not of long ago, and not said of a thing."""
    before = said[: found.start() + 1]
    if rules.denied.search(before) or rules.things.search(before):
        return False
    return not (rules.past.search(said) and rules.long_ago.search(said))


def _any(phrases: Iterable[str]) -> str:
    longest = sorted(phrases, key=len, reverse=True)
    return f"(?:{'|'.join(re.escape(each) for each in longest)})"


def _denying(words: QuitWords, known: str) -> tuple[re.Pattern[str], ...]:
    """What is not taken any more, not gone on with, or was not taken for days."""
    no, some = f" {_any(words.denials)} ", r"(?:[a-z0-9]+ ){0,4}?"
    it = f"(?:{known}|{_any(words.pronouns)} )"
    return (
        re.compile(f"{no}{some}{_any(words.uses)} {some}{it}{some}{_any(words.finals)} "),
        re.compile(f"{no}{some}{_any(words.goes_on)} (?:with |taking |on |to )?{known}"),
        re.compile(
            f"{no}(?:taken|had|used|touched) {some}(?:for|in|since) {some}{_any(words.spans)} "
        ),
    )


def _inside(phrase: str, medicine: str, known: str, words: QuitWords) -> str:
    """B, M, P and N in a phrase as patterns, each with the space behind it."""
    either = f"(?:{known}|{_any(words.pronouns)} )"
    holders = {"B": medicine, "M": known, "P": either, "N": r"\d+(?:mg)? ", "END": r"[|?] "}
    pattern = "".join(holders.get(each, f"{re.escape(each)} ") for each in phrase.split())
    return f"{pattern}(?!{_any(words.of_one)} )" if phrase.endswith("B") else pattern


@cache
def _rules(words: QuitWords) -> _Rules:
    some, tail = f"(?:{_any(words.adverbs)} )*", f"(?=(?:[|?]|{_any(words.tails)}) )"
    owned = f"(?:{_any(words.owners)} )*"
    medicine = f"{owned}{_any(words.medicine)} "
    known = f"{owned}{_any((*words.medicine, *words.doses))} "
    using = f"{_any(words.using)} (?!{owned}{_any(words.others)} )"
    named = f"(?:{_any(words.using)} )?{known}|{using}"
    spoken_of = f"(?:{_any(words.using)} )?{_any(words.pronouns)} {tail}"
    people, asked = _any(words.people), _any(words.asked)
    mean = f"(?:{_any(words.intents)}|{people} {some}{asked}|{asked} {some}{people}) {some}"
    did = f"{people} {some}(?:(?:am|is|are|was|have|has|had|be|been|being) )*{some}"
    act = f"(?:{_any(words.stops)} (?:{spoken_of}|{tail})|{_any(words.leaves)} {spoken_of})"
    acting = (
        f"(?:{_any((*words.stopping, *words.stopped))} (?:{spoken_of}|{tail})"
        f"|{_any((*words.leaving, *words.left))} {spoken_of})"
    )
    forms = _any(
        (*words.stops, *words.stopping, *words.stopped, *words.leaves, *words.leaving, *words.left)
    )
    about = _any(words.gerunds)
    gerund = f"(?:{_any(words.stopping)} (?:{spoken_of}|{tail})|{_any(words.leaving)} {spoken_of})"
    inside = (_inside(each, medicine, known, words) for each in words.inside)
    return _Rules(
        denying=_denying(words, known),
        bot=re.compile(f" {_any(words.bot)} "),
        whole=re.compile(f" {some}{_any(words.whole)} (?:now |{some})?(?:\\? )*"),
        said=(
            re.compile(f" {forms} {some}(?:{named})"),
            re.compile(f" {mean}{act}"),
            re.compile(f" {did}{acting}"),
            re.compile(f" {about} {some}{gerund}"),
            re.compile(f" (?:{'|'.join(inside)})(?!{_any(words.not_about)} )"),
        ),
        past=re.compile(f" {_any((*words.stopped, *words.left))} "),
        denied=re.compile(f" {_any(words.denials)} (?:{_any(words.bridges)} )*$"),
        long_ago=re.compile(f" {_any(words.long_ago)}"),
        things=re.compile(f" {_any(words.things)} (?:(?:is|are|will|ever) )*$"),
    )
