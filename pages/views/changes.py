from __future__ import annotations

from datetime import UTC

from django.db.models import Q, Subquery
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from content.before_and_after import FieldDifference
from content.models import ChangeRecord
from content.published import (
    PublishedChange,
    PublishedRow,
    pages_of_rows,
    published_changes,
)
from web.atom import SINCE, Feed, tag, without_control_characters
from web.http import SiteRequest
from web.paging import shown_page
from web.partials import render_page
from web.public_page import public_page
from web.site_address import site_address, site_host

ON_A_PAGE = 25
IN_THE_FEED = 30


@public_page
def change_list(request: SiteRequest) -> HttpResponse:
    """Every published change, the newest first; on the page of the one asked for."""
    records = ChangeRecord.objects.newest_first()
    number = page_of_change(request.GET.get("change", ""))
    shown = shown_page(request, records, ON_A_PAGE, number)
    context = {
        "shown": shown,
        "changes": published_changes(shown, pages_of_rows(shown, request.today)),
    }
    return render_page(request, "pages/change_list.html", context, partial="results")


def page_of_change(asked: str) -> int:
    """The page on which a published change stands; 0 where ``asked`` names none."""
    if not asked.isdecimal():
        return 0
    number = int(asked)
    records = ChangeRecord.objects.all()
    at = Subquery(records.filter(number=number).values("published_at"))
    newer = Q(published_at__gt=at) | Q(published_at=at, number__gte=number)
    place = records.filter(newer).count()  # its own place, from 1
    return (place + ON_A_PAGE - 1) // ON_A_PAGE


@public_page
def change_feed(request: SiteRequest) -> HttpResponse:
    """The newest published changes as an Atom feed."""
    host, language = site_host(), get_language()
    feed = Feed(
        title=_("Shanyraq: what we corrected"),
        link=site_address(reverse("pages:change-list")),
        description="",
        subtitle=_("Every published change of the content, with its reason."),
        feed_url=site_address(request.path),
        feed_guid=tag(host, SINCE, f"changes.{language}"),
        author_name=_("Shanyraq"),
        language=language,
    )
    newest = ChangeRecord.objects.newest_first()[:IN_THE_FEED]
    for change in published_changes(newest, pages={}):
        # The day of a tag begins at midnight UTC and must have come.
        day = change.at.astimezone(UTC).date()
        feed.add_item(
            title=without_control_characters(change.title),
            link=site_address(change.address),
            description=without_control_characters(in_plain_text(change)),
            unique_id=tag(host, day, f"change-{change.record.number}.{language}"),
            pubdate=change.at,
            updateddate=change.at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def in_plain_text(change: PublishedChange) -> str:
    """The reason of a change, then line by line what it set from what to what."""
    lines = [str(change.record.reason), *_lines_of(change.row)]
    for row in change.beside:
        with_it = _("Changed with it: %(row)s") % {"row": row.title}
        lines += [with_it, *_lines_of(row)]
    return "\n".join(lines)


def _lines_of(row: PublishedRow) -> list[str]:
    return [_line_in_words(line, row) for line in row.lines]


def _line_in_words(line: FieldDifference, row: PublishedRow) -> str:
    words = {
        "label": line.label,
        "before": _quoted(line.before),
        "after": _quoted(line.after),
    }
    if row.is_new:
        return _("%(label)s: %(after)s") % words
    return _("%(label)s: was %(before)s, now %(after)s") % words


def _quoted(text: str) -> str:
    return f"“{text}”" if text else _("nothing")
