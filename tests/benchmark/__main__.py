"""``make benchmark``: measure the site beside a bare application, and tell in a table."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

import django


def main() -> int:
    """Measure and report; 1 where a figure is beyond its limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="few rounds, wide limits")
    parser.add_argument("--times", type=int, help="memory and start on so much content")
    parser.add_argument("--json", type=Path, default=Path("var/benchmark.json"))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "DATABASE_URL": f"sqlite:///{folder}/one.sqlite3",
            "SECRET_KEY": "of a site that lives for one benchmark " * 2,
            "ALLOWED_HOSTS": "localhost,127.0.0.1",
            "STATIC_ROOT": f"{folder}/static",
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "HTTPS": "false",
            "DEBUG": "false",
            "CACHE_URL": "",
            "LOG_LEVEL": "ERROR",
        }
        django.setup()
        # Only now are there models to import.
        from tests.benchmark.running import run, run_on_much

        if arguments.times:
            report = run_on_much(Path(folder), arguments.times)
        else:
            report = run(Path(folder), is_short=arguments.short)
    print(report.table())
    arguments.json.parent.mkdir(exist_ok=True)
    arguments.json.write_text(report.as_json(), encoding="utf-8")
    return 1 if report.beyond() else 0


if __name__ == "__main__":
    sys.exit(main())
