"""A visitor who does not see how the source of a page is laid out in lines."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from django.http import HttpResponse
from django.test import Client

BLOCKS = (
    "article aside blockquote body br caption circle datalist dd details div dl dt "
    "fieldset figcaption figure footer form g h1 h2 h3 h4 h5 h6 head header html legend "
    "li line link main meta nav noscript ol optgroup option p path rect section summary "
    "svg table tbody td text tfoot th thead title tr ul"
)
BLOCK = rf"</?(?:{BLOCKS.replace(' ', '|')})\b[^>]*>"
INLINE = r"(?:a|b|button|code|del|ins|label|select|small|span|strong|time)"


def folded(html: str) -> str:
    """HTML with one space for each run of white space, and none at edges of blocks.

    Two pages that differ in this differ to a reader too; the space between words and
    inline elements is kept.
    """
    text = re.sub(r"<[^>]*>", _tag, re.sub(r"\s+", " ", html))
    text = re.sub(rf" ?({BLOCK}) ?", r"\1", text)
    text = re.sub(rf"({BLOCK})((?:<{INLINE}\b[^>]*>)+) ", r"\1\2", text)
    text = re.sub(rf" ((?:</{INLINE}>)+)(?={BLOCK})", r"\1", text)
    return re.sub(rf" ((?:<{INLINE}\b[^>]*>)+) ", r" \1", text)


def _tag(found: re.Match[str]) -> str:
    """One tag, without space before its end and at the ends of its values."""
    text = re.sub(r" (/?>)$", r"\1", found[0])
    return re.sub(r'="\s*([^"]*?)\s*"', r'="\1"', text)


class Reader(Client):
    """A visitor whose answers give, as ``page()``, their HTML folded."""

    def request(self, **request: Any) -> Any:
        response = super().request(**request)
        response.page = partial(folded_page, response)
        return response


def folded_page(response: HttpResponse) -> str:
    """The HTML of an answer, folded; raises ``AssertionError`` where it is none."""
    assert response.headers["Content-Type"].startswith("text/html")
    return folded(response.text)
