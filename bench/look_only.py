"""What all lists of the bench have in common: they are to find a row in."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise

from bench.changes.permissions import VIEW, may
from bench.search import FoldedSearch


class NamedFilters:
    """Mixin: a list is asked what its filters ask, and nothing else.

    Django takes any question; a regular expression would keep SQLite busy.
    """

    list_filter: ClassVar[Any]

    def lookup_allowed(
        self, lookup: str, value: str, request: HttpRequest | None = None
    ) -> bool:
        """Whether the filters of the list ask it."""
        named = {getattr(asked, "parameter_name", asked) for asked in self.list_filter}
        # Of a tie to other rows Django's own filters ask the id.
        asked = lookup.removesuffix("__exact").removesuffix("__id")
        return asked in named


class NoDelete:
    """Mixin: nothing is deleted here, alone or in bulk.

    Django would give a button and an action to whoever holds the right.
    """

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class LookOnly(NamedFilters, NoDelete, FoldedSearch):
    """A list to find rows in, for all who may see the bench, and our own page of each row.

    Django would ask for rights of each model, and write rows in place by its own forms.
    """

    list_title: str | Promise

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may(request.user, VIEW)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, VIEW)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The list. Django would head it "Select a fact to view"."""
        title = {"title": self.list_title}
        return super().changelist_view(request, {**title, **(extra_context or {})})

    def history_view(
        self,
        request: HttpRequest,
        object_id: str,
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Our page of the row has its history; Django's lists what its own forms did."""
        if not may(request.user, VIEW):
            raise PermissionDenied
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return HttpResponseRedirect(reverse(name, args=[object_id]) + "#history")
