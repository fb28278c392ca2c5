"""Three hundred broken fixtures: each is told in a sentence, and nothing is half loaded."""

from __future__ import annotations

import pytest

from tests.content.test_odd_fixtures import require_a_sentence
from tests.long.parts import parts


@parts("fixtures", whole=300, each=30)
@pytest.mark.usefixtures("empty")
@pytest.mark.ignore_template_errors
def test_a_broken_fixture_is_told_in_a_sentence(part, tmp_path):
    for number in range(part.each):
        folder = tmp_path / str(number)
        folder.mkdir()
        require_a_sentence(folder, part.number * part.each + number)
