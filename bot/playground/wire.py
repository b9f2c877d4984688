"""The Bot API over HTTP, as a client meets it: urlencoded, multipart or JSON in, JSON out."""

import hmac
import json
from typing import Any

from tornado.httputil import format_timestamp
from tornado.web import RequestHandler

from bot.playground import guard
from bot.playground.api import BotApi
from bot.playground.faults import Fault, refusal
from bot.playground.params import Params, Upload
from bot.playground.refusals import Refused, bad_request

BAD_GATEWAY = "<html><head><title>502 Bad Gateway</title></head><body></body></html>"


class Guarded(RequestHandler):
    """Every handler of the playground: guarded, with headers that keep a browser strict."""

    def initialize(self, api: BotApi) -> None:
        """Take the API whose state this serves."""
        self.api = api

    def set_default_headers(self) -> None:
        """The same strict headers on every answer."""
        for name, value in guard.HEADERS.items():
            self.set_header(name, value)

    def prepare(self) -> None:
        """Turn away other hosts and other sites before anything is read."""
        reason = guard.refused(self.request)
        if reason is not None:
            self.send_json(403, {"ok": False, "error_code": 403, "description": reason})

    def send_json(self, status: int, body: Any) -> None:
        """Finish with a JSON body."""
        self.set_status(status)
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.finish(json.dumps(body))

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Errors are JSON too, without a traceback."""
        words = "Not Found" if status_code == 404 else "Internal Server Error"
        self.send_json(status_code, {"ok": False, "error_code": status_code, "description": words})

    def break_off(self) -> None:
        """Close the connection without an answer."""
        self.detach().close()


class BotHandler(Guarded):
    """`/bot<token>/<method>`: a bad token is a 401, an unknown method a 404."""

    params: Params | None = None

    async def get(self, token: str, method: str) -> None:
        """Handle one call."""
        await self.post(token, method)

    async def post(self, token: str, method: str) -> None:
        """Handle one call."""
        self.set_header("Date", format_timestamp(self.api.world.now()))
        if not hmac.compare_digest(token.encode(), self.api.token.encode()):
            refused = Refused(401, "Unauthorized")
            self.send_json(refused.status, refused.body())
            return
        try:
            params = self.params = self._params()
        except Refused as refused:
            self.send_json(refused.status, refused.body())
            return
        fault = self.api.faults.strike(method, params.text("chat_id"))
        if fault is None or not await self._struck(fault, method, params):
            self.send_json(*await self.api.call(method, params))

    def on_connection_close(self) -> None:
        """The client is gone: nobody waits for this poll any more."""
        if self.params is not None and self.params.hang_up is not None:
            self.params.hang_up()

    async def _struck(self, fault: Fault, method: str, params: Params) -> bool:
        """Whether the fault was the whole answer."""
        self.api.world.feed.tell("fault", fault=fault.kind, method=method)
        await self.api.faults.delay(fault)
        refused = refusal(fault)
        if refused is not None:
            status, body = self.api.refuse(method, params, refused)
            if status == 502:
                self.set_status(status)
                self.finish(BAD_GATEWAY)
            else:
                self.send_json(status, body)
        elif fault.kind == "drop":
            self.api.dropped(method, params)
            self.break_off()
        elif fault.kind == "lost":
            await self.api.call(method, params)
            self.break_off()
        return fault.kind not in ("delay", "hold")

    def _params(self) -> Params:
        values: dict[str, Any] = {
            name: given[-1].decode("utf-8", "replace")
            for name, given in self.request.arguments.items()
        }
        kind = self.request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if kind == "application/json" and self.request.body:
            try:
                values |= json.loads(self.request.body)
            except (ValueError, TypeError):
                raise bad_request("can't parse request JSON object") from None
        files = {
            name: Upload(str(given[-1].filename), str(given[-1].content_type), given[-1].body)
            for name, given in self.request.files.items()
        }
        return Params(values, files)


class FileHandler(Guarded):
    """`/file/bot<token>/<path>`: the bytes of a file that getFile named."""

    def get(self, token: str, file_id: str) -> None:
        """Send the bytes, or a 404."""
        stored = self.api.world.files.get(file_id)
        if stored is None or not hmac.compare_digest(token.encode(), self.api.token.encode()):
            self.send_error(404)
            return
        self.set_header("Content-Type", "application/octet-stream")
        self.finish(stored.data)


class NotThere(Guarded):
    """Any other address: a 404, as Telegram answers it."""

    def get(self) -> None:
        """Nothing here."""
        self.send_error(404)

    post = put = patch = delete = get
