"""Whom to call: the person's own numbers, how they are told, and the list that names them all."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.contacts import Contact, ContactKind, Contacts
from bot.safety.emergency import number_for
from bot.screens.buttons import button
from bot.screens.help_lines import emergency_line
from bot.screens.scene import Scene
from bot.screens.screen import Button, Rows, Screen, Verb
from bot.words import Markup, lines


def listed(scene: Scene, kept: Contacts, *first: Markup) -> Screen:
    """All three, kept or not: tap one to tell, change or remove it."""
    text = lines(
        [
            *(lines([each, Markup("")]) for each in first),
            scene.html("contact-title"),
            *(_line(scene, kind, kept) for kind in ContactKind),
            scene.html("contact-hint"),
        ]
    )
    return Screen(
        text,
        (
            tuple(
                button(scene, f"button-{kind}", Verb.CONTACTS, detail=kind) for kind in ContactKind
            ),
            (call_button(scene), button(scene, "button-today", Verb.TODAY)),
        ),
    )


def ask(
    scene: Scene, kind: ContactKind, kept: Contacts, name: str = "", why: Markup | None = None
) -> Screen:
    """Who is it, with which number? `name`: told, the number is missing. `why`: asked again."""
    found = kept.get(kind)
    told = scene.html("contact-number", name=name) if name else scene.html(f"contact-ask-{kind}")
    text = lines(
        [
            *([why, Markup("")] if why is not None else []),
            told,
            *([contact_line(scene, found)] if found is not None else []),
            scene.html("contact-number-how" if name else "contact-how"),
        ]
    )
    back = button(scene, "button-back", Verb.CONTACTS)
    gone = button(scene, "button-remove", Verb.CONTACT_REMOVE, detail=kind)
    return Screen(text, ((back,) if found is None else (gone, back),))


def put(scene: Scene, kind: ContactKind, kept: Contacts) -> Screen:
    """It is kept: shown as it was typed, above all three."""
    return listed(scene, kept, lines([scene.html("contact-kept"), contact_line(scene, kept[kind])]))


def removed(scene: Scene, before: Contact | None, kept: Contacts) -> Screen:
    """It is gone: shown once more, so that it can be typed anew."""
    if before is None:
        return listed(scene, kept)
    said = lines([scene.html("contact-removed"), contact_line(scene, before)])
    return listed(scene, kept, said)


def call_list(scene: Scene, kept: Contacts, *, rows: bool = True) -> Screen:
    """Whom to call, the emergency number first. `rows`: the person is set up, and can go on."""
    text = lines(
        [
            scene.html("call-title"),
            *call_lines(scene),
            *(contacts_lines(scene, kept) or [scene.html("call-none")]),
        ]
    )
    on = (
        button(scene, "button-contacts", Verb.CONTACTS),
        button(scene, "button-today", Verb.TODAY),
    )
    return Screen(text, (on,) if rows else ())


def call_lines(scene: Scene) -> list[Markup]:
    """The country's emergency number with its fallback, and the poison line where one is known."""
    found = number_for(scene.country)
    poison = found.poison_line if found else None
    return [
        emergency_line(scene),
        *([scene.html("poison-number", number=poison)] if poison else []),
    ]


def contacts_lines(
    scene: Scene, kept: Contacts, kinds: Iterable[ContactKind] = ContactKind
) -> list[Markup]:
    """A line for each of these kinds that is kept, in this order."""
    return [contact_line(scene, kept[kind]) for kind in kinds if kind in kept]


def contact_line(scene: Scene, contact: Contact) -> Markup:
    """Who it is, by name where one was told, and the number as it was typed."""
    who = scene.words.plain(f"contact-kind-{contact.kind}")
    if not contact.name:
        return scene.html("contact-line-number", who=who, number=contact.number)
    return scene.html("contact-line", who=who, name=contact.name, number=contact.number)


def call_button(scene: Scene) -> Button:
    """[Call list]: the emergency number and the person's own, in a message of its own."""
    return button(scene, "button-call-list", Verb.CALL_LIST)


def call_row(scene: Scene) -> Rows:
    """[Call list] in a row of its own: under whatever says to call a doctor or a pharmacist."""
    return ((call_button(scene),),)


def _line(scene: Scene, kind: ContactKind, kept: Contacts) -> Markup:
    if kind in kept:
        return contact_line(scene, kept[kind])
    return scene.html("contact-line-none", who=scene.words.plain(f"contact-kind-{kind}"))
