"""What the bot does to a chat as a whole: look at it, pin in it, react in it, leave it."""

from bot.playground.membership import bot_left
from bot.playground.params import Json, Params
from bot.playground.records import Group, Message
from bot.playground.refusals import bad_request
from bot.playground.sending import known_chat, open_chat
from bot.playground.views import chat as shown_chat
from bot.playground.views import message as shown
from bot.playground.views import user
from bot.playground.world import World

REACTIONS = set(
    "👍👎❤🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋🖕😈😴😭🤓👻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾😡"
)


def get_chat(world: World, params: Params) -> Json:
    """getChat: what is known of a person or a group, with the newest pinned message."""
    chat = known_chat(world, params)
    full = {
        **shown_chat(world, chat.id),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription"), False
        )
        | {"gifts_from_channels": False},
    }
    pinned = _pinned(world, chat.id)
    if pinned:
        full["pinned_message"] = shown(world, pinned[-1])
    return full


def get_chat_member(world: World, params: Params) -> Json:
    """getChatMember: who is in a chat and how."""
    chat = known_chat(world, params)
    user_id = params.integer("user_id") or 0
    if user_id not in (chat.id, world.bot_id) and user_id not in world.people:
        raise bad_request("member not found")
    return {"status": "member", "user": user(world, user_id)}


def pin(world: World, params: Params) -> bool:
    """pinChatMessage: in a private chat always silent, but told in the chat and to the bot."""
    chat = open_chat(world, params)
    one = world.message(chat.id, params.integer("message_id"))
    if one is None:
        raise bad_request("message to pin not found")
    if not one.pinned:
        one.pinned = True
        world.save_message(one, "pinned")
        _tell_pin(world, one)
    return True


def _tell_pin(world: World, one: Message) -> None:
    """The line in the chat that says who pinned what; the bot gets it as an update."""
    number, at = world.number("message"), world.second()
    about = {"pinned_message": shown(world, one, deep=False)}
    line = Message(one.chat, number, world.bot_id, at, media=about, silent=True)
    world.save_message(line)
    world.updates.add("message", shown(world, line))


def unpin(world: World, params: Params) -> bool:
    """unpinChatMessage: the one named, else the newest."""
    chat = open_chat(world, params)
    message_id = params.integer("message_id")
    pinned = _pinned(world, chat.id)
    chosen = [m for m in pinned if m.message_id == message_id] if message_id else pinned[-1:]
    if not chosen:
        raise bad_request("message to unpin not found")
    chosen[0].pinned = False
    world.save_message(chosen[0], "pinned")
    return True


def unpin_all(world: World, params: Params) -> bool:
    """unpinAllChatMessages: also when there are none."""
    for one in _pinned(world, open_chat(world, params).id):
        one.pinned = False
        world.save_message(one, "pinned")
    return True


def react(world: World, params: Params) -> bool:
    """setMessageReaction: one of Telegram's emoji, or none to take it back."""
    chat = open_chat(world, params)
    one = world.message(chat.id, params.integer("message_id"))
    if one is None:
        raise bad_request("message to react not found")
    reactions = params.json("reaction") or []
    if not isinstance(reactions, list) or len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if not all(_known(reaction) for reaction in reactions):
        raise bad_request("REACTION_INVALID")
    one.reactions = reactions
    world.save_message(one, "reacted")
    return True


def leave(world: World, params: Params) -> bool:
    """leaveChat: groups only."""
    chat = open_chat(world, params)
    if not isinstance(chat, Group):
        raise bad_request("chat member status can't be changed in private chats")
    bot_left(world, chat)
    return True


def _pinned(world: World, chat_id: int) -> list[Message]:
    return [m for m in world.messages.get(chat_id, {}).values() if m.pinned]


def _known(reaction: object) -> bool:
    if not isinstance(reaction, dict) or reaction.get("type") != "emoji":
        return False
    return str(reaction.get("emoji")).removesuffix("\ufe0f") in REACTIONS
