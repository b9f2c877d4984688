"""A pause: nobody is asked, nothing is called missed, it ends by itself and asks once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from bot.domain.dose import Dose
from bot.domain.dose_events import Took
from bot.domain.message import Letter, NotLogged, Nudge, Offline, PauseOver, Reminder
from bot.domain.pause_outcomes import (
    AskHowLong,
    AskSure,
    CannotPause,
    NothingPaused,
    Paused,
    Resumed,
)
from bot.domain.pauses import Days, EndProblem, For
from bot.domain.person import Person
from bot.domain.setup import Question
from bot.domain.terms import DoseState, PauseId
from bot.storage.store import Cause, CauseSeen, Store
from bot.usecases import beating, history, lives, pauses, people, post, questions
from bot.usecases import doses as answers
from bot.usecases.post import Delivered, Unknown
from tests.databases import on_both
from tests.usecases.patients import POLICY, beat, claim, doses_of, patient, replan, tapping

AT = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)  # THRICE: 08:00, 14:00 and 22:00 UTC; windows 2 h
HOUR, MINUTE, DAY = timedelta(hours=1), timedelta(minutes=1), timedelta(days=1)
S = DoseState
_numbers = count()


def on(clock: str, day: int = 23) -> datetime:
    return datetime.fromisoformat(f"2026-11-{day}T{clock}:00+00:00")


def cause() -> Cause:
    return Cause(f"update:pause:{next(_numbers)}", AT)


@pytest.fixture
async def ada(store: Store) -> Person:
    """Ada, an hour before her 08:00 dose."""
    return await patient(store, AT)


async def pause(
    store: Store, person: Person, until: datetime, at: datetime = AT
) -> Paused | CannotPause:
    outcome = await pauses.pause(store, POLICY, person, until, at, cause())
    assert isinstance(outcome, Paused | CannotPause)
    return outcome


async def resume(store: Store, person: Person, at: datetime) -> Resumed:
    outcome = await pauses.resume(store, POLICY, person, None, at, cause())
    assert isinstance(outcome, Resumed)
    return outcome


async def due(store: Store, person: Person, many: int = 3) -> list[tuple[str, DoseState]]:
    found = await doses_of(store, person, AT)
    return [(f"{dose.due_at:%d %H:%M}", dose.state) for dose in found[:many]]


async def sent(store: Store, at: datetime) -> list[Letter]:
    """All that goes out at `at`, delivered."""
    gone: list[Letter] = []
    while letters := await claim(store, at):
        for number, letter in enumerate(letters, len(gone) + 1):
            await post.settle(store, POLICY, letter, Delivered(number), at)
        gone += letters
    return gone


async def minutes_go_by(store: Store, since: datetime, until: datetime) -> list[Letter]:
    """The bot is awake and looks every ten minutes; all that it sent."""
    said: list[Letter] = []
    at = since
    while at <= until:
        await beating.stay_awake(store, at)
        await beat(store, at)
        said += await sent(store, at)
        at += 10 * MINUTE
    return said


async def test_nobody_is_asked_in_it_and_at_its_end_once(store: Store, ada: Person) -> None:
    await pause(store, ada, on("18:00"))
    assert await minutes_go_by(store, AT, on("17:50")) == []
    assert await due(store, ada) == [
        ("23 08:00", S.UNKNOWN),
        ("23 14:00", S.UNKNOWN),
        ("23 22:00", S.PLANNED),
    ]
    [letter] = await minutes_go_by(store, on("18:00"), on("19:00"))
    assert isinstance(letter.message, PauseOver)
    assert [f"{dose.due_at:%H:%M}" for dose in letter.message.doses] == ["14:00", "08:00"]
    assert letter.message.next is not None
    assert f"{letter.message.next.due_at:%H:%M}" == "22:00"
    assert letter.message.outage is None


async def test_a_dose_still_in_its_window_as_the_pause_ends_is_asked_late(
    store: Store, ada: Person
) -> None:
    await pause(store, ada, on("09:00"))
    assert await minutes_go_by(store, AT, on("08:50")) == []
    assert await due(store, ada, 1) == [("23 08:00", S.PLANNED)]
    over, late = [letter.message for letter in await minutes_go_by(store, on("09:00"), on("09:00"))]
    assert isinstance(over, PauseOver)
    assert over.doses == ()
    assert isinstance(late, Reminder)
    assert late.late


async def test_a_dose_due_as_the_pause_ends_is_asked_on_time(store: Store, ada: Person) -> None:
    await pause(store, ada, on("14:00"))
    said = [letter.message for letter in await minutes_go_by(store, AT, on("14:00"))]
    assert [type(each) for each in said] == [PauseOver, Reminder]
    assert isinstance(said[1], Reminder)
    assert not said[1].late
    assert await due(store, ada, 2) == [("23 08:00", S.UNKNOWN), ("23 14:00", S.OPEN)]


async def test_a_dose_due_as_the_pause_begins_is_in_it(store: Store, ada: Person) -> None:
    now = on("08:00")
    await pause(store, ada, on("12:00"), now)
    assert await minutes_go_by(store, now, on("11:50")) == []


async def test_an_open_dose_runs_its_course(store: Store, ada: Person) -> None:
    await minutes_go_by(store, AT, on("08:00"))
    outcome = await pause(store, ada, on("18:00"), on("08:10"))
    assert isinstance(outcome, Paused)
    assert outcome.open is not None
    said = [letter.message for letter in await minutes_go_by(store, on("08:20"), on("17:50"))]
    assert [type(each) for each in said] == [Nudge, NotLogged]
    assert await due(store, ada, 2) == [("23 08:00", S.MISSED), ("23 14:00", S.UNKNOWN)]


async def test_what_is_taken_in_a_pause_is_logged_and_not_asked_about(
    store: Store, ada: Person
) -> None:
    await pause(store, ada, on("18:00"))
    await beat(store, on("08:00"))
    dose: Dose = (await doses_of(store, ada, AT))[0]
    say = tapping(ada, on("08:20"))
    await answers.answer(store, POLICY, say, dose.id, Took(), cause())
    [letter] = await minutes_go_by(store, on("08:30"), on("18:00"))
    assert isinstance(letter.message, PauseOver)
    assert [f"{each.due_at:%H:%M}" for each in letter.message.doses] == ["14:00"]


async def test_its_end_that_may_never_have_arrived_is_said_again_later_as_a_repeat(
    store: Store, ada: Person
) -> None:
    """It asks for no dose, so saying it once more does no harm; leaving it unsaid would."""
    await pause(store, ada, on("18:00"))
    await minutes_go_by(store, AT, on("17:50"))
    said = []
    for at in (on("18:00"), on("18:00") + timedelta(seconds=5), on("19:01")):
        await beat(store, at)
        [letter] = await claim(store, at)
        said.append((type(letter.message), letter.repeat))
        await post.settle(store, POLICY, letter, Unknown(), at)
    assert said == [(PauseOver, False), (PauseOver, True), (PauseOver, True)]
    [evening] = await minutes_go_by(store, on("22:00"), on("22:10"))  # nor is a reminder held up
    assert isinstance(evening.message, Reminder)


async def test_resumed_before_its_end_it_is_over_and_says_nothing_twice(
    store: Store, ada: Person
) -> None:
    await pause(store, ada, on("18:00"))
    await minutes_go_by(store, AT, on("14:50"))
    outcome = await resume(store, ada, on("15:00"))
    assert [f"{each.due_at:%H:%M}" for each in outcome.over.doses] == ["08:00"]
    assert outcome.over.next is not None
    assert f"{outcome.over.next.due_at:%H:%M}" == "14:00"
    said = [letter.message for letter in await minutes_go_by(store, on("15:00"), on("19:00"))]
    assert [type(each) for each in said] == [Reminder, Nudge, NotLogged]
    assert isinstance(said[0], Reminder)
    assert said[0].late
    again = await pauses.resume(store, POLICY, ada, None, on("19:10"), cause())
    assert isinstance(again, NothingPaused)


async def test_resumed_in_the_minute_a_window_closes_the_dose_is_asked_about_at_once(
    store: Store, ada: Person
) -> None:
    await pause(store, ada, on("18:00"))
    await beat(store, on("08:00"))
    outcome = await resume(store, ada, on("10:00"))
    assert [f"{each.due_at:%H:%M}" for each in outcome.over.doses] == ["08:00"]
    assert await minutes_go_by(store, on("10:00"), on("13:50")) == []  # and not once more


async def test_an_end_inside_an_outage_is_said_after_it_with_one_question(
    store: Store, ada: Person
) -> None:
    await pause(store, ada, on("12:00"))
    await minutes_go_by(store, AT, on("11:00"))
    await beating.pulse_beat(store, POLICY, on("11:00"), on("11:00"))
    back = on("17:00")  # the 14:00 dose fell into the outage, the 08:00 dose into the pause
    await beating.pulse_beat(store, POLICY, back, back)
    await beat(store, back)
    [letter] = await sent(store, back)
    assert isinstance(letter.message, PauseOver)
    assert [f"{each.due_at:%H:%M}" for each in letter.message.doses] == ["14:00", "08:00"]
    assert letter.message.outage == (on("11:00"), back)


async def test_an_outage_inside_a_pause_is_not_worth_a_word(store: Store, ada: Person) -> None:
    await pause(store, ada, on("18:00"))
    await beating.pulse_beat(store, POLICY, on("07:10"), on("07:10"))
    await beating.pulse_beat(store, POLICY, on("17:00"), on("17:00"))
    await beat(store, on("17:00"))
    assert await sent(store, on("17:00")) == []
    await beat(store, on("18:00"))
    [letter] = await sent(store, on("18:00"))
    assert isinstance(letter.message, PauseOver)
    assert letter.message.outage is None
    assert len(letter.message.doses) == 2


async def test_a_new_end_takes_the_place_of_the_old(store: Store, ada: Person) -> None:
    first = await pause(store, ada, on("09:00"))
    await beat(store, on("08:00"))
    second = await pause(store, ada, on("12:00"), on("08:30"))  # the dose was held up to 09:00
    assert isinstance(first, Paused)
    assert isinstance(second, Paused)
    assert first.life.pause is not None
    assert second.life.pause is not None
    assert second.life.pause.id == first.life.pause.id
    assert await minutes_go_by(store, on("08:30"), on("11:50")) == []
    assert await due(store, ada, 1) == [("23 08:00", S.UNKNOWN)]
    [letter] = await minutes_go_by(store, on("12:00"), on("13:50"))
    assert isinstance(letter.message, PauseOver)

    await pause(store, ada, on("20:00"), on("13:55"))
    await beat(store, on("14:00"))
    await pause(store, ada, on("15:00"), on("14:30"))  # and sooner
    said = [each.message for each in await minutes_go_by(store, on("14:30"), on("15:00"))]
    assert [type(each) for each in said] == [PauseOver, Reminder]


async def test_a_plan_changed_in_a_pause_is_paused_as_well(store: Store, ada: Person) -> None:
    await pause(store, ada, on("18:00"))
    await replan(store, ada, ("09:00", "15:00", "21:00"), on("07:30"))
    assert await minutes_go_by(store, on("07:30"), on("17:50")) == []
    assert await due(store, ada) == [
        ("23 09:00", S.UNKNOWN),
        ("23 15:00", S.UNKNOWN),
        ("23 21:00", S.PLANNED),
    ]


async def test_over_a_clock_change_a_pause_keeps_its_instant_and_the_doses_theirs(
    store: Store,
) -> None:
    saturday = datetime(2026, 10, 24, 9, 0, tzinfo=UTC)  # 11:00; the clocks go back that night
    ada = await patient(store, saturday, walls=("02:30", "14:30"), zone="Europe/Berlin")
    asked = await pauses.ask_sure(store, POLICY, ada, Days(1), saturday)
    assert isinstance(asked, AskSure)
    assert asked.ends_at == saturday + 25 * HOUR
    assert [f"{each.due_at:%d %H:%M}" for each in asked.inside] == ["24 12:30", "25 00:30"]
    await pauses.pause(store, POLICY, ada, asked.ends_at, saturday, cause())
    assert await minutes_go_by(store, saturday, asked.ends_at - 10 * MINUTE) == []
    [letter] = await minutes_go_by(store, asked.ends_at, asked.ends_at)
    assert isinstance(letter.message, PauseOver)
    assert len(letter.message.doses) == 2


async def test_nothing_asks_about_its_doses_while_it_runs(store: Store, ada: Person) -> None:
    await pause(store, ada, on("18:00"))
    await minutes_go_by(store, AT, on("11:00"))
    assert (await due(store, ada, 1)) == [("23 08:00", S.UNKNOWN)]
    assert await history.unanswered(store, ada.id, on("11:00")) == ()
    await resume(store, ada, on("11:10"))
    assert len(await history.unanswered(store, ada.id, on("11:10"))) == 1


async def test_blocked_and_found_again_it_still_says_when_it_is_over(
    store: Store, ada: Person
) -> None:
    await pause(store, ada, on("12:00"))
    await people.lose(store, POLICY, ada, on("08:30"), cause())
    await people.find_again(store, POLICY, ada, on("11:00"), cause())
    assert await minutes_go_by(store, on("11:00"), on("11:50")) == []
    [letter] = await minutes_go_by(store, on("12:00"), on("12:00"))
    assert isinstance(letter.message, PauseOver)


async def test_over_while_blocked_it_is_asked_about_when_found(store: Store, ada: Person) -> None:
    await pause(store, ada, on("12:00"))
    await people.lose(store, POLICY, ada, on("08:30"), cause())
    assert await minutes_go_by(store, on("08:30"), on("12:30")) == []
    await people.find_again(store, POLICY, ada, on("13:00"), cause())
    [letter] = await sent(store, on("13:00"))
    assert isinstance(letter.message, Offline)
    assert [f"{each.due_at:%H:%M}" for each in letter.message.doses] == ["08:00"]


@on_both
async def test_the_same_tap_twice_pauses_once(store: Store, ada: Person) -> None:
    once = cause()
    await pauses.pause(store, POLICY, ada, on("12:00"), AT, once)
    with pytest.raises(CauseSeen):
        await pauses.pause(store, POLICY, ada, on("12:00"), AT, once)
    await resume(store, ada, on("07:30"))
    with pytest.raises(CauseSeen):
        await pauses.pause(store, POLICY, ada, on("12:00"), on("07:40"), once)
    assert (await lives.life(store, ada, on("07:40"))).pause is None


async def test_confirmed_twice_in_one_instant_its_end_is_said_once(
    store: Store, ada: Person
) -> None:
    for _ in range(2):  # while the clock is set back, time stands still
        await pause(store, ada, on("18:00"))
    over = await minutes_go_by(store, AT, on("18:01"))
    assert [type(letter.message) for letter in over] == [PauseOver]


async def test_a_button_of_another_pause_ends_none(store: Store, ada: Person) -> None:
    first = await pause(store, ada, on("08:30"))
    assert isinstance(first, Paused)
    assert first.life.pause is not None
    old: PauseId = first.life.pause.id
    await pause(store, ada, on("12:00"), on("09:00"))
    outcome = await pauses.resume(store, POLICY, ada, old, on("09:10"), cause())
    assert isinstance(outcome, NothingPaused)
    assert (await lives.life(store, ada, on("09:10"))).is_paused


async def test_an_end_that_has_passed_or_is_too_far_is_refused(store: Store, ada: Person) -> None:
    for until, why in ((AT, EndProblem.PAST), (AT + 15 * DAY, EndProblem.TOO_LONG)):
        outcome = await pause(store, ada, until)
        assert isinstance(outcome, CannotPause)
        assert outcome.why is why
    assert (await lives.life(store, ada, AT)).pause is None


async def test_asking_pauses_nothing_and_shows_the_doses_that_are_left(
    store: Store, ada: Person
) -> None:
    dose: Dose = (await doses_of(store, ada, AT))[0]
    await answers.answer(store, POLICY, tapping(ada, on("07:30")), dose.id, Took(), cause())
    asked = await pauses.ask_sure(store, POLICY, ada, For(8 * HOUR), on("07:40"))
    assert isinstance(asked, AskSure)
    assert [f"{each.due_at:%H:%M}" for each in asked.inside] == ["14:00"]
    assert not asked.long
    longer = await pauses.ask_sure(store, POLICY, ada, Days(2), on("07:40"))
    assert isinstance(longer, AskSure)
    assert longer.long
    waiting = await questions.small(store, ada)
    assert waiting == (Question.PAUSE_SURE, longer.ends_at.isoformat())
    assert isinstance(await pauses.how_long(store, ada, on("07:41")), AskHowLong)
    assert (await lives.life(store, ada, on("07:41"))).pause is None
