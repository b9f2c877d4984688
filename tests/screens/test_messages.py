"""Every message the code names is there, and every message there is is named by the code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from bot.chat.parsing.contacts import ContactProblem
from bot.chat.parsing.plans import PlanProblem
from bot.chat.parsing.times import Problem
from bot.chat.routes import COMMANDS
from bot.domain.contacts import ContactKind
from bot.domain.limits import Limit
from bot.domain.marks import Mark, MarkGroup, Told
from bot.domain.symptoms import Symptom, SymptomGroup
from bot.domain.terms import Level, SkipReason, TaperReason
from bot.safety.facts import facts
from bot.screens.general import _HELP
from tests.ftl import every_message, variables_of
from tests.house import BOT, REPOSITORY

# Ids that are put together: what stands in the code, and all that can stand in its gap.
BUILT: dict[str, tuple[str, ...]] = {
    "skip-reason-{}": tuple(SkipReason),
    "taper-reason-{}": tuple(TaperReason),
    "again-{}": tuple(Limit),
    "help-{}": _HELP,
    "command-{}": tuple(COMMANDS),
    "problem-{}": (*PlanProblem, *Problem),
    "button-{}": (*SkipReason, *TaperReason, *ContactKind, *SymptomGroup, *MarkGroup),
    "sign-{}": tuple(Symptom),
    "mark-{}": tuple(Mark),
    "mark-ask-{}": tuple(Mark),
    "profile-answer-{}": tuple(Told),
    "level-{}": tuple(each.name.lower() for each in Level if each is not Level.EMERGENCY),
    "level-word-{}": tuple(each.name.lower() for each in Level),
    "contact-{}": tuple(ContactProblem),
    "contact-ask-{}": tuple(ContactKind),
    "contact-kind-{}": tuple(ContactKind),
}
IDS = set(every_message())
FIRST = {name.split("-")[0] for name in IDS}
LOOKS_LIKE_ONE = re.compile(r"[a-z]+(-[a-z0-9_]+)+")
NOT_ONE = {"skip-reason", "taper-reason"}  # the front part of one that is put together


def trees() -> Iterator[ast.Module]:
    """The code that may name a message: everything that can reach `words`."""
    for file in BOT:
        if file.relative_to(REPOSITORY / "bot").parts[0] not in {"playground", "domain", "safety"}:
            yield ast.parse(file.read_text("utf-8"))


def shape(joined: ast.JoinedStr) -> str:
    """An f-string with its gaps empty."""
    parts = [
        each.value if isinstance(each, ast.Constant) and isinstance(each.value, str) else "{}"
        for each in joined.values
    ]
    return "".join(parts)


def named() -> tuple[set[str], set[str]]:
    """Whole ids in the code, and shapes of those put together."""
    whole, shapes = set(), set()
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                shapes.add(shape(node))
    return whole, shapes


WHOLE, SHAPES = named()
MADE = {name.format(each) for name, every in BUILT.items() for each in every}


def test_every_id_in_the_code_is_a_message() -> None:
    candidates = {
        each
        for each in WHOLE
        if LOOKS_LIKE_ONE.fullmatch(each) and each.split("-")[0] in FIRST and each not in NOT_ONE
    }
    assert candidates - IDS == set()


def test_every_way_to_put_an_id_together_is_known_here() -> None:
    found = {
        each
        for each in SHAPES
        if re.fullmatch(r"[a-z]+(-[a-z_]+)*-\{\}", each) and each.split("-")[0] in FIRST
    }
    assert found == set(BUILT)


@pytest.mark.parametrize("name", BUILT)
def test_every_id_that_can_be_put_together_is_a_message(name: str) -> None:
    assert {name.format(each) for each in BUILT[name]} - IDS == set()


def test_no_message_is_unused() -> None:
    library = {fact.message for fact in facts().values()}  # said when its rule is built
    assert IDS - WHOLE - MADE - library == set()


def test_every_fact_that_a_screen_names_is_one() -> None:
    library = {fact.message for fact in facts().values()}
    assert set(variables_of("facts")) == library
    assert library & WHOLE  # some are said already
