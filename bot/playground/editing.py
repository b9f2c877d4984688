"""What the bot changes afterwards: its own words and keyboards, and only if something changes."""

from bot.playground.entities import written
from bot.playground.keyboards import read_markup
from bot.playground.params import Json, Params
from bot.playground.records import Message, Person
from bot.playground.refusals import bad_request
from bot.playground.sending import open_chat
from bot.playground.views import message as shown
from bot.playground.world import World

DELETE_SECONDS = 48 * 3600
_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)


def edit_text(world: World, params: Params) -> Json:
    """editMessageText: new words; without a keyboard in the request the old one goes."""
    text, entities = written(params, "text")
    one = _editable(world, params)
    if one.media:
        raise bad_request("there is no text in the message to edit")
    return _change(world, params, one, text, entities)


def edit_caption(world: World, params: Params) -> Json:
    """editMessageCaption: new words under a picture or a document."""
    text, entities = written(params, "caption")
    one = _editable(world, params)
    if "photo" not in one.media and "document" not in one.media:
        raise bad_request("there is no caption in the message to edit")
    return _change(world, params, one, text, entities)


def edit_markup(world: World, params: Params) -> Json:
    """editMessageReplyMarkup: another keyboard, or none."""
    one = _editable(world, params)
    return _change(world, params, one, one.text, one.entities)


def delete_message(world: World, params: Params) -> bool:
    """deleteMessage: within 48 hours; in a private chat also what the person wrote."""
    chat = open_chat(world, params)
    one = world.message(chat.id, params.integer("message_id"))
    if one is None:
        raise bad_request("message to delete not found")
    theirs = one.author != world.bot_id and not isinstance(chat, Person)
    if theirs or world.second() - one.date > DELETE_SECONDS:
        raise bad_request("message can't be deleted for everyone")
    world.drop_message(one)
    return True


def delete_messages(world: World, params: Params) -> bool:
    """deleteMessages: 1-100 at once; those not found are skipped."""
    ids = params.json("message_ids")
    if not isinstance(ids, list) or not 1 <= len(ids) <= 100:
        raise bad_request("message identifiers are not specified")
    chat = open_chat(world, params)
    for message_id in ids:
        one = Params({"chat_id": chat.id, "message_id": message_id})
        if world.message(chat.id, one.integer("message_id")) is not None:
            delete_message(world, one)
    return True


def answer_query(world: World, params: Params) -> bool:
    """answerCallbackQuery: once, within 30 s of the tap, at most 200 characters."""
    text = params.text("text")
    if len(text) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    query = world.queries.get(params.text("callback_query_id"))
    if query is None or query.answered or world.monotonic() - query.tapped > 30:
        raise bad_request(
            "query is too old and response timeout expired or query ID is invalid",
        )
    query.answered, query.text, query.alert = True, text, params.flag("show_alert")
    world.save_query(query)
    world.feed.tell(
        "answered",
        chat=query.chat,
        person=query.person,
        query=query.id,
        message_id=query.message_id,
        text=text,
        alert=query.alert,
    )
    return True


def _editable(world: World, params: Params) -> Message:
    if params.has("inline_message_id"):
        raise bad_request("message to edit not found")
    chat = open_chat(world, params)
    one = world.message(chat.id, params.integer("message_id"))
    if one is None:
        raise bad_request("message to edit not found")
    if one.author != world.bot_id or one.foot is not None:
        raise bad_request("message can't be edited")
    return one


def _change(world: World, params: Params, one: Message, text: str, entities: list[Json]) -> Json:
    private = one.chat > 0
    markup = read_markup(params, private=private)
    if markup.foot is not None:
        raise bad_request("inline keyboard expected")
    reworded = (text, entities) != (one.text, one.entities)
    if not reworded and markup.inline == one.inline:
        raise bad_request(_SAME)
    one.text, one.entities, one.inline = text, entities, markup.inline
    one.edit_date, one.reworded = world.second(), one.reworded or reworded
    world.save_message(one, "edited")
    return shown(world, one)
