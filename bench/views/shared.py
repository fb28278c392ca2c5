"""What the pages of the bench have in common."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse

from bench.changes.moves import move_change, publish_due
from bench.changes.permissions import RefusedError, may
from bench.changes.wording import differences_of
from bench.models import Change
from content.before_and_after import RowDifference, Titles
from facts.blocks.blocks import Block, ContentError
from facts.models import Passage
from web.http import View
from web.word_match import composed

LONGEST_NUMBER = 18
"""Digits of the longest number that every database can be asked for."""


def needs(right: str) -> Callable[[View], View]:
    """Let only those of the staff in who hold ``right``; 403 for the others.

    The view gets who asks after the request: ``def start(request, editor)``. What was
    typed reaches it in one form (``web.word_match.composed``), whatever the keyboard.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            editor = editor_of(request)
            if not may(editor, right):
                raise PermissionDenied
            # The stubs of Django know only what it makes itself.
            request.GET = composed_query(request.GET)  # type: ignore[assignment]
            request.POST = composed_query(request.POST)  # type: ignore[assignment]
            return view(request, editor, *args, **kwargs)

        return page

    return decorate


def composed_query(data: QueryDict) -> QueryDict:
    """What was sent, each text with its accents in its letters."""
    texts = QueryDict(mutable=True)
    for name, values in data.lists():
        texts.setlist(name, [composed(value) for value in values])
    texts._mutable = False
    return texts


def editor_of(request: HttpRequest) -> User:
    """Who asks; raises ``PermissionDenied`` for a visitor without an account."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def number_in(text: str) -> int | None:
    """The number that ``text`` writes; nothing where it does not.

    Not ``str.isdigit`` alone: it takes ``²``, of which Python makes no number, and any
    length.
    """
    is_plain = text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER
    return int(text) if is_plain else None


def try_move(
    editor: User, change: Change, name: str, words: str = "", read: int | None = None
) -> str:
    """Make a move of a change; the answer is why it was refused, empty where it was made.

    ``change`` has its new state then.
    """
    try:
        move_change(change.pk, editor, name, words, read)
    except (RefusedError, ContentError) as error:
        return str(error)
    publish_due()  # midnight may have passed between asking and writing
    change.refresh_from_db()
    return ""


def bench_page(
    request: HttpRequest,
    template: str,
    title: str,
    context: dict[str, Any],
    status: int = 200,
) -> HttpResponse:
    """A page in the frame of the admin."""
    frame = admin.site.each_context(request)
    return TemplateResponse(
        request, template, {**frame, "title": title, **context}, status=status
    )


def changed_rows(change: Change, titles: Titles) -> list[RowDifference]:
    """What the change does, row by row; none of the rows that it leaves as they are."""
    if not change.key:
        return []
    return [row for row in differences_of(change, titles) if row.lines]


def passages_of(change: Change) -> list[Passage]:
    """The passages that it names or named before, to be read beside the difference."""
    return passages_in(change.block, change.before(change.name))


def passages_in(*blocks: Block) -> list[Passage]:
    """The passages that blocks name, with their documents."""
    rows = [
        row
        for block in blocks
        for row in (block, *block.get("citations", []), *block.get("claims", []))
    ]
    keys = {row.get("passage", "") for row in rows}
    return list(Passage.objects.filter(key__in=keys).select_related("document"))
