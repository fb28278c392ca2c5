from __future__ import annotations

from django.urls import path

from elections.views.elections import election_detail, election_list
from elections.views.parties import party_detail, party_list
from elections.views.people import person_detail, person_list

app_name = "elections"

urlpatterns = [
    # /elections/
    path("elections/", election_list, name="election-list"),
    # /elections/<slug>/
    path("elections/<slug:slug>/", election_detail, name="election-detail"),
    # /parties/
    path("parties/", party_list, name="party-list"),
    # /parties/<slug>/
    path("parties/<slug:slug>/", party_detail, name="party-detail"),
    # /people/
    path("people/", person_list, name="person-list"),
    # /people/<slug>/
    path("people/<slug:slug>/", person_detail, name="person-detail"),
]
