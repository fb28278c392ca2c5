from __future__ import annotations

from django.urls import path

from parliament.views.chambers import chamber_detail, chamber_history, chamber_list
from parliament.views.glossary import term_detail, term_list
from parliament.views.members import member_check, member_rules
from parliament.views.powers import power_detail, power_list

app_name = "parliament"

urlpatterns = [
    # /chambers/
    path("chambers/", chamber_list, name="chamber-list"),
    # /chambers/<slug>/
    path("chambers/<slug:slug>/", chamber_detail, name="chamber-detail"),
    # /chambers/<slug>/history/
    path("chambers/<slug:slug>/history/", chamber_history, name="chamber-history"),
    # /members/
    path("members/", member_rules, name="member-rules"),
    # /members/check/
    path("members/check/", member_check, name="member-check"),
    # /glossary/
    path("glossary/", term_list, name="term-list"),
    # /glossary/<slug>/
    path("glossary/<slug:slug>/", term_detail, name="term-detail"),
    # /powers/
    path("powers/", power_list, name="power-list"),
    # /powers/<slug>/
    path("powers/<slug:slug>/", power_detail, name="power-detail"),
]
