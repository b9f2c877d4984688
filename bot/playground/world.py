"""Everything the playground knows, and the one door through which any of it changes."""

import base64
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime

from bot.playground.feed import Feed
from bot.playground.keep import Keep
from bot.playground.params import Json, Upload
from bot.playground.profile import Profile
from bot.playground.records import Group, Message, Person, Query, StoredFile
from bot.playground.updates import Updates

FIRST = {"person": 5_000_000_001, "group": 4_000_000_001, "message": 1, "query": 1, "file": 1}
QUERIES_KEPT = 500


class World:
    """The chats and their members; every `save_` keeps a record and tells the watchers."""

    def __init__(
        self,
        bot_id: int,
        username: str,
        *,
        now: Callable[[], datetime],
        monotonic: Callable[[], float],
        keep: Keep,
    ) -> None:
        self.bot_id, self.username = bot_id, username
        self.now, self.monotonic, self.keep = now, monotonic, keep
        self.feed = Feed()
        self.updates = Updates(keep, now)
        self.profile = Profile(keep)
        self._next = dict(FIRST)
        for saved in keep.load("numbers"):
            self._next |= saved
        self.people = {p["id"]: Person(**p) for p in keep.load("person")}
        self.groups = {g["id"]: Group(**g) for g in keep.load("group")}
        self.messages: dict[int, dict[int, Message]] = {}
        for saved in sorted(keep.load("message"), key=lambda m: m["message_id"]):
            message = Message(**saved)
            self.messages.setdefault(message.chat, {})[message.message_id] = message
        at = monotonic()
        self.queries = {q["id"]: Query(tapped=at, **q) for q in keep.load("query")}
        self.files: dict[str, StoredFile] = {}
        for saved in keep.load("file"):
            data = base64.b64decode(saved.pop("data"))
            self.files[saved["id"]] = StoredFile(data=data, **saved)

    def second(self) -> int:
        """Now, in whole seconds, as Telegram dates things."""
        return int(self.now().timestamp())

    def number(self, kind: str) -> int:
        """The next free number of its kind; none is ever given twice."""
        number = self._next[kind]
        self._next[kind] = number + 1
        self.keep.put("numbers", "", self._next)
        return number

    def reserve(self, kind: str, number: int) -> None:
        """Never hand out a number up to this one: somebody brought it along."""
        self._next[kind] = max(self._next[kind], number + 1)
        self.keep.put("numbers", "", self._next)

    def save_person(self, person: Person) -> None:
        """Keep someone new or changed."""
        self.people[person.id] = person
        self.keep.put("person", person.id, asdict(person))
        self.feed.tell("people", chat=person.id)

    def save_group(self, group: Group) -> None:
        """Keep a group, new or changed."""
        self.groups[group.id] = group
        self.keep.put("group", group.id, asdict(group))
        self.feed.tell("people", chat=group.id)

    def chat_of(self, chat: int) -> Person | Group | None:
        """The person or the group with this id."""
        return self.people.get(chat) or self.groups.get(chat)

    def message(self, chat: int, message_id: int | None) -> Message | None:
        """A message that is still there."""
        return self.messages.get(chat, {}).get(message_id or 0)

    def save_message(self, message: Message, event: str = "message") -> None:
        """Keep a message, new or changed, and say which."""
        self.messages.setdefault(message.chat, {})[message.message_id] = message
        self.keep.put("message", message.message_id, asdict(message))
        self.feed.tell(event, chat=message.chat, message_id=message.message_id)

    def drop_message(self, message: Message) -> None:
        """Delete a message for everyone."""
        self.messages.get(message.chat, {}).pop(message.message_id, None)
        self.keep.drop("message", message.message_id)
        self.feed.tell("deleted", chat=message.chat, message_id=message.message_id)

    def save_query(self, query: Query) -> None:
        """Keep a tap and its answer; only the latest few hundred."""
        self.queries[query.id] = query
        document = asdict(query)
        document.pop("tapped")
        self.keep.put("query", query.id, document)
        for old in list(self.queries)[:-QUERIES_KEPT]:
            self.queries.pop(old)
            self.keep.drop("query", old)

    def store_file(self, upload: Upload) -> StoredFile:
        """Keep the bytes of an upload under a new id."""
        number = self.number("file")
        ids = {"id": f"file-{self.bot_id}-{number:06}", "unique": f"unique{number:06}"}
        stored = StoredFile(**ids, name=upload.name, mime=upload.mime, data=upload.data)
        self.files[stored.id] = stored
        kept: Json = {**ids, "name": stored.name, "mime": stored.mime}
        self.keep.put("file", stored.id, {**kept, "data": base64.b64encode(stored.data).decode()})
        return stored

    def drop_chat(self, chat: int) -> None:
        """Delete a person or a group with everything said there."""
        for message in list(self.messages.pop(chat, {}).values()):
            self.keep.drop("message", message.message_id)
        self.people.pop(chat, None)
        self.groups.pop(chat, None)
        self.keep.drop("person", chat)
        self.keep.drop("group", chat)
        self.feed.tell("people", chat=chat)

    def forget(self) -> None:
        """Drop every chat, tap, file and queued update; numbers and the bot's profile stay."""
        for chat in [*self.people, *self.groups]:
            self.drop_chat(chat)
        for kind, records in (("query", self.queries), ("file", self.files)):
            for key in records:
                self.keep.drop(kind, key)
        self.queries.clear()
        self.files.clear()
        self.updates.clear()
        self.feed.tell("reset")
