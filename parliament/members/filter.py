"""What a visitor filters the rules on members by."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from parliament.members.rules import ROLES
from web.filters import FilterField, FilterForm


class MemberFilter(FilterForm):
    """For whom the rules are shown."""

    target = "rules"
    button = _("Show")
    keeps_date = True
    has_reset = False

    role = FilterField(
        _("For a"),
        _("member of any kind"),
        [(key, label) for key, (label, _keys) in ROLES.items()],
    )
