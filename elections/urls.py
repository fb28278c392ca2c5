from __future__ import annotations

from django.urls import path

from elections.views.elections import election_detail, election_list

app_name = "elections"

urlpatterns = [
    # /elections/
    path("elections/", election_list, name="election-list"),
    # /elections/<slug>/
    path("elections/<slug:slug>/", election_detail, name="election-detail"),
]
