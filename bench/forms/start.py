"""The form that says what a new row is to be, so that the form of its change fits."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from bench.forms.aspect_choice import aspect_error
from bench.forms.fields import KeyField, SlugField
from content.aspect_groups import ASPECTS
from content.serialisers import SERIALISERS, ContentKind
from facts.blocks.blocks import Block
from facts.models import Fact, Subject

ABOUT_A_SUBJECT = (ContentKind.FACT, ContentKind.DISAGREEMENT, ContentKind.ASSESSMENT)
WITH_AN_ASPECT = (ContentKind.FACT, ContentKind.DISAGREEMENT)


def subject_details() -> list[tuple[str, Any]]:
    """What a subject may be besides: the names of such details, and what to call them."""
    parts = [part for part in SERIALISERS[ContentKind.SUBJECT].parts if part.single]
    named = [(part.name, part.model._meta.verbose_name) for part in parts]
    return [("", _("none")), *named]


class StartForm(forms.Form):
    """What a new row is to be, so that the form has the right fields."""

    kind = forms.ChoiceField(label=_l("What"), choices=ContentKind)
    subject = KeyField(
        Subject.objects.all(),
        required=False,
        label=_l("About"),
        help_text=_l("For a fact, a disagreement or an assessment: the subject."),
    )
    aspect = SlugField(
        label=_l("Aspect"),
        required=False,
        max_length=Fact._meta.get_field("aspect").max_length,
        help_text=_l(
            "For a fact: one thing that has one value at a time, such as composition, "
            "term or chair. It decides which details the form asks for; the list below "
            "has all that there are."
        ),
    )
    details = forms.ChoiceField(
        label=_l("With details"),
        required=False,
        choices=subject_details,
        help_text=_l(
            "For a subject: an institution has facts about its seats, an election or "
            "referendum has a page of its own. A person, party or topic has none of these."
        ),
    )

    @property
    def chosen_subject(self) -> Subject | None:
        """The subject that was chosen, also where the form is refused."""
        subject: Subject | None = getattr(self, "cleaned_data", {}).get("subject")
        return subject

    def clean(self) -> dict[str, Any]:
        """Refuse a fact without an aspect of the table: no page would show it."""
        chosen = cast(dict[str, Any], super().clean())
        aspect, subject = chosen.get("aspect"), chosen.get("subject")
        if chosen.get("kind") != ContentKind.FACT or aspect is None:
            return chosen
        if not aspect:
            self.add_error("aspect", _("A fact is about one aspect: name it here."))
        elif subject and (error := aspect_error(aspect, subject)):
            self.add_error("aspect", error)
        return chosen

    def block(self) -> Block:
        """What the form of the new row starts with. Only where this one is valid."""
        kind, subject = self.cleaned_data["kind"], self.cleaned_data["subject"]
        aspect, details = self.cleaned_data["aspect"], self.cleaned_data["details"]
        block: Block = {}
        if subject and kind in ABOUT_A_SUBJECT:
            block["subject"] = subject.key
        if aspect and kind in WITH_AN_ASPECT:
            block["aspect"] = aspect
        if kind == ContentKind.FACT and subject:
            needed = ASPECTS.detail_needed(aspect, subject.topic)
            block |= {needed: {}} if needed else {}
        if kind == ContentKind.SUBJECT and details:
            block[details] = {}
        return block
