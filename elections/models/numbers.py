from __future__ import annotations

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

validate_number = RegexValidator(
    r"^(0|[1-9][0-9]*)(\.[0-9]+)?$", _("Write a number with figures and a point: 88.41.")
)
