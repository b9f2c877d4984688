"""The tablets a person has: looked at, counted, refilled, ordered and run out, tapped and typed."""

from __future__ import annotations

from decimal import Decimal

from bot.chat.handlers.outcomes import answered
from bot.chat.parsing import care_verbs
from bot.chat.present import reply, show
from bot.chat.turn import Turn
from bot.domain.dose_events import Skip
from bot.domain.outcomes import NoPlan
from bot.domain.setup import Question
from bot.domain.supply import CountKind
from bot.domain.supply_outcomes import CountOutcome, RanOut
from bot.domain.supply_view import SupplyView
from bot.domain.terms import SkipReason
from bot.screens import counting as counting_screens
from bot.screens import general, run_out
from bot.screens import supply as screens
from bot.screens.screen import Screen, Tap
from bot.usecases import counting, doses, questions, supply
from bot.usecases.counting import Said


async def overview(turn: Turn) -> None:
    """/supply: how the tablets stand, and what can be told of them."""
    desk = turn.desk
    seen = await supply.view(desk.store, desk.policy, turn.person, turn.at)
    if isinstance(seen, SupplyView) and not seen.outlook.is_counted and not seen.in_hospital:
        await count(turn, CountKind.COUNTED)  # nothing to look at before it is told
        return
    await _stand(turn, seen)


async def _stand(turn: Turn, seen: SupplyView | NoPlan) -> None:
    if isinstance(seen, NoPlan):
        await show(turn, general.bare(turn.scene, "not-set-up"))
    else:
        await show(turn, screens.overview(turn.scene, turn.desk.policy, seen))


async def count(
    turn: Turn, kind: CountKind, strength: Decimal | None = None, tablets: Decimal | None = None
) -> None:
    """How many? `tablets`: as chosen so far."""
    desk = turn.desk
    asked = await counting.ask(
        desk.store, desk.policy, turn.person, kind, turn.at, strength, tablets
    )
    await _shown(turn, asked)


async def tell(turn: Turn, kind: CountKind, said: Said, *, sure: bool = False) -> None:
    """So many are there, or came."""
    desk = turn.desk
    outcome = await counting.tell(
        desk.store, desk.policy, turn.person, kind, said, turn.at, turn.cause, sure=sure
    )
    await _shown(turn, outcome)


async def _shown(turn: Turn, outcome: CountOutcome) -> None:
    await show(turn, counting_screens.shown(turn.scene, turn.desk.policy, outcome))


async def tap_count(turn: Turn, tap: Tap) -> None:
    """[Count tablets], [10 more]: the number as it is then. A strength alone: of those told."""
    await count(turn, *counting_screens.read_detail(tap.detail))


async def tap_save(turn: Turn, tap: Tap) -> None:
    """[Save], [Yes, save]."""
    kind, strength, tablets = counting_screens.read_detail(tap.detail)
    if strength is None or tablets is None:
        await count(turn, kind, strength)
        return
    await tell(turn, kind, ((strength, tablets),), sure=tap.detail.endswith("y"))


async def counted(turn: Turn) -> None:
    """Typed "count my tablets"."""
    await count(turn, CountKind.COUNTED)


async def refilled(turn: Turn) -> None:
    """[Refilled]: how many came?"""
    await count(turn, CountKind.REFILLED)


async def typed_tablets(turn: Turn, verb: care_verbs.Tablets) -> None:
    """Typed "my tablets", "34 tablets left"."""
    await (tell(turn, CountKind.COUNTED, verb.counts) if verb.counts else overview(turn))


async def typed_refilled(turn: Turn, verb: care_verbs.Refilled) -> None:
    """Typed "refilled", "refilled 56"."""
    await (tell(turn, CountKind.REFILLED, verb.counts) if verb.counts else refilled(turn))


async def ordered(turn: Turn) -> None:
    """[Ordered]."""
    desk = turn.desk
    outcome = await supply.order(desk.store, desk.policy, turn.person, turn.at, turn.cause)
    if isinstance(outcome, NoPlan):
        await _stand(turn, outcome)
    else:
        await show(turn, screens.ordered(turn.scene, outcome))


