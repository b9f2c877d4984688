"""Telegram counts text in UTF-16 units: an emoji outside the basic plane is two."""


def units(text: str) -> int:
    """Length of the text as Telegram counts it."""
    if text.isascii():
        return len(text)
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)


def slice_units(text: str, offset: int, length: int) -> str:
    """The part of the text that an entity covers."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")
