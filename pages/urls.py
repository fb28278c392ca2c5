from __future__ import annotations

from django.urls import path

from pages.views.about import about
from pages.views.changes import change_feed, change_list
from pages.views.compare import comparison
from pages.views.disagreements import disagreement_detail, disagreement_list
from pages.views.feeds import timeline_calendar, timeline_feed
from pages.views.home import home
from pages.views.sources import passage_detail, source_detail, source_list
from pages.views.styleguide import styleguide
from pages.views.timeline import timeline, timeline_entry
from pages.views.topics import context_list, topic_detail

app_name = "pages"

urlpatterns = [
    # /
    path("", home, name="home"),
    # /timeline/
    path("timeline/", timeline, name="timeline"),
    # /timeline/feed.atom and /timeline/events.ics
    path("timeline/feed.atom", timeline_feed, name="timeline-feed"),
    path("timeline/events.ics", timeline_calendar, name="timeline-calendar"),
    # /timeline/<slug>/
    path("timeline/<slug:slug>/", timeline_entry, name="timeline-entry"),
    # /sources/
    path("sources/", source_list, name="source-list"),
    # /sources/<slug>/
    path("sources/<slug:slug>/", source_detail, name="source-detail"),
    # /sources/<document>/<slug>/
    path("sources/<slug:document>/<slug:slug>/", passage_detail, name="passage-detail"),
    # /disagreements/
    path("disagreements/", disagreement_list, name="disagreement-list"),
    # /disagreements/<slug>/
    path("disagreements/<slug:slug>/", disagreement_detail, name="disagreement-detail"),
    # /committees/
    path("committees/", topic_detail, {"topic": "committees"}, name="committees"),
    # /international/
    path("international/", topic_detail, {"topic": "world"}, name="international"),
    # /context/
    path("context/", context_list, name="context-list"),
    # /context/<topic>/
    path("context/<slug:topic>/", topic_detail, name="topic-detail"),
    # /compare/
    path("compare/", comparison, name="compare"),
    # /changes/ and /changes/feed/
    path("changes/", change_list, name="change-list"),
    path("changes/feed/", change_feed, name="change-feed"),
    # /about/
    path("about/", about, name="about"),
    # /styleguide/
    path("styleguide/", styleguide, name="styleguide"),
]
