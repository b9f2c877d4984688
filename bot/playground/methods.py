"""Every method the playground answers, by its name in lower case; all others are a 404."""

from collections.abc import Callable
from typing import Any

from bot.playground import editing, rooms, sending
from bot.playground.params import Json, Params
from bot.playground.refusals import bad_request
from bot.playground.views import user
from bot.playground.world import World

Handle = Callable[[World, Params], Any]


def _get_me(world: World, params: Params) -> Json:
    abilities = {
        "can_join_groups": False,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
    return {**user(world, world.bot_id), **abilities}


def _yes(world: World, params: Params) -> bool:
    return True


def _set_webhook(world: World, params: Params) -> bool:
    if params.has("url"):
        raise bad_request("bad webhook: the playground is polled; it sends no webhooks")
    return True


def _delete_webhook(world: World, params: Params) -> bool:
    if params.flag("drop_pending_updates"):
        world.updates.clear()
    return True


def _webhook_info(world: World, params: Params) -> Json:
    return {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": world.updates.pending(),
        "allowed_updates": world.updates.allowed(),
    }


def _sets(what: str) -> Handle:
    return lambda world, params: world.profile.set_word(what, params)


def _gets(what: str, default: str = "") -> Handle:
    def get(world: World, params: Params) -> Json:
        return {what: world.profile.word(what, params.text("language_code")) or default}

    return get


METHODS: dict[str, Handle] = {
    "getme": _get_me,
    "logout": _yes,
    "close": _yes,
    "setwebhook": _set_webhook,
    "deletewebhook": _delete_webhook,
    "getwebhookinfo": _webhook_info,
    "sendmessage": sending.send_message,
    "sendphoto": sending.send_photo,
    "senddocument": sending.send_document,
    "sendlocation": sending.send_location,
    "sendchataction": sending.send_chat_action,
    "getfile": sending.get_file,
    "editmessagetext": editing.edit_text,
    "editmessagecaption": editing.edit_caption,
    "editmessagereplymarkup": editing.edit_markup,
    "deletemessage": editing.delete_message,
    "deletemessages": editing.delete_messages,
    "answercallbackquery": editing.answer_query,
    "getchat": rooms.get_chat,
    "getchatmember": rooms.get_chat_member,
    "leavechat": rooms.leave,
    "pinchatmessage": rooms.pin,
    "unpinchatmessage": rooms.unpin,
    "unpinallchatmessages": rooms.unpin_all,
    "setmessagereaction": rooms.react,
    "setmycommands": lambda world, params: world.profile.set_commands(params),
    "deletemycommands": lambda world, params: world.profile.delete_commands(params),
    "getmycommands": lambda world, params: world.profile.get_commands(params),
    "setmyname": _sets("name"),
    "getmyname": _gets("name", "Steady Dose"),
    "setmydescription": _sets("description"),
    "getmydescription": _gets("description"),
    "setmyshortdescription": _sets("short_description"),
    "getmyshortdescription": _gets("short_description"),
    "setchatmenubutton": _yes,
    "getchatmenubutton": lambda world, params: {"type": "commands"},
}
