"""One public function = one use case = one transaction. The store is handed in by the app."""

from bot.storage.faults import StorageFault, WrongKey
from bot.storage.store import Cause, CauseSeen, Store

__all__ = ["Cause", "CauseSeen", "StorageFault", "Store", "WrongKey"]
