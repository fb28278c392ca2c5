"""Copies of the database of the running site, made while people write, and brought back."""

from __future__ import annotations

import dataclasses
import threading

import pytest

from tests.bench.live_site import Browser, form_of, own_database

KEY = "hall-rule-5"
"""A fact that no other test of the running site changes."""
BEFORE = 10
"""Saves that are answered before the copy is begun."""
STATE = """
from bench.models import Change
print(Change.objects.get(key="hall-rule-5").block["act_en"])
"""


@pytest.fixture
def elsewhere(site, tmp_path):
    """A site on another, empty database, which is not served."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    with own_database(folder) as url:
        environment = {**site.environment, "DATABASE_URL": url}
        environment["BACKUP_ROOT"] = str(tmp_path / "copies")
        yield dataclasses.replace(site, url=url, environment=environment)


class Saving(threading.Thread):
    """Somebody who saves one change until she is told to stop."""

    def __init__(self, site):
        super().__init__()
        self.browser = Browser(site, "anna")
        self.address = self.browser.begin(KEY)
        self.saved = 0
        self.is_warm = threading.Event()
        self.is_over = threading.Event()

    def run(self):
        while not self.is_over.is_set():
            values = form_of(self.browser.get(self.address).text, "form")
            values["row-act_en"] = f"act {self.saved + 1}"
            assert self.browser.post(self.address, values).status == 302
            self.saved += 1
            if self.saved >= BEFORE:
                self.is_warm.set()


def test_a_copy_made_while_somebody_saves_holds_what_was_saved(site, elsewhere, tmp_path):
    copy = tmp_path / "copy"
    anna = Saving(site)
    anna.start()
    try:
        assert anna.is_warm.wait(60)
        before = anna.saved
        site.run("manage.py", "backup", "--to", str(copy))
        after = anna.saved + 1
    finally:
        anna.is_over.set()
        anna.join()
    assert copy.stat().st_mode & 0o077 == 0
    elsewhere.run("manage.py", "migrate", "--verbosity", "0")
    told = elsewhere.run("manage.py", "restore", str(copy))
    assert f"brought back: {copy}" in told
    act = elsewhere.run("manage.py", "shell", "--verbosity", "0", "-c", STATE)
    assert before <= int(act.split()[-1]) <= after
    assert "0 breaches" in elsewhere.run("manage.py", "check_content")
    (first,) = (tmp_path / "copies").iterdir()  # of what was there, which was nothing
    elsewhere.run("manage.py", "restore", str(first))
    assert "content is missing" not in elsewhere.run("manage.py", "check_content")


def test_what_is_no_copy_changes_nothing(elsewhere, tmp_path):
    elsewhere.run("manage.py", "migrate", "--verbosity", "0")
    elsewhere.run("manage.py", "load_content", "--from", "tests/bench/small")
    dump = ("manage.py", "dump_content", "--to", str(tmp_path / "one"))
    elsewhere.run(*dump)
    wrong = tmp_path / "wrong"
    wrong.write_bytes(b"SQLite format 3\0 but no more")
    for path in (wrong, tmp_path / "nothing"):
        with pytest.raises(AssertionError, match=r"Nothing was brought back"):
            elsewhere.run("manage.py", "restore", str(path))
    assert "0 of them written" in elsewhere.run(*dump)


def test_an_edition_that_was_used_never_comes_again(elsewhere, tmp_path):
    number = "from facts.edition import number_now; print(number_now())"
    elsewhere.run("manage.py", "migrate", "--verbosity", "0")
    load = ("manage.py", "load_content", "--from", "tests/bench/small")
    elsewhere.run(*load)
    copy = tmp_path / "copy"
    elsewhere.run("manage.py", "backup", "--to", str(copy))
    elsewhere.run(*load)
    before = int(elsewhere.run("manage.py", "shell", "-v0", "-c", number).split()[-1])
    elsewhere.run("manage.py", "restore", str(copy))
    after = int(elsewhere.run("manage.py", "shell", "-v0", "-c", number).split()[-1])
    assert after == before + 1
