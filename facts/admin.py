"""A plain admin over the content. Nothing can be deleted in it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from facts.models import (
    Assessment,
    Citation,
    Claim,
    Content,
    Detail,
    Disagreement,
    Document,
    Fact,
    Name,
    Passage,
    Subject,
)


class NoDelete:
    """Mixin: rows that others rest on are never deleted here, alone or in bulk."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class PartInline(NoDelete, admin.TabularInline):
    """Rows that belong to one content row."""

    extra = 0


class CitationInline(PartInline):
    model = Citation
    autocomplete_fields = ("passage",)


class NameInline(PartInline):
    model = Name


class ClaimInline(PartInline):
    model = Claim
    autocomplete_fields = ("passage", "fact")


class ContentAdmin(NoDelete, admin.ModelAdmin):
    """What the admins of all content models share."""

    readonly_fields = ("version",)
    search_fields: ClassVar[tuple[str, ...]] = ("key",)

    def save_model(
        self, request: HttpRequest, obj: models.Model, form: Any, change: bool
    ) -> None:
        """Count the version up with every save of an existing row."""
        if change and isinstance(obj, Content):
            obj.version += 1
        super().save_model(request, obj, form, change)


@admin.register(Document)
class DocumentAdmin(ContentAdmin):
    list_display = ("short_name_en", "tier", "kind_en", "speaks")
    list_filter = ("tier",)
    search_fields = ("key", "short_name_en", "title_en")


@admin.register(Passage)
class PassageAdmin(ContentAdmin):
    list_display = ("key", "document", "section_en", "place_en", "scope", "mark")
    list_filter = ("scope", "mark", "document")
    list_select_related = ("document",)
    search_fields = ("key", "summary_en")
    autocomplete_fields = ("document",)


@admin.register(Subject)
class SubjectAdmin(ContentAdmin):
    list_display = ("name_en", "topic", "key")
    list_filter = ("topic",)
    search_fields = ("key", "name_en")


@admin.register(Fact)
class FactAdmin(ContentAdmin):
    list_display = ("key", "subject", "aspect", "start", "end", "state")
    list_filter = ("state", "basis", "subject", "aspect")
    list_select_related = ("subject",)
    search_fields = ("key", "sentence_en", "made_sentence_en")
    autocomplete_fields = ("subject",)
    inlines = (CitationInline, NameInline)

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Any, change: bool
    ) -> None:
        """Make the sentence anew from the details that were just saved."""
        super().save_related(request, form, formsets, change)
        rewrite_sentence(form.instance)


def rewrite_sentence(fact: Fact) -> None:
    """Make a fact's sentence from its details, if it has any."""
    for relation in Fact._meta.related_objects:
        detail = getattr(fact, relation.name, None) if relation.one_to_one else None
        if isinstance(detail, Detail):
            detail.write_sentence()


@admin.register(Disagreement)
class DisagreementAdmin(ContentAdmin):
    list_display = ("question_en", "subject", "aspect", "kind", "is_resolved")
    list_filter = ("kind", "subject", "aspect")
    list_select_related = ("subject",)
    search_fields = ("key", "question_en")
    autocomplete_fields = ("subject",)
    inlines = (ClaimInline,)


@admin.register(Assessment)
class AssessmentAdmin(ContentAdmin):
    list_display = ("key", "subject", "speaker_en", "made")
    list_select_related = ("subject",)
    autocomplete_fields = ("subject", "passage")