async def tomorrow(turn: Turn) -> None:
    """[Remind me tomorrow]."""
    desk = turn.desk
    seen = await supply.put_off(desk.store, desk.policy, turn.person, turn.at, turn.cause)
    if isinstance(seen, NoPlan):
        await _stand(turn, seen)
    else:
        await show(turn, screens.put_off(turn.scene, seen))


async def not_counted(turn: Turn) -> None:
    """[No, thanks]: nothing is counted, and it is not offered again."""
    if turn.person.onboarded_at is None:
        await show(turn, general.bare(turn.scene, "not-set-up"))
        return
    await show(turn, general.say(turn.scene, "supply-not-now"))


async def tap_lead(turn: Turn, tap: Tap) -> None:
    """[Pharmacy days], and the number of them."""
    await lead(turn, int(tap.detail) if tap.detail else None)


async def typed_lead(turn: Turn, verb: care_verbs.PharmacyDays) -> None:
    """Typed "pharmacy days", "my pharmacy needs 3 days"."""
    await lead(turn, verb.days)


async def lead(turn: Turn, days: int | None) -> None:
    """How many working days the pharmacy needs: asked, or kept."""
    desk = turn.desk
    if days is None:
        await supply.ask_lead(desk.store, turn.person, turn.at)
        await show(turn, screens.lead(turn.scene))
        return
    seen = await supply.set_lead(desk.store, desk.policy, turn.person, days, turn.at, turn.cause)
    if isinstance(seen, NoPlan):
        await _stand(turn, seen)
        return
    said = turn.scene.html("supply-lead-kept", lead=days)
    await show(turn, screens.overview(turn.scene, desk.policy, seen, said))


async def ran_out(turn: Turn, verb: care_verbs.RanOut) -> None:
    """ "I ran out", whatever else was being asked: whom to call today. Soon: how they stand."""
    desk = turn.desk
    if verb.how is care_verbs.Ran.SOON:
        seen = await supply.view(desk.store, desk.policy, turn.person, turn.at)
        counted = seen if isinstance(seen, SupplyView) else None
        await reply(turn, run_out.runs_out(turn.scene, counted))
        return
    waits = await questions.small(desk.store, turn.person)
    if waits is not None and await _as_answer(turn, *waits):
        return
    outcome = await supply.run_out(desk.store, turn.person, turn.at, turn.cause)
    kept = outcome if isinstance(outcome, RanOut) else None
    await reply(turn, run_out.ran_out(turn.scene, kept))


async def _as_answer(turn: Turn, question: Question, about: str) -> bool:
    """The reason for a skip that was just asked; or the count of a strength: none."""
    if question is Question.SKIP_REASON:
        desk = turn.desk
        dose = questions.dose_of(about)
        event = Skip(SkipReason.NO_TABLETS)
        outcome = await doses.answer(
            desk.store, desk.policy, turn.saying(), dose, event, turn.cause
        )
        await answered(turn, outcome)
        return True
    if question is not Question.SUPPLY_COUNT:
        return False
    kind, strength, _ = counting.counting(about)
    if kind is not CountKind.COUNTED or strength is None:
        return False
    await tell(turn, kind, ((strength, Decimal(0)),))
    return True


async def again(turn: Turn, question: Question, about: str) -> Screen | None:
    """The question about tablets that waits, once more."""
    if question is Question.SUPPLY_LEAD:
        return screens.lead(turn.scene)
    desk, (kind, strength, tablets) = turn.desk, counting.counting(about)
    if question is Question.SUPPLY_SURE and strength is not None and tablets is not None:
        return counting_screens.sure(turn.scene, desk.policy, kind, strength, tablets)
    asked = await counting.ask(
        desk.store, desk.policy, turn.person, kind, turn.at, strength, tablets
    )
    return counting_screens.shown(turn.scene, desk.policy, asked)
