"""How much: tablets and mg that were taken, against the plan, and degrees of fever."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.chat.parsing.net.tables import Amounts
from bot.chat.parsing.net.text import Sentence
from bot.domain.policy import Policy
from bot.domain.red_flags import Measure, is_fever

Span = tuple[int, int]
_REACH = 5  # words between "took" and how many
_HOURS = 24  # "took 8" may be the tablet of 8 o'clock
_MG_LEAST = 10  # "I took 20" may be mg
_NUMERAL = re.compile(r"\d{1,6}(?:[.,]\d{1,4})?")
_DEGREES = re.compile(r"\d{2,3}(?:[.,]\d{1,2})?")


@dataclass(frozen=True, slots=True)
class Count:
    """The words of one sentence, read against a plan."""

    sentence: Sentence
    amounts: Amounts
    measure: Measure
    policy: Policy

    def too_much(self) -> Iterator[Span]:
        """Where more was taken at once than the plan's biggest dose, or than a whole day's."""
        words = self.sentence.words
        for where in range(len(words)):
            if self._is_too_many_unnamed(where):
                yield where, where + 2
            elif self._is_taking(where):
                for each in range(where + 1, min(where + 1 + _REACH, len(words))):
                    if self._is_too_much(each):
                        yield where, each + 1
                        break
            elif self._is_taken(where + 2) and self._is_too_much(where):
                yield where, where + 3  # "10 pills taken"

    def _is(self, where: int, name: str) -> bool:
        words = self.sentence.words
        return 0 <= where < len(words) and words[where] in self.amounts.words[name]

    def _is_taking(self, where: int) -> bool:
        words = self.sentence.words
        asked = words[where] in ("take", "swallow") and "did" in words[max(where - 3, 0) : where]
        return asked or self._is(where, "took")

    def _is_taken(self, where: int) -> bool:
        taken = {"taken", "swallowed"} & set(self.sentence.words[where : where + 2])
        return bool(taken) and self._is(where - 1, "tablet")

    def _is_too_much(self, where: int) -> bool:
        count = self._number(where)
        if count is None or self._is(where - 1, "at") or self._is(where + 1, "clock"):
            return False  # "my 10 pm tablet"
        if self._is(where + 1, "made_of"):
            return self._too_many_mg(count, where)
        each = self._number(where + 1)
        if each is not None and self._is(where + 2, "made_of"):
            return self._too_many_mg(count * each, where)  # "8 10 mg tablets"
        near = range(where + 1, where + 4)
        if not (any(self._is(n, "tablet") for n in near) or self._is_of_them(where + 1)):
            return False
        return self._too_many_tablets(count, where)

    def _is_too_many_unnamed(self, where: int) -> bool:
        """ "I took 5", "took 5 today": a number of tablets, where it can be nothing else.

        "Took 8" alone may be an hour, "had 3" of anything is no more than a day's, and what is no
        more than the plan's dose in mg may be mg, but for "about 20" and "10 because".
        """
        if not self._is(where, "counted") or self._is(where - 1, "uncertain"):
            return False
        is_about = self._is(where + 1, "hedge")
        number = where + 1 + is_about
        count = self._number(number)
        if count is None or not self._stands_alone(number + 1):
            return False
        words, is_told = self.sentence.words, self._is_told(number + 1)
        if words[where] == "had" and not self._is_at_once(number + 1):
            return is_told and count > self._day_most()
        is_short = where == 0 and words[0] in ("took", "taken")
        if is_short and not is_told and count <= _HOURS:
            return False
        is_sure = is_about or words[number + 1 : number + 2] == ("because",)
        if not is_sure and _MG_LEAST <= count <= (self.measure.dose_mg or 0):
            return False
        return self._too_many_tablets(count, number)

    def _is_told(self, behind: int) -> bool:
        """ "At once", "by mistake", "today"."""
        return self._is_at_once(behind) or self._is(behind, "counting")

    def _is_at_once(self, behind: int) -> bool:
        tail = self.sentence.words[behind : behind + 2]
        return tail in (("at", "once"), ("in", "one"), ("by", "accident"), ("by", "mistake"))

    def _stands_alone(self, behind: int) -> bool:
        """Nothing that is counted comes behind the number."""
        is_over = behind == len(self.sentence.words) or behind in self.sentence.commas
        return is_over or self._is_told(behind) or self._is(behind, "follow")

    def _is_of_them(self, where: int) -> bool:
        """ "15 of them", "2 more"; not "3 of 5"."""
        of = self.sentence.words[where : where + 1] == ("of",)
        return self._is(where, "more") or (of and self._is(where + 1, "them"))

    def _too_many_tablets(self, count: Decimal, where: int) -> bool:
        if self._in_a_day(where):
            return count > self._day_most()
        most = self.measure.dose_tablets or Decimal(self.policy.tablets_at_once)
        if any(self._is(each, "other") for each in range(where + 1, where + 5)):
            most = max(most, Decimal(self.policy.tablets_at_once))  # "2 tablets of paracetamol"
        return count > most

    def _day_most(self) -> Decimal:
        return self.measure.day_tablets or Decimal(self.policy.tablets_a_day)

    def _too_many_mg(self, mg: Decimal, where: int) -> bool:
        """Up to twice a dose is asked about where it is logged; more, or an unusual dose: here."""
        usual = self.policy.dose_asked_again
        if self._in_a_day(where):
            return mg > (self.measure.day_mg or self.policy.day_asked_again)
        if self.measure.dose_mg is None:
            return mg > usual
        return mg > max(self.measure.dose_mg, min(2 * self.measure.dose_mg, usual))

    def _in_a_day(self, where: int) -> bool:
        return any(self._is(each, "whole_day") for each in range(where + 1, where + 9))

    def _number(self, where: int) -> Decimal | None:
        words = self.sentence.words
        word = words[where] if where < len(words) else ""
        if _NUMERAL.fullmatch(word):
            return Decimal(word.replace(",", "."))
        return self.amounts.numbers.get(word)

    def degrees(self) -> Iterator[tuple[Span, bool]]:
        """Where a body's temperature stands, and if it is a fever."""
        words = self.sentence.words
        if any(self._is(each, "not_of_body") for each in range(len(words))):
            return
        for where, word in enumerate(words):
            near = (*range(max(where - 5, 0), where), where + 1, where + 2)
            if not _DEGREES.fullmatch(word) or not any(self._is(n, "thermal") for n in near):
                continue
            fever = is_fever(Decimal(word.replace(",", ".")), self.policy)
            if fever is not None:
                yield (where, where + 1), fever
