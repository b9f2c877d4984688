"""What the bot will not answer, the rule that applies instead, and whom it sends people to.

It never chooses, computes or suggests an amount, nor when to take it but as planned (hazard H11).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from bot.safety.topics import Topic


class DoseQuestion(StrEnum):
    """A question whose answer would be advice on a dose."""

    HOW_MUCH = "how_much"  # "what dose for me?", "is 30 mg too much?"
    MORE = "more"  # "can I double?", "should I take two?"
    LESS = "less"  # "can I take half?"
    WHEN = "when"  # "can I take it early?"
    SKIP = "skip"  # "can I skip tonight's?"
    AGAIN = "again"  # "how do I start again?"


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is said: Fluent messages, then facts by id; and the topics to go on with."""

    first: tuple[str, ...]
    facts: tuple[str, ...]
    near: tuple[Topic, ...]


_AMOUNT, _ASK = "refuse-amount", "refuse-ask"
_D, _T = DoseQuestion, Topic
REFUSALS: Mapping[DoseQuestion, Refusal] = MappingProxyType(
    {
        _D.HOW_MUCH: Refusal(
            (_AMOUNT, _ASK), ("take.exactly", "miss.no_double"), (_T.DOSES, _T.MISSED)
        ),
        _D.MORE: Refusal((_AMOUNT, _ASK), ("miss.no_double", "od.call"), (_T.MISSED, _T.OVERDOSE)),
        _D.LESS: Refusal(
            (_AMOUNT, _ASK, "refuse-less"), ("wd.never_stop",), (_T.WITHDRAWAL, _T.SLOW_WAY)
        ),
        _D.WHEN: Refusal(
            ("refuse-time", _ASK), ("take.same_times", "miss.no_double"), (_T.MISSED, _T.EVENING)
        ),
        _D.SKIP: Refusal(
            ("refuse-skip", _ASK, "refuse-less"), ("wd.never_stop",), (_T.MISSED, _T.WITHDRAWAL)
        ),
        _D.AGAIN: Refusal(
            ("refuse-again",), ("miss.day_without", "miss.no_double"), (_T.WITHDRAWAL, _T.MISSED)
        ),
    }
)
