"""Which amount goes with which time: only shapes that read one way, the rest is asked about."""

from __future__ import annotations

from bot.chat.parsing.clock import Style
from bot.chat.parsing.plan_parts import BREAK, Flaw, Part, PlanProblem, Sort, spanning

Paired = list[tuple[Part, Part]]  # each time with its amount


def _groups(parts: list[Part], amount_first: bool) -> list[list[Part]] | None:
    """One amount a group, at its start or at its end; None where the parts do not divide so."""
    ordered = parts if amount_first else parts[::-1]
    if ordered[0].sort is not Sort.AMOUNT:
        return None
    groups: list[list[Part]] = []
    for part in ordered:
        if part.sort is Sort.AMOUNT:
            groups.append([part])
        else:
            groups[-1].append(part)
    if any(len(group) == 1 for group in groups):
        return None
    return groups if amount_first else [group[::-1] for group in groups[::-1]]


def _gaps_agree(groups: list[list[Part]]) -> bool:
    """Whether the marks divide more between groups than inside, or all alike in plain pairs."""
    inside = [part.gap for group in groups for part in group[1:]]
    between = [group[0].gap for group in groups[1:]]
    if max(inside) < min(between):
        return True
    pairs = all(len(group) == 2 for group in groups)
    leads = {group[0].led for group in groups}
    return pairs and len({*inside, *between}) == 1 and len(leads) == 1


def _one_amount(parts: list[Part], each: bool) -> bool:
    """Whether one amount at either end stands for all times, and is not one line's alone."""
    amount_first = parts[0].sort is Sort.AMOUNT
    times = parts[1:] if amount_first else parts[:-1]
    if len(times) == 1:
        return True
    gaps = [part.gap for part in times[1:]]
    own = times[0].gap if amount_first else parts[-1].gap
    if own < max(gaps) and max(gaps) >= BREAK and not each:
        return False
    return not _dotted(times) or _dotted_list(times, own, amount_first)


def _dotted(times: list[Part]) -> bool:
    return any(
        time.clock is not None and time.clock.style is Style.DOTTED and not time.clock.half_day
        for time in times
    )


def _dotted_list(times: list[Part], own: int, amount_first: bool) -> bool:
    """ "8.00 12.50" may be a time and an amount: a list of such times needs marks between."""
    gaps = [time.gap for time in times[1:]]
    return min(gaps) > 0 and (amount_first or own < min(gaps))


def pair_up(parts: list[Part], each: bool) -> Paired | Flaw:
    """Every time with its amount, or the question which one it is."""
    amounts = [part for part in parts if part.sort is Sort.AMOUNT]
    mismatch = spanning(PlanProblem.COUNT_MISMATCH, parts)
    groups = _groups(parts, True) or _groups(parts, False)
    if groups is None:
        return mismatch
    sound = _one_amount(parts, each) if len(amounts) == 1 else _gaps_agree(groups)
    if not sound:
        return mismatch
    pairs: Paired = []
    for group in groups:
        amount = next(part for part in group if part.sort is Sort.AMOUNT)
        pairs += [(part, amount) for part in group if part.sort is Sort.TIME]
    return pairs
