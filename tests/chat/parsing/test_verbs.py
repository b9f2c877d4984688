"""A typed message is one verb, wholly understood, or none."""

from __future__ import annotations

from datetime import time, timedelta
from decimal import Decimal
from itertools import product

import pytest

from bot.chat.parsing.times import Problem, TimeRead
from bot.chat.parsing.verb_values import (
    About,
    Back,
    Cancel,
    Correct,
    Extra,
    Help,
    Log,
    Mine,
    Missed,
    No,
    NotMe,
    NotSure,
    Plan,
    Skip,
    Snooze,
    Stop,
    Taken,
    Taper,
    Timezone,
    Today,
    Undo,
    Verb,
    Yes,
)
from bot.chat.parsing.verbs import read_verb

AT_1350 = Taken(when=TimeRead(time(13, 50), None))

SAID: list[tuple[str, Verb]] = [
    ("taken", Taken()), ("Taken.", Taken()), ("TAKEN!!", Taken()), ("took", Taken()),
    ("took it", Taken()), ("I took it", Taken()), ("i've taken it", Taken()),
    ("I\u2019ve just taken my dose", Taken()), ("already took it", Taken()), ("done", Taken()),
    ("yes I took it", Taken()), ("yes, took it", Taken()), ("took my baclofen", Taken()),
    ("took my tablets", Taken()), ("taken \u2705", Taken()),
    ("took it \U0001f44d\U0001f3fd", Taken()),
    ("took it :)", Taken()), ("Took it, thanks!", Taken()), ("\u201ctaken\u201d", Taken()),
    ("\u2018took it\u2019", Taken()), ("took\u00a0it", Taken()), ("  took   it  ", Taken()),
    ("\u2068took it\u2069", Taken()), ("took it now", Taken()), ("took it with food", Taken()),
    ("taken 13:50", AT_1350), ("taken: 13:50", AT_1350), ("taken, 13:50", AT_1350),
    ("I took it at 13:50", AT_1350), ("took it at 1:50 pm", AT_1350), ("taken @ 13.50", AT_1350),
    ("took it about 13:50", AT_1350), ("taken 13h50", AT_1350), ("taken \uff11\uff13:50", AT_1350),
    ("took it at noon", Taken(when=TimeRead(time(12), None))),
    ("took it at 8 in the morning", Taken(when=TimeRead(time(8), None))),
    ("took it at 13", Taken(when=TimeRead(time(13), None))),
    ("took it last night at 10", Taken(when=TimeRead(time(22), -1))),
    ("took it yesterday at 22:00", Taken(when=TimeRead(time(22), -1))),
    ("took it this morning at 8", Taken(when=TimeRead(time(8), 0))),
    ("took it 20 min ago", Taken(ago=timedelta(minutes=20))),
    ("taken an hour ago", Taken(ago=timedelta(hours=1))),
    ("took it half an hour ago", Taken(ago=timedelta(minutes=30))),
    ("took two hours ago", Taken(ago=timedelta(hours=2))),
    ("took it 1h30 ago", Taken(ago=timedelta(minutes=90))),
    ("took 10 mg", Taken(mg=Decimal(10))), ("took my 10 mg dose", Taken(mg=Decimal(10))),
    ("I took my 10 mg at 13:50", Taken(when=TimeRead(time(13, 50), None), mg=Decimal(10))),
    ("took 2,5 mg 20 min ago", Taken(ago=timedelta(minutes=20), mg=Decimal("2.5"))),
    ("took it at 8", Taken(unclear=Problem.AMBIGUOUS_HOUR)),
    ("took it at half past eight", Taken(unclear=Problem.AMBIGUOUS_HOUR)),
    ("taken 1h30", Taken(unclear=Problem.AMBIGUOUS_HOUR)),
    ("took 10 mg at 8", Taken(unclear=Problem.AMBIGUOUS_HOUR, mg=Decimal(10))),
    ("taken 25:00", Taken(unclear=Problem.BAD_TIME)),
    ("took it yesterday", Taken(unclear=Problem.NO_TIME)),
    ("took it after breakfast", Taken(unclear=Problem.NO_TIME)),
    ("took it a while ago", Taken(unclear=Problem.NO_TIME)),
    ("took it late", Taken(unclear=Problem.NO_TIME)),
    ("took it on time", Taken(unclear=Problem.NO_TIME)),
    ("took it 20 ago", Taken(unclear=Problem.NO_UNIT)),
    ("took it at midnight yesterday", Taken(unclear=Problem.AMBIGUOUS_DAY)),
    ("took it twice", Extra()), ("I took two", Extra()), ("took it again", Extra()),
    ("took another", Extra()), ("took another one", Extra()), ("took another at 14:00", Extra()),
    ("took 2 doses", Extra()), ("I doubled my dose", Extra()), ("took two 20 min ago", Extra()),
    ("skip", Skip()), ("Skip it", Skip()), ("SKIP!", Skip()), ("I'll skip this one", Skip()),
    ("skip tonight", Skip()), ("I'm not taking it tonight", Skip()), ("no pills tonight", Skip()),
    ("not taking it any more", Stop()), ("not taking it today", Stop()),
    ("skip please", Skip()), ("skip because sleepy", Skip("sleepy")),
    ("Skip because I\u2019m SO Sleepy!", Skip("I\u2019m SO Sleepy")),
    ("skip, feeling dizzy", Skip("feeling dizzy")), ("skip - ran out", Skip("ran out")),
    ("skip (no tablets)", Skip("no tablets")), ("skipped it, too late", Skip("too late")),
    ("snooze", Snooze()), ("later", Snooze()), ("not now", Snooze()), ("later please", Snooze()),
    ("please snooze", Snooze()), ("snooze 20", Snooze(20)), ("snooze 20 min", Snooze(20)),
    ("snooze for an hour", Snooze(60)), ("in 15 min", Snooze(15)), ("In 1 hour", Snooze(60)),
    ("remind me in an hour", Snooze(60)), ("remind me in half an hour", Snooze(30)),
    ("1 hour", Snooze(60)), ("15 minutes", Snooze(15)), ("snooze 1.5 hours", Snooze(90)),
    ("undo", Undo()), ("Undo that.", Undo()), ("wrong button", Undo()),
    ("not sure", NotSure()), ("I don't remember", NotSure()), ("did I take it?", NotSure()),
    ("I\u2019m not sure if I took it", NotSure()), ("dont know", NotSure()),
    ("maybe I took it", NotSure()), ("I think I took it", NotSure()),
    ("missed", Missed()), ("I missed it", Missed()), ("forgot", Missed()),
    ("I forgot to take it", Missed()), ("missed my dose", Missed()),
    ("today", Today()), ("what\u2019s next?", Today()), ("next dose", Today()),
    ("log", Log()), ("show my log", Log()), ("last week", Log(back=1)), ("log?", Log()),
    ("plan", Plan()), ("what is my plan?", Plan()), ("change my plan", Plan(change=True)),
    ("time zone", Timezone()), ("change timezone", Timezone(change=True)),
    ("change zone to Tokyo", Timezone(change=True, place="Tokyo")),
    ("Timezone: New York, USA!", Timezone(change=True, place="New York, USA")),
    ("please set time zone to Toronto", Timezone(change=True, place="Toronto")),
    ("zone to Tokyo", Timezone(change=True, place="Tokyo")),
    ("change timezone Tokyo", Timezone(change=True, place="Tokyo")),
    ("help", Help()), ("HELP!", Help()),
    ("about", About()), ("who are you?", About()), ("taper", Taper()),
    ("I'd like a taper", Taper()), ("I want to taper off", Taper()),
    ("stop", Stop()), ("I want to stop", Stop()), ("quit baclofen", Stop()),
    ("i'll just stop", Stop()), ("stop taking", Stop()), ("I want to stop taking it", Stop()),
    ("how do I stop taking this?", Stop()), ("I stopped taking it last week", Stop()),
    ("skip because I want to quit", Stop()), ("skip, doctor told me to stop", Stop()),
    ("taken, but I want to stop", Stop()), ("done with baclofen", Stop()), ("cold turkey", Stop()),
    ("skip all doses", Stop()),
    ("yes", Yes()), ("Yep!", Yes()), ("yes please", Yes()), ("that's correct", Yes()), ("no", No()),
    ("correct", Correct()), ("Correct my log", Correct()), ("correct today", Correct(day=0)),
    ("not me", NotMe()), ("That wasn\u2019t me!", NotMe()), ("I didn't change it", NotMe()),
    ("mine", Mine()), ("Yes, mine", Mine()), ("that was me", Mine()),
    ("No, thanks", No()), ("cancel", Cancel()), ("never mind", Cancel()), ("back", Back()),
]  # fmt: skip

