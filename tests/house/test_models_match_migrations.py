"""The migrations lead, on both databases, to the tables that the code works with."""

from __future__ import annotations

from bot.storage.migrate import differences, downgrade, pending, upgrade
from tests.storage.filling import fill, row_counts


def test_the_tables_are_what_the_rows_in_code_say(database_url: str) -> None:
    assert pending(database_url) == ()
    assert differences(database_url) == []


def test_each_step_down_keeps_what_the_steps_before_it_hold(empty_url: str) -> None:
    steps = pending(empty_url)
    held: list[dict[str, int]] = [{}]
    for step in steps:
        upgrade(empty_url, step)
        fill(empty_url)
        held.append(row_counts(empty_url))
    assert all(held[-1].values())  # every table is filled
    for before, counts in zip(["base", *steps[:-1]][::-1], held[-2::-1], strict=True):
        downgrade(empty_url, before)
        assert row_counts(empty_url) == counts
    upgrade(empty_url)
    assert differences(empty_url) == []
