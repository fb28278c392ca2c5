"""The walk, by ``python -m tests.upgrade``, on the empty database of ``DATABASE_URL``."""

from __future__ import annotations

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

# Only now can models be imported.
from tests.upgrade.walk import walk  # noqa: E402

walk()
