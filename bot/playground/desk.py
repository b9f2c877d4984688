"""The control API over HTTP: `/_play/...`, one table of addresses, JSON both ways."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tornado.web import RequestHandler

from bot.playground import backstage, control, guard
from bot.playground.asking import Ask, Play
from bot.playground.images import mime_of
from bot.playground.params import Params
from bot.playground.refusals import NotPossible, Refused
from bot.playground.wire import Guarded

Answer = Callable[[Play, Ask], Any]

PAGE = Path(__file__).parent / "page"
PAGE_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}

ADDRESSES: dict[tuple[str, str], Answer] = {
    ("GET", "state"): control.state,
    ("POST", "people"): control.add_person,
    ("POST", "people/*"): control.change_person,
    ("DELETE", "people/*"): control.drop_person,
    ("POST", "groups"): control.add_group,
    ("DELETE", "groups/*"): control.drop_group,
    ("GET", "chats/*"): control.chat,
    ("POST", "chats/*/say"): control.say,
    ("POST", "chats/*/location"): control.location,
    ("POST", "chats/*/media"): control.media,
    ("POST", "chats/*/tap"): control.tap,
    ("POST", "chats/*/edit"): control.edit,
    ("POST", "chats/*/block"): control.block,
    ("POST", "chats/*/unblock"): control.unblock,
    ("POST", "chats/*/read"): control.read,
    ("GET", "queries/*"): control.query,
    ("POST", "queries"): backstage.age_queries,
    ("GET", "events"): backstage.events,
    ("GET", "requests"): backstage.requests,
    ("GET", "faults"): backstage.faults,
    ("POST", "faults"): backstage.add_fault,
    ("DELETE", "faults"): backstage.clear_faults,
    ("POST", "release"): backstage.release,
    ("GET", "clock"): backstage.clock,
    ("POST", "clock"): backstage.turn_clock,
    ("POST", "reset"): backstage.reset,
}
WAITING = {backstage.events, backstage.clock, backstage.turn_clock, backstage.reset}


class Desk(Guarded):
    """`/_play/<what>[/<id>[/<verb>]]`: errors are {"error": words} with a 4xx status."""

    def initialize(self, play: Play) -> None:  # type: ignore[override]
        """Take what the control API drives."""
        super().initialize(play.api)
        self.play = play

    async def get(self, what: str, key: str | None, verb: str | None) -> None:
        """Answer one request."""
        pattern = "/".join(part for part in (what, key and "*", verb) if part)
        answer = ADDRESSES.get((self.request.method or "", pattern))
        if answer is None:
            self.send_error(404)
            return
        if guard.plain_form(self.request):
            self.send_json(415, {"error": "Send application/json."})
            return
        try:
            found = answer(self.play, Ask(key or "", self._fields()))
            body = await found if answer in WAITING else found
        except (NotPossible, Refused) as refused:
            self.send_json(refused.status, {"error": str(refused)})
            return
        finally:
            self.api.world.keep.flush()
        self.send_json(200, body)

    post = delete = get

    def _fields(self) -> Params:
        values: dict[str, Any] = {
            name: given[-1].decode("utf-8", "replace")
            for name, given in self.request.query_arguments.items()
        }
        if self.request.body:
            try:
                values |= json.loads(self.request.body)
            except (ValueError, TypeError):
                raise NotPossible("The body must be a JSON object.") from None
        return Params(values)


class Attachment(Guarded):
    """`/_play/files/<id>`: pictures are shown, everything else is downloaded."""

    def get(self, file_id: str) -> None:
        """Send the bytes, never as anything a browser would run."""
        stored = self.api.world.files.get(file_id)
        if stored is None:
            self.send_error(404)
            return
        mime = mime_of(stored.data)
        self.set_header("Content-Type", mime or "application/octet-stream")
        if mime is None:
            self.set_header("Content-Disposition", "attachment")
        self.finish(stored.data)


class Page(Guarded):
    """`/` and `/page/<name>`: the chat page's own few files."""

    def get(self, name: str = "index.html") -> None:
        """Send one of the page's files."""
        path = PAGE / name
        if path.suffix not in PAGE_TYPES or path.parent != PAGE or not path.is_file():
            self.send_error(404)
            return
        self.set_header("Content-Type", PAGE_TYPES[path.suffix])
        self.finish(path.read_bytes())


def routes(play: Play) -> list[tuple[str, type[RequestHandler], dict[str, Any]]]:
    """Every address of page and control API."""
    return [
        (r"/_play/files/([\w-]+)", Attachment, {"api": play.api}),
        (r"/_play/([a-z]+)(?:/(-?\d+))?(?:/([a-z]+))?", Desk, {"play": play}),
        (r"/page/([\w-]+\.[a-z]+)", Page, {"api": play.api}),
        (r"/", Page, {"api": play.api}),
    ]
