"""The number for each country is the one its own sources give."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from phonenumbers.shortnumberinfo import is_emergency_number

from bot.safety.emergency import number_for, numbers

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("country", "primary", "alternate", "poison_line", "confirm"),
    [
        ("US", "911", None, "1-800-222-1222", False),
        ("CA", "911", None, "1-844-764-7669", False),
        ("GB", "999", "112", None, False),
        ("IE", "112", "999", None, False),
        ("DE", "112", None, None, False),
        ("FR", "15", "112", None, False),
        ("AU", "000", "112", "13 11 26", False),
        ("NZ", "111", None, None, False),
        ("JP", "119", None, None, False),
        ("BR", "192", None, None, False),
        ("CH", "144", "112", "145", False),
        ("IN", "112", "102", None, True),
        ("RU", "103", "112", None, True),
    ],
)
def test_numbers_checked_by_hand(
    country: str, primary: str, alternate: str | None, poison_line: str | None, confirm: bool
) -> None:
    found = number_for(country)
    assert found is not None
    assert (found.primary, found.poison_line) == (primary, poison_line)
    assert (found.alternate, found.confirm) == (alternate, confirm)


def test_a_country_we_know_no_number_for_has_none() -> None:
    assert number_for("ZZ") is None
    assert number_for(None) is None
    assert number_for("") is None


def test_case_does_not_matter() -> None:
    assert number_for("de") == number_for("DE")


def test_every_number_can_be_dialled() -> None:
    assert len(numbers()) == 78
    for country, row in numbers().items():
        assert re.fullmatch("[A-Z]{2}", country)
        for number in (row.primary, row.alternate or "112"):
            assert re.fullmatch(r"\d{2,5}", number), row
        assert row.primary != row.alternate


def test_a_number_no_international_list_agrees_with_is_marked_for_checking() -> None:
    rows = tomllib.loads((REPOSITORY / "bot/safety/emergency.toml").read_text("utf-8"))
    doubtful = {c for c, r in rows.items() if not (r["itu"] and r["libphonenumber"])}
    assert {c for c in doubtful if not rows[c]["confirm"] and not rows[c]["eu_112"]} == set()


# What libphonenumber does not call an emergency number of the region, and why it stands here.
NOT_IN_LIBPHONENUMBER: dict[tuple[str, str], str] = {
    ("EG", "112"): "ITU-T E.129 lists it beside 123",
    ("ES", "061"): "the medical line of some regions; 112 goes first",
    ("GH", "112"): "ITU-T E.129 of 2023 lists it; the row is marked to be confirmed",
    ("MA", "141"): "ITU-T E.129 of 2024: medical emergencies; the row is marked to be confirmed",
    ("NG", "112"): "ITU-T E.129 of 2023 lists it; the row is marked to be confirmed",
    ("PE", "106"): "ITU-T E.129 lists it beside 117; the row is marked to be confirmed",
    ("QA", "112"): "ITU-T E.129 lists it beside 999",
    ("RS", "194"): "ITU-T E.129 of 2012; libphonenumber: 94; the row is marked to be confirmed",
}


def test_h9_every_number_is_an_emergency_number_of_its_country_by_libphonenumber() -> None:
    unknown = {
        (country, number)
        for country, row in numbers().items()
        for number in (row.primary, row.alternate)
        if number is not None and not is_emergency_number(number, country)
    }
    assert unknown == set(NOT_IN_LIBPHONENUMBER)


def test_a_row_says_rightly_whether_libphonenumber_agrees() -> None:
    rows = tomllib.loads((REPOSITORY / "bot/safety/emergency.toml").read_text("utf-8"))
    said = {country: row["libphonenumber"] for country, row in rows.items()}
    assert said == {c: is_emergency_number(row["primary"], c) for c, row in rows.items()}


def test_the_oracle_can_say_no() -> None:
    assert is_emergency_number("911", "US")
    assert not is_emergency_number("123", "US")
