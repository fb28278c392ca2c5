from __future__ import annotations

from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from bench.accounts.events import note
from bench.accounts.keeping import summary
from bench.accounts.links import path_to_password
from bench.changes.permissions import GROUPS
from bench.models import AccountAct


class Command(BaseCommand):
    """Make an account, and print a link by which its holder chooses a password."""

    help = "Make an account for the bench; print a one-time link to its password."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="the name to log in with")
        parser.add_argument("group", help=f"one of {', '.join(GROUPS)}")
        parser.add_argument(
            "--email", default="", help="where a forgotten password is sent"
        )
        parser.add_argument(
            "--password",
            action="store_true",
            help="ask for a password instead; its holder must replace it before approving",
        )
        parser.add_argument(
            "--site",
            default=settings.SITE_URL,
            help="how the link begins: http://localhost:8000",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        account = User(username=options["name"], email=options["email"], is_staff=True)
        group = self._group(options["group"])
        account.set_unusable_password()
        try:
            account.full_clean()
        except ValidationError as error:
            raise CommandError("; ".join(error.messages)) from error
        if options["password"]:
            account.set_password(self._password(account))
        with transaction.atomic():
            account.save()
            account.groups.add(group)
            note(account, AccountAct.MADE, None, summary(account))
            note(
                account, AccountAct.GIVEN if options["password"] else AccountAct.LINK, None
            )
        if not options["password"]:
            link = f"{options['site'].rstrip('/')}{path_to_password(account)}"
            self.stdout.write(
                "Hand this link to its holder. It works once, for three days:"
            )
            self.stdout.write(link)

    def _group(self, name: str) -> Group:
        """The group called ``name``, in any case; an error that lists the groups."""
        known = {group.casefold(): group for group in GROUPS}
        if name.casefold() not in known:
            raise CommandError(f"There is no group {name!r}. Groups: {', '.join(GROUPS)}.")
        try:
            return Group.objects.get(name=known[name.casefold()])
        except Group.DoesNotExist as error:
            raise CommandError("The groups are not made yet: run migrate first.") from error

    def _password(self, account: User) -> str:
        """A password, typed twice the same and not too easy to guess."""
        password = getpass("Password: ")
        if password != getpass("Once more: "):
            raise CommandError("The two were not the same. No account was made.")
        try:
            validate_password(password, account)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        return password
