"""Servers that stand beside the site, started for a test: Redis and nginx."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings

from tests.bench.live_site import WAIT, until

Server = subprocess.Popen[bytes]
DEPLOY = settings.BASE_DIR / "deploy"
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
NGINX = DEPLOY / "nginx" / "shanyraq.conf"


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


def nginx_file(folder: Path, port: int, site_port: int, *, is_open: bool) -> Path:
    """``deploy/nginx/shanyraq.conf`` for ports of its own and a certificate of its own,
    inside the little that stands around it in a whole configuration; ``is_open`` without
    TLS and the limit of the rate, to compare it with a server that has neither."""
    certificate, key = folder / "fullchain.pem", folder / "privkey.pem"
    subprocess.run(
        [
            *(program("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes"),
            *("-days", "1", "-subj", "/CN=localhost"),
            *("-keyout", str(key), "-out", str(certificate)),
        ],
        check=True,
        capture_output=True,
    )
    text = NGINX.read_text(encoding="utf-8")
    for ours, here in (
        ("listen [::]:443 ssl http2;", ""),
        ("listen [::]:80;", ""),
        (
            "listen 443 ssl http2",
            f"listen 127.0.0.1:{port}{'' if is_open else ' ssl http2'}",
        ),
        ("listen 80;", f"listen 127.0.0.1:{free_port()};"),
        ("server 127.0.0.1:8000;", f"server 127.0.0.1:{site_port};"),
        ("/var/cache/nginx/shanyraq", str(folder / "cache")),
        *([("limit_req zone=shanyraq_pages burst=3000 nodelay;", "")] if is_open else []),
        ("/etc/ssl/example.org/fullchain.pem", str(certificate)),
        ("/etc/ssl/example.org/privkey.pem", str(key)),
    ):
        assert ours in text, ours
        text = text.replace(ours, here)
    # Started by root it would serve as somebody who may not enter the folder of a test.
    whoever = ["user root;"] if os.getuid() == 0 else []
    whole = folder / "nginx.conf"
    lines = [
        *whoever,
        "daemon off;",
        f"pid {folder / 'nginx.pid'};",
        f"error_log {folder / 'error.log'};",
        "worker_processes 2;",
        "events { worker_connections 4096; }",
        "http {",
        "access_log off;",
        *(f"{name}_temp_path {folder / name};" for name in TEMPORARY),
        text,
        "}",
    ]
    whole.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return whole


@contextmanager
def nginx(
    folder: Path, port: int, site_port: int, *, is_open: bool = False
) -> Iterator[Server]:
    """nginx as ``deploy/`` has it, before the site that listens on ``site_port``."""
    whole = nginx_file(folder, port, site_port, is_open=is_open)
    arguments = [program("nginx"), "-p", str(folder), "-c", str(whole)]
    with started(arguments, port, folder / "nginx.log") as process:
        yield process


@contextmanager
def redis(folder: Path, port: int) -> Iterator[Server]:
    """Redis that keeps nothing on the disk."""
    arguments = [program("redis-server"), "--port", str(port), "--bind", "127.0.0.1"]
    beside = ["--save", "", "--appendonly", "no", "--dir", str(folder)]
    with started([*arguments, *beside], port, folder / "redis.log") as process:
        yield process
