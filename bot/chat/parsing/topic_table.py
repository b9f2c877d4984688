"""The table a language gives to name the topics of questions, and what is done with its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from bot.safety.topics import Topic


class Weight(IntEnum):
    """How sure a phrase makes of its topic."""

    STRONG = 10
    FAIR = 5
    FAINT = 2


@dataclass(frozen=True, slots=True)
class Known:
    """The phrases a topic is known by, between bars."""

    strong: str
    fair: str = ""
    faint: str = ""

    def phrases(self) -> dict[str, Weight]:
        """Each phrase with its weight."""
        return {
            phrase: weight
            for written, weight in (
                (self.faint, Weight.FAINT),
                (self.fair, Weight.FAIR),
                (self.strong, Weight.STRONG),
            )
            for phrase in written.split("|")
            if phrase
        }


@dataclass(frozen=True, slots=True, eq=False)
class Asking:
    """A language's words about questions.

    `skipped`: words that mean nothing beside others; `articles`: those of them that never do.
    `kept`: words that are never cut to their stem; `same`: words that are another one's form.
    `short`: two words written as one. `opens`: what a question begins with. `medicine`: words
    for the medicine; `pronouns`: for it, perhaps. `own`: the person speaking; `spoken_to`: the
    bot, or anybody; `others`: whom else it may be about; `animals`: never those. `denied`:
    words that take a statement back. `doubtful`: what makes a question about something else as
    well; `idioms`: about something else alone. `neutral`: everyday words. `guarded`: words that
    look like a slip of one of ours and are none.
    """

    topics: Mapping[Topic, Known]
    skipped: frozenset[str]
    articles: frozenset[str]
    kept: frozenset[str]
    same: Mapping[str, str]
    short: Mapping[str, str]
    opens: frozenset[str]
    medicine: frozenset[str]
    own: frozenset[str]
    spoken_to: frozenset[str]
    others: frozenset[str]
    animals: frozenset[str]
    denied: frozenset[str]
    doubtful: tuple[str, ...]
    idioms: tuple[str, ...]
    pronouns: frozenset[str]
    neutral: frozenset[str]
    guarded: frozenset[str]
