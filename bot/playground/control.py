"""What page and tests ask about chats: people, groups, messages, taps."""

import base64
import binascii
from typing import Any

from bot.playground import acting, membership, views
from bot.playground.asking import Ask, Play, person
from bot.playground.params import Json, Upload
from bot.playground.records import Message, Person
from bot.playground.refusals import NotPossible

NAMED = ("first_name", "username", "language_code", "zone")


def state(play: Play, ask: Ask) -> Json:
    """Everything but the messages: the bot, the chats, the time, where the feed stands."""
    world = play.api.world
    word = world.profile.word
    return {
        "epoch": play.epoch,
        "seq": world.feed.last,
        "now": play.controls.now().timestamp(),
        "bot": {
            "username": world.username,
            "name": word("name", "") or "Steady Dose",
            "description": word("description", ""),
            "short_description": word("short_description", ""),
        },
        "chats": [views.member(world, one) for one in (world.people | world.groups).values()],
    }


def add_person(play: Play, ask: Ask) -> Json:
    """Another person; an id of one's own choice must be free; `met`: they wrote before."""
    world = play.api.world
    chosen = ask.fields.integer("id")
    number = chosen or world.number("person")
    if number in world.people or number == world.bot_id or number <= 0:
        raise NotPossible("That id is taken.", 409)
    if chosen:
        world.reserve("person", chosen)
    words = _names(ask)
    name = words.pop("first_name", None) or f"Person {len(world.people) + 1}"
    added = Person(number, name, met=ask.fields.flag("met"), **words)
    world.save_person(added)
    return views.member(world, added)


def change_person(play: Play, ask: Ask) -> Json:
    """Another name, language or place for someone."""
    one = person(play, ask.id)
    for name, value in _names(ask).items():
        if name != "first_name" or value:
            setattr(one, name, value)
    play.api.world.save_person(one)
    return views.member(play.api.world, one)


def drop_person(play: Play, ask: Ask) -> Json:
    """Someone goes, with their chat."""
    play.api.world.drop_chat(person(play, ask.id).id)
    return {}


def add_group(play: Play, ask: Ask) -> Json:
    """A person makes a group with the bot in it."""
    by = person(play, ask.whole("by"))
    title = ask.fields.text("title")
    return views.member(play.api.world, membership.add_to_group(play.api.world, by, title))


def drop_group(play: Play, ask: Ask) -> Json:
    """The bot is thrown out of a group, or a group it left is deleted."""
    group = play.api.world.groups.get(ask.id)
    if group is None:
        raise NotPossible("There is no such group.", 404)
    if group.bot_inside:
        membership.remove_from_group(play.api.world, group)
    else:
        play.api.world.drop_chat(group.id)
    return {}


def chat(play: Play, ask: Ask) -> Json:
    """A chat as its phone shows it: history, foot of the chat, commands, unread."""
    world = play.api.world
    one = world.chat_of(ask.id)
    if one is None:
        raise NotPossible("There is no such chat.", 404)
    language = one.language_code if isinstance(one, Person) else None
    return {
        "seq": world.feed.last,
        "epoch": play.epoch,
        "chat": views.member(world, one),
        "messages": views.history(world, one.id),
        "foot": views.foot(world, one.id),
        "commands": world.profile.menu(one.id, language),
        "description": world.profile.word("description", language or ""),
    }


def say(play: Play, ask: Ask) -> Json:
    """A text, in a group by the person named in `as`."""
    by = ask.fields.integer("as")
    return _sent(play, acting.say(play.api.world, ask.id, ask.fields.text("text"), by))


def location(play: Play, ask: Ask) -> Json:
    """A place."""
    at = [ask.fields.number(name) for name in ("latitude", "longitude")]
    return _sent(play, acting.share_location(play.api.world, ask.id, *at))


def media(play: Play, ask: Ask) -> Json:
    """A sticker, voice note, photo or document; `data` is base64, a tiny one without it."""
    upload = None
    if ask.fields.has("data"):
        try:
            data = base64.b64decode(ask.fields.text("data"), validate=True)
        except binascii.Error:
            raise NotPossible("data must be base64.") from None
        mime = ask.fields.text("mime") or "application/octet-stream"
        upload = Upload(ask.fields.text("name") or "file", mime, data)
    kind, caption = ask.fields.text("kind"), ask.fields.text("caption")
    return _sent(play, acting.send_media(play.api.world, ask.id, kind, caption, upload))


def tap(play: Play, ask: Ask) -> Json:
    """A tap by row and column or by data; `forged` data no button carries, `as` anyone."""
    world, message_id = play.api.world, ask.whole("message_id")
    data = ask.fields.text("data")
    if not data:
        row, column = ask.whole("row"), ask.whole("column")
        data = acting.button_data(world, ask.id, message_id, row, column)
    elif not ask.fields.flag("forged") and not acting.has_data(world, ask.id, message_id, data):
        raise NotPossible("No button of that message carries that data.", 409)
    by = ask.fields.integer("as")
    return {"query": acting.tap(world, ask.id, message_id, data, person_id=by).id}


def edit(play: Play, ask: Ask) -> Json:
    """A text corrected by who wrote it."""
    one = acting.edit(play.api.world, ask.id, ask.whole("message_id"), ask.fields.text("text"))
    return _sent(play, one)


def block(play: Play, ask: Ask) -> Json:
    """The person blocks the bot."""
    membership.block(play.api.world, person(play, ask.id), blocked=True)
    return {}


def unblock(play: Play, ask: Ask) -> Json:
    """The person lets the bot write again."""
    membership.block(play.api.world, person(play, ask.id), blocked=False)
    return {}


def read(play: Play, ask: Ask) -> Json:
    """What was sent up to a message has been seen."""
    acting.read(play.api.world, ask.id, ask.whole("up_to"))
    return {}


def query(play: Play, ask: Ask) -> Json:
    """Whether a tap was answered, and with which words."""
    found = play.api.world.queries.get(ask.key)
    if found is None:
        raise NotPossible("There is no such tap.", 404)
    return {"answered": found.answered, "text": found.text, "alert": found.alert}


def _sent(play: Play, one: Message) -> Json:
    return views.for_page(play.api.world, one)


def _names(ask: Ask) -> dict[str, Any]:
    words: dict[str, Any] = {}
    for name in NAMED:
        if name in ask.fields.values:
            words[name] = ask.fields.text(name).strip()[:64].lstrip("@") or None
    return words
