from __future__ import annotations

import pytest
from django.template import Context, Template

from elections.models import Figure


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0"), (999, "999"), (5247720, "5,247,720")]
)
def test_a_count_has_its_thousands_apart(number, words):
    template = Template("{% load elections %}{{ number|grouped }}")
    assert template.render(Context({"number": number})) == words


def test_a_figure_is_written_in_words():
    template = Template("{% load elections %}{{ figure|figure_in_words }}")
    figure = Figure(measure="turnout", value="54.21", is_about=True)
    assert template.render(Context({"figure": figure})) == "about 54.21%"
