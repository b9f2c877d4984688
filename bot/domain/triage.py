"""How soon a person has to act on what they feel: the highest level of all that applies.

A level comes from the facts tied to a sign. Marks and the situation add facts and so lift it;
nothing lowers it. Source: the clinical policy, "Triage"; the facts by their ids.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from bot.domain.marks import Mark, Marks
from bot.domain.policy import Policy
from bot.domain.red_flags import EmergencyKind
from bot.domain.symptoms import Symptom
from bot.domain.terms import Level
from bot.domain.triage_lifts import LIFTS

_S = Symptom


@dataclass(frozen=True, slots=True)
class Rule:
    """What is known of a sign. `floor`: at least this; a project rule where no fact says more.

    `withdrawal`: facts that apply, too, after hours without a dose or after a cut; `too_much`:
    those that apply after an extra dose.
    """

    facts: tuple[str, ...]
    floor: Level = Level.INFO
    withdrawal: tuple[str, ...] = ()
    too_much: tuple[str, ...] = ()


_EARLY = ("wd.early",)
_DANGER = ("wd.other_emergency",)
_TOO_MUCH = ("od.signs", "od.call")
# An early sign of withdrawal that no fact names as a side effect: to be watched.
_WATCHED = Rule(("log.keep",), Level.CAUTION, _EARLY)

RULES: Mapping[Symptom, Rule] = MappingProxyType(
    {
        _S.BREATHING: Rule(("se.breathing",), too_much=_TOO_MUCH),
        _S.CHEST_PAIN: Rule(("se.chest_pain",)),
        _S.SWELLING: Rule(("se.allergy",)),
        _S.FAINTED: Rule(("se.faint",)),
        _S.POUNDING_HEART: Rule(("se.faint",), withdrawal=_EARLY),
        _S.SLEEP_PAUSES: Rule(("se.sleep_breathing",)),
        _S.HARD_TO_WAKE: Rule(("se.hard_to_wake",), too_much=_TOO_MUCH),
        _S.VERY_SLEEPY: Rule(("od.signs",), too_much=_TOO_MUCH),
        _S.SLEEPY: Rule(("se.mild",), too_much=_TOO_MUCH),
        _S.TIRED: Rule(("se.other_common",)),
        _S.POOR_SLEEP: Rule(("se.other_common",), withdrawal=_EARLY),
        _S.CONFUSION: Rule(("se.confusion",), withdrawal=_DANGER, too_much=_TOO_MUCH),
        _S.HALLUCINATIONS: Rule(("se.hallucinations",), withdrawal=_DANGER),
        _S.SELF_HARM: Rule(("se.suicidal", "crisis.self_harm")),
        _S.MOOD: Rule(("se.mood",)),
        _S.WORRY: _WATCHED,
        _S.SLURRED_SPEECH: Rule(("se.speech_balance",)),
        _S.DIZZY: Rule(("se.low_bp", "se.stand_slowly")),
        _S.HEADACHE: Rule(("se.other_common",)),
        _S.SEIZURE: Rule(("se.seizure",), withdrawal=("wd.seizures",), too_much=_TOO_MUCH),
        _S.INTENSE_SPASMS: Rule(("wd.spasms",)),
        _S.VERY_STIFF: Rule(_DANGER),
        _S.FLOPPY: Rule(("od.signs",), too_much=_TOO_MUCH),
        _S.SHAKING: Rule(("se.speech_balance",), withdrawal=_EARLY),
        _S.CLUMSY: Rule(("se.speech_balance",)),
        _S.STIFFER: _WATCHED,
        _S.WEAK: Rule(("se.mild",)),
        _S.HIGH_FEVER: Rule(("wd.fever",)),
        _S.SEVERE_RASH: Rule(("se.severe_rash",)),
        _S.SWEATING: _WATCHED,
        _S.VOMITING: Rule(("miss.vomited",), too_much=_TOO_MUCH),
        _S.NAUSEA: Rule(("se.nausea",)),
        _S.DRY_MOUTH: Rule(("se.dry_mouth",)),
        _S.CONSTIPATION: Rule(("se.other_common",)),
        _S.URINE_TROUBLE: Rule(("se.urine",)),
        _S.DARK_URINE: Rule(("se.urine",), withdrawal=_DANGER),
        _S.URINE_OFTEN: Rule(("se.other_common",)),
        _S.OTHER: Rule((), Level.PHARMACIST),
    }
)
"""Every sign. There is no default: a sign without a rule is a fault."""


@dataclass(frozen=True, slots=True)
class Situation:
    """Since when no dose is logged (None: nobody knows), since the last cut, since an extra dose.

    What the log says can lift a level, and never lowers one: it may be wrong.
    """

    since_dose: timedelta | None
    since_cut: timedelta | None = None
    since_extra: timedelta | None = None

    def is_without_dose(self, policy: Policy) -> bool:
        """So long without a logged dose that withdrawal can show; not to know counts as so."""
        return self.since_dose is None or self.since_dose >= policy.withdrawal_after

    def is_after_cut(self, policy: Policy) -> bool:
        """The daily total was lowered lately."""
        return self.since_cut is not None and self.since_cut < policy.cut_lately

    def is_after_extra(self, policy: Policy) -> bool:
        """A dose outside the plan was logged lately."""
        return self.since_extra is not None and self.since_extra < policy.extra_lately


@dataclass(frozen=True, slots=True)
class Triage:
    """What it comes to. `facts`: what is to be said, the most urgent first.

    `card`: which emergency card, where it is an emergency; else None.
    """

    level: Level
    facts: tuple[str, ...]
    card: EmergencyKind | None


Said = Mapping[Symptom, int | None]
"""The signs that were said, each with how bad it is (0 to 10) where that was said."""


def triage(
    said: Said, marks: Marks, situation: Situation, levels: Mapping[str, Level], policy: Policy
) -> Triage:
    """The highest level of all that applies to these signs. `levels`: of the facts, by id."""
    found: dict[str, Level] = {}
    top = Level.INFO
    for symptom, severity in said.items():
        for fact, level in _applying(symptom, marks, situation, levels, policy):
            found[fact] = max(level, found.get(fact, Level.INFO))
        top = max(top, RULES[symptom].floor)
        if severity is not None and severity >= policy.severe_from:
            top = max(top, Level.PHARMACIST)
    top = max((top, *found.values()))
    ordered = tuple(sorted(found, key=lambda fact: -found[fact]))
    return Triage(top, ordered, _card(said, found) if top is Level.EMERGENCY else None)


def _applying(
    symptom: Symptom,
    marks: Marks,
    situation: Situation,
    levels: Mapping[str, Level],
    policy: Policy,
) -> Iterator[tuple[str, Level]]:
    """The facts that apply to one sign, each with the level that it has here."""
    rule = RULES[symptom]
    yield from ((fact, levels[fact]) for fact in rule.facts)
    for lift in LIFTS:
        if symptom in lift.symptoms and lift.applies(marks):
            yield from (
                (fact, max(lift.level or levels[fact], levels[fact])) for fact in lift.facts
            )
    cut = situation.is_after_cut(policy)
    if cut or situation.is_without_dose(policy) or marks.is_told(Mark.PAST_WITHDRAWAL):
        yield from ((fact, levels[fact]) for fact in rule.withdrawal)
    if cut and rule.withdrawal:
        yield "wd.cut_too", levels["wd.cut_too"]
    if situation.is_after_extra(policy):
        yield from ((fact, levels[fact]) for fact in rule.too_much)


def _card(said: Said, found: Mapping[str, Level]) -> EmergencyKind:
    if Symptom.SELF_HARM in said:
        return EmergencyKind.SELF_HARM
    return EmergencyKind.OVERDOSE if "od.call" in found else EmergencyKind.EMERGENCY
