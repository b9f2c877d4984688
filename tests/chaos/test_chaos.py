"""People's days with kills and faults, on fixed seeds; `make chaos` lives hundreds of weeks."""

from __future__ import annotations

import pytest

from tests.chaos.run import examine, saved
from tests.chaos.simulation import Setting

SHORT = (Setting(1, people=5, days=1), Setting(11, people=5, days=1))


@pytest.mark.parametrize("setting", [*SHORT, *saved()], ids=lambda one: f"seed {one.seed}")
def test_whatever_happens_no_promise_is_broken(setting: Setting) -> None:
    done, broken = examine(setting)
    assert broken == ""
    assert done["doses"]
    assert done["deaths"]
