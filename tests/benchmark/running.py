"""A whole run: databases are made, servers started, and all is measured in turn."""

from __future__ import annotations

import shutil
import sqlite3
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from django.core.management import call_command
from django.db import connection

from facts.edition import raise_edition
from tests.benchmark import measures
from tests.benchmark.asking import Door
from tests.benchmark.content import multiply
from tests.benchmark.kinds import address_of, kinds
from tests.benchmark.report import BenchmarkReport
from tests.benchmark.servers import MeasuredServer, site

ANEW = {"PAGE_CACHE_MB": "0", "WEB_CONCURRENCY": "1"}
"""Nothing is kept, and one worker has read the edition: with two the other might not."""
WIDE = 2.5
"""How much wider the limits of a short run are: other machines, other neighbours."""


def run(folder: Path, *, is_short: bool) -> BenchmarkReport:
    """All that is measured; in a short run less often, without the slow figures."""
    report = BenchmarkReport(WIDE if is_short else 1)
    one = prepare(folder)
    asked, rounds = (10, 3) if is_short else (40, 5)
    pages = _anew(report, one, asked)
    ten = _copied(one, folder / "ten.sqlite3")
    _on(ten, lambda: multiply(10))
    _anew_on_much(report, ten, asked, pages)
    _first_answers(report, one)
    with site(f"sqlite:///{one}") as server:
        door = Door(server.port)
        # Enough that each worker has read the edition and every template.
        door.ask_all([address_of(name) for name in kinds()] * 4)
        for name, ratio in measures.beside_bare(
            server, folder, 50 * rounds, rounds
        ).items():
            report.add(name, ratio, "ratio", at_least=0.8 if name == "304" else 0.95)
        _class(report, "class", door)
        _silent(report, "50 silent connections", door, 50)
        _behind_nginx(report, server, folder, 1 if is_short else 3, rounds)
        if not is_short:
            _memory(report, server, 20_000)
    return report


def _behind_nginx(
    report: BenchmarkReport, server: MeasuredServer, folder: Path, seconds: int, rounds: int
) -> None:
    """What nginx adds, where it is installed."""
    if not shutil.which("nginx", path="/usr/sbin:/usr/bin"):
        return
    with measures.behind_nginx(server, folder) as proxy:
        _class(report, "class behind nginx", proxy, first_day=measures.PUPILS)
        _silent(report, "200 silent connections behind nginx", proxy, 200)
    if shutil.which("wrk"):
        found = measures.nginx_beside_bare(server, folder, seconds, rounds)
        report.add("behind nginx", found["behind nginx"], "ratio", at_least=8)


def run_on_much(folder: Path, times: int) -> BenchmarkReport:
    """Memory and start on ``times`` as much content."""
    report, database = BenchmarkReport(), prepare(folder)
    _on(database, lambda: multiply(times))
    start = time.monotonic()
    with site(f"sqlite:///{database}") as server:
        report.add(f"start at {times} x", time.monotonic() - start, "s")
        _memory(report, server, 2_000)
    return report


def prepare(folder: Path) -> Path:
    """A database with the content, and the files that pages link."""
    call_command("migrate", verbosity=0)
    call_command("load_content", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    connection.close()
    return folder / "one.sqlite3"


def _copied(database: Path, to: Path) -> Path:
    with sqlite3.connect(database) as source, sqlite3.connect(to) as target:
        source.backup(target)
    source.close()
    target.close()
    return to


def _on(database: Path, work: Callable[[], None]) -> None:
    """Do something on a database of its own."""
    before, connection.settings_dict["NAME"] = connection.settings_dict["NAME"], database
    connection.close()
    try:
        work()
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


def _anew(report: BenchmarkReport, database: Path, asked: int) -> measures.Figures:
    with site(f"sqlite:///{database}", **ANEW) as server:
        found = measures.anew(server, asked)
    for name, cost in found.items():
        report.add(f"anew: {name}", cost, "ms")
    report.add("anew: median of kinds", statistics.median(found.values()), "ms", at_most=12)
    report.add("anew: worst kind", max(found.values()), "ms", at_most=25)
    return found


def _anew_on_much(
    report: BenchmarkReport, database: Path, asked: int, pages: measures.Figures
) -> None:
    with site(f"sqlite:///{database}", **ANEW) as server:
        found = measures.anew(server, asked)
    for name, cost in found.items():
        report.add(f"anew at 10 x: {name}", cost, "ms")
    median, worst = statistics.median(found.values()), max(found.values())
    report.add("anew at 10 x: median of kinds", median, "ms", at_most=14.4)
    report.add("anew at 10 x: worst kind", worst, "ms", at_most=30)
    ratio = median / statistics.median(pages.values())
    report.add("median at 10 x beside 1 x", ratio, "ratio", at_most=1.5)


def _first_answers(report: BenchmarkReport, database: Path) -> None:
    with site(f"sqlite:///{database}", **ANEW) as server:
        found = measures.after_publication(server, lambda: _on(database, raise_edition))
    for name, cost in found.items():
        report.add(f"first answer: {name}", cost, "ms")
    name = max(found, key=lambda name: found[name])
    report.add(f"first answer, worst ({name})", found[name], "ms", at_most=150)
    report.add("first answer, median", statistics.median(found.values()), "ms")


def _class(report: BenchmarkReport, name: str, door: Door, first_day: int = 0) -> None:
    limits = {
        "same, 95th percentile": 0.5,
        "own, 95th percentile": 1,
        "same, longest": 2,
        "own, longest": 2,
        "refused": 0,
    }
    for what, value in measures.a_class(door, first_day).items():
        unit = "answers" if what == "refused" else "s"
        report.add(f"{name}: {what}", value, unit, at_most=limits[what])


def _silent(report: BenchmarkReport, name: str, door: Door, connections: int) -> None:
    longest = measures.among_silent(door, connections)["longest"]
    report.add(f"{name}: /healthz, longest", longest, "s", at_most=0.2)


def _memory(report: BenchmarkReport, server: MeasuredServer, asked: int) -> None:
    for what, megabytes in measures.after_many(server, asked).items():
        report.add(f"memory {what}", megabytes, "MB", at_most=320)
