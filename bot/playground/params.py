"""What one request carried: form fields are strings, JSON fields are typed, both read the same."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.playground.refusals import bad_request

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Upload:
    """One file part of a multipart body."""

    name: str
    mime: str
    data: bytes


@dataclass(slots=True)
class Params:
    """The fields of one call; `hang_up` is set by whoever waits and is run if the client goes."""

    values: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, Upload] = field(default_factory=dict)
    hang_up: Callable[[], None] | None = None

    def has(self, name: str) -> bool:
        """Whether the field came at all and is not empty."""
        return self.values.get(name) not in (None, "")

    def text(self, name: str) -> str:
        """The field as text; empty if it is absent."""
        value = self.values.get(name)
        return "" if value is None else str(value)

    def integer(self, name: str) -> int | None:
        """The field as a whole number; a 400 if it is something else."""
        if not self.has(name):
            return None
        value = self.values[name]
        if isinstance(value, float) and value.is_integer():
            return int(value)
        try:
            return int(str(value))
        except ValueError:
            raise bad_request(f'invalid integer value specified for "{name}"') from None

    def number(self, name: str) -> float:
        """The field as a number; a 400 if it is absent or something else."""
        try:
            return float(str(self.values.get(name)))
        except ValueError:
            raise bad_request(f"{name} must be a number") from None

    def flag(self, name: str) -> bool:
        """The field as a yes or no: true, 1, yes and on mean yes."""
        return self.text(name).lower() in ("true", "1", "yes", "on")

    def json(self, name: str, what: str | None = None) -> Any:
        """The field's JSON value, decoded if it came as a string; None if absent."""
        if not self.has(name):
            return None
        value = self.values[name]
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {what or name} JSON object") from None

    def shown(self) -> Json:
        """The fields for the request log: files by name and size, never their bytes."""
        files = {key: {"file": f.name, "size": len(f.data)} for key, f in self.files.items()}
        return {**self.values, **files}
