"""The settings of the tests: those of the site, but quick and without files."""

from __future__ import annotations

import os

os.environ.setdefault("SECRET_KEY", "for tests only, never for a site " * 2)
os.environ.setdefault("DATABASE_URL", "sqlite://:memory:")
os.environ["DEBUG"] = "false"
os.environ["HTTPS"] = "false"
os.environ["CACHE_URL"] = ""
os.environ["SITE_URL"] = "http://testserver"

from config.settings import *  # noqa: F403

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# A folder that is always there, so that WhiteNoise has one to look into.
STATIC_ROOT = BASE_DIR / "docs"  # noqa: F405
