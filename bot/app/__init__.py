"""The composition root: the one place that knows everything and puts it together."""

from bot.app.opening import Opened, opened
from bot.app.running import App, StartFault

__all__ = ["App", "Opened", "StartFault", "opened"]
