"""What the documents promise is there, and nothing of one machine is."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from bot.config import NAMES, Config
from tests.house import REPOSITORY, kept_files

LOCKS = ["requirements.lock", "requirements-dev.lock"]
DOCUMENTS = ["README.md", "CONTRIBUTING.md"]
MACHINE = re.compile(r"(?<![\w.])/(work|root|home/\w+|Users/\w+|private/var)\b|\.\./shared")


def read(name: str) -> str:
    return (REPOSITORY / name).read_text("utf-8")


def pins(lock: str) -> set[str]:
    return set(re.findall(r"^[\w.-]+==[^\s;]+", read(lock), re.M))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index_and_hashes_everything(lock: str) -> None:
    text = read(lock)
    assert not re.search(r"https?:|file:|^--|^\s*-[ief]\b", text, re.M)
    for entry in re.split(r"\n(?=\S)", text.strip()):
        assert "--hash=sha256:" in entry, entry.splitlines()[0]


def test_what_is_tested_is_what_runs() -> None:
    assert pins("requirements.lock") - pins("requirements-dev.lock") == set()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_make_command_in_the_documents_exists(document: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), re.M))
    written = set(re.findall(r"(?:^|`)make ([a-z]+)", read(document), re.M))
    assert written
    assert written - targets == set()


def test_every_test_that_the_readme_names_exists() -> None:
    named = re.findall(r"`(\w+/test_\w+\.py)(?:::(test_\w+))?`", read("README.md"))
    assert len(named) > 20
    for file, test in named:
        assert f"def {test}" in read(f"tests/{file}"), (file, test)


def test_make_help_names_every_command() -> None:
    makefile = read("Makefile")
    explained = set(re.findall(r"^([a-z]+):.*## ", makefile, re.M))
    assert {"run", "test", "chaos", "check", "format", "lock", "clean", "help"} == explained


def test_the_example_names_exactly_the_settings_there_are() -> None:
    assert re.findall(r"^([A-Z_]+)=$", read(".env.example"), re.M) == list(NAMES)


def test_the_readme_gives_every_setting_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `([A-Z_]+)` \|.*\| (.+) \|$", read("README.md"), re.M))
    assert list(rows) == list(NAMES)
    for name, field in Config.model_fields.items():
        if field.default is not None:
            assert rows[name.upper()] == f"`{field.default}`"


def test_documents_link_to_files_that_exist() -> None:
    for document in REPOSITORY.glob("*.md"):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", document.read_text("utf-8")):
            if not target.endswith(".png"):
                assert (REPOSITORY / target).exists(), (document.name, target)


def test_no_path_of_one_machine_is_kept() -> None:
    found = []
    for file in kept_files():
        try:
            text = file.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{file.name}: {hit.group()}" for hit in MACHINE.finditer(text)]
    assert found == []


def test_no_secret_or_data_file_is_kept() -> None:
    names = {file.relative_to(REPOSITORY).as_posix() for file in kept_files()}
    assert [n for n in names if re.search(r"(^|/)\.env$|\.(db|sqlite3?|key|pem)$|^data/", n)] == []


def test_both_locks_and_the_project_agree_on_what_is_asked_for() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    asked = project["dependencies"], project["optional-dependencies"]["dev"]
    for lock, wanted in zip(LOCKS, (asked[0], asked[0] + asked[1]), strict=True):
        pinned = {pin.split("==")[0] for pin in pins(lock)}
        for requirement in wanted:
            plain = re.split(r"[\[<>=!~;\s]", requirement)[0]
            assert re.sub(r"[._]", "-", plain).lower() in pinned, requirement


def test_ci_runs_what_a_developer_runs() -> None:
    assert "run: .ci/run" in read(".github/workflows/ci.yml")
    assert re.findall(r"^make (\w+)$", read(".ci/run"), re.M) == ["check", "test"]
    assert Path(REPOSITORY, ".ci/run").stat().st_mode & 0o111
