"""The same records in two shapes: as the Bot API writes them, and as the page shows them."""

from bot.playground.entities import as_html
from bot.playground.params import Json
from bot.playground.records import Group, Message, Person
from bot.playground.world import World


def user(world: World, user_id: int) -> Json:
    """A User: the bot itself or a person, also one who is gone."""
    if user_id == world.bot_id:
        names = {"first_name": "Steady Dose", "username": world.username}
        return {"id": user_id, "is_bot": True, **names}
    person = world.people.get(user_id)
    if person is None:
        return {"id": user_id, "is_bot": False, "first_name": ""}
    shown: Json = {"id": person.id, "is_bot": False, "first_name": person.first_name}
    if person.username:
        shown["username"] = person.username
    if person.language_code:
        shown["language_code"] = person.language_code
    return shown


def chat(world: World, chat_id: int) -> Json:
    """A Chat, private or group."""
    group = world.groups.get(chat_id)
    if group is not None:
        return {"id": group.id, "type": "group", "title": group.title}
    person = user(world, chat_id)
    kept: Json = {key: person[key] for key in ("first_name", "username") if key in person}
    return {"id": chat_id, "type": "private", **kept}


def message(world: World, one: Message, *, deep: bool = True) -> Json:
    """A Message; a reply keyboard is never echoed, only an inline one."""
    shown: Json = {
        "message_id": one.message_id,
        "from": user(world, one.author),
        "chat": chat(world, one.chat),
        "date": one.date,
        **one.media,
    }
    if one.edit_date is not None:
        shown["edit_date"] = one.edit_date
    if one.text:
        name, entities = ("caption", "caption_entities") if one.media else ("text", "entities")
        shown[name] = one.text
        if one.entities:
            shown[entities] = one.entities
    if one.inline:
        shown["reply_markup"] = one.inline
    if one.protected:
        shown["has_protected_content"] = True
    replied = world.message(one.chat, one.reply_to)
    if deep and replied is not None:
        shown["reply_to_message"] = message(world, replied, deep=False)
    return shown


def for_page(world: World, one: Message) -> Json:
    """A message as history and page need it: who, words, styles, buttons, file, marks."""
    rows = (one.inline or {}).get("inline_keyboard", [])
    return {
        "message_id": one.message_id,
        "from_bot": one.author == world.bot_id,
        "author": one.author,
        "name": user(world, one.author)["first_name"],
        "date": one.date,
        "text": one.text,
        "entities": one.entities,
        "html": as_html(one.text, one.entities),
        "media": one.media,
        "file": file_of(world, one),
        "buttons": rows,
        "foot": one.foot,
        "edited": one.reworded,
        "pinned": one.pinned,
        "silent": one.silent,
        "protected": one.protected,
        "reply_to": one.reply_to,
        "reactions": one.reactions,
    }


def file_of(world: World, one: Message) -> Json | None:
    """The file of a photo or a document: id, name, type, size, and whether it is an image."""
    inner = one.media.get("document") or (one.media.get("photo") or [None])[-1]
    stored = world.files.get(inner["file_id"]) if inner else None
    if stored is None:
        return None
    return {
        "id": stored.id,
        "name": stored.name,
        "mime": stored.mime,
        "size": len(stored.data),
        "photo": "photo" in one.media,
        "width": inner.get("width"),
        "height": inner.get("height"),
    }


def history(world: World, chat_id: int) -> list[Json]:
    """Every message of a chat, oldest first."""
    return [for_page(world, one) for one in world.messages.get(chat_id, {}).values()]


def foot(world: World, chat_id: int) -> Json | None:
    """The reply keyboard that is up in a chat now, or a request to reply."""
    shown: Json | None = None
    for one in world.messages.get(chat_id, {}).values():
        if one.foot is not None:
            shown = None if one.foot.get("remove_keyboard") else one.foot
        elif one.author != world.bot_id and shown and shown.get("one_time_keyboard"):
            shown = None
    return shown


def unread(world: World, chat_id: int) -> int:
    """How many messages of the bot are newer than the last one read."""
    member = world.chat_of(chat_id)
    read_up_to = member.read_up_to if member else 0
    mine = world.messages.get(chat_id, {}).values()
    return sum(1 for m in mine if m.author == world.bot_id and m.message_id > read_up_to)


def member(world: World, one: Person | Group) -> Json:
    """A person or a group as a card in the list of chats."""
    common = {"id": one.id, "unread": unread(world, one.id)}
    if isinstance(one, Group):
        return {**common, "group": True, "title": one.title, "bot_inside": one.bot_inside}
    return {
        **common,
        "group": False,
        "first_name": one.first_name,
        "username": one.username,
        "language_code": one.language_code,
        "zone": one.zone,
        "blocked": one.blocked,
        "met": one.met,
    }
