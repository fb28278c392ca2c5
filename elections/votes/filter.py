"""What a visitor filters the elections and referendums by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from elections.models import ElectionKind
from elections.sentences import decade_in_words
from elections.votes.vote import Vote
from web.filters import FilterField, FilterForm


class ElectionFilter(FilterForm):
    """The kind of a vote, and a decade in which it may have been held."""

    kind = FilterField(_("Kind"), _("every kind"), ElectionKind.choices)
    decade = FilterField(_("Decade"), _("every decade"), ())

    def __init__(self, query: QueryDict, decades: Iterable[int]) -> None:
        """Read the filters from ``query``; ``decades`` are those to choose from."""
        super().__init__(query)
        field = cast(FilterField, self.fields["decade"])
        field.choices = [
            ("", _("every decade")),
            *((str(decade), decade_in_words(decade)) for decade in decades),
        ]
        self.full_clean()

    def fits(self, vote: Vote) -> bool:
        """Whether a vote is among what is asked for."""
        decade = self.chosen("decade")
        return self.chosen("kind") in ("", vote.election.kind) and (
            not decade or int(decade) in vote.decades
        )


def decades_of(votes: Iterable[Vote]) -> list[int]:
    """The decades in which the votes may have been held, each by its first year."""
    return sorted({decade for vote in votes for decade in vote.decades})
