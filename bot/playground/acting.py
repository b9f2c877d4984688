"""What people do with their phones: write, share, tap, correct; each becomes an update."""

import base64
import secrets

from bot.playground.entities import CAPTION_LIMIT, TEXT_LIMIT, with_found
from bot.playground.images import size_of
from bot.playground.params import Json, Upload
from bot.playground.records import Group, Message, Person, Query, StoredFile
from bot.playground.refusals import NotPossible
from bot.playground.units import units
from bot.playground.views import chat, message, user
from bot.playground.world import World

_DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def may_write(world: World, chat_id: int, person_id: int | None) -> tuple[Person, Person | Group]:
    """Who writes, and where; refused if they are not there or have blocked the bot."""
    room = world.chat_of(chat_id)
    if room is None:
        raise NotPossible("There is no such chat.", 404)
    inside = room.added_by if isinstance(room, Group) else room.id
    person = world.people.get(person_id or inside)
    if person is None:
        raise NotPossible("There is no such person.", 404)
    if person.blocked and not isinstance(room, Group):
        raise NotPossible("This person has blocked the bot. Unblock it first.", 409)
    return person, room


def say(world: World, chat_id: int, text: str, person_id: int | None = None) -> Message:
    """Send a text, as typed in an app: trimmed, not empty, at most 4096."""
    typed = text.strip()
    if not 1 <= units(typed) <= TEXT_LIMIT:
        raise NotPossible(f"A message has 1 to {TEXT_LIMIT} characters.")
    return _send(world, chat_id, person_id, text=typed)


def share_location(world: World, chat_id: int, latitude: float, longitude: float) -> Message:
    """Send a place, as the location button does."""
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        raise NotPossible("Latitude is -90 to 90, longitude -180 to 180.")
    point = {"latitude": latitude, "longitude": longitude}
    return _send(world, chat_id, None, media={"location": point})


def send_media(
    world: World, chat_id: int, kind: str, caption: str, upload: Upload | None
) -> Message:
    """Send a sticker, a voice note, a photo or a document; a tiny one if none is given."""
    if kind not in ("sticker", "voice", "photo", "document"):
        raise NotPossible("Only a sticker, a voice note, a photo or a document can be sent.")
    if units(caption) > CAPTION_LIMIT:
        raise NotPossible(f"A caption has at most {CAPTION_LIMIT} characters.")
    may_write(world, chat_id, None)
    stored = world.store_file(upload or Upload(f"{kind}.bin", "application/octet-stream", _DOT))
    media = _media(kind, stored)
    return _send(world, chat_id, None, text=caption, media=media)


def edit(world: World, chat_id: int, message_id: int, text: str) -> Message:
    """Correct a text that was sent; the bot gets it as edited_message."""
    may_write(world, chat_id, None)
    one = world.message(chat_id, message_id)
    if one is None or one.author == world.bot_id or one.media:
        raise NotPossible("Only a text of one's own can be edited.", 409)
    typed = text.strip()
    if not 1 <= units(typed) <= TEXT_LIMIT or typed == one.text:
        raise NotPossible("Type something else, up to 4096 characters.")
    one.text, one.entities = typed, with_found(typed, [])
    one.edit_date, one.reworded = world.second(), True
    world.save_message(one, "edited")
    world.updates.add("edited_message", message(world, one))
    return one


def tap(world: World, chat_id: int, message_id: int, data: str, *, person_id: int | None) -> Query:
    """Send a callback query with any data from anyone: forged ones are for security tests."""
    person, room = may_write(world, chat_id, person_id)
    if not 1 <= len(data.encode()) <= 64:
        raise NotPossible("Callback data has 1 to 64 bytes.")
    one = world.message(chat_id, message_id)
    gone = {"chat": chat(world, room.id), "message_id": message_id, "date": 0}
    number = world.number("query")
    query_id = str((person.id << 24) + (number << 8) + secrets.randbelow(256))
    query = Query(query_id, person.id, chat_id, message_id, data, world.monotonic())
    world.save_query(query)
    body = {
        "id": query_id,
        "from": user(world, person.id),
        "message": message(world, one) if one else gone,
        "chat_instance": str(1_000_003 * abs(chat_id)),
        "data": data,
    }
    world.updates.add("callback_query", body)
    return query


def button_data(world: World, chat_id: int, message_id: int, row: int, column: int) -> str:
    """The data of a button by its place; refused if there is none or it does something else."""
    one = world.message(chat_id, message_id)
    rows = (one.inline or {}).get("inline_keyboard", []) if one else []
    if not (0 <= row < len(rows) and 0 <= column < len(rows[row])):
        raise NotPossible("There is no button at that place.", 409)
    data = rows[row][column].get("callback_data")
    if data is None:
        raise NotPossible("That button sends nothing to the bot.", 409)
    return str(data)


def has_data(world: World, chat_id: int, message_id: int, data: str) -> bool:
    """Whether a button of the message carries this data."""
    one = world.message(chat_id, message_id)
    rows = (one.inline or {}).get("inline_keyboard", []) if one else []
    return any(button.get("callback_data") == data for row in rows for button in row)


def read(world: World, chat_id: int, up_to: int) -> None:
    """Mark what was sent up to a message as read."""
    member = world.chat_of(chat_id)
    if member is None or member.read_up_to >= up_to:
        return
    member.read_up_to = up_to
    if isinstance(member, Group):
        world.save_group(member)
    else:
        world.save_person(member)


def _send(
    world: World,
    chat_id: int,
    person_id: int | None,
    *,
    text: str = "",
    media: Json | None = None,
) -> Message:
    person, room = may_write(world, chat_id, person_id)
    number, at = world.number("message"), world.second()
    entities = with_found(text, [])
    one = Message(chat_id, number, person.id, at, text, entities, media or {})
    if not person.met and not isinstance(room, Group):
        person.met = True
        world.save_person(person)
    world.save_message(one)
    if _reaches_bot(world, room, one):
        world.updates.add("message", message(world, one))
    return one


def _reaches_bot(world: World, room: Person | Group, one: Message) -> bool:
    """In a group with privacy mode on, a bot hears commands and its own name only."""
    if not isinstance(room, Group):
        return True
    return room.bot_inside and (one.text.startswith("/") or f"@{world.username}" in one.text)


def _media(kind: str, stored: StoredFile) -> Json:
    ids = {"file_id": stored.id, "file_unique_id": stored.unique, "file_size": len(stored.data)}
    across, down = size_of(stored.data) or (0, 0)
    if kind == "photo":
        if not across:
            raise NotPossible("That is not a picture.")
        return {"photo": [{**ids, "width": across, "height": down}]}
    if kind == "sticker":
        look = {"type": "regular", "width": 512, "height": 512, "emoji": "🙂"}
        return {"sticker": {**ids, **look, "is_animated": False, "is_video": False}}
    if kind == "voice":
        return {"voice": {**ids, "duration": 2, "mime_type": "audio/ogg"}}
    return {"document": {**ids, "file_name": stored.name, "mime_type": stored.mime}}
