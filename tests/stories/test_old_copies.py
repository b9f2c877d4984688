"""A question stands several times in a chat: what an old copy says counts no more."""

from __future__ import annotations

import pytest

from tests.playground.client import Chat, Message
from tests.stories.walking import press, to_plan

LAST = "When did you last take"


@pytest.fixture
async def copies(ada: Chat) -> list[Message]:
    """The tablets were asked for three times: with no tick, with one at 10 mg, one at 20 mg."""
    await to_plan(ada)
    asked = [await ada.ask("20 mg at 8:00, 14:00 and 22:00")]
    for typed in ("10 mg", "20 mg"):
        assert LAST in (await ada.ask(typed)).text
        asked.append(await ada.ask("other tablets"))
    assert len({message.id for message in asked}) == 3
    assert [("Chosen: 10 mg." in each.text, "Chosen: 20 mg." in each.text) for each in asked] == [
        (False, False), (True, False), (False, True)
    ]  # fmt: skip
    return asked


@pytest.mark.parametrize(
    ("copy", "label"), [(0, "10 mg"), (0, "20 mg"), (1, "5 mg"), (1, "Chosen: 10 mg"), (1, "Done")]
)
async def test_a_button_of_an_old_copy_changes_nothing_and_shows_what_counts(
    ada: Chat, copies: list[Message], copy: int, label: str
) -> None:
    await ada.tap(label, message=copies[copy])
    shown = await ada.wait_for("Chosen: 20 mg.", message=copies[copy])
    assert "Chosen: 20 mg" in shown.labels()
    newer = [each for each in await ada.messages() if each.id > copies[-1].id]
    assert not any(LAST in each.text for each in newer)

    await press(ada, "Done", LAST)
    echo = await ada.ask("not sure")
    assert "08:00 in the morning: 20 mg (1 tablet of 20 mg)" in echo.text


async def test_the_newest_copy_counts(ada: Chat, copies: list[Message]) -> None:
    await ada.tap("10 mg", message=copies[2])
    await ada.wait_for("Chosen: 10 mg and 20 mg.", message=copies[2])
    await ada.tap("Done", message=copies[2])
    await ada.wait_for(LAST, message=copies[2])
