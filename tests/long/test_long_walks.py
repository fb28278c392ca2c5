"""More edits than the daily test makes, on other ways through the content."""

from __future__ import annotations

import pytest

from tests.bench.test_round_trip import shows_the_same_again

# As there: random content leaves templates more things open than the site's own does.
pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]


@pytest.mark.parametrize("seed", [3, 5, 7])
def test_after_many_edits_the_same_is_shown_again(seed, tmp_path):
    shows_the_same_again(seed, 40, tmp_path)
