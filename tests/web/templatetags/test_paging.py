from __future__ import annotations

from django.core.paginator import Paginator
from django.template import Context, Template


def test_a_template_lists_the_numbers_of_the_links():
    page = Paginator(range(50), 10).get_page(2)
    template = Template(
        "{% load paging %}{% for n in shown|numbers_shown %}{{ n }} {% endfor %}"
    )
    assert template.render(Context({"shown": page})) == "1 2 3 4 5 "
