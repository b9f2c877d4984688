"""A name and a phone number are read as they were typed, or asked for again."""

from __future__ import annotations

import pytest

from bot.chat.parsing.contacts import ContactProblem, ContactRead, read_contact
from bot.chat.parsing.verb_values import CallList, Contacts
from bot.chat.parsing.verbs import read_verb

READ = [
    ("Dr Park, 030 555 0100", "Dr Park", "030 555 0100"),
    ("Dr. Park +49 (30) 555-0100", "Dr. Park", "+49 (30) 555-0100"),
    ("030/555.0100 Park Pharmacy", "Park Pharmacy", "030/555.0100"),
    ("Park Pharmacy: 1-800-555-0100 ext. 12", "Park Pharmacy", "1-800-555-0100 ext. 12"),
    ("Clinic (111)", "Clinic", "111"),
    ("116117", "", "116117"),
    ("Pharmacy 365, 030 555 0100", "Pharmacy 365", "030 555 0100"),
    ("Park\nPharmacy\n555 0100", "Park Pharmacy", "555 0100"),
    ("Dr Zoë Müller \u2013 555 0100", "Dr Zoë Müller", "555 0100"),
    ("Apotheke am Markt 24h", "Apotheke am Markt 24h", ""),
    ("Dr Park", "Dr Park", ""),
    ("\uff10\uff13\uff10 555", "", "\uff10\uff13\uff10 555"),
]


@pytest.mark.parametrize(("text", "name", "number"), READ)
def test_the_number_stands_as_it_was_typed(text: str, name: str, number: str) -> None:
    assert read_contact(text) == ContactRead(name, number)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", ContactProblem.NO_NUMBER),
        ("12", None),
        ("555 0100 or 555 0101", ContactProblem.TWO_NUMBERS),
        ("1" * 30, ContactProblem.NO_NUMBER),
        ("a" * 61 + " 555 0100", ContactProblem.TOO_LONG),
        ("...", ContactProblem.NO_NUMBER),
    ],
)
def test_what_is_no_number_is_asked_for_again(text: str, problem: ContactProblem | None) -> None:
    read = read_contact(text)
    assert read == (problem or ContactRead(text, ""))


def test_marks_that_turn_digits_around_are_never_read_as_a_number() -> None:
    read = read_contact("Park \u202e0010 555\u202c")
    assert not isinstance(read, ContactRead) or "\u202e" not in read.number + read.name


@pytest.mark.parametrize("said", ["call list", "Who can I call?", "whom do i call", "poison line"])
def test_the_call_list_is_asked_for_in_words(said: str) -> None:
    assert read_verb(said) == CallList()


@pytest.mark.parametrize("said", ["contacts", "My contacts.", "my numbers", "change my contacts"])
def test_contacts_are_asked_for_in_words(said: str) -> None:
    assert read_verb(said) == Contacts()
