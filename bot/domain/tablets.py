"""Which whole and half tablets make an amount exactly. Never rounds, never splits finer."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from itertools import combinations
from math import gcd

Handful = tuple[tuple[Decimal, Decimal], ...]
"""(strength in mg, count in halves of a tablet), the strongest first."""

_HALF = Decimal("0.5")
_FINEST = 10_000  # amounts are counted in ten-thousandths of a mg
_STEPS_MOST = 20_000  # beyond this no person could swallow it, and searching would be slow


@lru_cache(maxsize=1024)
def fit(mg: Decimal, strengths: frozenset[Decimal]) -> Handful | None:
    """The tablets that make `mg` exactly; None where no whole and half tablets do.

    Whole tablets before half ones, then fewest pieces, then fewest strengths, then the strongest.
    At most one half of each strength is used: two would be a whole one. Nothing makes zero.
    """
    if mg == 0:
        return ()
    by_size = sorted((s for s in strengths if s > 0), reverse=True)
    units = [_units(amount / 2) for amount in by_size]
    target = _units(mg)
    if mg < 0 or not by_size or target is None or None in units:
        return None
    return _search(target, by_size, [unit for unit in units if unit is not None])


def _search(target: int, by_size: list[Decimal], halves: list[int]) -> Handful | None:
    """Try no half first, then one of each strength, then two, ...; wholes make up the rest."""
    step = gcd(*halves)
    if target % step or target // step > _STEPS_MOST:
        return None
    halves = [half // step for half in halves]
    wholes = _fewest_wholes(target // step, tuple(2 * half for half in halves))
    indexes = range(len(halves))
    for many in range(len(halves) + 1):
        found = []
        for halved in combinations(indexes, many):
            rest = target // step - sum(halves[i] for i in halved)
            if rest >= 0 and (counts := wholes[rest]) is not None:
                found.append([Decimal(counts[i]) + _HALF * (i in halved) for i in indexes])
        if found:
            best = min(found, key=_cost)
            return tuple((by_size[i], best[i]) for i in indexes if best[i])
    return None


def _cost(counts: list[Decimal]) -> tuple[Decimal, int, list[Decimal]]:
    return sum(counts, Decimal(0)), sum(1 for c in counts if c), [-c for c in counts]


def _fewest_wholes(most: int, sizes: tuple[int, ...]) -> list[tuple[int, ...] | None]:
    """For every total up to `most`: how many of each size make it with the fewest tablets."""
    best: list[tuple[int, ...] | None] = [(0,) * len(sizes)]
    for total in range(1, most + 1):
        options = []
        for i, size in enumerate(sizes):
            before = best[total - size] if total >= size else None
            if before is not None:
                options.append((*before[:i], before[i] + 1, *before[i + 1 :]))
        best.append(min(options, key=_whole_cost) if options else None)
    return best


def _whole_cost(counts: tuple[int, ...]) -> tuple[int, int, list[int]]:
    return sum(counts), sum(1 for c in counts if c), [-c for c in counts]


def _units(amount: Decimal) -> int | None:
    """An amount in ten-thousandths of a mg; None if it is finer than that."""
    scaled = amount * _FINEST
    return int(scaled) if scaled == scaled.to_integral_value() else None
