"""Width and height of a picture from its first bytes, so that what is no picture is refused."""

import struct

_JPEG_SIZES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}


def size_of(data: bytes) -> tuple[int, int] | None:
    """Pixels across and down of a PNG, GIF, JPEG or WebP; None for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        return struct.unpack(">II", data[16:24])
    if data[:6] in (b"GIF87a", b"GIF89a") and len(data) >= 10:
        return struct.unpack("<HH", data[6:10])
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    if data[:4] == b"RIFF" and data[8:16] == b"WEBPVP8X" and len(data) >= 30:
        across, down = data[24:27] + b"\0", data[27:30] + b"\0"
        return int.from_bytes(across, "little") + 1, int.from_bytes(down, "little") + 1
    return None


def mime_of(data: bytes) -> str | None:
    """The type of a picture by its content, never by what the sender called it."""
    if size_of(data) is None:
        return None
    marks = {b"\x89P": "image/png", b"GI": "image/gif", b"\xff\xd8": "image/jpeg"}
    return marks.get(data[:2], "image/webp")


def _jpeg(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        if data[at + 1] in _JPEG_SIZES:
            down, across = struct.unpack(">HH", data[at + 5 : at + 9])
            return across, down
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None
