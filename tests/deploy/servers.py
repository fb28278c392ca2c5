"""Servers that stand beside the site, started for a test: Redis and nginx."""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.bench.live_site import WAIT, until

Server = subprocess.Popen[bytes]


def program(name: str) -> str:
    """Where a program stands; fails where it is not installed."""
    found = shutil.which(name, path="/usr/sbin:/usr/bin:/usr/local/bin:/sbin:/bin")
    assert found, f"{name} is not installed: apt-get install nginx-light redis-server"
    return found


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def listens(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
        return True
    return False


@contextmanager
def started(arguments: list[str], port: int, log: Path) -> Iterator[Server]:
    """A server that listens on ``port``, until the block ends."""
    with log.open("ab") as output:
        process = subprocess.Popen(arguments, stdout=output, stderr=output)
    try:
        until(lambda: process.poll() is not None or listens(port), f"{arguments[0]} starts")
        assert process.poll() is None, log.read_text()
        yield process
    finally:
        process.terminate()
        process.wait(timeout=WAIT)


@contextmanager
def redis(folder: Path, port: int) -> Iterator[Server]:
    """Redis that keeps nothing on the disk."""
    arguments = [program("redis-server"), "--port", str(port), "--bind", "127.0.0.1"]
    beside = ["--save", "", "--appendonly", "no", "--dir", str(folder)]
    with started([*arguments, *beside], port, folder / "redis.log") as process:
        yield process
