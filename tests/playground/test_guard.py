"""Only this machine, and no other site through a browser."""

import socket

import httpx
import pytest

from bot.playground import BareControls, Server, TurnedClock, serve
from tests.playground.conftest import TOKEN


async def status(server: Server, path: str, method: str = "GET", **headers: str) -> int:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    async with httpx.AsyncClient() as http:
        answer = await http.request(method, f"{server.base_url}{path}", headers=named)
    return answer.status_code


@pytest.mark.parametrize("path", ["/", "/_play/state", f"/bot{TOKEN}/getMe", "/page/main.js"])
async def test_a_rebound_name_is_turned_away(server: Server, path: str) -> None:
    assert await status(server, path, Host=f"evil.example:{server.port}") == 403
    assert await status(server, path, Host=f"localhost:{server.port}") == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
async def test_another_site_cannot_drive_it(server: Server, headers: dict[str, str]) -> None:
    assert await status(server, "/_play/reset", "POST", **headers) == 403
    assert len(server.api.world.people) == 1


async def test_a_form_without_json_is_not_read(server: Server) -> None:
    kind = "application/x-www-form-urlencoded"
    assert await status(server, "/_play/reset", "POST", Content_Type=kind) == 415


async def test_the_page_itself_is_let_in(server: Server) -> None:
    own = {"Origin": server.base_url, "Sec_Fetch_Site": "same-origin"}
    assert await status(server, "/_play/state", **own) == 200


async def test_the_page_runs_only_its_own_scripts(server: Server) -> None:
    async with httpx.AsyncClient() as http:
        page = await http.get(server.base_url)
        missing = await http.get(f"{server.base_url}/page/..%2F__init__.py")
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert missing.status_code == 404


async def test_a_port_in_use_is_an_oserror(clock: TurnedClock) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match="in use"):
            await serve(token=TOKEN, port=port, controls=BareControls(clock), state_path=None)
