"""One text to the signs in it. It never raises, and takes a bounded time for any text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from bot.chat.parsing.net import english, english_doubts
from bot.chat.parsing.net.counts import degrees, too_much
from bot.chat.parsing.net.doubts import Context, Rules
from bot.chat.parsing.net.english_cries import BARE, CRIES, DOUBLED, NOT_OF_SPEAKER
from bot.chat.parsing.net.english_signs import AFTER_STOP, EMERGENCIES, STOPPED, URGENT_SIGNS
from bot.chat.parsing.net.patterns import Pattern, compiled, spans
from bot.chat.parsing.net.spelling import Spelling
from bot.chat.parsing.net.subject import Whose, whose
from bot.chat.parsing.net.text import Sentence, joined, sentences
from bot.chat.parsing.verb_values import Extra
from bot.chat.parsing.verbs import read_verb
from bot.domain.policy import Policy
from bot.domain.red_flags import Measure, RedFlag, Seen

_BROKEN_MOST = 12  # words of a text that may be one sentence, broken off by marks
Span = tuple[int, int]
Table = tuple[tuple[RedFlag, tuple[Pattern, ...]], ...]


@dataclass(frozen=True, slots=True)
class Net:
    """A language's phrases, compiled once."""

    spelling: Spelling
    rules: Rules
    signs: Table
    not_of_speaker: Table
    after_stop: Table
    doubled: tuple[Pattern, ...]
    stopped: tuple[Pattern, ...]
    idioms: tuple[Pattern, ...]


@cache
def _english() -> Net:
    sets = {**english.SETS, **english_doubts.SETS}
    doubts = english_doubts.english_doubts(english.OTHERS)

    def table(phrases: dict[RedFlag, tuple[str, ...]]) -> Table:
        return tuple((flag, compiled(each, sets)) for flag, each in phrases.items())

    return Net(
        english.SPELLING,
        Rules(doubts, sets),
        table(EMERGENCIES | CRIES | URGENT_SIGNS),
        table(NOT_OF_SPEAKER),
        table(AFTER_STOP),
        compiled(DOUBLED, sets),
        compiled(STOPPED, sets),
        compiled(doubts.idioms, sets),
    )


def read_red_flags(text: str, measure: Measure = Measure(), policy: Policy = Policy()) -> Seen:
    """The signs in a text, of people, now; an empty set where there is none."""
    net = _english()
    parts = sentences(text, net.spelling)
    if not parts:
        return Seen(frozenset())
    seen = _read(net, parts, measure, policy, is_extra=isinstance(read_verb(text), Extra))
    if len(parts) > 1 and sum(len(part.words) for part in parts) <= _BROKEN_MOST:
        whole = _read(net, (joined(parts),), measure, policy, is_extra=False)
        return Seen(seen.flags | whole.flags, seen.other or whole.other, whole.stopped)
    return seen


def _read(
    net: Net, parts: tuple[Sentence, ...], measure: Measure, policy: Policy, *, is_extra: bool
) -> Seen:
    flags: set[RedFlag] = set()
    others: list[bool] = []
    stopped = any(True for part in parts for _ in spans(net.stopped, part))
    before: Sentence | None = None
    for part in parts:
        plain = _without_idioms(net, part)
        found = list(_signs(net, plain, measure, policy, stopped=stopped, is_extra=is_extra))
        covered = frozenset(n for _, (first, last) in found for n in range(first, last))
        context = Context(net.rules, plain, before, covered)
        for flag, span in found:
            if not context.is_taken_back(span):
                who, _ = whose(plain, span, before, net.rules.doubts)
                flags.add(flag)
                others.append(who is Whose.OTHER)
        before = part
    return Seen(frozenset(flags), bool(others) and all(others), stopped)


def _without_idioms(net: Net, sentence: Sentence) -> Sentence:
    """ "Dying to see you": words that name no sign there are no words."""
    words = list(sentence.words)
    for first, last in spans(net.idioms, sentence):
        words[first:last] = ["_"] * (last - first)
    return replace(sentence, words=tuple(words))


def _signs(
    net: Net, part: Sentence, measure: Measure, policy: Policy, *, stopped: bool, is_extra: bool
) -> Iterator[tuple[RedFlag, Span]]:
    """Every place where a phrase stands, whatever takes it back."""
    whole = " ".join(part.words)
    if whole in BARE:
        yield BARE[whole], (0, len(part.words))
    heat = list(degrees(part))
    for span, is_fever in heat:
        if is_fever:
            yield RedFlag.FEVER, span
    cool = bool(heat) and not any(is_fever for _, is_fever in heat)
    tables = (*net.signs, *(net.after_stop if stopped else ()))
    for flag, patterns in tables:
        if not (flag is RedFlag.FEVER and cool):
            yield from ((flag, span) for span in spans(patterns, part))
    for flag, patterns in net.not_of_speaker:
        for span in spans(patterns, part):
            if whose(part, span, None, net.rules.doubts)[0] is not Whose.SPEAKER:
                yield flag, span
    yield from ((RedFlag.OVERDOSE, span) for span in too_much(part, measure, policy))
    if not is_extra:
        yield from ((RedFlag.OVERDOSE, span) for span in spans(net.doubled, part))
