from __future__ import annotations

from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps


class BenchConfig(AppConfig):
    """Floor 4: where the editors change the content, two of them for every change."""

    default = True
    name = "bench"
    verbose_name = "The editors’ bench"


class BenchAdminConfig(admin_apps.AdminConfig):
    """Django's admin, with the bench as its start page."""

    default = False
    default_site = "bench.site.BenchSite"
