"""What a visitor filters the powers by."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from facts.names import spellings
from parliament.models import Matter
from parliament.powers.matrix import PowerRow
from parliament.powers.procedures import ACTING, BODIES, HEADS
from web.filters import FilterField, FilterForm, WordsField
from web.word_match import finder


class PowerFilter(FilterForm):
    """Which rows of the matrix are shown."""

    target = "matrix"
    keeps_date = True

    body = FilterField(_("Who acts"), _("every body"), BODIES.items())
    procedure = FilterField(_("How"), _("every procedure"), HEADS.items())
    matter = FilterField(_("About"), _("everything"), Matter.choices)
    words = WordsField()

    def rows_of(self, rows: Iterable[PowerRow]) -> list[PowerRow]:
        """Those of the rows that fit every filter that is set, in their order."""
        fitting = [row for row in rows if self._has_choices(row)]
        if not (words := self.chosen("words")):
            return fitting
        finds = finder(words, spellings())
        return [row for row in fitting if finds(row.text)]

    def _has_choices(self, row: PowerRow) -> bool:
        """Whether a row is of the body, the procedure and the matter that are chosen."""
        body, procedure = self.chosen("body"), self.chosen("procedure")
        bodies = {acting for used in row.procedures for acting in ACTING[used]}
        return (
            body in ("", *bodies)
            and procedure in ("", *row.procedures)
            and self.chosen("matter") in ("", row.power.matter)
        )
