from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest

from facts.admin import NoDelete, PartInline
from parliament.models import (
    Composition,
    Convocation,
    Existence,
    Institution,
    Membership,
    Power,
    Requirement,
    SeatPart,
    Succession,
    Term,
)


class DetailAdmin(NoDelete, admin.ModelAdmin):
    """The typed details of a fact; its sentence follows them."""

    list_display = ("fact",)
    list_select_related = ("fact",)
    autocomplete_fields: ClassVar[tuple[str, ...]] = ("fact",)

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Any, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        form.instance.write_sentence()


class SeatPartInline(PartInline):
    model = SeatPart


@admin.register(Composition)
class CompositionAdmin(DetailAdmin):
    inlines = (SeatPartInline,)


@admin.register(Succession)
class SuccessionAdmin(DetailAdmin):
    autocomplete_fields = ("fact", "successor")


@admin.register(Membership)
class MembershipAdmin(DetailAdmin):
    autocomplete_fields = ("fact", "person")


admin.site.register([Convocation, Existence, Power, Requirement, Term], DetailAdmin)


@admin.register(Institution)
class InstitutionAdmin(NoDelete, admin.ModelAdmin):
    list_display = ("subject", "kind", "part_of", "position")
    list_select_related = ("subject", "part_of")
    autocomplete_fields = ("subject", "part_of")
