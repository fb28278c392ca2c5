"""The page of a change: its form, the merge, the moves, the preview, the visits."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from django.contrib import messages
from django.core import signing
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from bench import publishing
from bench.checks import findings
from bench.forms import ChangeForm
from bench.merging import differences
from bench.mistakes import mistakes
from bench.models import Change, Step
from bench.preview import pages_of, preview
from bench.publishing import Clash, Draft, Saved
from bench.rules import (
    MOVES,
    VIEW,
    WRITE,
    RefusedError,
    State,
    may,
    moves_open_to,
)
from bench.shapes import SHAPES
from bench.views.shared import (
    bench_page,
    differing,
    editor,
    moved,
    needs,
    number_in,
    passages_of,
)
from bench.visits import others, visit
from bench.wording import Line, Titles, heading, in_words, label_of, titles_of
from facts.blocks.blocks import ContentError
from facts.models import Content
from web.clock import today

SEAL = "bench.merge"


@needs(VIEW)
@require_http_methods(["GET", "HEAD", "POST"])
def change_detail(request: HttpRequest, pk: str) -> HttpResponse:
    """The page of a change; of a draft, for those who may write, with its form."""
    found = Change.objects.select_related("author", "approver", "undoes")
    change = get_object_or_404(found, pk=number_in(pk))
    writes = may(request.user, WRITE)
    has_form = writes and change.state == State.DRAFT
    if has_form:
        visit(change, editor(request))
    if request.method == "POST":
        if not writes:
            raise PermissionDenied
        # Sent by somebody else meanwhile, too: what was typed must not be lost.
        return _saved(request, change)
    draft = publishing.draft_of(change)
    return _page(request, change, ChangeForm(change, draft) if has_form else None)


def _number(request: HttpRequest, name: str) -> int:
    number = number_in(request.POST.get(name, ""))
    if number is None:
        raise BadRequest(f"“{name}” must be a number.")
    return number


def _saved(request: HttpRequest, change: Change) -> HttpResponse:
    """Save what was typed; show the form again with what is wrong, or the two texts."""
    version = _number(request, "version")
    try:
        started_from = publishing.draft_at(change, version)
    except RefusedError as error:
        raise BadRequest(str(error)) from error
    more = request.POST.get("more", "")
    form = ChangeForm(change, started_from, request.POST, more)
    if more and more not in form.lists:
        raise BadRequest("There is no such list.")
    if more:
        return _page(request, change, form, version)
    if not form.is_valid():
        told = _("Nothing is saved yet. Mend what is marked; all you typed is still here.")
        return _page(request, change, form, version, told, status=422)
    if change.state != State.DRAFT:
        told = _(
            "Nothing is saved, because the change is “%(state)s” now. All you typed is "
            "still here: once it is a draft again, save it from this page."
        )
        told %= {"state": change.get_state_display()}
        return _page(request, change, form, version, told, status=422)
    draft = form.draft()
    try:
        done = publishing.save(change.pk, editor(request), version, draft)
    except (RefusedError, ContentError) as error:
        told = _("Nothing is saved yet. This must be mended: %s") % error
        return _page(request, change, form, version, told, status=422)
    return _after_save(request, change, done)


def _after_save(request: HttpRequest, change: Change, done: Saved | Clash) -> HttpResponse:
    if isinstance(done, Clash):
        return _merge_page(request, change, done)
    if done.taken:
        shape = SHAPES[change.kind]
        names = ", ".join(label_of(one.path, shape) for one in done.taken)
        told = _("Saved, with what somebody else changed meanwhile: %(names)s.")
        messages.warning(request, told % {"names": names})
    else:
        messages.success(request, _("Saved as version %(n)s.") % {"n": done.version})
    if "send" in request.POST:
        _move(request, change, "send")
    return redirect("admin:bench_change_change", change.pk)


# --- two editors at once --------------------------------------------------------------


@dataclass(frozen=True)
class Choice:
    """A field that two editors changed, in words, and its number on the page."""

    number: int
    label: str
    base: str
    mine: str
    theirs: str


def _merge_page(request: HttpRequest, change: Change, clash: Clash) -> HttpResponse:
    shape = SHAPES[change.kind]
    sides = [clash.merged.block, change.block, change.before(change.name)]
    titles = Titles((change.kind, block) for block in sides if block)
    choices = [
        Choice(
            number,
            label_of(one.path, shape),
            titles.said(one.path, one.base, shape),
            titles.said(one.path, one.mine, shape),
            titles.said(one.path, one.theirs, shape),
        )
        for number, one in enumerate(clash.collisions)
    ]
    sealed = {
        "of": [change.pk, editor(request).pk],
        "merged": asdict(clash.merged),
        "choices": [(one.path, one.base, one.theirs) for one in clash.collisions],
        "version": clash.version,
        "settled": clash.settled,
    }
    context = {
        "change": change,
        "choices": choices,
        "taken": in_words(clash.taken, shape, titles),
        "who": clash.who,
        "sealed": signing.dumps(sealed, salt=SEAL, compress=True),
    }
    title = _("You both changed the same thing")
    return bench_page(request, "bench/merge.html", title, context, status=409)


def _opened(request: HttpRequest, of: list[int]) -> dict[str, Any]:
    """What the merge page sealed, for this change and this editor alone; else 400."""
    try:
        sealed: dict[str, Any] = signing.loads(request.POST.get("sealed", ""), salt=SEAL)
    except signing.BadSignature as error:
        raise BadRequest("This does not come from the merge page.") from error
    if sealed["of"] != of:
        raise BadRequest("This comes from the merge page of another.")
    return sealed


@needs(WRITE)
@require_POST
def change_merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Save what comes of the choices on the merge page."""
    change = get_object_or_404(Change, pk=pk)
    sealed = _opened(request, [change.pk, editor(request).pk])
    chosen = [
        (tuple(path), base, theirs)
        for number, (path, base, theirs) in enumerate(sealed["choices"])
        if request.POST.get(f"choice-{number}") == "theirs"
    ]
    settled, version = sealed["settled"], sealed["version"]
    # From what she saw, not from what is there by now: a third may have saved since.
    seen = {path: theirs for path, _base, theirs in chosen}
    draft = publishing.settle(change.kind, Draft(**sealed["merged"]), seen)
    # What she took from the published row is a change of the draft like any other.
    accepted = {} if settled else {path: base for path, base, _theirs in chosen}
    try:
        done = publishing.save(pk, editor(request), version, draft, settled, accepted)
    except (RefusedError, ContentError) as error:
        return _page(request, change, ChangeForm(change, draft), version, str(error), 422)
    return _after_save(request, change, done)


