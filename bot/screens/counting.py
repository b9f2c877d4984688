"""Telling how many tablets there are: by typing, or by buttons that add and take away."""

from __future__ import annotations

from decimal import Decimal

from bot.domain.outcomes import NoPlan
from bot.domain.policy import Policy
from bot.domain.supply import HALF, CountKind
from bot.domain.supply_outcomes import (
    CountOutcome,
    HowMany,
    NotYourTablets,
    SureOfCount,
    Told,
    WhichTablets,
)
from bot.screens import supply
from bot.screens.buttons import button
from bot.screens.general import bare
from bot.screens.scene import Scene
from bot.screens.screen import Button, Rows, Screen, Tap, Verb
from bot.words import Markup, lines

_MOST = Decimal(9999)
STEPS = {
    "button-count-more-50": Decimal(50),
    "button-count-more-10": Decimal(10),
    "button-count-more-1": Decimal(1),
    "button-count-half": HALF,
    "button-count-less-10": Decimal(-10),
    "button-count-less-1": Decimal(-1),
}
_LETTER = {CountKind.COUNTED: "c", CountKind.REFILLED: "r"}


def detail_of(kind: CountKind, strength: Decimal, tablets: Decimal | None) -> str:
    """The meaning of a button about so many tablets of a strength; None: not said yet."""
    halves = "" if tablets is None else str(int(tablets / HALF))
    return f"{_LETTER[kind]}{strength:f}x{halves}"


def read_detail(detail: str) -> tuple[CountKind, Decimal | None, Decimal | None]:
    """What `detail_of` wrote, or the letter alone: the kind, the strength, the tablets."""
    kind = next(kind for kind, letter in _LETTER.items() if letter == detail[0])
    strength, _, halves = detail[1:].rstrip("y").partition("x")
    return (
        kind,
        Decimal(strength) if strength else None,
        int(halves) * HALF if halves else None,
    )


def shown(scene: Scene, policy: Policy, outcome: CountOutcome) -> Screen:
    """Where the count stands: what is asked, or that it is kept."""
    match outcome:
        case HowMany():
            return how_many(scene, outcome)
        case WhichTablets():
            return _which(scene, outcome)
        case SureOfCount():
            return sure(scene, policy, outcome.kind, outcome.strength, outcome.tablets)
        case NotYourTablets(strength, strengths):
            known = [scene.amount(each) for each in sorted(strengths)]
            said = scene.html(
                "supply-not-yours",
                strength=scene.amount(strength),
                strengths=scene.words.listing(known),
            )
            return Screen(said, ((button(scene, "button-supply", Verb.SUPPLY),),))
        case Told():
            return told(scene, policy, outcome)
        case NoPlan():
            return bare(scene, "not-set-up")


def how_many(scene: Scene, asked: HowMany, *, why: Markup | None = None) -> Screen:
    """How many? `why`: the typed words could not be read."""
    came = asked.kind is CountKind.REFILLED
    message = "supply-count-came" if came else "supply-count"
    chosen = asked.tablets
    text = lines(
        [
            why,
            scene.html(message, strength=scene.amount(asked.strength)),
            scene.html("supply-count-hint"),
            None if chosen is None else scene.html("supply-chosen", tablets=_said(scene, asked)),
        ]
    )
    save: Rows = ()
    if chosen is not None and not (came and chosen == 0):
        tap = Tap(Verb.SUPPLY_SAVE, detail=detail_of(asked.kind, asked.strength, chosen))
        save = ((Button(scene.words.plain("button-count-save"), tap, good=True),),)
    back = (button(scene, "button-back", Verb.SUPPLY),)
    return Screen(text, (*save, *_steps(scene, asked), back))


def _said(scene: Scene, asked: HowMany) -> str:
    return scene.words.counted(asked.strength, asked.tablets or Decimal(0))


def _steps(scene: Scene, asked: HowMany) -> Rows:
    """More in the first row, fewer in the second, where that is not below none."""
    now = asked.tablets or Decimal(0)
    steps = {label: now + by for label, by in STEPS.items() if 0 <= now + by <= _MOST}
    found = [
        Button(
            scene.words.plain(label),
            Tap(Verb.SUPPLY_COUNT, detail=detail_of(asked.kind, asked.strength, tablets)),
        )
        for label, tablets in steps.items()
    ]
    return tuple(row for row in (tuple(found[:3]), tuple(found[3:])) if row)


def _which(scene: Scene, asked: WhichTablets) -> Screen:
    """One button a strength."""
    buttons = [
        Button(
            scene.words.plain("button-count-of", strength=scene.amount(each)),
            Tap(Verb.SUPPLY_COUNT, detail=detail_of(asked.kind, each, asked.tablets)),
        )
        for each in sorted(asked.strengths, reverse=True)
    ]
    example = scene.words.listing(
        [scene.words.counted(each, Decimal(30)) for each in sorted(asked.strengths, reverse=True)]
    )
    text = lines([scene.html("supply-which"), scene.html("supply-count-several", example=example)])
    back = (button(scene, "button-back", Verb.SUPPLY),)
    return Screen(text, (*((each,) for each in buttons), back))


def sure(
    scene: Scene, policy: Policy, kind: CountKind, strength: Decimal, tablets: Decimal
) -> Screen:
    """So many? It may be 100 for 10."""
    said = scene.words.counted(strength, tablets)
    most = scene.words.duration(policy.supply_ahead)
    text = lines(
        [scene.html("supply-sure", tablets=said), scene.html("supply-sure-why", most=most)]
    )
    detail = detail_of(kind, strength, tablets)
    again = detail_of(kind, strength, None)
    return Screen(
        text,
        (
            (button(scene, "button-count-sure", Verb.SUPPLY_SAVE, detail=f"{detail}y"),),
            (button(scene, "button-count-again", Verb.SUPPLY_COUNT, detail=again),),
        ),
    )


def told(scene: Scene, policy: Policy, outcome: Told) -> Screen:
    """Kept, with how the tablets stand now; then the next strength is asked about."""
    said = scene.words.listing([scene.words.counted(*each) for each in outcome.counts])
    came = outcome.kind is CountKind.REFILLED
    kept = scene.html("supply-kept-came" if came else "supply-kept", tablets=said)
    if outcome.next is not None:
        return how_many(scene, outcome.next).below(kept)
    return supply.overview(scene, policy, outcome.view, kept)
