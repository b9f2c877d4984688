"""What a person typed when no question waits: one verb, wholly understood, or None."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import timedelta
from functools import cache

from bot.chat.parsing.amounts import amount_at
from bot.chat.parsing.corrections import read_correction
from bot.chat.parsing.english import ENGLISH
from bot.chat.parsing.named_verbs import NAMED
from bot.chat.parsing.pause_verbs import read_pause
from bot.chat.parsing.plain import Plain, plain
from bot.chat.parsing.quitting import quits
from bot.chat.parsing.scan import scan
from bot.chat.parsing.spans import span_at
from bot.chat.parsing.supplies import read_run_out, read_supply
from bot.chat.parsing.symptom_verbs import read_symptom
from bot.chat.parsing.times import TEXT_MOST, Problem, read_ago, read_time
from bot.chat.parsing.tokens import Kind, Language, at_kind
from bot.chat.parsing.verb_values import Extra, Skip, Snooze, Stop, Taken, Timezone, Verb

SNOOZE_MOST = 24 * 60
# Surely about taking, though the time in it cannot be used as it is.
_UNCLEAR_TIMES = frozenset(
    (
        Problem.AMBIGUOUS_HOUR,
        Problem.AMBIGUOUS_DAY,
        Problem.BAD_TIME,
        Problem.NO_TIME,
        Problem.NO_UNIT,
    )
)
_ENDING = re.compile(r"(?:\s|[.!,;]|[:;]-?\))+$")
_BETWEEN = re.compile(r"(?:[\s,:;]|-+(?!\d))*")  # a dash before a digit may be a minus


def _behind_marks(text: str, start: int = 0) -> int:
    """The place behind the commas, colons and dashes that stand here."""
    marks = _BETWEEN.match(text, start)
    return marks.end() if marks else start


def _any_of(phrases: Iterable[str]) -> str:
    """One of the phrases, the longest first, ending where a word ends."""
    longest = sorted(filter(None, phrases), key=len, reverse=True)
    spaced = (r"\s+".join(re.escape(word) for word in phrase.split()) for phrase in longest)
    return rf"(?:{'|'.join(spaced)})(?!\w|'\w)"


@cache
def _taken_head(language: Language) -> re.Pattern[str]:
    slots = []
    for slot in language.taken:
        optional = "?" if "" in slot else ""
        slots.append(rf"(?:{_any_of(slot)}[\s,]*){optional}")
    return re.compile("".join(slots))


def _said_by(language: Language, *verbs: str) -> list[str]:
    """The phrases that say these verbs whole."""
    return [phrase for phrase, verb in language.exact.items() if verb in verbs]


@cache
def _head(language: Language, table: str) -> re.Pattern[str]:
    """The openings of a verb, followed by anything."""
    tables: Mapping[str, Iterable[str]] = {
        "skip": language.skip,
        "snooze": language.snooze,
        "snooze_minutes": language.snooze_minutes,
        "because": language.skip_because,
        "extra": _said_by(language, "extra"),
        "timezone": _said_by(language, "timezone"),
        "timezone_change": _said_by(language, "timezone_change"),
        "to": (phrase for phrase, (kind, _) in language.phrases.items() if kind is Kind.TO),
    }
    return re.compile(_any_of(tables[table]))


@cache
def _polite(language: Language) -> re.Pattern[str]:
    return re.compile(rf"[\s,.!]+{_any_of(language.polite)}$")


@cache
def _opening(language: Language) -> re.Pattern[str]:
    """White space and a "please" before the message; always matches."""
    return re.compile(rf"\s*(?:{_any_of(language.polite)}[\s,]+(?=\S))?")


def _stripped(text: str, language: Language) -> str:
    """Without the marks and thanks that end it. Only cuts the end, so places still match."""
    before = ""
    while before != text:
        before = text
        text = _polite(language).sub("", _ENDING.sub("", text))
    return text


def _minutes(text: str, language: Language) -> Snooze | None:
    """A span as whole minutes, from one minute to one day."""
    tokens = scan(text.strip(), language)
    found = span_at(tokens, 0)
    if found is None or found[1] != len(tokens) or found[0] % timedelta(minutes=1):
        return None
    minutes = found[0] // timedelta(minutes=1)
    return Snooze(minutes) if 1 <= minutes <= SNOOZE_MOST else None


def _snooze(text: str, language: Language) -> Snooze | None:
    bare = _head(language, "snooze_minutes").match(text)
    if bare and re.fullmatch(r"\s+[1-9]\d{0,2}", text[bare.end() :]):
        return Snooze(int(text[bare.end() :]))
    head = _head(language, "snooze").match(text)
    return _minutes(text[head.end() :] if head else text, language)


def _skip(text: str, folded: Plain, language: Language) -> Skip | None:
    """A skip, its reason in the person's own words; None if the words are about more than that."""
    head = _head(language, "skip").match(text)
    if head is None:
        return None
    if head.end() == len(text):
        return Skip()
    start = _behind_marks(text, head.end())
    start += text[start : start + 1] == "("
    marked = bool(text[head.end() : start].strip())
    because = _head(language, "because").match(text, start)
    if because:
        start = because.end()
    words = set(re.findall(r"[\w']+", text[start:]))
    wide = words & language.skip_scope or re.search(r"\d", text[start:])
    if wide or not words or not (marked or because):
        return None
    return Skip(folded.own_words(start, len(text)).strip(" ()"))


