"""Long runs in numbered parts, which add up over many sessions on one commit.

A long run is a test with a ``part``: ``@parts("races", whole=1000, each=25)``. A part
draws all that is random from its own number and the seed, so that it can be run again
alone. What passed is noted in ``var/long.jsonl``, with commit, seed and database:

- without ``LONG`` the first few parts run, whatever is noted: a sample of everything;
- ``LONG=50`` runs what is still missing of the first half, ``LONG=100`` of the whole;
- ``LONG_SEED`` is the seed; another seed begins anew.

``python -m tests.long.parts`` prints what has been done on this commit.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from random import Random
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
NOTES = ROOT / "var" / "long.jsonl"
SAMPLE = 3
"""Percent of each long run that run where nobody asks for more."""
SEED = int(os.environ.get("LONG_SEED") or 2026)
PERCENT = int(os.environ.get("LONG") or 0)


@dataclass(frozen=True)
class Part:
    """So many of the whole of a long run, drawn from one seed."""

    run: str
    whole: int
    each: int
    number: int

    def random(self, nth: int) -> Random:
        """What the ``nth`` of this part draws from."""
        return Random(f"{SEED}/{self.run}/{self.number}/{nth}")  # noqa: S311 - no secret

    def is_asked_for(self) -> bool:
        """Whether it is among the parts that ``LONG`` names, or in the sample."""
        count = self.whole // self.each
        return self.number < ceil(count * (PERCENT or SAMPLE) / 100)

    def note(self, database: str, seconds: float) -> None:
        """Note that it passed."""
        noted = {
            "run": self.run,
            "whole": self.whole,
            "database": database,
            "commit": commit(),
            "seed": SEED,
            "part": self.number,
            "done": self.each,
            "seconds": round(seconds, 1),
        }
        NOTES.parent.mkdir(mode=0o700, exist_ok=True)
        with NOTES.open("a", encoding="utf-8") as notes:
            notes.write(f"{json.dumps(noted)}\n")  # one write: others may append too


def parts(run: str, whole: int, each: int) -> Callable[[Any], Any]:
    """Run a test in parts, ``each`` of them at a time."""
    found = [Part(run, whole, each, number) for number in range(whole // each)]
    return pytest.mark.parametrize("part", found, ids=lambda part: str(part.number))


def commit() -> str:
    """The commit that is checked out, marked where the files differ from it."""

    def git(*arguments: str) -> str:
        told = subprocess.run(
            ["git", *arguments],  # noqa: S607 - whichever git there is
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        )
        return told.stdout.strip()

    changed = git("status", "--porcelain", "--untracked-files=no")
    return git("rev-parse", "HEAD") + ("+changes" if changed else "")


def noted() -> Iterator[dict[str, Any]]:
    """What has been noted on this commit with this seed."""
    here = {"commit": commit(), "seed": SEED}
    if NOTES.exists():
        for line in NOTES.read_text(encoding="utf-8").splitlines():
            if here.items() <= (one := json.loads(line)).items():
                yield one


def noted_parts(database: str) -> set[tuple[str, int]]:
    """Run and number of each part that passed on this database."""
    return {(one["run"], one["part"]) for one in noted() if one["database"] == database}


def sums() -> Iterator[str]:
    """A line for each run and database: how many were done, of how many."""
    found: dict[tuple[str, str, int], Counter[int]] = {}
    for one in noted():
        key = (one["run"], one["database"], one["whole"])
        found.setdefault(key, Counter())[one["part"]] = one["done"]
    for (run, database, whole), done in sorted(found.items()):
        yield f"{run}, {database}: {done.total()} of {whole}"


if __name__ == "__main__":
    print(f"{commit()}, seed {SEED}", *sums(), sep="\n")
