from __future__ import annotations

from django.urls import path

from bench.views.changes import change_feed, change_list

app_name = "bench"

urlpatterns = [
    # /changes/
    path("changes/", change_list, name="change-list"),
    # /changes/feed/
    path("changes/feed/", change_feed, name="change-feed"),
]
