"""Every screen with real values, by area: what a person in Berlin may see on a Monday in November.

`all_screens()` is read by the golden tests and by every rule that must hold of all screens.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.screens.screen import Screen
from tests.screens.gallery import (
    answers,
    asked,
    asking,
    board,
    cards,
    catch_up,
    changing,
    chat,
    contacts,
    correcting,
    echo,
    emergency,
    ladder,
    log,
    past,
    pausing,
    refusals,
    replanned,
    setup,
    slips,
    stopping,
    supply,
    symptoms,
)
from tests.screens.gallery.berlin import SAID

Area = Callable[[], dict[str, Screen]]
AREAS: Mapping[str, Area] = {
    module.__name__.rsplit(".", maxsplit=1)[-1]: module.screens
    for module in (
        answers,
        asked,
        asking,
        board,
        cards,
        catch_up,
        changing,
        chat,
        contacts,
        correcting,
        echo,
        emergency,
        ladder,
        log,
        past,
        pausing,
        refusals,
        replanned,
        setup,
        slips,
        stopping,
        symptoms,
        supply,
    )
}


def all_screens() -> dict[str, Screen]:
    """Each screen under "area/what it is"."""
    return {
        f"{area}/{name}": screen
        for area, screens in AREAS.items()
        for name, screen in screens().items()
    }


def messages_said() -> frozenset[str]:
    """The ids of all Fluent messages that the screens above are made of."""
    all_screens()
    return frozenset(SAID)
