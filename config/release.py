"""Which version of the site this is, told from its files."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

SHOWN = {".py", ".html", ".svg", ".xml", ".css", ".js", ".mo", ".po", ".txt"}
"""Endings of the files that decide how a page looks, beside the content."""
BESIDE = {"docs", "fixtures", "tests", "var"}
"""Folders that decide nothing of it."""


def release_of(root: Path) -> str:
    """A digest of the files below ``root`` that decide how a page looks.

    Machines that serve the same version have the same, wherever and whenever they got it.
    """
    digest = sha256()
    for path in sorted(_files(root)):
        place = path.relative_to(root).as_posix()
        digest.update(f"{place}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _files(root: Path) -> list[Path]:
    folders = [
        one
        for one in root.iterdir()
        if one.is_dir() and not one.name.startswith(".") and one.name not in BESIDE
    ]
    inside = [path for folder in folders for path in folder.rglob("*")]
    return [path for path in (*root.glob("*.txt"), *inside) if path.suffix in SHOWN]
