"""Whom to call: telling the person's own numbers, and the list of all."""

from __future__ import annotations

from bot.domain.contacts import Contact, ContactKind
from bot.screens import contacts
from bot.screens.screen import Screen
from tests.screens.gallery.berlin import scene

K = ContactKind
KEPT = {
    K.PRESCRIBER: Contact(K.PRESCRIBER, "Dr Park", "030 555 0100"),
    K.PHARMACY: Contact(K.PHARMACY, "", "(030) 555-0101 x2"),
}


def screens() -> dict[str, Screen]:
    """Each of them, with numbers kept and with none."""
    here, usa = scene(), scene(country="US")
    why = here.html("contact-no_number")
    every = {each: Contact(each, "", "555 0100") for each in K}
    return {
        "none kept": contacts.listed(here, {}),
        "some kept": contacts.listed(here, KEPT),
        **{f"ask, {kind}": contacts.ask(here, kind, {}) for kind in K},
        **{f"ask, {each} is kept": contacts.ask(here, each, every) for each in K},
        "ask, the number is missing": contacts.ask(here, K.PHARMACY, {}, "Park Pharmacy"),
        "ask, not read": contacts.ask(here, K.PHARMACY, {}, why=why),
        **{
            f"ask, {each}": contacts.ask(here, K.PHARMACY, {}, why=here.html(f"contact-{each}"))
            for each in ("two_numbers", "too_long")
        },
        "kept": contacts.put(here, K.PRESCRIBER, KEPT),
        "removed": contacts.removed(here, KEPT[K.PRESCRIBER], {}),
        "call list": contacts.call_list(here, KEPT),
        "call list, none kept": contacts.call_list(usa, {}),
        "call list, country unknown": contacts.call_list(scene(country=None), {}, rows=False),
    }
