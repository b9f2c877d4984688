"""Tablets counted down by the log, and warned about by day, at no reminder's cost."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count

import pytest
from sqlalchemy import Connection, update

from bot.domain.dose_events import Correct, Took
from bot.domain.message import Letter, Message, TabletsLeft
from bot.domain.outcomes import Corrected, NoPlan
from bot.domain.person import Person
from bot.domain.supply import CountKind
from bot.domain.supply_outcomes import HowMany, NotYourTablets, RanOut, SureOfCount, Told
from bot.domain.supply_view import SupplyView
from bot.domain.supply_warnings import SupplyAsk
from bot.domain.terms import DoseState
from bot.storage import supplies
from bot.storage.rows import SupplyCountRow
from bot.storage.store import Cause, Store
from bot.usecases import (
    beating,
    correcting,
    counting,
    hospital,
    pauses,
    post,
    remind,
    supply,
    supply_watch,
    taking,
    undoing,
)
from bot.usecases import doses as answering
from bot.usecases import people as meeting
from bot.usecases.post import Delivered
from bot.usecases.undoing import Meant
from tests.usecases.patients import (
    POLICY,
    beat,
    claim,
    doses_of,
    outbox_states,
    patient,
    replan,
    tapping,
)

AT = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)  # a Monday; THRICE: 08:00, 14:00 and 22:00 UTC
SECOND, MINUTE, HOUR, DAY = (timedelta(seconds=n) for n in (1, 60, 3600, 86400))
TEN = Decimal(10)
COUNTED, REFILLED = CountKind.COUNTED, CountKind.REFILLED
S = DoseState
ONCE = ("08:00",)
_numbers = count()


def cause() -> Cause:
    return Cause(f"update:supply:{next(_numbers)}", AT)


@pytest.fixture
async def ada(store: Store) -> Person:
    """Ada, an hour before her 08:00 dose, with the tablets watched."""
    person = await patient(store, AT)
    await store.write(lambda conn: supplies.begin(conn, person.id, AT))
    return person


async def tell(
    store: Store,
    person: Person,
    tablets: str,
    at: datetime,
    kind: CountKind = COUNTED,
    *,
    sure: bool = False,
) -> object:
    said = ((None, Decimal(tablets)),)
    return await counting.tell(store, POLICY, person, kind, said, at, cause(), sure=sure)


async def view(store: Store, person: Person, at: datetime) -> SupplyView:
    found = await supply.view(store, POLICY, person, at)
    assert isinstance(found, SupplyView)
    return found


async def left(store: Store, person: Person, at: datetime) -> tuple[Decimal, Decimal]:
    """By the log, and if what nobody logged was taken, too."""
    (stock,) = (await view(store, person, at)).outlook.stocks
    assert stock.logged is not None
    assert stock.likely is not None
    return stock.logged.tablets, stock.likely.tablets


Heard = list[tuple[datetime, int, Message]]


async def days_go_by(store: Store, since: datetime, until: datetime) -> Heard:
    """The bot is awake and everything arrives: when, to whom, and what it said."""
    heard: Heard = []
    at = since
    while at <= until:
        await beating.stay_awake(store, at)
        await beat(store, at)
        while await supply_watch.advance(store, POLICY, at):
            pass
        while letters := await claim(store, at):
            for letter in letters:
                await post.settle(store, POLICY, letter, Delivered(len(heard) + 1), at)
                heard.append((at, letter.to.telegram_id, letter.message))
        due = await remind.next_look(store)
        at = until + SECOND if due is None or at == until else min(max(due, at + SECOND), until)
    return heard


def warned(heard: Heard, person: Person) -> list[tuple[datetime, TabletsLeft]]:
    return [
        (at, said)
        for at, chat, said in heard
        if chat == person.telegram_id and isinstance(said, TabletsLeft)
    ]


async def take(store: Store, person: Person, due_at: datetime, at: datetime) -> None:
    dose = next(each for each in await doses_of(store, person, at) if each.due_at == due_at)
    await answering.answer(store, POLICY, tapping(person, at), dose.id, Took(), cause())


async def test_h5_whoever_never_taps_is_warned_at_10_7_3_and_1_days_all_the_same(
    store: Store,
) -> None:
    ada = await patient(store, AT, 1, ONCE)
    await store.write(lambda conn: supplies.begin(conn, ada.id, AT))
    bob = await patient(store, AT, 2, ONCE)  # who counts nothing
    told = await tell(store, ada, "12", AT)
    assert isinstance(told, Told)
    assert (told.view.outlook.days, told.view.warning) == (12, 0)
    heard = await days_go_by(store, AT, AT + 14 * DAY)
    said = warned(heard, ada)
    days = [each.view.outlook.days for _, each in said]
    assert days == [10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0, 0]
    assert {each.ask for _, each in said} == {SupplyAsk.LOW}
    assert [each.view.is_last for _, each in said] == [False] * 9 + [True] * 4
    assert all((at.hour, at.minute) == (10, 0) for at, _ in said[1:])
    assert len({at.date() for at, _ in said}) == len(said)  # one a day
    assert [each.view.outlook.stocks[0].likely for _, each in said][-1].tablets == 0

    def of_doses(chat: int) -> list[tuple[datetime, type]]:
        return [
            (at, type(each)) for at, who, each in heard if who == chat and hasattr(each, "dose")
        ]

    assert of_doses(1) == of_doses(2)  # no reminder is later, fewer or other for it
    assert len(of_doses(bob.telegram_id)) > 30


async def test_a_confirmed_dose_an_undo_a_correction_and_an_extra_one(
    store: Store, ada: Person
) -> None:
    await tell(store, ada, "34", AT)
    await beat(store, AT + HOUR)
    now = AT + HOUR + 7 * MINUTE
    await take(store, ada, AT + HOUR, now)
    assert await left(store, ada, now) == (33, 33)
    await undoing.undo(store, POLICY, tapping(ada, now), Meant(), cause())
    assert await left(store, ada, now) == (34, 33)  # it may have been taken all the same
    await take(store, ada, AT + HOUR, now + MINUTE)
    later = AT + 5 * HOUR
    await taking.take_extra(store, tapping(ada, later), later, cause())
    assert await left(store, ada, later) == (32, 32)
    (dose, *_) = await doses_of(store, ada, AT)
    saying = tapping(ada, later)
    event = Correct(S.SKIPPED)
    done = await correcting.correct(store, POLICY, saying, dose.id, event, cause())
    assert isinstance(done, Corrected)
    assert await left(store, ada, later) == (33, 33)


async def test_half_tablets_and_refills_add_up(store: Store, ada: Person) -> None:
    await tell(store, ada, "17.5", AT)
    told = await tell(store, ada, "56", AT + MINUTE, REFILLED)
    assert isinstance(told, Told)
    assert await left(store, ada, AT + 2 * MINUTE) == (Decimal("73.5"), Decimal("73.5"))


async def test_two_told_at_one_instant_keep_their_order(store: Store, ada: Person) -> None:
    for tablets in range(20, 30):
        await tell(store, ada, str(tablets), AT)
    assert (await left(store, ada, AT + SECOND))[0] == 29


async def test_below_none_it_asks(store: Store, ada: Person) -> None:
    await tell(store, ada, "0.5", AT)
    await beat(store, AT + HOUR)
    now = AT + HOUR + MINUTE
    assert await supply.if_short(store, POLICY, ada, now) is None
    await take(store, ada, AT + HOUR, now)
    assert await left(store, ada, now) == (0, 0)
    assert await supply.if_short(store, POLICY, ada, now) is not None
    ((_, said),) = warned(await days_go_by(store, now, AT + DAY + 4 * HOUR), ada)[-1:]
    assert said.view.outlook.is_short


async def test_a_letter_is_dropped_where_they_were_refilled_meanwhile(
    store: Store, ada: Person
) -> None:
    await tell(store, ada, "20", AT)
    at = AT + DAY + 3 * HOUR
    await days_go_by(store, AT, at - MINUTE)
    assert await supply_watch.advance(store, POLICY, at) == 1
    assert (await outbox_states(store))["pending"] == 1
    await tell(store, ada, "56", at + SECOND, REFILLED)
    letters: tuple[Letter, ...] = await claim(store, at + 2 * SECOND)
    assert not any(isinstance(each.message, TabletsLeft) for each in letters)
    assert "pending" not in await outbox_states(store)


async def test_ordered_is_quiet_then_asked_about_and_the_next_warning_comes(
    store: Store, ada: Person
) -> None:
    await tell(store, ada, "32", AT)  # ten days, until a Thursday night
    await supply.order(store, POLICY, ada, AT + HOUR, cause())
    heard = warned(await days_go_by(store, AT + HOUR, AT + 4 * DAY), ada)
    asked = [(at.day, each.ask) for at, each in heard]
    assert asked == [(25, SupplyAsk.ARRIVED), (26, SupplyAsk.LOW)]
    await supply.order(store, POLICY, ada, AT + 4 * DAY, cause())
    await tell(store, ada, "56", AT + 4 * DAY + HOUR, REFILLED)
    assert (await view(store, ada, AT + 4 * DAY + HOUR)).watch.ordered_at is None
    assert warned(await days_go_by(store, AT + 4 * DAY + HOUR, AT + 8 * DAY), ada) == []


async def test_remind_me_tomorrow_is_tomorrow(store: Store, ada: Person) -> None:
    await tell(store, ada, "20", AT)
    await supply.put_off(store, POLICY, ada, AT + 3 * HOUR, cause())
    heard = warned(await days_go_by(store, AT + 3 * HOUR, AT + 2 * DAY), ada)
    assert [at for at, _ in heard] == [AT + DAY + 3 * HOUR]


async def test_the_pharmacys_own_days_move_the_day_to_order_by(store: Store, ada: Person) -> None:
    await tell(store, ada, "30", AT)
    before = (await view(store, ada, AT)).order_by
    seen = await supply.set_lead(store, POLICY, ada, 5, AT, cause())
    assert isinstance(seen, SupplyView)
    assert seen.lead == 5
    assert before is not None
    assert seen.order_by is not None
    assert seen.order_by < before


async def test_in_hospital_nothing_is_said_and_home_again_the_count_is_asked_for(
    store: Store, ada: Person
) -> None:
    await tell(store, ada, "80", AT)
    await hospital.admit(store, POLICY, ada, AT + MINUTE, cause())
    assert warned(await days_go_by(store, AT + MINUTE, AT + 5 * DAY), ada) == []
    assert await left(store, ada, AT + 5 * DAY) == (80, 80)  # staff gave theirs

    home = AT + 5 * DAY
    await store.write(lambda conn: pauses.pauses.end(conn, ada.id, home))
    await replan(store, ada, ("08:00", "14:00", "22:00"), home)
    heard = warned(await days_go_by(store, home, home + 3 * DAY), ada)
    assert [each.ask for _, each in heard] == [SupplyAsk.HOME]


async def test_a_pause_of_the_reminders_stops_neither_the_forecast_nor_the_warnings(
    store: Store, ada: Person
) -> None:
    await tell(store, ada, "30", AT)
    await pauses.pause(store, POLICY, ada, AT + 6 * DAY, AT + MINUTE, cause())
    heard = warned(await days_go_by(store, AT + MINUTE, AT + 5 * DAY), ada)
    assert [each.view.outlook.days for _, each in heard] == [8, 7, 6, 5]
    assert (await left(store, ada, AT + 5 * DAY))[1] == 15


async def test_a_changed_plan_is_looked_at_at_once(store: Store, ada: Person) -> None:
    await tell(store, ada, "40", AT)
    await days_go_by(store, AT, AT + 5 * HOUR)
    noon = AT + 5 * HOUR
    await replan(store, ada, ("06:00", "10:00", "14:00", "18:00", "22:00"), noon)
    heard = warned(await days_go_by(store, noon, noon + MINUTE), ada)
    assert [each.view.outlook.days for _, each in heard] == [7]


async def test_it_is_offered_once_silently(store: Store, ada: Person) -> None:
    heard = warned(await days_go_by(store, AT, AT + 7 * DAY), ada)
    assert [(at, each.ask) for at, each in heard] == [(AT + 3 * DAY + 3 * HOUR, SupplyAsk.OFFER)]
    assert heard[0][1].can_wait


async def test_nothing_is_said_to_whoever_blocks_the_bot(store: Store, ada: Person) -> None:
    await tell(store, ada, "20", AT)
    await meeting.lose(store, POLICY, ada, AT + HOUR, cause())
    assert warned(await days_go_by(store, AT + HOUR, AT + 3 * DAY), ada) == []
    back = AT + 3 * DAY
    await meeting.find_again(store, POLICY, ada, back, cause())
    assert len(warned(await days_go_by(store, back, back + DAY), ada)) == 1


async def test_h7_so_many_that_they_would_last_for_months_are_asked_about_first(
    store: Store, ada: Person
) -> None:
    asked = await tell(store, ada, "340", AT)
    assert isinstance(asked, Told)  # 113 days
    asked = await tell(store, ada, "400", AT + MINUTE)
    assert asked == SureOfCount(COUNTED, TEN, Decimal(400))
    assert (await left(store, ada, AT + MINUTE))[0] == 340
    assert isinstance(await tell(store, ada, "400", AT + 2 * MINUTE, sure=True), Told)


async def test_tablets_that_the_plan_does_not_know_are_not_kept(store: Store, ada: Person) -> None:
    said = ((Decimal(25), Decimal(30)),)
    outcome = await counting.tell(store, POLICY, ada, COUNTED, said, AT, cause())
    assert outcome == NotYourTablets(Decimal(25), frozenset({TEN}))
    assert not (await view(store, ada, AT)).outlook.is_counted


async def test_the_number_that_stands_is_where_the_buttons_begin(store: Store, ada: Person) -> None:
    await tell(store, ada, "17.5", AT)
    asked = await counting.ask(store, POLICY, ada, COUNTED, AT + MINUTE)
    assert asked == HowMany(COUNTED, TEN, Decimal("17.5"))
    asked = await counting.ask(store, POLICY, ada, REFILLED, AT + MINUTE)
    assert asked == HowMany(REFILLED, TEN, None)


async def test_having_run_out_is_the_count_from_then_on(store: Store, ada: Person) -> None:
    assert await supply.run_out(store, ada, AT, cause()) == RanOut(is_kept=True)
    assert await left(store, ada, AT + SECOND) == (0, 0)
    heard = warned(await days_go_by(store, AT, AT + 2 * DAY), ada)
    assert [(at.day, each.view.is_last) for at, each in heard] == [(24, True)]


async def test_without_a_plan_there_is_nothing_to_count(store: Store) -> None:
    bob = await meeting.meet(store, 9, "Bob", None, "en", AT)
    assert await supply.view(store, POLICY, bob, AT) == NoPlan()
    assert await tell(store, bob, "30", AT) == NoPlan()
    assert await supply.run_out(store, bob, AT, cause()) == NoPlan()
    assert await supply.order(store, POLICY, bob, AT, cause()) == NoPlan()


async def test_one_row_that_raises_holds_up_nobody_else(
    store: Store, ada: Person, caplog: pytest.LogCaptureFixture
) -> None:
    bob = await patient(store, AT, 2)
    for person in (ada, bob):
        await tell(store, person, "20", AT)

    def spoil(conn: Connection) -> None:
        rows = update(SupplyCountRow).where(SupplyCountRow.patient_id == ada.id)
        conn.execute(rows.values(kind="none of ours"))

    await store.write(spoil)
    at = AT + DAY + 3 * HOUR
    await supply_watch.advance(store, POLICY, at)
    assert "tablets of" in caplog.text
    letters = await claim(store, at)
    assert [each.to.telegram_id for each in letters if isinstance(each.message, TabletsLeft)] == [2]
