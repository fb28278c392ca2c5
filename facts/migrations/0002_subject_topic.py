from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """Every subject so far is a chamber or the Parliament, hence the one-off default."""

    dependencies = [("facts", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="subject",
            name="topic",
            field=models.CharField(
                choices=[
                    ("parliament", "Parliament and its chambers"),
                    ("elections", "Elections and referendums"),
                    ("parties", "Parties"),
                    ("presidency", "Presidency and government"),
                    ("law", "Constitution, courts and commissions"),
                    ("people", "People"),
                    ("places", "Capital and territory"),
                    ("world", "International bodies"),
                    ("society", "Society"),
                    ("sources", "The sources themselves"),
                ],
                default="parliament",
                max_length=12,
                verbose_name="topic",
            ),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="subject",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "topic__in",
                        [
                            "parliament",
                            "elections",
                            "parties",
                            "presidency",
                            "law",
                            "people",
                            "places",
                            "world",
                            "society",
                            "sources",
                        ],
                    )
                ),
                name="facts_subject_topic_known",
            ),
        ),
    ]
