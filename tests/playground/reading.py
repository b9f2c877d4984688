"""A message as its reader sees it, for tests that wait for one."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Self

BOARD = ("Pinned for the day.", " is over. /log shows it.")  # what a pinned day says of itself
ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
Wanted = str | Callable[["Message"], bool]


def plain(text: str) -> str:
    """The text without the marks that isolate values from the words around them."""
    return text.translate(ISOLATES)


@dataclass(frozen=True, slots=True)
class Message:
    """One message as its reader sees it; `raw` keeps the isolation marks, `text` does not."""

    id: int
    text: str
    raw: str
    html: str
    buttons: list[list[str]]
    edited: bool
    from_bot: bool
    pinned: bool
    silent: bool
    date: datetime
    file: dict[str, Any] | None
    json: dict[str, Any] = field(repr=False)

    @classmethod
    def read(cls, shown: dict[str, Any]) -> Self:
        """From the control API's shape."""
        rows = shown["buttons"] or (shown["foot"] or {}).get("keyboard", [])
        return cls(
            id=shown["message_id"],
            text=plain(shown["text"]),
            raw=shown["text"],
            html=plain(shown["html"]),
            buttons=[[plain(button["text"]) for button in row] for row in rows],
            edited=shown["edited"],
            from_bot=shown["from_bot"],
            pinned=shown["pinned"],
            silent=shown["silent"],
            date=datetime.fromtimestamp(shown["date"], UTC),
            file=shown["file"],
            json=shown,
        )

    @property
    def is_board(self) -> bool:
        """The pinned day, before it is pinned and after."""
        return self.from_bot and any(words in self.text for words in BOARD)

    @property
    def is_said(self) -> bool:
        """Part of the talk: not the pinned day, not the line that says that it was pinned."""
        return not self.is_board and "pinned_message" not in self.json["media"]

    def labels(self) -> list[str]:
        """All its button labels, row by row."""
        return [label for row in self.buttons for label in row]


def fitting(
    wanted: Wanted, after: Message | None, only: Message | None
) -> Callable[[Message], bool]:
    """Whether a bot message has the words (or pleases the function) and is not too old."""

    def fits(message: Message) -> bool:
        if not message.from_bot or (after is not None and message.id <= after.id):
            return False
        if not (message.is_said if only is None else message.id == only.id):
            return False
        return plain(wanted) in message.text if isinstance(wanted, str) else wanted(message)

    return fits
