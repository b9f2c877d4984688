"""Amounts a person typed: "10 mg", "50 mg, 5 tablets", "5 and 10 mg tablets"; the unit is said."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bot.chat.parsing.english import ENGLISH
from bot.chat.parsing.times import Problem, open_text
from bot.chat.parsing.tokens import NUMERALS, Kind, Language, Token, at_kind

AMOUNT_MOST = Decimal(1000)
DECIMALS_MOST = 3
TABLETS_MOST = Decimal(100)
STRENGTHS_MOST = 6
_HALF = Decimal("0.5")
_COUNTS = (Kind.NUMBER, Kind.DECIMAL, Kind.DOTTED, Kind.FRACTION)
_BETWEEN = (Kind.COMMA, Kind.AND, Kind.SLASH, Kind.BREAK, Kind.LINE)

Tokens = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class AmountWithTablets:
    """A large amount typed once more: in mg and in tablets."""

    mg: Decimal
    tablets: Decimal


def shortest(value: Decimal) -> Decimal:
    """The same number without closing zeros: 10.0 is 10."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def sound_amount(token: Token) -> Decimal | None:
    """The numeral as mg; None if 0, over 1000, finer than 3 decimals, 05, or a list like "8,14"."""
    digits = token.text.split(".")[0].split(",")[0]
    padded = len(digits) > 1 and digits.startswith("0")
    decimals = len(token.text.replace(",", ".").partition(".")[2])
    listed = decimals == 2 and "," in token.text and token.value % Decimal("0.25") != 0
    if padded or listed or decimals > DECIMALS_MOST or not 0 < token.value <= AMOUNT_MOST:
        return None
    return shortest(token.value)


def amount_at(tokens: Tokens, i: int) -> tuple[Decimal, int] | Problem | None:
    """The "10 mg" that starts here and the index behind it; None if no amount starts here."""
    if not at_kind(tokens, i + 1, Kind.MG):
        return None
    if at_kind(tokens, i, Kind.CLOCK, Kind.JUMBLE):
        return Problem.AMOUNT_OR_TIME
    if at_kind(tokens, i, Kind.BROKEN) or tokens[i].text in ("1/2", "1/4", "3/4"):
        return Problem.BAD_AMOUNT
    if not at_kind(tokens, i, *_COUNTS):
        return None
    mg = sound_amount(tokens[i])
    return Problem.BAD_AMOUNT if mg is None else (mg, i + 2)


def _blame(tokens: Tokens) -> Problem:
    """The most telling reason why the pieces are not amounts."""
    kinds = {token.kind for token in tokens}
    if Kind.UNIT in kinds:
        return Problem.UNIT
    if Kind.BROKEN in kinds or (tokens[0].kind is Kind.DASH and tokens[0].text == "-"):
        return Problem.BAD_AMOUNT
    if kinds & {Kind.RANGE, Kind.TO, Kind.DASH}:
        return Problem.RANGE
    if Kind.JUMBLE in kinds:
        return Problem.BAD_AMOUNT
    return Problem.LEFTOVER


def _past_fill(tokens: Tokens, i: int) -> int:
    while at_kind(tokens, i, Kind.FILL, Kind.TAKE):
        i += 1
    return i


def read_amount(text: str, language: Language = ENGLISH) -> Decimal | Problem:
    """One amount in mg and nothing else; a bare "10" is NO_UNIT."""
    tokens = open_text(text, language)
    if isinstance(tokens, Problem):
        return tokens
    i = _past_fill(tokens, 0)
    found = amount_at(tokens, i)
    if isinstance(found, Problem):
        return found
    if found is not None and _past_fill(tokens, found[1]) == len(tokens):
        return found[0]
    if found is None and i + 1 == len(tokens) and tokens[i].kind in NUMERALS - {Kind.CLOCK}:
        return Problem.NO_UNIT
    if any(token.kind is Kind.TABLET for token in tokens):
        return Problem.TABLETS
    if not {token.kind for token in tokens} & NUMERALS:
        return Problem.NO_AMOUNT
    return _blame(tokens)


def count_at(tokens: Tokens, i: int) -> tuple[Decimal, int] | None:
    """A number of tablets and the index behind it: 5, 2.5, two and a half, 2 1/2, half a."""
    if at_kind(tokens, i, Kind.AN) and at_kind(tokens, i + 1, Kind.HALF):
        return _HALF, i + 2
    if at_kind(tokens, i, Kind.HALF):
        return _HALF, i + 1 + at_kind(tokens, i + 1, Kind.AN)
    if at_kind(tokens, i, Kind.AN):
        return Decimal(1), i + 1
    if not at_kind(tokens, i, *_COUNTS):
        return None
    value, behind = tokens[i].value, i + 1
    if at_kind(tokens, i, Kind.NUMBER):
        if at_kind(tokens, behind, Kind.A_HALF):
            return value + _HALF, behind + 1
        if at_kind(tokens, behind, Kind.FRACTION):
            return value + tokens[behind].value, behind + 1
    return value, behind


