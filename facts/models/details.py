from __future__ import annotations

from django.db import models

from facts.guard import Guarded
from facts.models.facts import Fact


class Detail(Guarded):
    """The typed details of a fact, one to one; its sentence is made from them.

    An app on a higher floor subclasses this for what it knows about.
    """

    fact: models.OneToOneField[Fact, Fact]

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.fact)
