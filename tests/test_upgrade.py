"""A database of an earlier time comes up to now with nothing lost: see ``upgrade/``."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.bench.live_site import ROOT, own_database


def test_an_old_database_comes_up_to_now_with_nothing_lost(tmp_path):
    with own_database(tmp_path) as url:
        walked = subprocess.run(
            [sys.executable, "-m", "tests.upgrade"],
            cwd=ROOT,
            env={**os.environ, "DATABASE_URL": url},
            capture_output=True,
            text=True,
        )
    assert walked.returncode == 0, walked.stderr
    assert walked.stdout.splitlines()[-1:] == ["nothing is lost"]
