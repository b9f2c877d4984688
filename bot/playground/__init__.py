"""A Bot API on loopback and a chat page over it: Steady Dose without Telegram."""

from bot.playground.api import BotApi
from bot.playground.clock import BareControls, Controls, TurnedClock
from bot.playground.faults import Fault
from bot.playground.server import Server, serve

__all__ = ["BareControls", "BotApi", "Controls", "Fault", "Server", "TurnedClock", "serve"]
