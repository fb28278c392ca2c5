from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from elections.models.numbers import validate_number


@pytest.mark.parametrize("text", ["0", "7", "88.41", "0.35", "12035578", "82.20"])
def test_a_number_is_written_with_figures_and_a_point(text):
    validate_number(text)


@pytest.mark.parametrize("text", ["", "88,41", "5%", "007", "1.", ".5", "-3", "a few"])
def test_anything_else_is_refused_with_a_word_of_how(text):
    with pytest.raises(ValidationError, match="figures and a point"):
        validate_number(text)
