"""A copy of the whole database, and the way back, on SQLite and PostgreSQL.

Both take a consistent copy while people write. A copy of the file itself would not be one:
on SQLite the last saves stand in a second file beside it.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import connection


class BackupError(Exception):
    """A copy could not be made or brought back; the words say why."""


def suffix() -> str:
    """How the name of a copy ends, which says what can read it."""
    return ".sqlite3" if connection.vendor == "sqlite" else ".dump"


def back_up(path: Path) -> None:
    """Write a consistent copy of the database to ``path``, which its owner alone can read.

    Raises ``BackupError`` where that fails; then no file is there.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = path.with_name(path.name + ".unfinished")
    unfinished.touch(mode=0o600)
    try:
        if connection.vendor == "sqlite":
            with closing(sqlite3.connect(_database())) as source:
                _copy(source, unfinished)
            _in_one_file(unfinished)
            _require_whole(unfinished)
        else:
            _run("pg_dump", "--format=custom", f"--file={unfinished}")
        unfinished.rename(path)
    except (OSError, sqlite3.Error) as error:
        raise BackupError(str(error)) from error
    finally:
        unfinished.unlink(missing_ok=True)


def bring_back(path: Path) -> None:
    """Make the database what it was when ``path`` was written, all or nothing.

    The site may go on meanwhile. Migrations since then are to be run afterwards, and a new
    edition to be begun. Raises ``BackupError`` where that fails; then all is as it was.
    """
    if not path.is_file():
        raise BackupError(f"There is no file {path}.")
    try:
        if connection.vendor == "sqlite":
            _require_whole(path)
            connection.close()
            with closing(_reading(path)) as source:
                _copy(source, Path(_database()))
        else:
            options = ("--clean", "--if-exists", "--no-owner", "--single-transaction")
            _run("pg_restore", *options, f"--dbname={_database()}", str(path))
    except (OSError, sqlite3.Error) as error:
        raise BackupError(str(error)) from error


def _database() -> str:
    return str(connection.settings_dict["NAME"])


def _copy(source: sqlite3.Connection, path: Path) -> None:
    with closing(sqlite3.connect(path, timeout=30)) as target:
        source.backup(target)


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _in_one_file(path: Path) -> None:
    """Let a copy stand in its file alone, whatever journal the database has."""
    with closing(sqlite3.connect(path)) as copy:
        copy.execute("PRAGMA journal_mode=DELETE")


def _require_whole(path: Path) -> None:
    """Raise ``BackupError`` where a file is no whole database of this site."""
    try:
        with closing(_reading(path)) as copy:
            verdict = copy.execute("PRAGMA integrity_check").fetchone()[0]
            copy.execute("SELECT count(*) FROM facts_fact")
    except sqlite3.Error as error:
        raise BackupError(f"{path} is no copy of this site’s database: {error}") from error
    if verdict != "ok":
        raise BackupError(f"{path} is damaged: {verdict}")


def _run(program: str, *options: str) -> None:
    """Run a program of PostgreSQL on the database; its password goes by the environment."""
    known: dict[str, Any] = connection.settings_dict
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    given = {name: str(known[key]) for name, key in names.items() if known[key]}
    environment = {**os.environ, **given, "PGDATABASE": _database()}
    done = subprocess.run(  # noqa: S603 - no text of a visitor is in it
        [program, *options], env=environment, check=False, capture_output=True, text=True
    )
    if done.returncode:
        raise BackupError(done.stderr.strip() or f"{program} failed.")
