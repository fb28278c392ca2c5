"""WCAG 2.2 AA in both colour schemes, on a phone and on a desk."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

PAGES = [
    "/en/",
    "/en/?on=1995-06-01",
    "/en/chambers/",
    "/en/chambers/senate/",
    "/en/chambers/senate/?on=1997-12-01",
    "/en/chambers/majilis/?on=2007-07-01",
    "/en/chambers/?on=2008",
    "/en/chambers/senate/history/",
    "/en/powers/",
    "/en/powers/?on=2016-01-01&body=senate",
    "/en/powers/amending-the-constitution/?on=2010",
    "/en/members/?on=2010-01-01",
    "/en/members/check/?role=senator&day=2010-01-01&age=28&citizen=yes&other=2024",
    "/en/members/check/?role=senator&day=2010-01-01&age=-3",
    "/en/glossary/",
    "/en/committees/",
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
    "/en/compare/?from=x",
    "/en/about/",
    "/en/changes/",
    "/en/styleguide/",
    "/en/?on=banana",
    "/en/nowhere/",
]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


VIEWS = [("light", 320, TAGS), ("dark", 1280, TAGS), ("dark", 320, []), ("light", 1280, [])]
"""Colour scheme, width and tags; the crosswise two ask for contrast and sizes alone."""


@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(page, address):
    page.goto(address)
    page.evaluate(
        "document.querySelectorAll('details').forEach((one, n) => one.open = n < 12)"
    )
    for scheme, width, tags in VIEWS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        only = (
            {"type": "tag", "values": tags}
            if tags
            else {"type": "rule", "values": ["color-contrast", "target-size"]}
        )
        results = Axe().run(page, options={"runOnly": only})
        found = [
            (one["id"], [node["target"] for node in one["nodes"]][:3])
            for one in results.response["violations"]
        ]
        assert found == [], (scheme, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