def _dose_said(rest: str, language: Language) -> tuple[Taken, str] | None:
    """The "my 10 mg dose" at the start, and what is behind it; None if it is no sound amount."""
    tokens = scan(rest, language)
    i = 0
    while at_kind(tokens, i, Kind.FILL) and tokens[i].text in language.dose_words:
        i += 1
    found = amount_at(tokens, i)
    if found is None:
        return (Taken(), rest) if i == 0 else None
    if isinstance(found, Problem):
        return None
    mg, i = found
    while at_kind(tokens, i, Kind.FILL) and tokens[i].text in language.dose_words:
        i += 1
    behind = rest[tokens[i].start :] if i < len(tokens) else ""
    return Taken(mg=mg), behind[_behind_marks(behind) :]


def _tail(text: str, language: Language) -> Taken | None:
    """What follows "took it": nothing, an amount, a time, an "ago"; None for anything else."""
    said = _dose_said(text[_behind_marks(text) :], language)
    if said is None:
        return None
    mg, rest = said[0].mg, said[1]
    if not rest:
        return Taken(mg=mg)
    if rest in language.taken_untimed:
        return Taken(mg=mg, unclear=Problem.NO_TIME)
    ago = read_ago(rest, language)
    if isinstance(ago, timedelta):
        return Taken(mg=mg, ago=ago)
    when = ago or read_time(rest, language, alone=False)
    if isinstance(when, Problem):
        return Taken(mg=mg, unclear=when) if when in _UNCLEAR_TIMES else None
    return Taken(mg=mg, when=when)


def _taken(text: str, language: Language) -> Taken | Extra | None:
    extra = _head(language, "extra").match(text)
    if extra and _tail(text[extra.end() :], language):
        return Extra()
    head = _taken_head(language).match(text)
    return _tail(text[head.end() :], language) if head else None


def _zone(text: str, folded: Plain, language: Language) -> Timezone | None:
    """ "Change zone to Tokyo", "zone: Tokyo": the place in the person's own words.

    Words behind a bare "zone" are no place: "zone out all day".
    """
    change = _head(language, "timezone_change").match(text)
    head = change or _head(language, "timezone").match(text)
    if head is None:
        return None
    start = _behind_marks(text, head.end())
    to = _head(language, "to").match(text, start)
    if not (change or to or ":" in text[head.end() : start]):
        return None
    start = _behind_marks(text, to.end() if to else start)
    place = folded.own_words(start, len(text))
    return Timezone(change=True, place=place) if place else None


def read_verb(text: str, language: Language = ENGLISH) -> Verb | None:
    """The verb of the whole message; None for anything else, questions about taking included."""
    if len(text) > TEXT_MOST:
        return None
    folded = plain(text)
    opening = _opening(language).match(folded.text)
    start = opening.end() if opening else 0
    said = _stripped(folded.text, language)
    asked = said.endswith("?")
    said = _stripped(said.rstrip("? "), language)[start:]
    name = language.exact.get(" ".join(said.replace(",", " ").split()))
    if name is not None and (not asked or name in language.asked):
        return NAMED[name]
    if quits(said, language.code):
        return Stop()
    skips = _head(language, "skip").match(said)  # as a reason to skip it is a skip
    if not skips and (ran_out := read_run_out(folded.text, language)):
        return ran_out
    if asked or not said:
        return None
    return (
        read_symptom(text)
        or read_pause(said, language)
        or _snooze(said, language)
        or _skip(said, folded.behind(start), language)
        or read_supply(said, language)
        or _taken(said, language)
        or read_correction(said, language)
        or _zone(said, folded.behind(start), language)
    )