@needs(WRITE)
@require_POST
def change_visit(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep one's visit, and say who else is there; asked every half minute by htmx."""
    change = get_object_or_404(Change, pk=pk)
    visit(change, editor(request))
    return render(request, "bench/_visits.html", _visits(request, change))


def _visits(request: HttpRequest, change: Change) -> dict[str, Any]:
    seen = number_in(request.POST.get("version", "")) or change.version
    return {
        "others": others(change, editor(request)),
        "version": change.version,
        "is_behind": seen < change.version,
    }


# --- moves ----------------------------------------------------------------------------

NOW = {
    State.DRAFT: _l("It is a draft again."),
    State.REVIEW: _l("It waits for a second person."),
    State.APPROVED: _l("It waits for its day."),
    State.PUBLISHED: _l("It is published."),
    State.DROPPED: _l("It stays in the records."),
}
"""What a state means, for who has just brought a change there."""


@needs(VIEW)
@require_POST
def change_move(request: HttpRequest, pk: int) -> HttpResponse:
    """Send, take back, give back, approve or drop; 403 where the right is lacking."""
    change = get_object_or_404(Change, pk=pk)
    name = request.POST.get("name", "")
    if name not in MOVES or name == "save":
        raise BadRequest("There is no such move.")
    if not may(request.user, MOVES[name].right):
        raise PermissionDenied
    words = request.POST.get("words", "")[:2000]
    read = number_in(request.POST.get("version", "")) or 0
    if _move(request, change, name, words, read) and name == "give-back":
        # On its page she would have the form open that its author now goes on with.
        return redirect("admin:index")
    return redirect("admin:bench_change_change", pk)


def _move(
    request: HttpRequest, change: Change, name: str, words: str = "", read: int = 0
) -> bool:
    """Make a move and tell how it went; whether it was made."""
    if told := moved(editor(request), change, name, words, read):
        if words:  # they may be long, and the page of the change is another by now
            told = _("%(why)s Your words were: “%(words)s”") % {"why": told, "words": words}
        messages.error(request, told)
        return False
    done = capfirst(str(MOVES[name].done))
    messages.success(request, f"{done}. {NOW[State(change.state)]}")
    return True


@needs(WRITE)
@require_POST
def change_go_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a change that undoes this one."""
    change = get_object_or_404(Change, pk=pk)
    try:
        back = publishing.go_back(change, editor(request))
    except (RefusedError, ContentError) as error:
        messages.error(request, str(error))
        return redirect("admin:bench_change_change", pk)
    return redirect("admin:bench_change_change", back.pk)


@needs(VIEW)
@require_safe
def change_preview(request: HttpRequest, pk: int, page: str = "") -> HttpResponse:
    """A public page as it will be; without ``page``, the one that shows the change."""
    change = get_object_or_404(Change, pk=pk)
    if not (change.is_open and change.key):
        messages.error(request, _("Only a saved change that is open has a preview."))
        return redirect("admin:bench_change_change", pk)
    try:
        if not page:
            return redirect(pages_of(change, today())[0].address)
        return preview(request, change, page, today())
    except ContentError as error:
        messages.error(request, str(error))
        return redirect("admin:bench_change_change", pk)


# --- the page -------------------------------------------------------------------------


@dataclass(frozen=True)
class Told:
    """A step of the history, and what it changed of the draft."""

    step: Step
    done: str | Promise
    lines: list[Line]


DONE = {"publish": _l("published"), **{name: move.done for name, move in MOVES.items()}}


def _history(change: Change) -> list[Told]:
    """The steps of a change, each save with its difference from the one before."""
    shape = SHAPES[change.kind]
    steps = list(change.steps.select_related("who"))
    drafts = [Draft(**step.written) for step in steps if step.written]
    titles = Titles((change.kind, draft.block) for draft in drafts)
    found, last = [], None
    for step in steps:
        lines: list[Line] = []
        if step.written:
            leaves = publishing.leaves_of(Draft(**step.written), change.kind)
            if last is not None:
                lines = in_words(differences(last, leaves), shape, titles)
            last = leaves
        found.append(Told(step, _done(step, lines), lines))
    return found


def _done(step: Step, lines: list[Line]) -> str | Promise:
    if step.name != "save":
        return DONE[step.name]
    if step.version == 1:
        return _("begun")
    return DONE["save"] if lines else _("saved, with nothing new")


def _given_back(change: Change, history: list[Told]) -> Step | None:
    """The step that gave a draft back, until it is sent again; saves do not answer it."""
    moves = [told.step for told in history if told.step.name != "save"]
    is_back = change.state == State.DRAFT and moves and moves[-1].name == "give-back"
    return moves[-1] if is_back else None


def _page(
    request: HttpRequest,
    change: Change,
    form: ChangeForm | None,
    version: int = 0,
    error: str = "",
    status: int = 200,
) -> HttpResponse:
    who = editor(request)
    titles = titles_of([change])
    writers = publishing.writers_of(change)
    is_draft = change.state == State.DRAFT
    # Beside the form of what is no draft any more they would only lead away from it.
    moves = moves_open_to(who, change.state, writers) if is_draft or not form else {}
    if form and who.pk in writers:
        # What she typed since her last save would be neither sent nor kept; the form has
        # a button that does both. Others send what they read without writing any of it.
        moves.pop("send", None)
    if "give-back" in moves and who.pk not in writers:
        # She gives it back, with a word of why; who wrote it takes it back.
        moves.pop("take-back")
    if change.is_untouched:
        moves.pop("send", None)  # it has no reason yet, and would be refused
    # Beside what was typed and refused, words on what was saved would only confuse.
    looked_at = [] if error or change.state == State.DROPPED else findings(change)
    history = _history(change)
    context = {
        "change": change,
        "given_back": _given_back(change, history),
        "row": _row_of(change),
        "form": form,
        "version": version or change.version,
        "error": error,
        "mistakes": mistakes(form) if form and error else [],
        "differences": differing(change, titles),
        "passages": passages_of(change),
        "findings": looked_at,
        "stale": publishing.stale_names(change) if change.is_open and change.key else [],
        "moves": moves,
        "needs_words": all(move.needs_words for move in moves.values()),
        "wrote": who.pk in writers,
        "history": history,
        "may_write": may(who, WRITE),
        "in_the_way": (publishing.in_the_way_of(change) if change.can_be_undone else None),
        "retires": change.retires,
        "has_preview": change.is_open and bool(change.key) and change.version > 1,
        **(_visits(request, change) if form else {}),
    }
    title = heading(change, titles)
    return bench_page(request, "bench/change.html", title, context, status)


def _row_of(change: Change) -> Content | None:
    """The row that the change is of, where it is there already."""
    model = SHAPES[change.kind].model
    return model._default_manager.filter(key=change.key).first() if change.key else None
