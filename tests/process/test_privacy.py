"""Over a whole session at DEBUG no log line tells the token, or what a patient says or takes."""

from __future__ import annotations

from datetime import timedelta

from bot.playground import Server
from tests.playground.client import Playground
from tests.process.child import Child
from tests.process.conftest import START, TOKEN, polled
from tests.stories.conftest import set_up

SAID = "my zebra feels odd today"
LEFT = timedelta(seconds=100)  # for the set-up to be over before 14:00, and no outage to jump over


async def test_a_whole_session_at_debug_tells_the_log_nothing(
    child: Child, server: Server, playground: Playground
) -> None:
    child.settings["LOG_LEVEL"] = "DEBUG"
    child.turn_to(START - LEFT)
    await child.start("run")
    await polled(server)
    ada = await playground.person("Zebedee", username="zebedee_q")
    await set_up(ada)
    await ada.ask(SAID)
    shared = await ada.share(52.52, 13.405)
    await ada.wait_for(lambda m: True, after=shared)
    await ada.board("14:00")  # it stands: the next message that is sent is the card
    await playground.fault("lost", method="sendMessage", chat=ada.id)
    await playground.fault("400", method="sendMessage", chat=ada.id)
    child.turn_to(START + timedelta(seconds=31))
    await ada.wait_for("14:00 dose: 10 mg")
    child.turn_to(START + timedelta(seconds=40))
    await ada.wait_for("sent again")
    await playground.fault("500", method="editMessageText")
    await playground.fault("400", method="answerCallbackQuery", words="query is too old")
    await ada.tap("Took it")
    await ada.wait_for("Taken at 14:0")
    server.api.world.updates.add("message", {"message_id": 1, "text": SAID})
    await ada.ask("/log")
    await ada.ask("undo")
    await ada.block()
    await ada.unblock()
    await ada.ask("/taper")
    ended = await child.stop()

    assert (ended.code, ended.complaints) == (0, [])
    assert " DEBUG " in ended.err
    told = (ended.err + ended.out).lower()
    secrets = ("zebedee", "zebra", "berlin", "10 mg", "14:00 dose", "took it", "52.52", "baclofen")
    assert [secret for secret in secrets if secret in told] == []
    assert TOKEN not in ended.err + ended.out
    assert TOKEN.partition(":")[2] not in ended.err + ended.out
