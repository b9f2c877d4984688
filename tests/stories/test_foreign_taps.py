"""Forged, foreign, old and repeated taps: nothing leaks, nothing changes, the day is shown."""

import base64
import uuid

from tests.playground.client import Chat, Playground
from tests.stories.answering import log_of, now, reminded
from tests.stories.conftest import set_up


def short(which: uuid.UUID) -> str:
    """As a button carries it."""
    return base64.urlsafe_b64encode(which.bytes).decode().rstrip("=")


async def test_another_persons_dose_is_not_in_your_log(
    patient: Chat, playground: Playground
) -> None:
    bob = await playground.person("Bob")
    await set_up(bob, plan="7.5 mg at 9:00 and 21:00", strengths=("5 mg",))
    card = await reminded(patient, playground)
    data = [b["callback_data"] for row in card.json["buttons"] for b in row]
    took = data[0]
    shapes = [
        *data,
        took.replace("1:t:", "1:u:"),
        took.replace("1:t:", "1:x:") + "29740000",
        took.replace("1:t:", "1:ta:") + "due",
        took.replace("1:t:", "1:sb:") + "other",
        took.replace("1:t:", "1:m:"),
        f"1:t:{short(uuid.uuid4())}:",
    ]
    last = await bob.last()
    for each in shapes:
        await bob.toast(await bob.forge(last.id, each))
        told = await bob.last()
        assert told.text.splitlines()[:3] == [
            "That dose is not in your log.",
            "",
            "Mon 23 Nov, Berlin",
        ], each
        assert "10 mg" not in told.text
        assert "14:00" not in told.text
    assert "14:00 10 mg (1 tablet) now" in await log_of(patient)
    assert (await now(patient, card)).text == card.text


async def test_garbage_in_a_button_shows_the_day(patient: Chat, playground: Playground) -> None:
    card = await reminded(patient, playground)
    took = card.json["buttons"][0][0]["callback_data"]
    for data in (
        "x",
        ":::",
        "2" + took[1:],
        took[:-2],
        took + "extra",
        "1:ta::99999999999",
        "1:zz::",
        "1:l::abc",
        "1:x::0",
        "é" * 32,
    ):
        await patient.toast(await patient.forge(card.id, data))
        assert (await patient.last()).from_bot
    assert "Mon 23 Nov, Berlin" in (await patient.last()).text
    log = await log_of(patient)
    assert "14:00 10 mg (1 tablet) now" in log
    assert "extra" not in log
