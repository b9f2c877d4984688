"""Use cases run on SQLite; on both where `on_both` says so.

Those are enough that every statement a use case makes runs on PostgreSQL too, in a storage test or
here, and all that lets two things happen at once. A use case with a new statement needs one of the
two.
"""

import pytest


@pytest.fixture
def database_kind() -> str:
    """SQLite."""
    return "sqlite"
