from __future__ import annotations

from collections import defaultdict

from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy as _

from content.addresses import CONTEXT
from facts.fetching import told_subjects
from facts.held import held
from facts.models import Assessment, Disagreement, Fact, Subject, Topic
from web.http import SiteRequest
from web.paging import shown_page
from web.partials import render_page
from web.public_page import public_page

ON_A_PAGE = 8
"""Subjects; their facts and sources must not outgrow a bad line."""

LEADS = {
    Topic.COMMITTEES: _("The standing committees that the sources name, and their work."),
    Topic.WORLD: _("Assemblies and bodies abroad, and the Parliament's part in them."),
    Topic.PRESIDENCY: _("Presidents, their terms and titles, and the Government."),
    Topic.LAW: _("Independence, and the constitutions with their changes."),
    Topic.COURTS: _("Courts, councils and commissions, and what each was for."),
    Topic.PLACES: _("The capital and its names, regions and cities."),
    Topic.SOCIETY: _("Civil society, media, religions and plans, as told in their time."),
}


@public_page
def context_list(request: SiteRequest) -> HttpResponse:
    """What stands around the Parliament: the topics and their subjects."""
    subjects = told_subjects(*CONTEXT)
    topics = [
        (topic, LEADS[topic], [subject for subject in subjects if subject.topic == topic])
        for topic in CONTEXT
    ]
    return render_page(request, "pages/context_list.html", {"topics": topics})


@public_page
def topic_detail(request: SiteRequest, topic: str) -> HttpResponse:
    """What the sources tell of one topic, subject by subject; on a day if one is given."""
    if topic not in LEADS:
        raise Http404(topic)
    by_subject: dict[Subject, list[Fact]] = defaultdict(list)
    for fact in facts_of_topic(topic):
        if not request.on or fact.period.is_possible(request.on.day):
            by_subject[fact.subject].append(fact)
    subjects = sorted(by_subject.items(), key=lambda pair: pair[0].name)
    context = {
        "topic": Topic(topic),
        "lead": LEADS[Topic(topic)],
        "is_context": topic in CONTEXT,
        "day": request.asked_day,
        "shown": shown_page(request, subjects, ON_A_PAGE),
        "assessments": assessments_of_topic(topic),
        "questions": number_of_questions(topic),
    }
    return render_page(request, "pages/topic_detail.html", context)


@held
def facts_of_topic(topic: str) -> list[Fact]:
    """Every published fact on the subjects of a topic, with its sources, in order."""
    facts = Fact.objects.published().filter(subject__topic=topic)
    return list(facts.with_sources().in_order())


@held
def assessments_of_topic(topic: str) -> list[Assessment]:
    """The judgements on the subjects of a topic, with their passages and documents."""
    judged = Assessment.objects.published().filter(subject__topic=topic)
    return list(judged.select_related("passage__document"))


@held
def number_of_questions(topic: str) -> int:
    """On how many questions about a topic the sources collide."""
    return Disagreement.objects.published().filter(subject__topic=topic).count()
