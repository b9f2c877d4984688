"""The operator's policy file changes what it names, and every problem in it is told at once."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from bot.app.policy_file import PolicyFault, policy_from
from bot.domain.policy import Policy


def written(folder: Path, text: str) -> Path:
    """The file with this text."""
    file = folder / "policy.toml"
    file.write_text(text, "utf-8")
    return file


def refused(folder: Path, text: str) -> str:
    """What is said of this file."""
    with pytest.raises(PolicyFault) as fault:
        policy_from(written(folder, text))
    return str(fault.value)


def test_without_a_file_the_defaults_hold() -> None:
    assert policy_from(None) == Policy()


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    assert policy_from(written(tmp_path, "# nothing yet\n")) == Policy()


def test_every_kind_of_number_can_be_set(tmp_path: Path) -> None:
    policy = policy_from(
        written(
            tmp_path,
            """
            late_most = "90 min"
            correct_back = "60 days"
            nudge_after = ["10 min", "1 h"]
            snoozes_most = 0
            dose_asked_again = 32.5
            day_asked_again = 75
            day_asked_again_by_country = { US = 80, NZ = 75.0 }
            reviewer = "the pharmacist of the clinic"
            """,
        )
    )
    assert policy.late_most == timedelta(minutes=90)
    assert policy.correct_back == timedelta(days=60)
    assert policy.nudge_after == (timedelta(minutes=10), timedelta(hours=1))
    assert policy.snoozes_most == 0
    assert policy.dose_asked_again == Decimal("32.5")
    assert policy.day_limit("DE") == 75
    assert policy.day_limit("NZ") == 75
    assert policy.reviewer == "the pharmacist of the clinic"
    assert policy.on_time == Policy().on_time


@pytest.mark.parametrize(
    "line",
    [
        "late_most = 2",  # of what?
        'late_most = "two hours"',
        'late_most = "2"',
        "late_most = true",
        "nudge_after = [30]",
        'snoozes_most = "many"',
        "snoozes_most = true",
        "snoozes_most = 1.5",
        'dose_asked_again = "forty"',
        "dose_asked_again = nan",
        "reviewer = 3",
    ],
)
def test_what_cannot_be_read_is_named_with_the_right_form(tmp_path: Path, line: str) -> None:
    said = refused(tmp_path, line)
    assert line.partition(" =")[0] in said
    assert "\n" not in said


def test_all_problems_are_told_at_once_and_a_near_name_is_offered(tmp_path: Path) -> None:
    said = refused(tmp_path, 'late_mots = "1 h"\non_time = "x"\nlate_share = []\n')
    assert "late_mots is no number of the policy: late_most?" in said
    assert "on_time = 'x' cannot be read" in said
    assert "late_share = [] cannot be read" in said


def test_numbers_that_turn_a_rule_round_are_refused(tmp_path: Path) -> None:
    assert "late_most must be less than extra_gap" in refused(tmp_path, 'late_most = "5 h"')
    assert "asleep_after may not be over 150 s" in refused(tmp_path, 'asleep_after = "1 h"')


def test_what_is_no_toml_or_not_there_is_one_line(tmp_path: Path) -> None:
    assert "is not TOML" in refused(tmp_path, "late_most: 2 h")
    with pytest.raises(PolicyFault, match="cannot be read as text"):
        policy_from(tmp_path / "nowhere.toml")
