"""Who lets the bot in and who shuts it out: blocks, groups, and the updates that tell it so."""

from bot.playground.params import Json
from bot.playground.records import Group, Message, Person
from bot.playground.refusals import NotPossible
from bot.playground.views import chat, message, user
from bot.playground.world import World


def block(world: World, person: Person, *, blocked: bool) -> None:
    """Block or unblock the bot; it is told if that changes anything."""
    if person.blocked == blocked:
        return
    person.blocked, person.met = blocked, True
    world.save_person(person)
    old, new = ("member", "kicked") if blocked else ("kicked", "member")
    _tell(world, person.id, person.id, old, new)


def add_to_group(world: World, person: Person, title: str) -> Group:
    """A person makes a group and puts the bot in it."""
    group = Group(-world.number("group"), title.strip() or "Family", person.id)
    world.save_group(group)
    _tell(world, group.id, person.id, "left", "member")
    joined = user(world, world.bot_id)
    media: Json = {"new_chat_members": [joined], "new_chat_member": joined}
    number, at = world.number("message"), world.second()
    arrival = Message(group.id, number, person.id, at, media=media)
    world.save_message(arrival)
    world.updates.add("message", message(world, arrival))
    return group


def remove_from_group(world: World, group: Group) -> None:
    """The group throws the bot out."""
    if not group.bot_inside:
        raise NotPossible("The bot is not in this group.", 409)
    group.bot_inside, group.kicked = False, True
    world.save_group(group)
    _tell(world, group.id, group.added_by, "member", "kicked")


def bot_left(world: World, group: Group) -> None:
    """The bot leaves by itself."""
    group.bot_inside = False
    world.save_group(group)
    _tell(world, group.id, world.bot_id, "member", "left")


def _tell(world: World, chat_id: int, by: int, old: str, new: str) -> None:
    body = {
        "chat": chat(world, chat_id),
        "from": user(world, by),
        "date": world.second(),
        "old_chat_member": _status(world, old),
        "new_chat_member": _status(world, new),
    }
    world.updates.add("my_chat_member", body)


def _status(world: World, status: str) -> Json:
    shown: Json = {"status": status, "user": user(world, world.bot_id)}
    if status == "kicked":
        shown["until_date"] = 0
    return shown
