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
from dataclasses import dataclass, replace
from datetime import timedelta
from math import ceil
from multiprocessing import get_context
from pathlib import Path

from tests.chaos.case import Case, Finding
from tests.chaos.judge import judged
from tests.chaos.simulation import DAY, Setting, simulate

SEEDS = Path(__file__).with_name("seeds.txt")
_AROUND = timedelta(hours=3)
_LOGGED = 5  # lines


@dataclass(frozen=True, slots=True)
class Examined:
    """What was done in a run, its report ("" if all is well), and the shortest that may tell it."""

    done: Counter[str]
    broken: str = ""
    shorter: Setting | None = None


def examine(setting: Setting) -> Examined:
    """One run in a folder of its own."""
    folder = Path(tempfile.mkdtemp(prefix="steadydose-chaos-"))
    try:
        case = Case.of(asyncio.run(simulate(setting, folder)))
        found = judged(case)
        if not found:
            return Examined(_done(case))
        words = _framed(setting, folder, _told(case, found))
        return Examined(_done(case), words, _shorter(case, found[0]))
    except Exception:  # whatever hangs or breaks: the seed must be told
        return Examined(Counter(), _framed(setting, folder, traceback.format_exc()))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _shorter(case: Case, first: Finding) -> Setting:
    """Up to the day of this finding, without those who come after whom it is about."""
    setting = case.run.setting
    days = max(ceil((first.until - setting.start) / DAY), 1)
    chats = list(case.run.people)
    people = chats.index(first.chat) + 1 if first.chat in chats else setting.people
    return replace(setting, people=people, days=min(days, setting.days))


def keep(setting: Setting, shorter: Setting | None) -> Setting:
    """Make the run a test of this project: the shorter one where that breaks a promise, too."""
    kept = shorter if shorter is not None and examine(shorter).broken else setting
    if kept not in saved():
        with SEEDS.open("a", encoding="utf-8") as file:
            file.write(f"{kept.seed} {kept.people} {kept.days:g}\n")
    return kept


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
    failed: dict[Setting, Setting | None] = {}
    with ProcessPoolExecutor(given.jobs, get_context("spawn")) as pool:
        for setting, found in zip(runs, pool.map(examine, runs), strict=True):
            done += found.done
            how = "FAILED" if found.broken else "ok"
            print(f"seed {setting.seed}: {how}, {told(found.done)}", flush=True)
            if found.broken:
                failed[setting] = found.shorter
                print(found.broken, flush=True)
    print(f"{each * len(runs):g} patient-weeks: {told(done)}")
    for setting, shorter in failed.items():
        kept = keep(setting, shorter)
        words = f"{kept.people} people, {kept.days:g} days, now a test in {SEEDS.name}: mend it"
        print(f"FAILED seed {setting.seed}: {words}", file=sys.stderr)
    return 1 if failed else 0


def told(what: Counter[str]) -> str:
    """The counts in one line."""
    return ", ".join(f"{what[name]} {name}" for name in sorted(what))
