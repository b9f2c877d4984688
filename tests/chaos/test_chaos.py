"""People's days with kills and faults, on fixed seeds; `make chaos` lives hundreds of weeks."""

from __future__ import annotations

import pytest

from tests.chaos.run import examine, saved
from tests.chaos.simulation import Setting

SHORT = (Setting(7, people=3, days=1), Setting(13, people=3, days=1))


@pytest.mark.parametrize("setting", [*SHORT, *saved()], ids=lambda one: f"seed {one.seed}")
def test_r1_whatever_happens_no_promise_is_broken(setting: Setting) -> None:
    found = examine(setting)
    assert found.broken == ""
    for what in ("doses", "deaths", "outages", "faults") if setting in SHORT else ():
        assert found.done[what], f"seed {setting.seed} has become too calm: no {what}"
