"""No request, however odd, breaks the playground: it is answered or refused."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.playground import BotApi
from bot.playground.methods import METHODS
from bot.playground.params import Params
from tests.playground.judge import MODELS

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 5_000_000_002),
    st.sampled_from(
        ["", "x", "-1", "HTML", "<b>", "{", "[]", "5000000001", "attach://a", "default"]
    ),
)
KEYS = st.sampled_from(
    [
        *("inline_keyboard", "keyboard", "text", "callback_data", "copy_text", "url", "type"),
        *("emoji", "message_id", "command", "description", "offset", "length", "style"),
        "remove_keyboard",
    ]
)
VALUES = st.recursive(
    SCALARS,
    lambda v: st.one_of(st.lists(v, max_size=3), st.dictionaries(KEYS, v, max_size=4)),
    max_leaves=8,
)
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.mark.parametrize("method", sorted(METHODS))
def test_odd_requests_are_answered_or_refused(method: str) -> None:
    fields = sorted(MODELS[method].model_fields) if method in MODELS else []
    fixed = {"chat_id": 5_000_000_001, "message_id": 1, "text": "x"}

    @settings(max_examples=40, deadline=None, database=None)
    @given(st.dictionaries(st.sampled_from(fields or ["none"]), VALUES, max_size=4))
    def tried(given_: dict[str, Any]) -> None:
        api = BotApi("4242:fuzz", now=lambda: NOW, monotonic=lambda: 0.0)
        for person in api.world.people.values():
            person.met = True
        asyncio.run(api.call("sendMessage", Params(fixed)))
        status, body = asyncio.run(api.call(method, Params({**fixed, **given_})))
        assert status in (200, 400, 403)
        assert body["ok"] == (status == 200)

    tried()
