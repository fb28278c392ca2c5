"""What axe-core says of a page."""

from __future__ import annotations

from collections.abc import Iterator

from axe_playwright_python.sync_playwright import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VIEWS = [("light", 320), ("dark", 1280)]
"""Colour scheme and width. Colours hang on the scheme and places on the width, each on
nothing else, so the other two pairs would find the same again."""


def complaints(page) -> Iterator[str]:
    """What is wrong with a page in both colour schemes, on a phone and on a desk.

    Nothing fades from one scheme to the other meanwhile: half-way colours are nobody's.
    """
    only = {"type": "tag", "values": TAGS}
    for scheme, width in VIEWS:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size({"width": width, "height": 900})
        # Without "preload": axe would fetch style sheets, past the policy of the page.
        results = Axe().run(page, options={"runOnly": only, "preload": False})
        for one in results.response["violations"]:
            where = [node["target"] for node in one["nodes"]][:3]
            yield f"{scheme}, {width}: {one['id']} ({one['impact']}) at {where}"
        if page.evaluate("document.documentElement.scrollWidth") > width:
            yield f"{scheme}, {width}: scrolls sideways"
