"""The form of the check. Nothing that is typed into it is kept anywhere."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from parliament.members.check import Person
from parliament.members.rules import ROLES
from web.forms import DayField

YES_NO = [("", _("not said")), ("yes", _("yes")), ("no", _("no"))]


def years(label: Any, most: int) -> forms.IntegerField:
    """A field for full years, none at all to ``most``."""
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=0,
        max_value=most,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 5}),
        error_messages={
            "invalid": _("Write full years as a number, such as 28."),
            "min_value": _("Years cannot be fewer than 0."),
            "max_value": _("Nobody has had more than %(limit_value)s of these years."),
        },
    )


class CheckForm(forms.Form):
    """Who somebody is, what they want to be, and when."""

    role = forms.ChoiceField(
        label=_("To be a"), choices=[(key, label) for key, (label, _keys) in ROLES.items()]
    )
    age = years(_("Age"), 130)
    citizen = forms.ChoiceField(
        label=_("Citizen of Kazakhstan"), required=False, choices=YES_NO
    )
    country = years(_("Years living in Kazakhstan, up to then"), 130)
    region = years(_("Years living in the region or city"), 130)
    education = forms.ChoiceField(
        label=_("Higher education"), required=False, choices=YES_NO
    )
    work = years(_("Years of work"), 120)

    def __init__(self, data: Any, *, today: date, initial: dict[str, str]) -> None:
        super().__init__(data, auto_id="check-%s", initial=initial)
        self.fields["day"] = DayField(
            today,
            label=_("On"),
            error_messages={"required": _("Write a day, such as 2010-01-01.")},
        )
        self.fields["other"] = DayField(
            today, label=_("Compared with (may stay empty)"), required=False
        )

    def clean(self) -> dict[str, Any]:
        """Refuse years that cannot all be lived: more in the country than the age."""
        data = super().clean() or {}
        age = data.get("age")
        for name in ("country", "region", "work"):
            if age is not None and data.get(name) is not None and data[name] > age:
                self.add_error(name, _("That is more years than the age."))
        return data

    def person(self) -> Person:
        """What was said, of a form that is valid."""
        data = self.cleaned_data
        said = {"yes": True, "no": False}
        return Person(
            age=data["age"],
            is_citizen=said.get(data["citizen"]),
            years_in_country=data["country"],
            years_in_region=data["region"],
            has_higher_education=said.get(data["education"]),
            years_of_work=data["work"],
        )
