"""One text to the signs in it. It never raises, and takes a bounded time for any text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.chat.parsing.net.counts import Count
from bot.chat.parsing.net.doubts import Context
from bot.chat.parsing.net.patterns import spans
from bot.chat.parsing.net.subject import Whose, whose
from bot.chat.parsing.net.tables import Tables, tables
from bot.chat.parsing.net.text import Sentence, joined, sentences
from bot.chat.parsing.verb_values import Extra
from bot.chat.parsing.verbs import read_verb
from bot.domain.policy import Policy
from bot.domain.red_flags import Measure, RedFlag, Seen

LANGUAGES = ("en",)  # all are tried on every text: nobody cries for help by a setting
_BROKEN_MOST = 12  # words of a text that may be one sentence, broken off by marks
Span = tuple[int, int]


def read_red_flags(text: str, measure: Measure, policy: Policy) -> Seen:
    """The signs in a text, of people, now; an empty set where there is none."""
    seen = Seen(frozenset())
    for language in LANGUAGES:
        found = _Reading(tables(language), measure, policy).read(text)
        if found.flags:
            stopped = seen.stopped or found.stopped
            seen = Seen(seen.flags | found.flags, seen.other or found.other, stopped)
    return seen


@dataclass(frozen=True, slots=True)
class _Reading:
    """One text, read by one language's tables against one plan."""

    tables: Tables
    measure: Measure
    policy: Policy

    def read(self, text: str) -> Seen:
        parts = sentences(text, self.tables.spelling)
        if not parts:
            return Seen(frozenset())
        is_extra = isinstance(read_verb(text), Extra)  # a verb of its own asks about it
        seen = self._seen(parts, is_extra=is_extra)
        if len(parts) > 1 and sum(len(part.words) for part in parts) <= _BROKEN_MOST:
            whole = self._seen((joined(parts),), is_extra=is_extra)
            return Seen(seen.flags | whole.flags, seen.other or whole.other, whole.stopped)
        return seen

    def _seen(self, parts: tuple[Sentence, ...], *, is_extra: bool) -> Seen:
        flags: set[RedFlag] = set()
        others: list[bool] = []
        stopped = any(True for part in parts for _ in spans(self.tables.stopped, part))
        before: Sentence | None = None
        for part in parts:
            plain = self._without_idioms(part)
            found = list(self._signs(plain, stopped=stopped, is_extra=is_extra))
            covered = frozenset(n for _, (first, last) in found for n in range(first, last))
            context = Context(self.tables.doubts, plain, before, covered)
            for flag, span in found:
                if not context.is_taken_back(span):
                    flags.add(flag)
                    others.append(self._whose(plain, span, before) is Whose.OTHER)
            before = part
        return Seen(frozenset(flags), bool(others) and all(others), stopped)

    def _whose(self, part: Sentence, span: Span, before: Sentence | None) -> Whose:
        return whose(part, span, before, self.tables.doubts)[0]

    def _without_idioms(self, sentence: Sentence) -> Sentence:
        """ "Dying to see you": words that name no sign there are no words."""
        words = list(sentence.words)
        for first, last in spans(self.tables.idioms, sentence):
            words[first:last] = ["_"] * (last - first)
        return replace(sentence, words=tuple(words))

    def _signs(
        self, part: Sentence, *, stopped: bool, is_extra: bool
    ) -> Iterator[tuple[RedFlag, Span]]:
        """Every place where a phrase stands, whatever takes it back."""
        whole = " ".join(part.words)
        if whole in self.tables.bare:
            yield self.tables.bare[whole], (0, len(part.words))
        yield from self._phrases(part, stopped=stopped)
        count = Count(part, self.tables.amounts, self.measure, self.policy)
        yield from ((RedFlag.FEVER, span) for span, is_fever in count.degrees() if is_fever)
        yield from ((RedFlag.OVERDOSE, span) for span in count.too_much())
        if not is_extra:
            yield from ((RedFlag.OVERDOSE, span) for span in spans(self.tables.doubled, part))

    def _phrases(self, part: Sentence, *, stopped: bool) -> Iterator[tuple[RedFlag, Span]]:
        count = Count(part, self.tables.amounts, self.measure, self.policy)
        heat = [is_fever for _, is_fever in count.degrees()]
        cool = bool(heat) and not any(heat)
        for flag, patterns in (*self.tables.signs, *(self.tables.after_stop if stopped else ())):
            if not (flag is RedFlag.FEVER and cool):
                yield from ((flag, span) for span in spans(patterns, part))
        for flag, patterns in self.tables.not_of_speaker:
            for span in spans(patterns, part):
                if self._whose(part, span, None) is not Whose.SPEAKER:
                    yield flag, span
