"""Everything else that is said: help, about, stopping, tapers, and what was not understood."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.domain.terms import TaperReason
from bot.domain.views import TaperView
from bot.screens import general
from bot.screens.about import about
from bot.screens.screen import Screen
from tests.screens.gallery.berlin import POLICY, ZONE, Heard, at, scene

# What chat says by id alone, as it does.
SAID_BY_CHAT = (
    ("unknown-media",),
    ("unknown-command", "unknown-hint"),
    ("unknown-link",),
    ("unknown", "not-set-up"),
    ("edited",),
    ("failed",),
    ("failed-for-now",),
    ("group",),
    ("old-button",),
    ("taper-withdrawn",),
    ("taper-none",),
)


def screens() -> dict[str, Screen]:
    """Each of them."""
    here = scene()
    three = replace(
        POLICY, nudge_after=(timedelta(minutes=10), timedelta(minutes=20)), reviewer="A. Reviewer"
    )
    return {
        "help": general.help_screen(here),
        "help, country unknown": general.help_screen(scene(country=None)),
        "about": about(here, POLICY, "1.2.3"),
        "about in the UK, reviewed, two nudges": about(scene(country="GB"), three, "1.2.3"),
        "about, no nudges": about(here, replace(POLICY, nudge_after=()), "1.2.3"),
        "not understood": general.not_understood(here),
        "taper": general.taper_question(here),
        **{
            f"taper, {why}": general.taper(here, TaperView(why, at("14:10"), ZONE, True))
            for why in TaperReason
        },
        **{
            f"taper, {why}, unwell": general.taper(
                here, TaperView(why, at("14:10"), ZONE, True, unwell=True)
            )
            for why in TaperReason
        },
        "taper, it stands": general.taper(
            here, TaperView(TaperReason.OTHER, at("09:00", days=-3), ZONE, False)
        ),
        **{" ".join(said): general.bare(here, *said) for said in SAID_BY_CHAT},
        **profile(),
    }


def profile() -> dict[str, Screen]:
    """What Telegram shows beside the chat."""
    words = Heard()
    commands = (
        "start", "today", "log", "ask", "plan", "timezone", "taper", "stop", "help", "about",
        "cancel", "pause", "resume", "hospital", "symptom", "profile", "contacts", "supply",
    )  # fmt: skip
    listed = "\n".join(f"/{name} {words.plain(f'command-{name}')}" for name in commands)
    description = words.plain("bot-description")
    short = words.plain("bot-short-description")
    return {
        "commands": Screen(general.Markup(listed)),
        "description": Screen(general.Markup(f"{description}\n{short}")),
    }
