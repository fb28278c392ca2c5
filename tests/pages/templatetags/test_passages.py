from __future__ import annotations

import pytest
from django.template import Context, Template

from facts.held import of_edition
from pages.sources import document_of_key, passages_of

pytestmark = pytest.mark.django_db


def card(passage):
    template = Template("{% load passages %}{% passage_card passage %}")
    return template.render(Context({"passage": passage}))


def test_a_card_is_made_once_for_an_edition(monkeypatch):
    passage = next(
        one for one in passages_of(document_of_key("senate-article")) if one.n_facts
    )
    with of_edition(1):
        first = card(passage)
        monkeypatch.setattr(
            "pages.templatetags.passages.render_to_string", lambda *args: "made again"
        )
        assert card(passage) == first
    assert passage.summary_en[:20] in first
    with of_edition(2):
        assert card(passage) == "made again"
