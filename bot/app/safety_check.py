"""`steadydose check-safety`: what a reviewer has to see, and every gap that must not be shipped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from statistics import mean

import textstat  # type: ignore[import-untyped]

from bot.app.doctor import Finding
from bot.domain.policy import Policy
from bot.domain.policy_rules import problems, set_otherwise
from bot.safety.clinical import CLINICAL
from bot.safety.emergency import numbers
from bot.safety.facts import Fact, facts
from bot.safety.routes import Way, routes
from bot.words import Words
from bot.words.specimens import specimens

GRADE_MOST = 8  # Flesch-Kincaid, for a text of a sentence or more
GRADE_MEAN_MOST = 6  # over all of them
_WORDS_LEAST = 8  # a label gives the formula nothing to read


def check_safety(policy: Policy) -> list[Finding]:
    """Every finding, in the order in which a reviewer reads them. `good` False is a gap."""
    return [
        *_content(facts()),
        *coverage(facts(), routes()),
        *sentences(facts(), CLINICAL),
        *readability(specimens()),
        *_numbers(policy),
        *_emergency(),
    ]


def _content(known: Mapping[str, Fact]) -> Iterator[Finding]:
    held = sum(each.hold for each in known.values())
    seed = sum(each.seed for each in known.values())
    yield Finding("facts", True, f"{len(known)}, {seed} of them the seed's, {held} on hold")
    for each in known.values():
        if not each.sources and each.verified != "policy":  # a rule of the project names itself
            yield Finding("facts", False, f"{each.id} has no source")
    signed = sum(bool(each.reviewer) for each in known.values())
    yield Finding("review", signed == len(known) or None, f"{signed} of {len(known)} are signed")


def coverage(known: Mapping[str, Fact], ways: Mapping[str, tuple[Way, ...]]) -> Iterator[Finding]:
    """Each fact of the seed, and how a person comes to it in the chat."""
    for each in known.values():
        found = ways.get(each.id, ())
        if each.seed:
            line = ", ".join(map(str, found)) or "no way leads to it"
            yield Finding("route", bool(found), f"{each.id}: {line}")
    lost = sorted(name for name in ways if ways[name] and (name not in known or known[name].hold))
    if lost:
        yield Finding("route", False, f"no such fact, or on hold: {', '.join(lost)}")


def sentences(known: Mapping[str, Fact], clinical: Mapping[str, tuple[str, ...]]) -> list[Finding]:
    """Each clinical sentence beside the facts has facts that can be shown, and words."""
    words = Words()
    wrong = [
        Finding("sentences", False, f"{message} rests on {name}, which cannot be shown")
        for message, names in clinical.items()
        for name in names
        if name not in known or known[name].hold
    ]
    wrong += [
        Finding("sentences", False, f"{message} is not written")
        for message in [*clinical, *(each.message for each in known.values())]
        if message not in words
    ]
    line = f"{len(clinical)} beside the facts, each with the facts it rests on"
    return wrong or [Finding("sentences", True, line)]


def readability(texts: Mapping[str, str]) -> Iterator[Finding]:
    """School grades by Flesch-Kincaid; what reads too hard is named."""
    grades = {
        name: float(textstat.flesch_kincaid_grade(text))
        for name, text in texts.items()
        if len(text.split()) >= _WORDS_LEAST
    }
    for name, grade in grades.items():
        if grade > GRADE_MOST:
            yield Finding("reading", False, f"{name} reads at grade {grade:.1f}: {texts[name]}")
    middle, highest = mean(grades.values()), max(grades.values())
    line = f"{len(grades)} texts, grade {middle:.1f} on average, {highest:.1f} at most"
    yield Finding("reading", middle <= GRADE_MEAN_MOST, line)


def _numbers(policy: Policy) -> Iterator[Finding]:
    other = set_otherwise(policy)
    wrong = {each.name: each.why for each in problems(policy)}
    for field in fields(policy):
        line = f"{field.name} = {_written(getattr(policy, field.name))}"
        if field.name in wrong:
            yield Finding("policy", False, f"{line}: {wrong[field.name]}")
        elif field.name != "reviewer":
            yield Finding("policy", None if field.name in other else True, line)
    signed = f"signed by {policy.reviewer}" if policy.reviewer else "nobody has signed them"
    yield Finding("policy", bool(policy.reviewer) or None, signed)


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return f"({', '.join(_written(each) for each in value)})"
    return str(value)


def _emergency() -> Iterator[Finding]:
    rows = numbers()
    waiting = sorted(country for country, row in rows.items() if row.confirm)
    yield Finding("emergency", True, f"numbers for {len(rows)} countries")
    line = f"{len(waiting)} to be confirmed, shown with the fallback line: {', '.join(waiting)}"
    yield Finding("emergency", None if waiting else True, line)
