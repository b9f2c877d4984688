"""Everything stays small enough to be read in one go, and says what it is for."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.house import BOT, REPOSITORY, TESTS

FILE_MOST = 250
TEST_FILE_MOST = 400
FUNCTION_MOST = 40
BANNED = {"utils", "util", "helpers", "helper", "common", "services", "service", "manager"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name(file: Path) -> str:
    return file.relative_to(REPOSITORY).as_posix()


def lines_of(function: Function) -> int:
    """Lines from `def` to the end, without the docstring."""
    total = (function.end_lineno or 0) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function, clean=False) is not None:
        total -= (first.end_lineno or 0) - first.lineno + 1
    return total


@pytest.mark.parametrize(("files", "most"), [(BOT, FILE_MOST), (TESTS, TEST_FILE_MOST)])
def test_no_file_is_longer_than_it_may_be(files: list[Path], most: int) -> None:
    lengths = {name(f): len(f.read_text("utf-8").splitlines()) for f in files}
    assert {file: lines for file, lines in lengths.items() if lines > most} == {}


def test_no_function_is_longer_than_40_lines() -> None:
    lengths = {
        f"{name(file)}:{node.lineno} {node.name}": lines_of(node)
        for file in BOT
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, Function)
    }
    assert {function: lines for function, lines in lengths.items() if lines > FUNCTION_MOST} == {}


def test_every_module_says_what_it_is_for() -> None:
    silent = [name(f) for f in BOT if not ast.get_docstring(ast.parse(f.read_text("utf-8")))]
    assert silent == []


def test_no_folder_or_module_is_a_drawer_for_odds_and_ends() -> None:
    parts = {
        part for f in [*BOT, *TESTS] for part in f.relative_to(REPOSITORY).with_suffix("").parts
    }
    assert parts & BANNED == set()
