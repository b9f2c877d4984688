"""A hundred inputs written before the parser existed: read exactly or asked about, never wrong."""

from __future__ import annotations

from collections import Counter
from datetime import time, timedelta
from decimal import Decimal

from bot.chat.parsing.amounts import (
    AmountWithTablets,
    read_amount,
    read_amount_with_tablets,
    read_strengths,
)
from bot.chat.parsing.plans import PlanRead, SlotRead, read_plan
from bot.chat.parsing.times import Problem, TimeRead, read_ago, read_time
from bot.chat.parsing.verb_values import (
    Cancel,
    Extra,
    Help,
    Log,
    Missed,
    NotSure,
    Plan,
    Skip,
    Snooze,
    Stop,
    Taken,
    Taper,
    Today,
    Undo,
    Verb,
    Yes,
)
from bot.chat.parsing.verbs import read_verb
from bot.domain.policy import Policy

# What a person typed, and the plan they meant; None where a careful person would have to ask.
PLANS: list[tuple[str, str | None]] = [
    ("10 mg at 7:30, 15:30 and 23:00", "07:30=10 15:30=10 23:00=10"),
    ("7:30 5 mg, 15:30 5 mg, 23:00 10 mg", "07:30=5 15:30=5 23:00=10"),
    ("I take 20mg of baclofen at 9am and 9pm", "09:00=20 21:00=20"),
    ("5mg 7am 12pm 5pm 10pm", "07:00=5 12:00=5 17:00=5 22:00=5"),
    ("Baclofen 10 mg 3 times a day: 6:00, 14:00, 22:00", "06:00=10 14:00=10 22:00=10"),
    ("10 mg twice daily at 08:00 and 20:00", "08:00=10 20:00=10"),
    ("7h00 10 mg, 15h00 10 mg, 23h00 20 mg", "07:00=10 15:00=10 23:00=20"),
    ("06.00 10 mg\n14.00 10 mg\n22.00 20 mg", "06:00=10 14:00=10 22:00=20"),
    ("9:00 15, 21:00 15", "09:00=15 21:00=15"),
    ("7am 10, 3pm 10, 11pm 20", "07:00=10 15:00=10 23:00=20"),
    ("2,5 mg at 8:00 and 20:00", "08:00=2.5 20:00=2.5"),
    ("every 6 hours from 6:00, 10 mg", "00:00=10 06:00=10 12:00=10 18:00=10"),
    ("10 milligrams at noon and at midnight", "00:00=10 12:00=10"),
    ("20 mg at 10pm.", "22:00=20"),
    ("8:00 - 10 mg\n14:00 - 10 mg\n22:00 - 20 mg", "08:00=10 14:00=10 22:00=20"),
    ("8:00: 10mg; 16:00: 5mg; 23:00: 10mg", "08:00=10 16:00=5 23:00=10"),
    ("8 am -> 10 mg", None),
    ("10 mg at 8:00 and 14:00, 20 mg at 22:00", "08:00=10 14:00=10 22:00=20"),
    ("take 10mg @ 8:00 & 20:00", "08:00=10 20:00=10"),
    ("at 6, 14 and 22: 10 mg", "06:00=10 14:00=10 22:00=10"),
    ("10 mg at 6, 12, 18 and 23", "06:00=10 12:00=10 18:00=10 23:00=10"),
    ("15 mg in the morning at 8, 15 mg in the evening at 8", "08:00=15 20:00=15"),
    ("10 mg at 8 in the morning and 10 at night", None),
    ("10 mg at 8 in the morning and at 10 at night", "08:00=10 22:00=10"),
    ("08：00 １０ mg, 20：00 １０ mg", "08:00=10 20:00=10"),  # noqa: RUF001
    ("• 8:00 10 mg\n• 20:00 5 mg", "08:00=10 20:00=5"),
    ("10 mg every 8 hours starting at 7:00", "07:00=10 15:00=10 23:00=10"),
    ("8.30am 5mg 8.30pm 10mg", "08:30=5 20:30=10"),
    ("my dose is 10 mg at 8:00, 13:00, 18:00 and 23:00", "08:00=10 13:00=10 18:00=10 23:00=10"),
    ("8:00/14:00/22:00 10mg each", "08:00=10 14:00=10 22:00=10"),
    ("12.5 mg at 7:00, 19:00", "07:00=12.5 19:00=12.5"),
    ("ten mg at 8:00 and 20:00", "08:00=10 20:00=10"),
    # Hard negatives
    ("10 mg at 8 and 2", None),
    ("10 mg morning and night", None),
    ("8 10 14 10 22 20", None),
    ("10 mg 8 14 22", None),
    ("8:00 12.50, 20:00 10 mg", None),
    ("30 mg a day at 8:00, 14:00 and 22:00", None),
    ("two tablets at 8:00 and 20:00", None),
    ("2 x 10 mg at 8:00 and 20:00", None),
    ("5-10 mg at 8:00", None),
    ("10 mg between 8:00 and 9:00", None),
    ("10 mg at 8:00 or 9:00", None),
    ("10 mg every 5 hours from 6:00", None),
    ("10 mg on Mondays at 8:00", None),
    ("10 mg at 8:00 if I need it", None),
    ("8:00 10, 14:00 10, 22:00", None),
    ("8:00 10 mg, 14:00, 22:00 20 mg", None),
    ("10 mg at 8:00, not at 14:00", None),
    ("10 mg at 24:30", None),
    ("10 mg at 8:00 5 at 14:00", None),
    ("10 mg at 8, 14 and 5 at 22", None),
    ("100 mcg at 8:00", None),
    ("1.000.0 mg at 8:00", None),
    ("10mg/8h", None),
    ("5 mg at 8:00 for a week, then 10 mg at 8:00", None),
    ("10 mg at 8:00 and 8 pm and 8:00", None),
    ("1 0 mg at 8:00", None),
    ("10 mg at 1 4:00", None),
    ("8:00,14:00,20,50 mg", None),
]

