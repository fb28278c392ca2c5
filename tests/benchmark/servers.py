"""Servers that are measured: gunicorn with the site or the bare application."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
from django.conf import settings

from tests.bench.live_site import WAIT, until
from tests.benchmark.asking import Answer
from tests.deploy.servers import free_port, listens

HOP_BY_HOP = {"server", "date", "connection", "transfer-encoding", "content-length"}


@dataclass(frozen=True)
class MeasuredServer:
    """A gunicorn with its workers, and where it listens."""

    port: int
    process: psutil.Process

    @property
    def processes(self) -> list[psutil.Process]:
        """The master and its workers."""
        return [self.process, *self.process.children(recursive=True)]

    def processor(self) -> float:
        """Seconds of processor that all of them used, in programs and in the kernel."""
        times = [process.cpu_times() for process in self.processes]
        return float(sum(one.user + one.system for one in times))

    def memory(self) -> float:
        """Megabytes of memory that are theirs, and their part of what they share (PSS)."""
        return sum(one.memory_full_info().pss for one in self.processes) / 2**20


@contextmanager
def gunicorn(application: str, **environment: str) -> Iterator[MeasuredServer]:
    """gunicorn with the configuration of the site, until the block ends."""
    port = free_port()
    arguments = [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py"]
    running = subprocess.Popen(
        [*arguments, application],
        cwd=settings.BASE_DIR,
        env={**os.environ, **environment, "PORT": str(port), "LOG_LEVEL": "ERROR"},
    )
    try:
        until(lambda: listens(port), f"{application} starts")
        yield MeasuredServer(port, psutil.Process(running.pid))
    finally:
        running.terminate()
        running.wait(timeout=WAIT)


def site(database: str, **environment: str) -> AbstractContextManager[MeasuredServer]:
    """The site on a database; ``PAGE_CACHE_MB="0"`` keeps no pages."""
    return gunicorn("config.wsgi:application", DATABASE_URL=database, **environment)


def bare(answer: Answer, folder: Path) -> AbstractContextManager[MeasuredServer]:
    """The bare application with the status, the headers and the bytes of an answer."""
    path = folder / f"answer-{answer.status}.json"
    headers = [pair for pair in answer.headers if pair[0].lower() not in HOP_BY_HOP]
    told = {"status": f"{answer.status} As It Was", "headers": headers}
    path.write_text(json.dumps({**told, "body": answer.body.hex()}), encoding="utf-8")
    return gunicorn("tests.benchmark.bare:application", BARE_ANSWER=str(path))
