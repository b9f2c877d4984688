"""Whoever asks to be forgotten is heard: to delete all that is kept is a way to stop."""

from __future__ import annotations

import pytest

from bot.chat.parsing.erasing import erases

ASKED = """
delete my data
Delete my account!
please delete all my data
DELETE ALL MY PERSONAL DATA
can you delete my account?
I want to delete my account
remove my data
forget me
forget about me
erase everything
delete everything you know
wipe my data
erase me
I'd like you to erase all of my information
close my account
unsubscribe
Unsubscribe.
how do I unsubscribe
deleting my account
"""
OTHERWISE = """
forget it
I forget
I forgot my dose
don't forget me
do not delete my data
never delete my account
delete the last dose
remove the 14:00 reminder
delete
erase the pencil marks
my data plan ran out
subscribe
what data do you keep
everything hurts
remove it
"""


def each(written: str) -> list[str]:
    return [line for line in written.splitlines() if line]


@pytest.mark.parametrize("text", each(ASKED))
def test_h5_whoever_asks_to_be_forgotten_is_heard(text: str) -> None:
    assert erases(text)
    assert erases(f"My leg was stiff. {text} \U0001f61e")


@pytest.mark.parametrize("text", each(OTHERWISE))
def test_what_only_sounds_like_it_is_not(text: str) -> None:
    assert not erases(text)
