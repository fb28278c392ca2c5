"""Links with which somebody chooses a password, once."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode


def path_to_password(user: User) -> str:
    """The path of the page on which ``user`` chooses a password.

    It ends when it is used, when she logs in, or after ``PASSWORD_RESET_TIMEOUT``.
    """
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    token = default_token_generator.make_token(user)
    return reverse("admin:password_reset_confirm", args=[uid, token])