def _tablets_at(tokens: Tokens, i: int) -> tuple[Decimal, int] | Problem | None:
    counted = count_at(tokens, i)
    if counted is None or not at_kind(tokens, counted[1], Kind.TABLET):
        return None
    count, unit = counted
    if not 0 < count <= TABLETS_MOST or count % Decimal("0.25"):
        return Problem.BAD_AMOUNT
    return shortest(count), unit + 1


def _strength_behind(tokens: Tokens, i: int) -> tuple[Decimal | None, int] | Problem:
    """The "of 10 mg" behind a number of tablets, if it is there."""
    if not (at_kind(tokens, i, Kind.FILL) and tokens[i].text == "of"):
        return None, i
    found = amount_at(tokens, i + 1)
    return Problem.LEFTOVER if found is None else found


def _past_marks(tokens: Tokens, i: int) -> int:
    marks = (Kind.COMMA, Kind.JOIN, Kind.OPEN, Kind.CLOSE, Kind.AND, Kind.LINE, Kind.BREAK)
    while at_kind(tokens, i, *marks):
        i += 1
    return i


def _agreed(
    tokens: Tokens, mg: Decimal, tablets: Decimal, behind: int
) -> AmountWithTablets | Problem | None:
    """Both, if nothing else is said but a strength that agrees with them."""
    strength = _strength_behind(tokens, behind)
    if isinstance(strength, Problem):
        return strength
    if _past_marks(tokens, strength[1]) != len(tokens):
        return None
    if strength[0] is not None and strength[0] * tablets != mg:
        return Problem.DISAGREE
    return AmountWithTablets(mg, tablets)


def _tablets_first(tokens: Tokens) -> AmountWithTablets | Problem | None:
    tablets = _tablets_at(tokens, 0)
    if not isinstance(tablets, tuple):
        return tablets
    mg = amount_at(tokens, _past_marks(tokens, tablets[1]))
    return _agreed(tokens, mg[0], tablets[0], mg[1]) if isinstance(mg, tuple) else mg


def _mg_and_tablets(tokens: Tokens) -> AmountWithTablets | Problem | None:
    """Both readings of the pieces, in either order, and nothing between them but marks."""
    mg = amount_at(tokens, 0)
    if mg is None:
        return _tablets_first(tokens)
    if isinstance(mg, Problem):
        return mg
    tablets = _tablets_at(tokens, _past_marks(tokens, mg[1]))
    if not isinstance(tablets, tuple):
        return tablets
    return _agreed(tokens, mg[0], tablets[0], tablets[1])


def _blame_both(tokens: Tokens) -> Problem:
    """The most telling reason why an amount and its tablets were not both found."""
    kinds = {token.kind for token in tokens}
    if not kinds & NUMERALS:
        return Problem.NO_AMOUNT
    if Kind.MG not in kinds and Kind.UNIT not in kinds:
        return Problem.NO_AMOUNT if _tablets_at(tokens, 0) else Problem.NO_UNIT
    if Kind.TABLET not in kinds and len(tokens) == 2 and Kind.MG in kinds:
        return Problem.NO_TABLETS
    return _blame(tokens)


def read_amount_with_tablets(
    text: str, language: Language = ENGLISH
) -> AmountWithTablets | Problem:
    """An amount said both ways, in mg and in tablets, each exactly once."""
    tokens = open_text(text, language)
    if isinstance(tokens, Problem):
        return tokens
    while tokens[1:] and tokens[-1].kind is Kind.FILL:
        tokens = tokens[:-1]
    tokens = tokens[_past_fill(tokens, 0) :] or tokens
    return _mg_and_tablets(tokens) or _blame_both(tokens)


def read_strengths(text: str, language: Language = ENGLISH) -> frozenset[Decimal] | Problem:
    """The tablet strengths in mg: numbers with or without mg, and only separators between."""
    tokens = open_text(text, language)
    return tokens if isinstance(tokens, Problem) else strengths_in(tokens)


def strengths_in(tokens: Tokens) -> frozenset[Decimal] | Problem:
    """The tablet strengths in mg that these pieces are, every one of them understood."""
    strengths: set[Decimal] = set()
    i = _past_fill(tokens, 0)
    while i < len(tokens):
        comma = "," in tokens[i].text  # "5,10" is more likely two strengths than 5.1
        mg = sound_amount(tokens[i]) if at_kind(tokens, i, *_COUNTS) and not comma else None
        if mg is None:
            return _blame(tokens) if not comma else Problem.BAD_AMOUNT
        if at_kind(tokens, i + 1, Kind.TABLET):
            return Problem.TABLETS  # "two tablets" is how many, not how strong
        strengths.add(mg)
        i += 1 + at_kind(tokens, i + 1, Kind.MG)
        i = _past_fill(tokens, i + at_kind(tokens, i, Kind.TABLET))
        between = i
        while at_kind(tokens, i, *_BETWEEN):
            i += 1
        if (i == between) != (i == len(tokens)):
            return _blame(tokens)
    if not strengths:
        return Problem.NO_AMOUNT
    return frozenset(strengths) if len(strengths) <= STRENGTHS_MOST else Problem.LEFTOVER
