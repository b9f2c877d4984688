"""The table in which a language names its words about quitting the medicine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Phrases = tuple[str, ...]


def phrases(written: str) -> Phrases:
    """Phrases, parted by bars."""
    return tuple(" ".join(each.split()) for each in written.split("|"))


@dataclass(frozen=True, slots=True, eq=False)
class QuitWords:
    """A language's words of somebody who stops, means to stop, or asks about it.

    Phrases are of whole words; `spelled` is read before all others, then `inverted`.
    """

    spelled: Mapping[str, str]  # a word as it is typed -> as it is looked for; "" drops it
    nearly: Mapping[str, str]  # a word that is often misspelled, and what is looked for
    real: frozenset[str]  # words that only look like one of those
    inverted: Mapping[str, str]  # "why can not i" asks what "can i" asks
    medicine: Phrases  # the medicine by a name
    doses: Phrases  # of the medicine: to stop one may be to skip it
    pronouns: Phrases  # the medicine, where one speaks of it
    owners: Phrases  # before the medicine: my, the
    stops: Phrases  # may stand alone: "I want to stop"
    stopping: Phrases
    stopped: Phrases
    leaves: Phrases  # need the medicine behind them: "come off it"
    leaving: Phrases
    left: Phrases
    using: Phrases  # between: "stop taking it"
    intents: Phrases  # before a base form, whoever it is about
    gerunds: Phrases  # the same, before "stopping"
    asked: Phrases  # modals, which need a person beside them
    people: Phrases
    adverbs: Phrases  # may stand between all of these
    tails: Phrases  # may follow where the medicine is not named
    others: Phrases  # "stop taking photos": it is about something else
    uses: Phrases  # denied for good: "not take it anymore"
    goes_on: Phrases  # denied, with the medicine behind it
    finals: Phrases  # for good
    spans: Phrases  # so long without
    bot: Phrases  # it is about the reminders
    denials: Phrases
    bridges: Phrases  # may stand between a denial and what it denies
    long_ago: Phrases  # it was stopped then; it is taken now
    things: Phrases  # "will it stop?": no person is meant
    whole: Phrases  # a message, or a part of it, that is nothing else
    inside: Phrases  # whatever stands around it; what the capitals hold: english_quit_phrases
    not_about: Phrases  # behind those: a thing of that name
    of_one: Phrases  # behind a B: it is of one dose
