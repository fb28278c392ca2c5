from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from facts.guard import Guarded
from facts.models.facts import Fact


class Script(models.TextChoices):
    """The letters that a name is written in."""

    LATIN = "Latn", _("Latin")
    CYRILLIC = "Cyrl", _("Cyrillic")


class NameLanguage(models.TextChoices):
    """The language of a form of a name."""

    ENGLISH = "en", _("English")
    KAZAKH = "kk", _("Kazakh")
    RUSSIAN = "ru", _("Russian")


class Name(Guarded):
    """One form of a name. The fact it belongs to says whose name it is, and when."""

    fact = models.ForeignKey(Fact, models.CASCADE, related_name="names")
    language = models.CharField(_("language"), max_length=2, choices=NameLanguage)
    script = models.CharField(_("script"), max_length=4, choices=Script)
    text = models.CharField(_("name"), max_length=200)
    is_main = models.BooleanField(_("the form that pages use"), default=False)

    class Meta:
        verbose_name = _("name")
        verbose_name_plural = _("names")
        ordering = ("-is_main", "language", "script", "text")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["fact", "language", "script", "text"], name="facts_name_once"
            ),
            models.UniqueConstraint(
                fields=["fact", "language"],
                condition=Q(is_main=True),
                name="facts_name_one_main_form",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def lang_tag(self) -> str:
        """The BCP 47 tag for the ``lang`` attribute: ``kk-Cyrl``, or just ``en``."""
        usual = {"en": "Latn", "kk": "Cyrl", "ru": "Cyrl"}.get(self.language)
        return self.language if self.script == usual else f"{self.language}-{self.script}"
