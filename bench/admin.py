"""The bench in Django's admin: lists to find a row, and our own pages for the rest.

The admin's forms write a row in place, so they are not used: a row has a page to look at,
and is changed by a change. The accounts are in ``bench/accounts/admin.py``.
"""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from bench.accounts import admin as _accounts  # noqa: F401 - puts them on the site
from bench.changes.permissions import APPROVE, may
from bench.look_only import LookOnly
from bench.models import Change
from bench.search import find_facts
from bench.views.change import change_detail, change_merge, change_visit
from bench.views.lookups import aspects, card, keys
from bench.views.moves import change_go_back, change_move, change_preview
from bench.views.reviewing import approve_chosen
from bench.views.rows import begin, check, row_detail, start
from bench.views.shared import editor_of, number_in
from bench.worklist import unchecked_facts
from facts.models import Assessment, Disagreement, Document, Fact, Passage, Subject
from web.clock import today

admin.site.disable_action("delete_selected")


# --- the content ----------------------------------------------------------------------


class ContentAdmin(LookOnly):
    """A content model: its list, and the page of each row."""

    list_title = _("Open one to read it or to correct it")
    show_full_result_count = False
    list_per_page = 50
    actions = None

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The list; a search that found nothing says how to go on, Django's only "0"."""
        page = super().changelist_view(request, extra_context)
        rows = getattr(page, "context_data", {}).get("cl")
        if rows and rows.query and not rows.result_count:
            sentence = _("Nothing holds every word of “%s”. Fewer words find more.")
            self.message_user(request, sentence % rows.query, "warning")
        return page

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """What the row says, what rests on it, and how to change it."""
        return row_detail(request, self.model, object_id)


@admin.register(Document)
class DocumentAdmin(ContentAdmin):
    list_display = ("short_name_en", "tier", "kind_en", "speaks")
    list_filter = ("state", "tier")
    search_fields = ("key", "short_name_en", "title_en")


@admin.register(Passage)
class PassageAdmin(ContentAdmin):
    list_display = ("key", "document", "section_en", "place_en", "scope", "mark")
    list_filter = ("state", "scope", "mark")
    list_select_related = ("document",)
    search_fields = ("key", "summary_en", "document__short_name_en")


@admin.register(Subject)
class SubjectAdmin(ContentAdmin):
    list_display = ("name_en", "topic", "key")
    list_filter = ("state", "topic")
    search_fields = ("key", "name_en")


class CheckedFilter(admin.SimpleListFilter):
    """Facts that nobody has looked at for a year. No column says so, so Django has none."""

    title = _("last check")
    parameter_name = "checked"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("no", _("more than a year ago, or never"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Fact]) -> QuerySet[Fact]:
        if self.value() != "no":
            return queryset
        return queryset.filter(pk__in=unchecked_facts(today()).values("pk"))


@admin.register(Fact)
class FactAdmin(ContentAdmin):
    list_display = ("says", "subject", "start", "end", "state", "key")
    list_display_links = ("key",)
    list_filter = (CheckedFilter, "state", "basis", "subject__topic")
    list_select_related = ("subject",)
    search_fields = ("key",)  # so that there is a field to type in

    def get_queryset(self, request: HttpRequest) -> QuerySet[Fact]:
        """The facts, with all that their sentences are made of: else each asks anew."""
        return Fact.objects.with_sentences().order_by(
            "subject", "aspect", "start_earliest", "key"
        )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Fact], search_term: str
    ) -> tuple[QuerySet[Fact], bool]:
        """The facts that say every word; Django would look in columns alone, and a
        sentence that is made of details stands in none."""
        if not search_term.strip():
            return queryset, False
        return queryset.filter(pk__in=find_facts(search_term)), False


@admin.register(Disagreement)
class DisagreementAdmin(ContentAdmin):
    list_display = ("question_en", "subject", "aspect", "kind")
    list_filter = ("state", "kind")
    list_select_related = ("subject",)
    search_fields = ("key", "question_en", "subject__name_en")


@admin.register(Assessment)
class AssessmentAdmin(ContentAdmin):
    list_display = ("key", "subject", "speaker_en", "made")
    list_filter = ("state",)
    list_select_related = ("subject",)
    search_fields = ("key", "speaker_en", "sentence_en")


# --- the changes ----------------------------------------------------------------------


@admin.register(Change)
class ChangeAdmin(LookOnly):
    """The changes: a list, and one page for each with its form, moves and history."""

    list_title = _("Open one to read it, with its history")
    list_display = ("__str__", "state", "author", "approver", "its_day", "reason_en")
    list_filter = ("state", "aim", "kind")
    list_select_related = ("author", "approver")
    search_fields = ("key", "reason_en")
    actions = ("approve",)

    @admin.display(description=_("publish on"), ordering="publish_on")
    def its_day(self, change: Change) -> str:
        """The day of publication, written as all lists of the bench write days."""
        return str(change.publish_on or "-")

    def has_approve_permission(self, request: HttpRequest) -> bool:
        """Whether the list offers to approve; who may approve which, is asked of each."""
        return may(request.user, APPROVE)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The list. Who sends an action that she may not do is told so; Django would
        show the list again without a word."""
        if request.POST.get("action") and not self.has_approve_permission(request):
            sentence = _("You do not have the right to do that.")
            self.message_user(request, sentence, "error")
        return super().changelist_view(request, extra_context)

    @admin.action(description=_("Approve the chosen changes"), permissions=["approve"])
    def approve(
        self, request: HttpRequest, queryset: QuerySet[Change]
    ) -> HttpResponse | None:
        """Show each change beside its sources, and approve those that were read.

        ``queryset`` has those that the filtered list still shows. Somebody else may have
        moved one out of it: she is told why it cannot be approved, instead of finding it
        gone.
        """
        posted = map(number_in, request.POST.getlist("_selected_action"))
        chosen = Q(pk__in=queryset.values("pk")) | Q(pk__in=[pk for pk in posted if pk])
        changes = list(self.get_queryset(request).filter(chosen))
        return approve_chosen(request, editor_of(request), changes)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The form of a draft; of any other change what it does, and its history."""
        return change_detail(request, object_id)

    def get_urls(self) -> list[URLPattern]:
        """The pages of the bench beside those of the admin."""
        wrap = self.admin_site.admin_view
        return [
            path("start/", wrap(start), name="bench_start"),
            path("begin/", wrap(begin), name="bench_begin"),
            path("check/<int:pk>/", wrap(check), name="bench_check"),
            path("keys/<slug:model>/", wrap(keys), name="bench_keys"),
            path("card/<slug:model>/", wrap(card), name="bench_card"),
            path("aspects/", wrap(aspects), name="bench_aspects"),
            path("<int:pk>/merge/", wrap(change_merge), name="bench_merge"),
            path("<int:pk>/move/", wrap(change_move), name="bench_move"),
            path("<int:pk>/go-back/", wrap(change_go_back), name="bench_go_back"),
            path("<int:pk>/preview/", wrap(change_preview), name="bench_preview"),
            path("<int:pk>/preview/<path:page>", wrap(change_preview), name="bench_page"),
            path("<int:pk>/visit/", wrap(change_visit), name="bench_visit"),
            *super().get_urls(),
        ]
