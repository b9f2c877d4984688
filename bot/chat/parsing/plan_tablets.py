"""The tablets named at the end of a plan: "..., tablets of 5 and 10 mg"; nothing else of it."""

from __future__ import annotations

from decimal import Decimal

from bot.chat.parsing.amounts import strengths_in
from bot.chat.parsing.plan_parts import DIVIDES
from bot.chat.parsing.times import Problem, without_end
from bot.chat.parsing.tokens import NUMERALS, Kind, Token, at_kind

Tokens = tuple[Token, ...]
_BEFORE = DIVIDES[Kind.COMMA]
_LEADS = ("of", "are", "is")


def split_tablets(tokens: Tokens) -> tuple[Tokens, frozenset[Decimal]]:
    """The pieces of the plan itself, and the tablet strengths in mg that end it, if any do.

    They stand behind a comma or in a line of their own, led by the word, and the last one has its
    unit: "2 tablets of 10 mg" and "10 mg tablets at 8:00" stay in the plan, to be asked about.
    """
    start = next((n for n, token in enumerate(tokens) if token.kind is Kind.TABLET), 0)
    mark = start - 1
    while at_kind(tokens, mark, Kind.FILL):
        mark -= 1
    if mark < 1 or DIVIDES.get(tokens[mark].kind, 0) < _BEFORE:
        return tokens, frozenset()
    strengths = _strengths(without_end(tokens[start + 1 :]))
    return (tokens[:mark], strengths) if strengths else (tokens, strengths)


def _strengths(tokens: Tokens) -> frozenset[Decimal]:
    """What is behind "tablets": "of 5 and 10 mg", ": 10 mg"."""
    is_list = at_kind(tokens, 0, Kind.FILL) and tokens[0].text in _LEADS
    if not (is_list or at_kind(tokens, 0, Kind.JOIN)) or tokens[-1].kind is not Kind.MG:
        return frozenset()
    bare = sum(token.kind in NUMERALS for token in tokens)
    bare -= sum(token.kind is Kind.MG for token in tokens)
    if bare and not is_list:
        return frozenset()  # "tablets: 2, 10 mg" may be two of them
    found = strengths_in(tokens[1:])
    return frozenset() if isinstance(found, Problem) else found
