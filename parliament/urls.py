from __future__ import annotations

from django.urls import path

from parliament.views.chambers import chamber_detail, chamber_history, chamber_list

app_name = "parliament"

urlpatterns = [
    # /chambers/
    path("chambers/", chamber_list, name="chamber-list"),
    # /chambers/<slug>/
    path("chambers/<slug:slug>/", chamber_detail, name="chamber-detail"),
    # /chambers/<slug>/history/
    path("chambers/<slug:slug>/history/", chamber_history, name="chamber-history"),
]