UNSAID = [
    # Not taken
    "did not take it", "didn't take", "didn\u2019t take it", "not taken", "haven't taken it",
    "havent taken it yet", "I have not taken it", "never took it", "nearly took it", "not yet",
    "I'll take it later", "will take it at 14:00", "taking it", "take it", "not done", "untaken",
    "should I take it?", "can I take it now", "taken?", "I took it?", "took it, right?",
    # How many, and other things taken
    "took 10 pills", "took 3", "took 2", "took 10", "taken 8", "took 13", "took half", "took one",
    "took 2 tablets", "took a tablet", "took 10 in the morning", "took 3 yesterday", "took 2-3",
    "took it with 3 others", "took 10 mg twice", "took 10 mg and 5 mg", "took .5 mg", "took -5 mg",
    "took 20 mg instead of 10", "took 10 mcg", "took 10 mg x 2", "took 20 pills an hour ago",
    "took it and felt dizzy", "took it wrong", "took it off", "took a walk", "took my time",
    "took it at 14:00 and 22:00", "took it at 8 not 9", "taken 13:50 mg", "took the bus at 14:00",
    "taken \u274c", "taken \U0001f914", "took it \U0001f645", "took it took it", "t a k e n",
    # About more than one dose, or not about this one
    "skip today and tomorrow", "skip, took it already", "don't skip", "skip?",
    "skip, not sure", "skip sleepy", "skip because the next one too", "skip 14:00", "undo?",
    "don't undo", "undo skip", "snooze 0", "snooze 2000", "snooze until 14:00", "in 20",
    "in 2 days", "in 30 sec", "20 min ago", "13:50", "10 mg", "8", "log 3",
    # About the bot, not the medicine
    "stop sending me messages", "I want to stop the reminders", "I don't want to stop",
    "I do not want to stop taking it", "never stop taking it", "I can't stop", "I forgot to stop",
    # Not about the clock
    "zone out all day", "zone 2 training", "my zone is fine", "zones",
    # Not about the log
    "correct me if I am wrong", "correct 10 mg", "correct all", "correct?", "is it correct",
    # Nothing, or too much
    "", " ", "...", "?", "\U0001f44d", "\u2705", "hello", "thanks", "please", "ok", "yes no",
    "yes " * 101, "taken" + " " * 400, "\u202enekat", "I feel better", "I'm done",
]  # fmt: skip


