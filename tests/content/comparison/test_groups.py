from __future__ import annotations

from content.aspect_groups import NOTES_COMPARED, TABLE
from content.comparison.groups import ComparisonGroup


def test_every_group_tells_some_kind_but_the_last_which_tells_what_is_not_settled():
    told = {entry.comparison for entry in TABLE} | set(NOTES_COMPARED.values())
    assert told - {None} == set(ComparisonGroup) - {ComparisonGroup.PERHAPS}
    assert list(ComparisonGroup)[-1] is ComparisonGroup.PERHAPS
