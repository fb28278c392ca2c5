"""WCAG 2.2 AA in both colour schemes, on a phone and on a desk."""

from __future__ import annotations

import pytest

from tests.e2e.axe import complaints

PAGES = [
    "/en/",
    "/en/chambers/",
    "/en/chambers/senate/",
    "/en/chambers/senate/history/",
    "/en/powers/",
    "/en/powers/amending-the-constitution/?on=2010",
    "/en/members/?on=2010-01-01",
    "/en/members/check/?role=senator&day=2010-01-01&age=28&citizen=yes&other=2024",
    "/en/glossary/",
    "/en/context/law/",
    "/en/elections/",
    "/en/elections/?kind=majilis",
    "/en/elections/majilis-2016-03-20/",
    "/en/elections/senate-2023-01-14/",
    "/en/parties/",
    "/en/parties/amanat/?on=2016",
    "/en/people/",
    "/en/people/kassym-jomart-tokayev/",
    "/en/timeline/",
    "/en/timeline/?kind=election&chamber=senate&decade=1990",
    "/en/timeline/senate-existence-ends/",
    "/en/disagreements/",
    "/en/disagreements/senate-how-many/",
    "/en/sources/",
    "/en/sources/senate-article/",
    "/en/sources/senate-article/senate-article-history-1/",
    "/en/compare/?from=2007-05-20&to=2007-08-29",
    "/en/about/",
    "/en/changes/",
    "/en/styleguide/",
    "/en/?on=banana",
]


@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(page, address):
    page.goto(address)
    page.evaluate(
        "document.querySelectorAll('details').forEach((one, n) => one.open = n < 12)"
    )
    assert list(complaints(page)) == []
