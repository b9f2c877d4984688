"""What takes a sign back: it is denied, long past, only supposed or asked about, or made up.

Each rule looks a few words around the sign and names what it allows in between: what no rule
knows takes nothing back.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from bot.chat.parsing.net.patterns import spans
from bot.chat.parsing.net.subject import Whose, whose
from bot.chat.parsing.net.tables import Doubts
from bot.chat.parsing.net.text import Sentence

Span = tuple[int, int]
_NEAR = 8  # words between what takes back and the sign, at most
_ASKED_GAP = 4
_GENERAL_GAP = 6
_ASKS_FIRST = frozenset(("is", "are", "was", "does", "do", "can", "could", "will", "what", "how"))
# Who asks for these needs them: a question about them is no question about the medicine.
_MEANT_AS_SAID = frozenset(
    ("lethal", "fatal", "deadly", "kill", "die", "ambulance", "paramedic", "paramedics")
)


@dataclass(frozen=True)
class Context:
    """A sentence, the one before it, and every word in it that belongs to a sign."""

    doubts: Doubts
    sentence: Sentence
    before: Sentence | None
    covered: frozenset[int]

    def is_taken_back(self, span: Span) -> bool:
        """Any rule takes this sign back."""
        return (
            self._is_compound(span)
            or self._is_denied(span)
            or self._is_past(span)
            or self._is_supposed(span)
            or self._is_asked(span)
            or self._is_general(span)
            or self._is_made_up(span)
        )

    @cached_property
    def _words(self) -> tuple[str, ...]:
        return self.sentence.words

    @cached_property
    def _subjects(self) -> frozenset[int]:
        people = self._of("speaker") | self._of("others")
        return frozenset(n for n, word in enumerate(self._words) if word in people)

    def _found(self, name: str) -> tuple[Span, ...]:
        """Where the phrases of this name stand in the sentence; looked for once."""
        if name not in self._places:
            self._places[name] = tuple(spans(self.doubts.phrases[name], self.sentence))
        return self._places[name]

    @cached_property
    def _places(self) -> dict[str, tuple[Span, ...]]:
        return {}

    def _of(self, name: str) -> frozenset[str]:
        return self.doubts.words[name]

    def _between(self, start: int, end: int) -> tuple[str, ...]:
        return self._words[start:end]

    def _has_break(self, start: int, end: int) -> bool:
        return not self._of("breaks").isdisjoint(self._between(start, end))

    def _is_compound(self, span: Span) -> bool:
        """ "Seizure medication", "hay fever"."""
        first, last = span
        behind = self._words[last : last + 1]
        ahead = self._words[first - 1 : first] if first else ()
        return not (
            self._of("compounds_behind").isdisjoint(behind)
            and self._of("compounds_before").isdisjoint(ahead)
        )

    def _is_denied(self, span: Span) -> bool:
        """ "No fever", "not had a seizure", "no fever or chest pain"; "the fever is gone"."""
        first, last = span
        for where in range(first - 1, max(first - _NEAR, 0) - 1, -1):
            word = self._words[where]
            if word in self._of("nots"):
                return self._denies(where, span)
            if word in self._of("breaks"):
                break
        behind = (found for found in self._found("gone") if found[0] == last)
        return any(behind) or self._has_no_behind(last)

    def _denies(self, where: int, span: Span) -> bool:
        """Nothing but what may stand in between does; a list with commas needs its "or"."""
        word, first = self._words[where], span[0]
        if where and self._words[where - 1] in self._of("not_denying"):
            return False
        allowed = self._of("no_after") if word in ("no", "none", "zero") else self._of("not_after")
        between = range(where + 1, first)
        if any(n not in self.covered and self._words[n] not in allowed for n in between):
            return False
        commas = self.sentence.commas.intersection(range(where + 1, first + 1))
        listed = {"or", "nor"} & set(self._words[where + 1 : span[1] + 3])
        if where + 1 in commas or (commas and not listed):
            return False  # "no, I had a seizure"
        near = range(span[1], span[1] + 4)
        return word != "never" or not any(at in near for at, _ in self._found("like_never"))

    def _has_no_behind(self, last: int) -> bool:
        """ "Fever: no", at the end or before a comma."""
        words = self._words
        if last >= len(words) or words[last] not in ("no", "none", "negative"):
            return False
        return last + 1 == len(words) or last + 1 in self.sentence.commas

    def _is_past(self, span: Span) -> bool:
        """ "I had a seizure in 2010", "when I was a child", "I used to faint"."""
        if any(_distance(found, span) <= 4 for found in self._found("now")):
            return False
        always = self._found("past_always")
        dated = self._found("past")
        return any(self._puts_in_the_past(found, span) for found in (*always, *dated))

    def _puts_in_the_past(self, found: Span, span: Span) -> bool:
        if _distance(found, span) > _NEAR:
            return False
        first, last = span
        if found[0] >= last:
            close = self._between(max(first - 2, 0), first + 1)
            return self._of("is_now").isdisjoint(close) and not self._has_break(last, found[0])
        return self._is_past_from(found, first)

    def _is_past_from(self, found: Span, first: int) -> bool:
        """The time comes first: what it is about goes on to the sign, and tells of the past."""
        words = self._between(found[1], first + 1)
        if self._has_break(found[1], first) or not self._of("is_now").isdisjoint(words):
            return False
        if found[0] > 1 and self.sentence.commas.intersection(range(found[1], first + 1)):
            return False
        own = self._subjects.intersection(range(found[1], first))
        return not own or not self._of("happened").isdisjoint(words)

    def _is_supposed(self, span: Span) -> bool:
        """ "If I have a seizure"; not "if he is not breathing", nor "I do not know if"."""
        for start, end in self._found("ifs"):
            if end > span[0] or span[0] - end > _NEAR or self._has_break(end, span[0]):
                continue
            if start and self._words[start - 1] in self._of("if_known"):
                continue
            close = (*self._between(end, span[0]), self._words[span[0]])
            if {"is", "are", "am", "not"}.isdisjoint(close):
                return True
        return False

    @cached_property
    def _is_question(self) -> bool:
        """It has its mark, or begins as one; "can't breathe" begins as none."""
        asks = bool(self._words) and self._words[0] in _ASKS_FIRST
        return self.sentence.asked or (asks and self._words[1:2] != ("not",))

    def _is_asked(self, span: Span) -> bool:
        """ "Can baclofen cause seizures?"; not "is this a seizure?", nor "my chest hurts, why?"."""
        first, last = span
        if not _MEANT_AS_SAID.isdisjoint(self._words[first:last]):
            return False
        if any(end == first for _, end in self._found("asks_close")):
            return True
        for _, end in self._found("asks"):
            if end <= first <= end + _ASKED_GAP and self._is_impersonal(end, first):
                return True
        own = any(each in self._subjects for each in range(max(first - 3, 0), last))
        if not self._is_question or own:
            return False
        return any(_distance(found, span) <= _NEAR for found in self._found("asked_about"))

    def _is_impersonal(self, start: int, end: int) -> bool:
        """Nobody is named in between, and it is not "could this be"."""
        if any(each in self._subjects for each in range(start, end)):
            return False
        return "be" not in self._between(max(start - 1, 0), end) and not self._has_break(start, end)

    def _is_general(self, span: Span) -> bool:
        """ "May cause seizures", "the risk of fever", "the leaflet says"."""
        first = span[0]
        found = (*self._found("general"), *self._found("told"))
        for _, end in found:
            if end <= first <= end + _GENERAL_GAP and self._is_impersonal(end, first):
                return True
        behind = ("can", "may", "might", "could"), ("happen", "occur", "be")
        after = self._words[span[1] : span[1] + 2]
        return len(after) == 2 and after[0] in behind[0] and after[1] in behind[1]

    def _is_made_up(self, span: Span) -> bool:
        """Of an animal, in a film, in a dream."""
        who, where = whose(self.sentence, span, self.before, self.doubts)
        if who is Whose.ANIMAL:
            return True
        for _, end in self._found("dreamt"):
            between = self._between(end, span[0] + 1)
            if end <= span[0] <= end + _NEAR and {"now", "can", "then"}.isdisjoint(between):
                return True
        if where is not None and self._words[where] in self._of("roles"):
            return True
        if who is Whose.SPEAKER or (where and self._words[where - 1] in ("my", "our")):
            return False
        return self._is_in_a_story(span)

    def _is_in_a_story(self, span: Span) -> bool:
        for start, end in self._found("fiction"):
            if end < span[0] and self._words[end] in ("where", "about", "that", "with"):
                return True
            ahead = set(self._words[max(start - 4, 0) : start])
            if ahead.isdisjoint(("watching", "while", "during", "playing", "reading")):
                if start < span[0]:
                    return True
                return not ahead.isdisjoint(("in", "on", "from"))
        if self.before is None:
            return False
        return any(True for _ in spans(self.doubts.phrases["fiction"], self.before))


def _distance(found: Span, span: Span) -> int:
    """Words between them; 0 where they touch or overlap."""
    return max(found[0] - span[1], span[0] - found[1], 0)
