from __future__ import annotations

from django.urls import path

from parliament import views

app_name = "parliament"

urlpatterns = [
    # /chambers/
    path("chambers/", views.chamber_list, name="chamber-list"),
    # /chambers/<slug>/
    path("chambers/<slug:slug>/", views.chamber_detail, name="chamber-detail"),
    # /chambers/<slug>/history/
    path("chambers/<slug:slug>/history/", views.chamber_history, name="chamber-history"),
]
