"""A long form that could not be taken: it comes back, to be sent once more."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string

from web import errors

TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of a field
LONG_FORMS = {"bench_change_change", "bench_merge"}
"""The addresses of the forms that take long to write."""
NOT_TYPED = (TOKEN, "version", "sealed", "choice-", "save", "send", "more", "name")
"""How the names of fields begin that nobody fills."""


def is_long_form(request: HttpRequest) -> bool:
    """Whether a form was sent that took long to write, or a move with words."""
    match = request.resolver_match
    if request.method != "POST" or not match or match.namespace != "admin":
        return False
    return match.url_name in LONG_FORMS or bool(request.POST.get("words"))


def typed_fields(form: QueryDict) -> list[tuple[str, str]]:
    """Name and text of each field of a long form that somebody wrote something into."""
    return [
        (name, text)
        for name, text in _all_fields(form)
        if text and not name.startswith(NOT_TYPED) and not name.endswith("_FORMS")
    ]


def _all_fields(form: QueryDict) -> list[tuple[str, str]]:
    """Every name and value of the form but its token, in the order in which it has them."""
    return [(name, text) for name, texts in form.lists() for text in texts if name != TOKEN]


def _sent(request: HttpRequest) -> dict[str, Any]:
    """What a page needs that gives a form back and sends it again to where it went."""
    return {
        "fields": typed_fields(request.POST),
        "sent": _all_fields(request.POST),
        "address": request.path,
    }


def page_to_resubmit(request: HttpRequest) -> HttpResponse:
    """What was typed, and the same form to be sent again with a token of now; 403.

    "Go back in your browser" would not do: fields without autocompletion, such as the
    passages and the reason, are empty there.
    """
    return render(request, "bench/not_saved.html", _sent(request), status=403)


def page_to_store_later(request: HttpRequest) -> HttpResponse:
    """The same where the database failed; 503. The page is made without it."""
    context = {**_sent(request), "csrf_token": get_token(request)}
    text = render_to_string("bench/not_stored.html", context)
    headers = {"Retry-After": str(errors.RETRY_AFTER)}
    return HttpResponse(text, status=503, headers=headers)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form without the token of this login: a long one of our own comes back.

    Who logs in again has another token than the form that stayed open. A form of another
    site never comes back, for one click would then send it with a good token: browsers
    tell in ``Origin`` whose form it was, and no site can forge that.
    """
    ours = f"{request.scheme}://{request.get_host()}"
    if is_long_form(request) and request.headers.get("Origin") == ours:
        return page_to_resubmit(request)
    return errors.csrf_failure(request, reason)
