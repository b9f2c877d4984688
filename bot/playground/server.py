"""The playground as one thing: a Bot API, a control API and a page on one loopback port."""

import secrets
import socket
from pathlib import Path

from tornado.httpserver import HTTPServer
from tornado.web import Application

from bot.playground.api import BotApi
from bot.playground.asking import Play
from bot.playground.clock import Controls
from bot.playground.desk import routes
from bot.playground.wire import BotHandler, FileHandler, NotThere

LARGEST_BODY = 64 * 1024 * 1024


class Server:
    """A running playground; `close` ends every poll, watcher and connection."""

    def __init__(self, api: BotApi, http: HTTPServer, port: int) -> None:
        self.api = api
        self.port = port
        self.base_url = f"http://127.0.0.1:{port}"
        self._http = http

    async def close(self) -> None:
        """Stop listening, hang up on everybody, keep the state."""
        self._http.stop()
        self.api.close()
        await self._http.close_all_connections()


async def serve(
    *,
    token: str,
    port: int,
    controls: Controls,
    state_path: Path | None,
    username: str = "SteadyDosePlaygroundBot",
) -> Server:
    """Start on 127.0.0.1; port 0 is any free one, a port in use raises OSError.

    Clients use `base_url + "/bot"` and `base_url + "/file/bot"`; a browser opens `base_url`.
    """
    listening = _listen(port)
    api = BotApi(token, now=controls.now, state_path=state_path, username=username)
    play = Play(api, controls, epoch=secrets.token_hex(4))
    application = Application(
        [
            (r"/bot([^/]+)/(\w+)/?", BotHandler, {"api": api}),
            (r"/file/bot([^/]+)/files/([\w-]+)", FileHandler, {"api": api}),
            *routes(play),
        ],
        default_handler_class=NotThere,
        default_handler_args={"api": api},
        log_function=lambda handler: None,  # addresses carry the token
    )
    http = HTTPServer(application, max_body_size=LARGEST_BODY, max_buffer_size=LARGEST_BODY)
    http.add_socket(listening)
    return Server(api, http, listening.getsockname()[1])


def _listen(port: int) -> socket.socket:
    listening = socket.socket()
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("127.0.0.1", port))
        listening.listen(128)
        listening.setblocking(False)
    except OSError:
        listening.close()
        raise
    return listening
