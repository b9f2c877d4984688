"""What Telegram refuses, in Telegram's own words: the HTTP status decides, the words explain."""


class Refused(Exception):
    """A request the Bot API turns down: status, description, and seconds to wait on a 429."""

    def __init__(self, status: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.retry_after = retry_after

    def body(self) -> dict[str, object]:
        """The JSON Telegram sends with this refusal."""
        body: dict[str, object] = {
            "ok": False,
            "error_code": self.status,
            "description": self.description,
        }
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def bad_request(words: str) -> Refused:
    """A 400 with Telegram's prefix; PTB strips it and capitalises the rest."""
    return Refused(400, f"Bad Request: {words}")


def forbidden(words: str) -> Refused:
    """A 403 with Telegram's prefix: the chat is closed to the bot."""
    return Refused(403, f"Forbidden: {words}")


def too_many(seconds: int) -> Refused:
    """A 429 that says how many seconds to wait."""
    return Refused(429, f"Too Many Requests: retry after {seconds}", seconds)


class NotPossible(Exception):
    """A control request that makes no sense here: shown as it stands, never to the bot."""

    def __init__(self, words: str, status: int = 400) -> None:
        super().__init__(words)
        self.status = status
