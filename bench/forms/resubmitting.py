"""A long form that could not be taken comes back whole, with a button to send it again."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from web import errors

TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of a field
# Where a form holds what took long to write.
LONG_FORMS = {"bench_change_change", "bench_merge"}
NOT_TYPED = (TOKEN, "version", "sealed", "choice-", "save", "send", "more", "name")


def is_long(request: HttpRequest) -> bool:
    """Whether a form was sent that took long to write, or a move with words."""
    match = request.resolver_match
    if request.method != "POST" or not match or match.namespace != "admin":
        return False
    return match.url_name in LONG_FORMS or bool(request.POST.get("words"))


def typed(form: QueryDict) -> list[tuple[str, str]]:
    """Name and text of each field of a long form that somebody wrote something into."""
    return [
        (name, text)
        for name, text in _all_of(form)
        if text and not name.startswith(NOT_TYPED) and not name.endswith("_FORMS")
    ]


def _all_of(form: QueryDict) -> list[tuple[str, str]]:
    """Every name and value of the form but its token, in the order in which it has them."""
    return [(name, text) for name, texts in form.lists() for text in texts if name != TOKEN]


def given_back(request: HttpRequest) -> HttpResponse:
    """403: what was typed, and the same form to be sent again with a token of now.

    "Go back in your browser" would not do: fields without autocompletion, such as the
    passages and the reason, are empty there.
    """
    context = {"fields": typed(request.POST), "sent": _all_of(request.POST)}
    return render(request, "bench/not_saved.html", context, status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form without the token of this login: a long one of our own comes back.

    Who logs in again has another token than the form that stayed open. A form of another
    site never comes back, for one click would then send it with a good token: browsers
    tell in ``Origin`` whose form it was, and no site can forge that.
    """
    ours = f"{request.scheme}://{request.get_host()}"
    if is_long(request) and request.headers.get("Origin") == ours:
        return given_back(request)
    return errors.csrf_failure(request, reason)
