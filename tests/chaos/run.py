"""The command: so many patient-weeks, a line about each run, and every broken promise in full."""

from __future__ import annotations

import argparse
import asyncio
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import timedelta
from math import ceil
from multiprocessing import get_context
from pathlib import Path

from tests.chaos.case import Case, Finding
from tests.chaos.judge import judged
from tests.chaos.simulation import Setting, simulate

SEEDS = Path(__file__).with_name("seeds.txt")
_AROUND = timedelta(hours=3)
_LOGGED = 5  # lines


def examine(setting: Setting) -> tuple[Counter[str], str]:
    """One run in a folder of its own: what was done in it, and its report; "" if all is well."""
    folder = Path(tempfile.mkdtemp(prefix="steadydose-chaos-"))
    try:
        case = Case.of(asyncio.run(simulate(setting, folder)))
        found = judged(case)
        return _done(case), _framed(setting, folder, _told(case, found)) if found else ""
    except Exception:  # whatever hangs or breaks: the seed must be told
        return Counter(), _framed(setting, folder, traceback.format_exc())
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _told(case: Case, found: Sequence[Finding]) -> str:
    """The first broken promises, each with the chat around it."""
    blocks = [f"{len(found)} broken promises"]
    for each in found[:5]:
        near = [
            f"    {entry}"
            for entry in case.entries
            if entry.chat in (0, each.chat)
            and each.at - _AROUND <= entry.at <= each.until + _AROUND
        ]
        blocks.append(f"  {each.promise}: {each.words} (chat {each.chat}, {each.at})")
        blocks += near
    return "\n".join(blocks)


def _framed(setting: Setting, folder: Path, words: str) -> str:
    """The seed, what broke, what the bot said of it, and how to see it again and keep it."""
    log = folder / "log"
    said = log.read_text("utf-8").splitlines()[-_LOGGED:] if log.exists() else []
    seed, people, days = setting.seed, setting.people, f"{setting.days:g}"
    again = f"--seed {seed} --patients {people} --days {days} --weeks {people * setting.days / 7:g}"
    return "\n".join(
        [
            f"seed {seed}: {words}",
            *(f"    the bot: {line}" for line in said),
            f"Again: python -m tests.chaos {again}",
            f'As a test: add the line "{seed} {people} {days}" to tests/chaos/{SEEDS.name}',
        ]
    )


def saved() -> list[Setting]:
    """The runs that once failed: seed, people and days a line."""
    lines = [line.split("#")[0].split() for line in SEEDS.read_text("utf-8").splitlines()]
    return [Setting(int(one[0]), int(one[1]), float(one[2])) for one in lines if one]


def _done(case: Case) -> Counter[str]:
    what = Counter(case.run.counts)
    what["doses"] = sum(1 for _ in case.doses())
    what["outages"] = sum(span.sure for span in case.outages)
    what["faults"] = sum(entry.what == "fault" for entry in case.entries)
    what["messages"] = sum(entry.what == "sent" for entry in case.entries)
    what["repeats"] = case.repeats()
    what["blocks"] = sum(entry.what == "blocked" for entry in case.entries)
    what["plans"] = sum(len(versions) - 1 for versions in case.books.versions.values())
    what["corrections"] = sum(each.door == "log" for each in case.books.answers)
    what["undone"] = sum(each.kind == "undone" for each in case.books.answers)
    what.update(f"rests: {rest.kind}" for rest in case.books.rests)
    return what


def main(arguments: Sequence[str] | None = None) -> int:
    """Run until so many patient-weeks are done. Returns 1 where a promise was broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--weeks", type=float, default=200, help="patient-weeks in all")
    parser.add_argument("--seed", type=int, default=1, help="the first; each run adds one")
    parser.add_argument("--patients", type=int, default=25, help="people in one run")
    parser.add_argument("--days", type=float, default=7, help="days of one run")
    parser.add_argument("--jobs", type=int, default=2, help="runs at the same time")
    given = parser.parse_args(arguments)
    each = given.patients * given.days / 7
    runs = [
        Setting(given.seed + more, given.patients, given.days)
        for more in range(ceil(given.weeks / each - 1e-3))
    ]
    done: Counter[str] = Counter()
    failed = []
    with ProcessPoolExecutor(given.jobs, get_context("spawn")) as pool:
        for setting, (what, words) in zip(runs, pool.map(examine, runs), strict=True):
            done += what
            print(f"seed {setting.seed}: {'FAILED' if words else 'ok'}, {told(what)}", flush=True)
            if words:
                failed.append(setting.seed)
                print(words, flush=True)
    print(f"{each * len(runs):g} patient-weeks: {told(done)}")
    if failed:
        print(f"FAILED seeds: {failed}. Make each a test, and mend it.", file=sys.stderr)
    return 1 if failed else 0


def told(what: Counter[str]) -> str:
    """The counts in one line."""
    return ", ".join(f"{what[name]} {name}" for name in sorted(what))