def test_a_clear_message_is_its_verb() -> None:
    assert {text: read_verb(text) for text, _ in SAID} == dict(SAID)


def test_any_other_message_is_no_verb() -> None:
    assert {text: verb for text in UNSAID if (verb := read_verb(text)) is not None} == {}


def test_case_and_closing_marks_change_nothing() -> None:
    heard = {text: type(read_verb(f" {text.upper()}.\n")) for text, _ in SAID}
    assert heard == {text: type(verb) for text, verb in SAID}


def test_a_denied_taken_is_never_taken() -> None:
    taken = [text for text, verb in SAID if isinstance(verb, Taken) and text != "done"]
    denied = product(("not", "I have not", "I never", "I didn't say", "don't say"), taken)
    wrong = [said for said in denied if isinstance(read_verb(" ".join(said)), Taken)]
    assert wrong == []


def test_a_number_of_pills_is_never_one_dose_taken() -> None:
    counts = ("2", "3", "10", "three", "ten", "a few", "all my", "half a")
    things = ("", " pills", " tablets", " of them", " yesterday", " at once")
    said = [f"I took {count}{thing}" for count, thing in product(counts, things)]
    assert [text for text in said if isinstance(read_verb(text), Taken)] == []


@pytest.mark.parametrize("verb", ["taken", "skip", "snooze", "undo", "later", "yes", "done"])
def test_someone_quitting_is_never_heard_as_anything_else(verb: str) -> None:
    for quitting in ("I want to stop taking it", "I'm quitting baclofen", "I'll just stop"):
        assert read_verb(f"{verb}, {quitting}") == Stop()


def test_the_tables_are_long_enough() -> None:
    assert len(SAID) + len(UNSAID) >= 120
