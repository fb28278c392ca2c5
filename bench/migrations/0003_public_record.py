"""What was published before the public record was kept stands in it, too."""

from __future__ import annotations

from django.db import migrations


def record_published_changes(apps, schema_editor):
    Change = apps.get_model("bench", "Change")
    ChangeRecord = apps.get_model("content", "ChangeRecord")
    published = Change.objects.filter(state="published")
    for change in published.order_by("pk").iterator():
        name = f"{change.kind}/{change.key}"
        blocks = {name: change.block, **change.beside}
        before = {row: change.base.get(row, {}).get("block", {}) for row in blocks}
        ended = change.base.get(f"facts/{change.ends}", {}) if change.ends else {}
        ChangeRecord.objects.create(
            number=change.pk,
            kind=change.kind,
            key=change.key,
            aim=change.aim,
            reason_en=change.reason_en,
            published_at=change.published_at,
            undoes=change.undoes_id,
            rows=[
                {"name": row, "before": before[row], "after": after}
                for row, after in blocks.items()
            ],
            replaced=ended.get("block", {}),
        )


class Migration(migrations.Migration):
    dependencies = [
        ("bench", "0002_groups"),
        ("content", "0001_change_record"),
    ]

    operations = [
        migrations.RunPython(record_published_changes, migrations.RunPython.noop),
    ]
