"""Everything that happened, in order: what the bot put into chats, what people did, what broke."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.chat.callbacks import decode
from bot.playground.faults import Fault, Faults
from bot.playground.feed import Feed
from bot.playground.world import World as Telegram
from bot.screens.screen import Tap
from tests.playground.reading import plain


@dataclass(frozen=True, slots=True)
class Button:
    """A button as its reader sees it: the words, the data, and what the data means."""

    label: str
    data: str
    tap: Tap | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened at a simulated instant.

    `what`: sent, edited, stripped (by the bot); said, tapped, blocked, unblocked (by a person, or
    not heard yet); fault (struck a request about this chat); started, stopped, died (the bot);
    suspended, woken, set back, set right (its machine's clock); deaf, heard (its polling).
    """

    number: int
    at: datetime
    what: str
    chat: int = 0
    text: str = ""
    buttons: tuple[Button, ...] = ()
    message_id: int = 0
    silent: bool = False
    prompted: bool = False  # an update of this person was being handled
    tap: Tap | None = None

    def __str__(self) -> str:
        labels = " ".join(f"[{button.label}]" for button in self.buttons)
        text = self.text.replace("\n", " / ")
        where = f"#{self.message_id} " if self.message_id else ""
        how = f"{' silent' * self.silent}{' prompted' * self.prompted}"
        return f"{self.at:%m-%d %H:%M:%S} {self.what}{how} {where}{text} {labels}".rstrip()


@dataclass(slots=True)
class Transcript:
    """The entries, and whoever reacts to them."""

    now: Callable[[], datetime]
    entries: list[Entry] = field(default_factory=list)
    listener: Callable[[Entry], None] = lambda entry: None
    busy: set[int] = field(default_factory=set)  # whose updates wait or are being handled

    def add(self, what: str, chat: int = 0, **more: object) -> Entry:
        """It happens now."""
        number = len(self.entries)
        entry = Entry(number, self.now(), what, chat, prompted=chat in self.busy, **more)  # type: ignore[arg-type]
        self.entries.append(entry)
        self.listener(entry)
        return entry

    def all(self, what: str) -> list[Entry]:
        """The entries of this kind."""
        return [each for each in self.entries if each.what == what]


class Ear(Feed):
    """The playground's feed, which also writes down what the bot changes in any chat."""

    def __init__(self, telegram: Telegram, transcript: Transcript) -> None:
        super().__init__()
        self._telegram, self._transcript = telegram, transcript
        self._shown: dict[tuple[int, int], str] = {}

    def tell(self, kind: str, **what: object) -> None:
        """As the feed does, and written down where it is the bot's doing."""
        super().tell(kind, **what)
        if kind in ("message", "edited"):
            self._write_down(kind, int(str(what["chat"])), int(str(what["message_id"])))

    def _write_down(self, kind: str, chat: int, message_id: int) -> None:
        message = self._telegram.message(chat, message_id)
        if message is None or message.author != self._telegram.bot_id:
            return
        rows = (message.inline or {}).get("inline_keyboard", [])
        buttons = tuple(
            Button(plain(each["text"]), each["callback_data"], decode(each["callback_data"]))
            for row in rows
            for each in row
            if "callback_data" in each
        )
        text = plain(message.text)
        same = self._shown.get((chat, message_id)) == text
        self._shown[chat, message_id] = text
        what = "sent" if kind == "message" else "stripped" if same and not buttons else "edited"
        self._transcript.add(
            what,
            chat,
            text=text,
            buttons=buttons,
            message_id=message_id,
            silent=message.silent,
        )


class Struck(Faults):
    """The playground's faults, written down when they strike; `held`: a poll was swallowed."""

    def __init__(self, transcript: Transcript, held: Callable[[], None]) -> None:
        super().__init__()
        self._transcript, self._held = transcript, held

    def strike(self, method: str, chat: str) -> Fault | None:
        """As the faults do."""
        fault = super().strike(method, chat)
        if fault is not None:
            text = f"{fault.kind} {method} {fault.seconds:g}"
            self._transcript.add("fault", int(chat or 0), text=text)
            if fault.kind == "hold":
                self._held()
        return fault
