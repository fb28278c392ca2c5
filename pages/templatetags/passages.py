"""What the pages of the sources are made of."""

from __future__ import annotations

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from facts.held import held
from facts.models import Passage

register = template.Library()


@register.simple_tag
@held
def passage_card(passage: Passage) -> SafeString:
    """A passage of ``passages_of`` in our words, with how much rests on it.

    A document has up to a hundred, and none changes within an edition.
    """
    return render_to_string("pages/_passage.html", {"passage": passage})
