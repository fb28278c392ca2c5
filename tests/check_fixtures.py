"""Load the fixtures into an empty database, check them, and dump them again.

`make check` runs it: `python -m tests.check_fixtures`.
"""

from __future__ import annotations

import sys

import django
from django.conf import settings
from django.core.management import call_command


def main() -> None:
    """Exit 1 where the content breaks a rule or is not in its canonical form."""
    django.setup()
    from content.serialisers import FOLDERS
    from facts.blocks.files import dump_folders

    call_command("migrate", verbosity=0)
    call_command("load_content")
    call_command("check_content")
    stale = [
        name
        for name, text in dump_folders(FOLDERS).items()
        if (settings.FIXTURES_ROOT / name).read_text(encoding="utf-8") != text
    ]
    if stale:
        print(f"Not in canonical form (run `make content`): {', '.join(stale)}")
        sys.exit(1)


if __name__ == "__main__":
    main()
