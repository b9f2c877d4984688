"""What the bot sends: text, pictures, documents, places; each to an open chat, or a refusal."""

from bot.playground import images
from bot.playground.entities import written
from bot.playground.keyboards import read_markup
from bot.playground.params import Json, Params, Upload
from bot.playground.records import Group, Message, Person, StoredFile
from bot.playground.refusals import Refused, bad_request, forbidden
from bot.playground.views import message as shown
from bot.playground.world import World

PHOTO_BYTES = 10 * 1024 * 1024
DOCUMENT_BYTES = 50 * 1024 * 1024
ACTIONS = {
    *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice"),
    *("upload_document", "choose_sticker", "find_location", "record_video_note"),
    "upload_video_note",
}


def known_chat(world: World, params: Params) -> Person | Group:
    """The chat a request names, if the bot ever met it; a 400 otherwise."""
    if not params.has("chat_id"):
        raise bad_request("chat_id is empty")
    name = params.text("chat_id")
    chat_id = int(name) if name.removeprefix("-").isdecimal() else 0
    chat = world.chat_of(chat_id)
    if chat is None or (isinstance(chat, Person) and not chat.met):
        raise bad_request("chat not found")
    return chat


def open_chat(world: World, params: Params) -> Person | Group:
    """The chat a request names, if the bot may speak there; a 400 or 403 otherwise."""
    chat = known_chat(world, params)
    if isinstance(chat, Group):
        if chat.kicked:
            raise forbidden("bot was kicked from the group chat")
        if not chat.bot_inside:
            raise forbidden("bot is not a member of the group chat")
    elif chat.blocked:
        raise forbidden("bot was blocked by the user")
    return chat


def send_message(world: World, params: Params) -> Json:
    """sendMessage: 1-4096 characters after entity parsing."""
    text, entities = written(params, "text")
    return _post(world, params, Message(0, 0, world.bot_id, 0, text, entities))


def send_photo(world: World, params: Params) -> Json:
    """sendPhoto: a real picture of at most 10 MB, or one sent before; caption to 1024."""
    text, entities = written(params, "caption")
    open_chat(world, params)
    stored = _file(world, params, "photo", PHOTO_BYTES)
    size = images.size_of(stored.data)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if sum(size) > 10_000 or max(size) > 20 * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    photo = {**_ids(stored), "width": size[0], "height": size[1], "file_size": len(stored.data)}
    media = {"photo": [photo]}
    return _post(world, params, Message(0, 0, world.bot_id, 0, text, entities, media))


def send_document(world: World, params: Params) -> Json:
    """sendDocument: anything of at most 50 MB, or a file sent before; caption to 1024."""
    text, entities = written(params, "caption")
    open_chat(world, params)
    stored = _file(world, params, "document", DOCUMENT_BYTES)
    about = {"file_name": stored.name, "mime_type": stored.mime, "file_size": len(stored.data)}
    media = {"document": {**_ids(stored), **about}}
    return _post(world, params, Message(0, 0, world.bot_id, 0, text, entities, media))


def send_location(world: World, params: Params) -> Json:
    """sendLocation: a point on Earth."""
    point = {name: params.number(name) for name in ("latitude", "longitude")}
    if not (abs(point["latitude"]) <= 90 and abs(point["longitude"]) <= 180):
        raise bad_request("wrong latitude or longitude")
    return _post(world, params, Message(0, 0, world.bot_id, 0, media={"location": point}))


def send_chat_action(world: World, params: Params) -> bool:
    """sendChatAction: one of Telegram's words; shown, never stored."""
    chat = open_chat(world, params)
    if params.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.feed.tell("typing", chat=chat.id, action=params.text("action"))
    return True


def get_file(world: World, params: Params) -> Json:
    """getFile: where to download; at most 20 MB as on Telegram's own servers."""
    stored = world.files.get(params.text("file_id"))
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(stored.data) > 20 * 1024 * 1024:
        raise bad_request("file is too big")
    return {**_ids(stored), "file_size": len(stored.data), "file_path": f"files/{stored.id}"}


def _post(world: World, params: Params, draft: Message) -> Json:
    chat = open_chat(world, params)
    markup = read_markup(params, private=isinstance(chat, Person))
    draft.reply_to = _replied(world, params, chat.id)
    draft.chat, draft.inline, draft.foot = chat.id, markup.inline, markup.foot
    draft.silent = params.flag("disable_notification")
    draft.protected = params.flag("protect_content")
    draft.message_id, draft.date = world.number("message"), world.second()
    world.save_message(draft)
    return shown(world, draft)


def _replied(world: World, params: Params, chat_id: int) -> int | None:
    reply = params.json("reply_parameters") or {}
    if not isinstance(reply, dict):
        raise bad_request("can't parse reply parameters JSON object")
    message_id = Params(reply).integer("message_id") or params.integer("reply_to_message_id")
    if message_id is None or world.message(chat_id, message_id) is not None:
        return message_id
    if any(p.flag("allow_sending_without_reply") for p in (Params(reply), params)):
        return None
    raise bad_request("message to be replied not found")


def _file(world: World, params: Params, name: str, most: int) -> StoredFile:
    value = params.text(name)
    upload: Upload | None = params.files.get(value.removeprefix("attach://") or name)
    if upload is not None:
        if not upload.data:
            raise bad_request("file must be non-empty")
        if len(upload.data) > most:
            raise Refused(413, "Request Entity Too Large")
        return world.store_file(upload)
    if value.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")  # nothing leaves this machine
    if value in world.files:
        return world.files[value]
    if not value:
        raise bad_request(f"there is no {name} in the request")
    raise bad_request("wrong remote file identifier specified: Wrong string length")


def _ids(stored: StoredFile) -> Json:
    return {"file_id": stored.id, "file_unique_id": stored.unique}
