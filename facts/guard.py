"""The lock on the content: rows are written in one place, or not at all.

A published fact changes by a reviewed change, or by loading the fixtures. Both write
inside ``writing()``. Every other save, bulk write or deletion is refused here, below
views, forms, admin actions and commands, so that no path leads around the review.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, ClassVar, TypeVar

from django.db import connection, models, transaction
from django.db.models.signals import pre_save
from django.dispatch import receiver

_writing: ContextVar[bool] = ContextVar("writing", default=False)


class GuardedError(Exception):
    """Content was about to be written past the review, or to be deleted."""


@contextmanager
def writing() -> Iterator[None]:
    """Let content be written inside the block: for publishing, loading and drafts that
    are rolled back."""
    before = _writing.set(True)
    try:
        yield
    finally:
        _writing.reset(before)


TURN = 19_950_830
"""The number of the lock that ``alone`` takes on PostgreSQL; nothing else may take it."""


@contextmanager
def alone() -> Iterator[None]:
    """A transaction during which nobody else is in one of these.

    Whoever writes looks first: at what the rows say, and at the rules of the whole
    content. Two who looked at one moment would both find everything in order, and the
    second would undo or contradict the first. SQLite lets in one at a time; PostgreSQL
    is asked to.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TURN])
        yield


def require_writing(model: type[models.Model]) -> None:
    """Raise ``GuardedError`` outside ``writing()``."""
    if not _writing.get():
        raise GuardedError(
            f"A {model._meta.verbose_name} is written by a reviewed change, not directly."
        )


def require_deleting(model: type[models.Model]) -> None:
    """Raise ``GuardedError`` unless ``model`` is a part that is just being written anew."""
    require_writing(model)
    if not getattr(model, "is_part", False):
        raise GuardedError(f"A {model._meta.verbose_name} is never deleted.")


Row = TypeVar("Row", bound=models.Model, covariant=True)


class GuardedQuerySet(models.QuerySet[Row]):
    """A queryset that writes nothing outside ``writing()``."""

    def update(self, **kwargs: Any) -> int:
        require_writing(self.model)
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        require_deleting(self.model)
        return super().delete()

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        require_writing(self.model)
        return super().bulk_create(objs, *args, **kwargs)

    def bulk_update(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> int:
        require_writing(self.model)
        return super().bulk_update(objs, *args, **kwargs)


class Guarded(models.Model):
    """A row of the content, or a part of one. Parts are written anew with their row; a row
    with a key of its own stays for ever."""

    is_part = True
    objects: ClassVar[models.Manager[Any]] = GuardedQuerySet.as_manager()

    class Meta:
        abstract = True
        # Else the other side of a relation would write past the guard.
        base_manager_name = "objects"

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete a part that is just being written anew; anything else is refused."""
        require_deleting(type(self))
        return super().delete(*args, **kwargs)


# A signal, because Django's deserializers call no method that could be overridden.


@receiver(pre_save)
def refuse_saving(sender: type[models.Model], **_kwargs: Any) -> None:
    """Refuse to save content outside ``writing()``."""
    if issubclass(sender, Guarded):
        require_writing(sender)
