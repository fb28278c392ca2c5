"""The units of ``deploy/systemd/``: as systemd reads them, and what they run."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from tests.bench.live_site import own_database
from tests.deploy.servers import DEPLOY, program

UNITS = sorted((DEPLOY / "systemd").iterdir())
HOME = "/srv/shanyraq"
SERVICES = [unit for unit in UNITS if unit.suffix == ".service"]
TIMERS = [unit for unit in UNITS if unit.suffix == ".timer"]


def settings_of(unit, name):
    """The values of a setting of a unit, in their order."""
    return re.findall(rf"^{name}=(.*)$", unit.read_text(encoding="utf-8"), flags=re.M)


def names(paths):
    return [path.name for path in paths]


@pytest.fixture
def here(tmp_path):
    """The units, for a site that stands in a folder of the test."""
    python = tmp_path / "site" / ".venv" / "bin"
    python.mkdir(parents=True)
    for name in ("python", "gunicorn"):
        (python / name).symlink_to(Path(sys.executable).parent / name)
    for unit in UNITS:
        text = unit.read_text(encoding="utf-8").replace(HOME, str(tmp_path / "site"))
        (tmp_path / unit.name).write_text(text, encoding="utf-8")
    return tmp_path


def test_systemd_finds_no_fault_in_them(here):
    units = [str(here / unit.name) for unit in UNITS]
    done = subprocess.run(
        [program("systemd-analyze"), "verify", "--man=no", *units],
        capture_output=True,
        text=True,
        check=False,
    )
    told = [line for line in done.stderr.splitlines() if "shanyraq" in line]
    assert told == []
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("timer", TIMERS, ids=names(TIMERS))
def test_a_timer_runs_its_service_at_its_time_in_almaty(timer):
    assert timer.with_suffix(".service") in SERVICES
    (when,) = settings_of(timer, "OnCalendar")
    assert when.endswith(" Asia/Almaty")
    done = subprocess.run(
        [program("systemd-analyze"), "calendar", when],
        capture_output=True,
        text=True,
        check=True,
    )
    utc = re.search(r"\(in UTC\): \w+ \S+ (\S+)", done.stdout)
    elapse = utc or re.search(r"Next elapse: \w+ \S+ (\S+) UTC", done.stdout)
    expected = {"shanyraq-publish.timer": "19:00:01", "shanyraq-backup.timer": "22:17:00"}
    assert elapse[1] == expected[timer.name]


@pytest.mark.parametrize("service", SERVICES, ids=names(SERVICES))
def test_a_service_may_write_where_the_site_does_and_nowhere_else(service):
    assert settings_of(service, "ReadWritePaths") == [f"{HOME}/var"]
    for name in ("ProtectSystem", "NoNewPrivileges", "User", "UMask"):
        assert settings_of(service, name), name


def test_what_they_run_does_its_work(tmp_path, django_db_blocker):
    """Every command but the server itself, which each test of the running site starts."""
    ran, backups = [], tmp_path / "backups"
    with django_db_blocker.unblock(), own_database(tmp_path) as url:
        environment = {
            "PATH": "/usr/bin:/bin",
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "BACKUP_ROOT": str(backups),
        }
        for service in reversed(SERVICES):  # the site first: it prepares the database
            for command in settings_of(service, "ExecStart(?:Pre)?"):
                if "gunicorn" in command or "collectstatic" in command:
                    continue
                here = command.replace(f"{HOME}/.venv/bin/python", sys.executable)
                arguments = shlex.split(here.replace("var/backups", str(backups)))
                subprocess.run(
                    arguments,
                    cwd=settings.BASE_DIR,
                    env=environment,
                    check=True,
                    capture_output=True,
                )
                ran.append(arguments[2])
    assert len(list(backups.iterdir())) == 1
    assert set(ran) >= {"prepare", "publish_due", "backup"}
