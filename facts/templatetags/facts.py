from __future__ import annotations

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from facts.glossary import TermMention, first_uses, pieces_of
from facts.held import held
from facts.localised import Text
from facts.models import Fact
from facts.periods_in_words import day_in_words

register = template.Library()

register.filter("in_words", day_in_words)


@register.filter
def plain(text: str) -> str:
    """A text without the mark of a fallback, for attributes."""
    return str(text)


@register.simple_tag
@held
def sources(fact: Fact, label: str = "") -> SafeString:
    """The mark beside a fact that opens its sources in place.

    ``label`` says what the sources are for where the mark stands apart from its fact.
    """
    context = {
        "fact": fact,
        "citations": fact.citations.all(),
        "disagreements": fact.disagreements,
        "label": label,
    }
    return render_to_string("facts/_sources.html", context)


@register.simple_tag(takes_context=True)
def glossed(context: Context, text: Text) -> SafeString:
    """A text in which the first use of each term on the page opens what it means.

    Without a script it is a link to the glossary. The page keeps what it has marked on
    the request. A fallback to another language is marked, as everywhere.
    """
    request = context["request"]
    if not hasattr(request, "glossary"):
        request.glossary = set()
    marked = (
        (_link(piece) if isinstance(piece, TermMention) else piece,)
        for piece in first_uses(pieces_of(str(text)), request.glossary)
    )
    whole = format_html_join("", "{}", marked)
    if getattr(text, "is_fallback", False):  # what is missing is no text
        return format_html('<span lang="{}">{}</span>', text.language, whole)
    return whole


def _link(mention: TermMention) -> SafeString:
    return format_html(
        '<a class="term" href="{0}" data-opens="" aria-expanded="false" '
        'data-hx-get="{0}" data-hx-target="next .meant">{1}</a>'
        '<span class="meant"></span>',
        reverse("parliament:term-detail", kwargs={"slug": mention.slug}),
        mention.words,
    )
