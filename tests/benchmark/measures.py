"""What is measured, each beside its own baseline: see ``docs/benchmark.md``."""

from __future__ import annotations

import socket
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import psutil

from tests.bench.test_slow_connections import HALF_A_BODY, HALF_A_HEAD, SILENT
from tests.benchmark.asking import Door, at_once, percentile
from tests.benchmark.kinds import DAYS, THE_SAME_THREE, address_of, kinds, on_days
from tests.benchmark.servers import MeasuredServer, bare
from tests.deploy.servers import free_port, nginx

Figures = dict[str, float]
PUPILS = 30


def milliseconds(server: MeasuredServer, work: Callable[[], None], answers: int) -> float:
    """Milliseconds of processor that the server took for each of so many answers."""
    before = server.processor()
    work()
    return (server.processor() - before) / answers * 1000


def anew(server: MeasuredServer, asked: int) -> Figures:
    """Milliseconds for a page of each kind that no worker kept, by kind.

    Each is asked for on days of its own, the first of which only lets the worker read the
    edition. The server keeps no pages.
    """
    door, found = Door(server.port), {}
    for name in kinds():
        first, *others = on_days(address_of(name), DAYS[: asked + 1])
        door.ask_all([first])
        found[name] = milliseconds(
            server, lambda others=others: door.ask_all(others), asked
        )
    return found


def after_publication(server: MeasuredServer, publish: Callable[[], None]) -> Figures:
    """Milliseconds for the first answer of each kind after a publication, by kind."""
    door, found = Door(server.port), {}
    door.ask_all(map(address_of, kinds()))  # so that no template is read later
    for name in kinds():
        publish()
        address = address_of(name)
        found[name] = milliseconds(
            server, lambda address=address: door.ask_all([address]), 1
        )
    return found


def beside_bare(server: MeasuredServer, folder: Path, asked: int, rounds: int) -> Figures:
    """How a page that was asked for before compares with a bare application.

    The ratio of their processor time per answer, whole and for 304, each the median of so
    many rounds in turn: 1 is as cheap as the bare application, 0.5 twice as dear.
    """
    door, page = Door(server.port), address_of("pages:home")
    door.ask_all([page] * 20)  # until every worker keeps it
    answer = door.ask(page)
    unchanged = door.ask(page, answer.tag)
    assert (answer.status, unchanged.status) == (200, 304)
    ratios: dict[str, list[float]] = {"asked again": [], "304": []}
    with bare(answer, folder) as whole, bare(unchanged, folder) as empty:
        for one in (whole, empty):
            Door(one.port).ask_all(["/"] * 20)
        for _ in range(rounds):
            for name, other, tag in (
                ("asked again", whole, ""),
                ("304", empty, answer.tag),
            ):
                theirs = milliseconds(
                    other,
                    lambda other=other: Door(other.port).ask_all(["/"] * asked),
                    asked,
                )
                ours = milliseconds(
                    server, lambda tag=tag: door.ask_all([page] * asked, tag), asked
                )
                ratios[name].append(theirs / ours)
    return {name: statistics.median(found) for name, found in ratios.items()}


def a_class(door: Door, first_day: int = 0) -> Figures:
    """How long thirty pupils wait: for the same three pages, then for three of their own.

    Seconds, by the clock; and how many were refused or failed. Their own are on days from
    ``first_day`` on, so that two classes ask for different ones.
    """
    same = [address_of(name) for name in THE_SAME_THREE]
    own = [
        [
            f"{address_of(name)}?on={DAYS[(first_day + pupil + place) % len(DAYS)]}"
            for place, name in enumerate(kinds()[pupil % 9 :: 9][:3])
        ]
        for pupil in range(PUPILS)
    ]
    found: Figures = {"refused": 0}
    for name, pages in (("same", [same] * PUPILS), ("own", own)):
        answers = at_once(door, pages)
        times = [seconds for seconds, _status in answers]
        found[f"{name}, 95th percentile"] = percentile(times, 0.95)
        found[f"{name}, longest"] = max(times)
        found["refused"] += sum(status >= 400 for _seconds, status in answers)
    return found


def among_silent(door: Door, connections: int) -> Figures:
    """How long ``/healthz`` takes, in seconds, beside silent and dripping connections."""
    with ExitStack() as opened:
        for number in range(connections):
            connection = socket.create_connection(("127.0.0.1", door.port))
            opened.enter_context(connection)
            if not door.is_tls:
                connection.sendall((SILENT, HALF_A_HEAD, HALF_A_BODY)[number % 3])
        times = []
        for _ in range(20):
            start = time.monotonic()
            assert door.ask("/healthz").status == 200
            times.append(time.monotonic() - start)
    return {"longest": max(times)}


@contextmanager
def behind_nginx(server: MeasuredServer, folder: Path) -> Iterator[Door]:
    """The site behind nginx as ``deploy/`` has it."""
    port = free_port()
    with nginx(folder, port, server.port):
        yield Door(port, is_tls=True)


def cost_by_wrk(server: MeasuredServer, address: str, seconds: int) -> float:
    """Microseconds of processor for each answer, asked by wrk as fast as it can.

    On sixteen connections that stay open: a client in Python could not keep up with nginx.
    """
    before = server.processor()
    done = subprocess.run(
        [
            *("wrk", "-t1", "-c16", f"-d{seconds}s"),
            *("-H", "Host: localhost", "-H", "Accept-Encoding: gzip"),
            f"http://127.0.0.1:{server.port}{address}",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    answers = int(done.stdout.split(" requests in ")[0].split()[-1])
    assert "Non-2xx" not in done.stdout, done.stdout
    return (server.processor() - before) / answers * 1e6


def nginx_beside_bare(
    server: MeasuredServer, folder: Path, seconds: int, rounds: int
) -> Figures:
    """How much cheaper nginx answers than the bare application does.

    Without TLS and the limit of the rate, which the bare application has not either. The
    site behind it is left out: it is asked once a second.
    """
    page, port, ratios = address_of("pages:home"), free_port(), []
    with (
        nginx(folder, port, server.port, is_open=True) as process,
        bare(Door(server.port).ask(page), folder) as other,
    ):
        proxy = MeasuredServer(port, psutil.Process(process.pid))
        for _ in range(rounds):
            theirs = cost_by_wrk(other, "/", seconds)
            ratios.append(theirs / cost_by_wrk(proxy, page, seconds))
    return {"behind nginx": statistics.median(ratios)}


def after_many(server: MeasuredServer, asked: int) -> Figures:
    """Megabytes of master and workers before anybody asked and after so many requests."""
    found = {"at the start": server.memory()}
    door = Door(server.port)
    pages: Sequence[Any] = [
        page for name in kinds() for page in on_days(address_of(name), DAYS)
    ]
    door.ask_all(pages[number % len(pages)] for number in range(asked))
    return {**found, f"after {asked} requests": server.memory()}
