from __future__ import annotations

from django.contrib.auth.management import create_permissions
from django.db import migrations

GROUPS = {
    "Readers": ("view_change",),
    "Editors": ("view_change", "write_change"),
    "Reviewers": ("view_change", "write_change", "approve_change"),
}


def make_groups(apps, schema_editor):
    """The three groups of the staff. Their permissions exist only after migrating."""
    app = apps.get_app_config("bench")
    app.models_module = True
    create_permissions(app, apps=apps, verbosity=0)
    app.models_module = None
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    for name, codenames in GROUPS.items():
        group, _made = Group.objects.get_or_create(name=name)
        group.permissions.add(
            *Permission.objects.filter(
                content_type__app_label="bench", codename__in=codenames
            )
        )


class Migration(migrations.Migration):
    dependencies = [
        ("bench", "0001_changes"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
