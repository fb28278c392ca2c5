"""The fixtures of the site: loaded where something changed, and else left as they are."""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.apps import apps
from django.conf import settings

from content.models import LastLoad
from content.serialisers import FOLDERS
from facts.blocks.files import read_folders
from facts.blocks.loading import Report, load
from facts.blocks.progress import Progress, silently
from facts.edition import number_now
from facts.guard import alone, writing


def load_fixtures(root: Path, progress: Progress = silently) -> Report:
    """Bring the database up to the fixtures under ``root``, and return what was done.

    Where neither they, nor the program, nor the content changed since the last load,
    nothing is read or written, and what that load left alone is reported again. Raises
    ``ContentError`` where they cannot be loaded; nothing is then.
    """
    digest = digest_of(root)
    last = LastLoad.objects.filter(digest=digest, edition=number_now() or 0).first()
    if last:
        return Report(same=last.same, kept=[(name, reason) for name, reason in last.kept])
    content = read_folders(root, FOLDERS, progress)
    with alone(), writing():
        report = load(content, progress)
        LastLoad.objects.update_or_create(
            defaults={
                "digest": digest,
                "edition": number_now() or 0,
                "same": len(report.added) + len(report.changed) + report.same,
                "kept": report.kept,
            }
        )
    return report


def digest_of(root: Path) -> str:
    """A digest of the fixtures under ``root`` and of the program that reads them.

    The program counts, because another version may read the same files otherwise.
    """
    fixtures = [path for one in FOLDERS for path in (root / one.name).glob("*.yaml")]
    base = settings.BASE_DIR
    apps_here = [Path(app.path) for app in apps.get_app_configs()]
    program = [
        path for app in apps_here if app.is_relative_to(base) for path in app.rglob("*.py")
    ]
    total = hashlib.sha256()
    for path in (*sorted(fixtures), base / "requirements.txt", *sorted(program)):
        text = path.read_bytes() if path.is_file() else b""
        head = f"{path.parent.name}/{path.name} {len(text)}\n"
        total.update(head.encode() + text)
    return total.hexdigest()
