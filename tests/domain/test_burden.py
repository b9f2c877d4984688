"""What rings is bounded: in all, and for each topic; the first card of a dose always has room."""

from __future__ import annotations

from bot.domain.burden import is_too_much
from bot.domain.dose import Say
from bot.domain.policy import Policy

POLICY = Policy()


def rung_until_hushed(topic: str, doses: int, rung: dict[str, int] | None = None) -> int:
    """How often the topic rings before it is silent."""
    counts = dict(rung or {})
    for times in range(100):
        if is_too_much(topic, counts, doses, POLICY):
            return times
        counts[topic] = counts.get(topic, 0) + 1
    raise AssertionError("it rings for ever")


def test_of_2n_and_2_n_are_kept_for_the_first_card_of_each_dose() -> None:
    for doses in range(13):
        assert rung_until_hushed(Say.NUDGE, doses) == doses + 2


def test_what_is_not_about_a_dose_rings_once_a_day() -> None:
    for topic in (Say.OFFLINE, Say.RUNG_TWO, Say.PAUSE_OVER, "supply"):
        assert rung_until_hushed(topic, 3) == 1


def test_the_topics_share_what_is_left() -> None:
    assert rung_until_hushed(Say.NUDGE, 3, {Say.OFFLINE: 1, Say.RUNG_TWO: 1}) == 3
    assert rung_until_hushed(Say.RUNG_TWO, 3, {Say.NUDGE: 5}) == 0
