"""The forms of changes as a browser sends them."""

from __future__ import annotations

import re

from django.urls import reverse

from tests.bench.making_changes import TERM


def values_of(response):
    """The values that a browser would send back from the form of a change."""
    form = response.context["form"]
    values = {"version": response.context["version"]}
    forms = [form.reason_form, *([form.row_form.form] if form.row_form else [])]
    waiting = [form.row_form] if form.row_form else []
    while waiting:
        row_form = waiting.pop()
        for details in row_form.singles:
            forms.append(details.form)
            waiting.append(details)
        for formset in row_form.lists:
            forms += [formset.management_form, *formset.forms]
    for part in forms:
        for field in part:
            value = field.value()
            values[field.html_name] = "" if value is None or value is False else value
    return values


def opened(client, key=TERM, aim="correct", kind="facts"):
    """The address of a change that somebody begins from the page of its row."""
    address = reverse("admin:bench_begin")
    response = client.post(address, {"kind": kind, "key": key, "aim": aim})
    assert response.status_code == 302
    return response.url


def in_review(at_editor):
    """The address of a change that the editor sent."""
    address = opened(at_editor)
    typed = {"row-act_en": "one", "head-reason_en": "The act was missing.", "send": "1"}
    at_editor.post(address, values_of(at_editor.get(address)) | typed)
    return address


def address_of(change):
    """The address of the page of a change."""
    return reverse("admin:bench_change_change", args=[change.pk])


def folded(page):
    """The HTML of a page without the white space of its template: none beside a tag, and
    one space for each run of it elsewhere."""
    return re.sub(r" ?(<[^>]+>) ?", r"\1", re.sub(r"\s+", " ", page.text))


def hidden_number(page, name):
    """What a hidden field of a page's last form holds."""
    return re.findall(rf'type="hidden" name="{name}" value="(\d+)"', page.text)[-1]