VERBS: list[tuple[str, Verb | None]] = [
    ("Took it!", Taken()),
    ("I've taken it", Taken()),
    ("took my dose at 14:10", Taken(when=TimeRead(time(14, 10), None))),
    ("took it 45 minutes ago", Taken(ago=timedelta(minutes=45))),
    ("took 10mg at 2 pm", Taken(when=TimeRead(time(14), None), mg=Decimal(10))),
    ("took it last night at 10", Taken(when=TimeRead(time(22), -1))),
    ("took it at 9", Taken(unclear=Problem.AMBIGUOUS_HOUR)),
    ("I did not take it", None),
    ("haven’t taken it yet", None),  # noqa: RUF001
    ("took 6 pills", None),
    ("took it twice by mistake", None),
    ("I took it twice", Extra()),
    ("should I take it?", None),
    ("skip, feeling dizzy", Skip("feeling dizzy")),
    ("Skip this dose", Skip("")),
    ("don't skip", None),
    ("snooze 30", Snooze(30)),
    ("remind me in half an hour", Snooze(30)),
    ("Later please", Snooze(None)),
    ("undo", Undo()),
    ("I'm not sure", NotSure()),
    ("I forgot to take it", Missed()),
    ("show my plan", Plan()),
    ("what's next?", Today()),
    ("log", Log()),
    ("HELP", Help()),
    ("I want to stop taking baclofen", Stop()),
    ("stop sending me messages", None),
    ("I'd like a taper", Taper()),
    ("yes 👍", Yes()),
    ("never mind", Cancel()),
    ("thanks, I feel better", None),
]

TIMES: list[tuple[str, TimeRead | None]] = [
    ("ten past three pm", TimeRead(time(15, 10), None)),
    ("13.50", TimeRead(time(13, 50), None)),
    ("yesterday evening at 7", TimeRead(time(19), -1)),
    ("about 14:20", TimeRead(time(14, 20), None)),
]


def _plan(text: str) -> str | None:
    read = read_plan(text, Policy())
    if not isinstance(read, PlanRead):
        return None
    return " ".join(f"{s.wall:%H:%M}={s.mg:f}" for s in read.slots)


def _time(text: str) -> TimeRead | None:
    read = read_time(text)
    return None if isinstance(read, Problem) else read


OTHERS: list[tuple[object, object]] = [
    (read_ago("an hour and a half ago"), timedelta(minutes=90)),
    (read_amount("7.5 mg"), Decimal("7.5")),
    (read_amount_with_tablets("45 mg, 4 and a half tablets"),
     AmountWithTablets(Decimal(45), Decimal("4.5"))),
    (read_strengths("10 mg and 25 mg tablets"), frozenset({Decimal(10), Decimal(25)})),
]  # fmt: skip


def _judge(got: object, wanted: object) -> str:
    if got == wanted:
        return "exact"
    return "refused" if got is None or isinstance(got, Problem) else "WRONG"


def _verdicts() -> list[tuple[str, str]]:
    return [
        *((text, _judge(_plan(text), wanted)) for text, wanted in PLANS),
        *((text, _judge(read_verb(text), wanted)) for text, wanted in VERBS),
        *((text, _judge(_time(text), wanted)) for text, wanted in TIMES),
        *((str(wanted), _judge(got, wanted)) for got, wanted in OTHERS),
    ]


def test_the_blind_set_has_a_hundred_inputs() -> None:
    assert len(_verdicts()) == 100


def test_nothing_in_the_blind_set_is_read_wrongly() -> None:
    assert [text for text, verdict in _verdicts() if verdict == "WRONG"] == []


def test_most_of_the_blind_set_is_read_exactly() -> None:
    assert Counter(verdict for _, verdict in _verdicts())["exact"] >= 90


def test_a_slot_is_a_time_and_an_amount() -> None:
    read = read_plan("20 mg at 10pm", Policy())
    assert read == PlanRead((SlotRead(time(22), Decimal(20)),))
