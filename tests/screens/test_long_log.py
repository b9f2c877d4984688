"""A week of many doses still fits one message: the oldest days are told in short."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from bot.domain.adherence import adherence
from bot.domain.policy import Policy
from bot.domain.terms import DoseId, DoseState, SkipReason
from bot.domain.views import Log
from bot.screens.log import log
from bot.screens.scene import Scene
from bot.words import Words
from tests.domain.a_dose import DAY, a_dose, at

TELEGRAM = 4096  # characters of a message


ONE = (Decimal(10), frozenset({Decimal(10)}))
THREE = (Decimal("47.5"), frozenset({Decimal(5), Decimal(20), Decimal(25)}))


def week(per_day: int, mg: Decimal, strengths: frozenset[Decimal]) -> Log:
    """Seven days on which every dose was skipped because the doctor said so."""
    days = [
        (
            DAY - timedelta(days=back),
            tuple(
                a_dose(
                    f"{hour:02d}:00",
                    f"{hour:02d}:59",
                    id=DoseId(UUID(int=100 * back + hour)),
                    local_date=DAY - timedelta(days=back),
                    state=DoseState.SKIPPED,
                    mg=mg,
                    strengths=strengths,
                )
                for hour in range(0, 2 * per_day, 2)
            ),
        )
        for back in range(7)
    ]
    doses = [dose for _, each in days for dose in each]
    reasons = {dose.id: SkipReason.DOCTOR_SAID for dose in doses}
    total = adherence(doses, [], Policy())
    return Log(at("23:59"), "Etc/UTC", 0, DAY, tuple(days), (), reasons, total, has_older=True)


@pytest.mark.parametrize("tablets", [ONE, THREE], ids=["of one strength", "of three"])
@pytest.mark.parametrize("per_day", [1, 3, 6, 12])
def test_a_week_fits_one_message_whatever_the_plan(
    per_day: int, tablets: tuple[Decimal, frozenset[Decimal]]
) -> None:
    scene = Scene(Words("en"), "Etc/UTC", at("23:59"), "DE", "Berlin, Germany")
    text = log(scene, Policy(), week(per_day, *tablets)).text
    assert len(text) <= TELEGRAM
    in_short = text.count(" taken")
    assert text.count("skipped") == text.count(" mg\u2069 (") == per_day * (7 - in_short)
    assert in_short == 0 if per_day <= 3 else in_short < 6
    assert f"of {7 * per_day}" in text.translate(dict.fromkeys(range(0x2066, 0x206A)))
