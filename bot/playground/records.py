"""What the playground remembers: people, groups, messages, taps and files, as plain records."""

from dataclasses import dataclass, field

from bot.playground.params import Json


@dataclass(slots=True)
class Person:
    """Someone with a phone; `met` once they wrote to the bot, `zone` is where the phone is."""

    id: int
    first_name: str
    username: str | None = None
    language_code: str | None = "en"
    zone: str | None = None
    met: bool = False
    blocked: bool = False
    read_up_to: int = 0


@dataclass(slots=True)
class Group:
    """A group chat; `bot_inside` while the bot is a member."""

    id: int
    title: str
    added_by: int
    bot_inside: bool = True
    kicked: bool = False
    read_up_to: int = 0


@dataclass(slots=True)
class Message:
    """One message; `media` holds the Bot API fields of whatever is not text."""

    chat: int
    message_id: int
    author: int
    date: int
    text: str = ""
    entities: list[Json] = field(default_factory=list)
    media: Json = field(default_factory=dict)
    inline: Json | None = None
    foot: Json | None = None
    edit_date: int | None = None
    reworded: bool = False
    pinned: bool = False
    silent: bool = False
    protected: bool = False
    reply_to: int | None = None
    reactions: list[Json] = field(default_factory=list)


@dataclass(slots=True)
class Query:
    """A tap waiting for the bot's answer; `tapped` is monotonic seconds, never kept on disk."""

    id: str
    person: int
    chat: int
    message_id: int
    data: str
    tapped: float
    answered: bool = False
    text: str = ""
    alert: bool = False


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file someone sent; its bytes live in the keep, base64, under its id."""

    id: str
    unique: str
    name: str
    mime: str
    data: bytes
