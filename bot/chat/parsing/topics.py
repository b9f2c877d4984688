"""A question in words -> the topic it is about: ranked by the table's phrases, never guessed.

Local and deterministic. A clear winner is answered; where two compete, or the words are about
something else as well, topics are offered; where nothing fits, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.chat.parsing.english_asking import ENGLISH
from bot.chat.parsing.plain import plain
from bot.chat.parsing.standing import Looks, Standing, standing
from bot.chat.parsing.topic_phrases import (
    GAP,
    Phrase,
    everyday_stems,
    known_stem,
    phrases,
    stem,
    whole,
    words_of,
)
from bot.chat.parsing.topic_table import Asking
from bot.safety.topics import GROUPS, Group, Topic

TEXT_MOST = 240
"""Characters of one question; of a longer text only the sentences with a question mark are read."""
OFFERED_MOST = 6
"""Topics offered at once."""

_CLEAR = 10  # points of a winner ...
_AHEAD = 6  # ... and by how many it leads
_HINT = 5  # points of a topic that is worth offering
_EFFECTS = frozenset((*GROUPS[Group.EFFECTS], Topic.ALCOHOL))
_KINDS = frozenset(GROUPS[Group.MEDICINES])
_ALL = frozenset(Topic)
_GENERAL: Mapping[Topic, frozenset[Topic]] = MappingProxyType(
    {
        Topic.SIDE_EFFECTS: _EFFECTS,
        Topic.MEDICINES: _KINDS,
        Topic.CONDITIONS: frozenset((*GROUPS[Group.PEOPLE], *_EFFECTS)),
        **dict.fromkeys((Topic.WHAT, Topic.HOW_WORKS, Topic.WHEN_WORKS, Topic.HOW_TAKE), _ALL),
        Topic.DOSES: _ALL,
    }
)  # a question about one of these and about one of those is about that one
_BREAK = re.compile(r"[,.;:!?\n-]+|\b(?:and|but|so)\b")
_HOUR = re.compile(r"\d+(?:am|pm)?")
_QUESTION = re.compile(r"[^.!?\n]+\?")


@dataclass(frozen=True, slots=True)
class Ranked:
    """The topic that is surely meant, or the topics to choose from, the likeliest first."""

    clear: Topic | None
    offered: tuple[Topic, ...]


NOTHING = Ranked(None, ())


@dataclass(frozen=True, slots=True)
class _Said:
    """A text by its words and their stems. `asked`: it has the shape of a question."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    asked: bool

    def without(self, words: frozenset[str]) -> tuple[tuple[int, str], ...]:
        """The stems of the other words, each with its place in the text."""
        return tuple((n, self.stems[n]) for n, word in enumerate(self.words) if word not in words)


@dataclass(frozen=True, slots=True)
class _Found:
    """A topic's points, and the places of the words that gave them."""

    points: int = 0
    places: frozenset[int] = frozenset()


