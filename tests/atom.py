"""What RFC 4287 demands of an Atom feed, read by another reader than the one that wrote it.

``faults`` lists the breaches. Of what the RFC only recommends, it asks for the link to
itself; and, beyond the RFC, that links are absolute and no two entries share an id.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

NS = "{http://www.w3.org/2005/Atom}"
ONCE = ("id", "title", "updated")
AT_MOST_ONCE = {
    "feed": ("generator", "icon", "logo", "rights", "subtitle"),
    "entry": ("content", "published", "rights", "source", "summary"),
}
MANY = ("author", "category", "contributor", "link")
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
ADDRESS = re.compile(r"https?://[^\s/?#]+(/\S*)?")
IRI = re.compile(r"[a-z][a-z0-9+.-]*:\S+")
LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
TAG = re.compile(
    rf"tag:{LABEL}(\.{LABEL})*,\d{{4}}(-\d\d(-\d\d)?)?:[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*"
)
"""An id as RFC 4151 has it, its authority a host."""


def read(text: str) -> Element:
    """The root of a feed."""
    return ElementTree.fromstring(text)  # noqa: S314 - our own


def entries(feed: Element) -> list[Element]:
    return feed.findall(f"{NS}entry")


def said(element: Element, name: str) -> str:
    """The text of the child of this name; empty where there is none."""
    return element.findtext(f"{NS}{name}") or ""


def address(element: Element, rel: str = "alternate") -> str:
    """The address that the first link of this relation leads to."""
    links = element.findall(f"{NS}link")
    return next(
        (one.get("href", "") for one in links if one.get("rel", "alternate") == rel), ""
    )


def faults(feed: Element) -> list[str]:
    """What breaks the rules, a line each; empty where the feed is well."""
    return list(_faults(feed))


def _faults(feed: Element) -> Iterator[str]:
    if feed.tag != f"{NS}feed":
        yield f"the root is {feed.tag}"
    yield from _of(feed, "feed")
    if not address(feed, "self"):
        yield "feed: no link to itself"
    for entry in entries(feed):
        yield from _of(entry, "entry")
        if entry.find(f"{NS}content") is None and not address(entry):
            yield "entry: neither content nor a link"
        if feed.find(f"{NS}author") is None and entry.find(f"{NS}author") is None:
            yield "entry: no author, nor has the feed one"
    if feed.find(f"{NS}author") is None and not entries(feed):
        yield "feed: no author"
    ids = Counter(said(one, "id") for one in (feed, *entries(feed)))
    yield from (f"id: {one} stands {n} times" for one, n in ids.items() if n > 1)


def _of(element: Element, kind: str) -> Iterator[str]:
    names = Counter(one.tag.removeprefix(NS) for one in element)
    known = {*ONCE, *AT_MOST_ONCE[kind], *MANY, *(["entry"] if kind == "feed" else [])}
    yield from (f"{kind}: what is {name}?" for name in names if name not in known)
    yield from (f"{kind}: {names[one]} {one}" for one in ONCE if names[one] != 1)
    yield from (
        f"{kind}: {names[one]} {one}" for one in AT_MOST_ONCE[kind] if names[one] > 1
    )
    yield from _bad_id(said(element, "id"))
    for one in element:
        name = one.tag.removeprefix(NS)
        if name in ("updated", "published"):
            yield from _bad_date(one.text or "")
        elif name in ("title", "subtitle", "summary", "rights"):
            yield from _bad_text(one, name)
        elif name in ("author", "contributor"):
            yield from _bad_person(one)
        elif name == "link" and not ADDRESS.fullmatch(one.get("href", "")):
            yield f"link: {one.get('href')} is no whole address"
    alternates = Counter(
        (one.get("type"), one.get("hreflang"))
        for one in element.findall(f"{NS}link")
        if one.get("rel", "alternate") == "alternate"
    )
    if any(n > 1 for n in alternates.values()):
        yield f"{kind}: two links to the same kind of page"


def _bad_id(text: str) -> Iterator[str]:
    if not IRI.fullmatch(text):
        yield f"id: {text!r} is no IRI"
    elif text.startswith("tag:") and not TAG.fullmatch(text):
        yield f"id: {text!r} is no tag"


def _bad_date(text: str) -> Iterator[str]:
    try:
        datetime.fromisoformat(text)
        is_day = bool(DATE.fullmatch(text))
    except ValueError:
        is_day = False
    if not is_day:
        yield f"date: {text!r}"


def _bad_text(element: Element, name: str) -> Iterator[str]:
    kind = element.get("type", "text")
    if kind not in ("text", "html", "xhtml"):
        yield f"{name}: of type {kind}"
    if kind != "xhtml" and len(element):
        yield f"{name}: elements inside text"


def _bad_person(element: Element) -> Iterator[str]:
    names = Counter(one.tag.removeprefix(NS) for one in element)
    if names["name"] != 1 or not said(element, "name").strip():
        yield "person: no name"
    if names["uri"] > 1 or names["email"] > 1:
        yield "person: two addresses"