def rank(text: str, language: Asking = ENGLISH) -> Ranked:
    """The topics a text is about."""
    if len(text) > TEXT_MOST:
        return _rank_long(text, language)
    said = _said(text, language)
    found = {} if _is_elsewhere(said, language) else _topics(said, language)
    ranked = sorted(found, key=lambda topic: (-found[topic].points, list(Topic).index(topic)))
    if not ranked or found[ranked[0]].points < _HINT:
        return NOTHING
    first = _first(ranked, found)
    best = found[first]
    explained = frozenset(place for each in found.values() for place in each.places)
    stands = _stands(said, first, best, explained, language)
    rivals = [
        found[each].points
        for each in ranked
        if each is not first and (first in _GENERAL or first not in _GENERAL.get(each, ()))
    ]
    lead = best.points - max(rivals, default=0)
    if best.points >= _CLEAR and lead >= _AHEAD and stands is Standing.ASKS:
        return Ranked(first, ())
    if stands is Standing.ELSEWHERE:
        return NOTHING
    near = [topic for topic in ranked if found[topic].points >= max(_HINT, best.points // 2)]
    offered = dict.fromkeys((first, *near))
    return Ranked(None, tuple(offered)[:OFFERED_MOST])


def _is_elsewhere(said: _Said, language: Asking) -> bool:
    """About an animal, or a saying that has one of our words in it."""
    line = f" {' '.join(said.words)} "
    return bool(language.animals & set(said.words)) or any(
        f" {each} " in line for each in language.idioms
    )


def _first(ranked: list[Topic], found: Mapping[Topic, _Found]) -> Topic:
    """The likeliest topic; one that names something of its own goes before a general one."""
    yields_to = _GENERAL.get(ranked[0], frozenset())
    own = (
        each
        for each in ranked
        if each in yields_to and each not in _GENERAL and found[each].points >= _CLEAR
    )
    return next(own, ranked[0])


def is_asked(text: str, language: Asking = ENGLISH) -> bool:
    """The text has the shape of a question, whatever it is about."""
    return _said(text, language).asked


def _rank_long(text: str, language: Asking) -> Ranked:
    """A long text: its questions, each by itself. However clear they are, they are offered."""
    asked = [piece for piece in _QUESTION.findall(text) if len(piece) <= TEXT_MOST]
    found = [rank(piece, language) for piece in asked]
    topics = [topic for each in found for topic in (each.clear, *each.offered) if topic]
    return Ranked(None, tuple(dict.fromkeys(topics))[:OFFERED_MOST])


def _said(text: str, language: Asking) -> _Said:
    folded = plain(text).text
    spelt = [language.short.get(word, word).split() for word in words_of(folded)]
    words = tuple(word for each in spelt for word in each)
    opening = [words_of(piece)[:1] for piece in _BREAK.split(folded)]
    asked = "?" in folded or any(word in language.opens for each in opening for word in each)
    return _Said(words, tuple(known_stem(word, language) for word in words), asked)


def _stands(
    said: _Said, topic: Topic, best: _Found, explained: frozenset[int], language: Asking
) -> Standing:
    everyday = everyday_stems(language)
    strange = {
        each
        for n, each in said.without(language.skipped)
        if n not in explained and each not in everyday and not _HOUR.fullmatch(each)
    }
    inside = {said.stems[place] for place in best.places}
    denied = any(stem(w, language) not in inside for w in said.words if w in language.denied)
    sure = best.points >= _CLEAR
    looks = Looks(said.words, said.asked, len(strange), denied, sure)
    return standing(looks, topic, language)


def _topics(said: _Said, language: Asking) -> dict[Topic, _Found]:
    """Each topic with its points, by the phrases that no longer phrase swallows."""
    named = whole(language).get(said.words)
    if named is not None:
        return {named: _Found(2 * _CLEAR, frozenset(range(len(said.words))))}
    hits = [*_hits(said, language, strict=False), *_hits(said, language, strict=True)]
    best: dict[tuple[Topic, frozenset[int]], int] = {}
    for phrase, places in hits:
        if not any(places < wider and phrase.points <= more.points for more, wider in hits):
            key = (phrase.topic, places)
            best[key] = max(best.get(key, 0), phrase.points)
    found: dict[Topic, _Found] = {}
    for (topic, places), points in best.items():
        before = found.get(topic, _Found())
        found[topic] = _Found(before.points + points, before.places | places)
    return found


def _hits(
    said: _Said, language: Asking, *, strict: bool
) -> Iterator[tuple[Phrase, frozenset[int]]]:
    """The phrases of this kind that stand in the text, and where."""
    words = said.without(language.articles if strict else language.skipped)
    table: Mapping[str, tuple[Phrase, ...]] = phrases(language, strict=strict)
    for start, (_, first) in enumerate(words):
        for phrase in table.get(first, ()):
            places = _match(phrase.stems, words, start)
            if places is not None:
                yield phrase, frozenset(places)


def _match(
    wanted: tuple[str | None, ...], words: tuple[tuple[int, str], ...], start: int
) -> tuple[int, ...] | None:
    """The places of a phrase that begins here; None where it does not stand here."""
    places: list[int] = []
    at, gap = start, 0
    for part in wanted:
        if part is None:
            gap = GAP
            continue
        reach = range(at, min(at + gap + 1, len(words)))
        found = next((n for n in reach if words[n][1] == part), None)
        if found is None:
            return None
        places.append(words[found][0])
        at, gap = found + 1, 0
    return tuple(places)
