"""What is done to changes: begin, save, send, approve, publish, go back.

Every path comes here: forms, list actions, crafted requests, commands; changes and their
steps are guarded as the content is. Each function asks ``bench.rules`` first and works in
one transaction, alone, so that of two who come at once the second sees what the first
did.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.db import InterfaceError, OperationalError, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from bench.merging import (
    HEAD,
    Collision,
    Difference,
    Flat,
    Leaf,
    Merged,
    Path,
    flat,
    merge,
    unflat,
)
from bench.models import Change, Kind, Step
from bench.rules import MOVES, WRITE, Aim, Person, RefusedError, State, may, require
from bench.shapes import SHAPES, ordered, split_name
from facts.blocks.blocks import Block, ContentError, block_of, normal
from facts.blocks.writing import block_now, rows_of, write
from facts.guard import alone, writing
from facts.models import Fact, FactState, Passage, Scope
from facts.periods import OPEN as OPEN_BOUND
from facts.periods import parse_bound
from facts.periods_in_words import edtf_in_words
from pages.content import detail_of
from pages.rules import MUSTS, breaches
from web.clock import now, today

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Draft:
    """What an editor writes of a change: the form, as text."""

    block: Block
    reason_en: str = ""
    publish_on: str = ""


@dataclass(frozen=True)
class Saved:
    """A save that was stored; ``taken`` is what was merged in from somebody else's."""

    version: int
    taken: list[Difference] = field(default_factory=list)


@dataclass(frozen=True)
class Clash:
    """A save that was not stored: somebody else changed the same things."""

    collisions: list[Collision]
    taken: list[Difference]
    merged: Draft
    """Both edits in one, with mine where they collide."""
    version: int
    """The version of the change that a choice between them builds on."""
    settled: int
    """The version of the published row that it builds on; 0 where that is not in play."""
    who: User | None
    """Who wrote the other one; nobody where the published text changed."""


# --- beginning ------------------------------------------------------------------------


@alone()
@writing()
def begin(
    who: User,
    kind: str,
    aim: str,
    *,
    key: str = "",
    block: Block | None = None,
    ends: str = "",
) -> Change:
    """Begin a change and return it; the open one of the same row, where there is one.

    ``block`` is what the form starts with; without it, what the row says now. ``ends``
    is the key of the fact that a new value will end. Raises ``RefusedError`` where
    ``who`` may not write, or there is no such row.
    """
    _require_writer(who)
    if found := open_change_touching(kind, key or ends):
        return found
    if aim in (Aim.REPLACE, Aim.RETIRE):
        _require_published(key or ends)
    if ends:
        _require_goes_on(ends)
    change = Change(kind=kind, key=key, aim=aim, ends=ends, author=who)
    if key:
        change.base = _base_of([change.name])
        if not change.base:
            raise RefusedError(_("There is no such row."))
        change.block = change.before(change.name)
    if block is not None:
        change.block = block
    if ends:
        change.base = _base_of([f"{Kind.FACT}/{ends}"])
    if aim == Aim.RETIRE:
        change.block = {**change.block, "state": FactState.RETIRED.value}
    return _begun(change)


@alone()
@writing()
def go_back(published: Change, who: User) -> Change:
    """Begin a change that undoes a published one, and return it.

    What was added is retired, what was changed says again what it said before; later
    edits of other fields stay. Raises ``RefusedError`` where ``who`` may not write,
    somebody went back before it already, or another change of the row is open.
    """
    _require_writer(who)
    if not published.can_be_undone:
        raise RefusedError(
            _("Only a published correction, or a fact that was added, can be undone.")
        )
    if published.is_undone:
        raise RefusedError(_("Somebody went back before it already."))
    names = _names_undone(published)
    if in_the_way_of(published):
        raise RefusedError(_("Another change of it is open. Finish that one first."))
    blocks = {name: _undone(published, name) for name in names}
    return _begun(
        Change(
            kind=published.kind,
            key=published.key,
            aim=Aim.RESTORE,
            undoes=published,
            author=who,
            base=_base_of(names),
            block=blocks.pop(published.name),
            beside=blocks,
        )
    )


def in_the_way_of(published: Change) -> Change | None:
    """The open change of a row that going back before ``published`` would write, if there
    is one."""
    found = (open_change_touching(*split_name(n)) for n in _names_undone(published))
    return next((change for change in found if change), None)


def open_change_touching(kind: str, key: str) -> Change | None:
    """The change still under way that writes this row, if there is one: as its target,
    beside it, or because its new value ends it."""
    return Change.objects.still_open().touching(kind, key).first() if key else None


def _require_writer(who: Person) -> None:
    if not may(who, WRITE):
        raise RefusedError(_("You do not have the right to do that."))


def _require_published(key: str) -> None:
    if block_now(SHAPES[Kind.FACT], key).get("state") == FactState.RETIRED:
        raise RefusedError(_("It is retired already."))


def _require_goes_on(key: str) -> None:
    """Refuse to end a fact that has its end: a new value would make it last longer."""
    if not Fact.objects.filter(key=key, end=OPEN_BOUND).exists():
        raise RefusedError(
            _("It has an end already. Correct that end, or add the next value as a fact.")
        )


def _begun(change: Change) -> Change:
    change.save()
    _note(change, "save", change.author)
    return change


def _names_undone(published: Change) -> list[str]:
    """The rows that going back before a change writes: those of its own kind."""
    return [name for name in published.blocks if split_name(name)[0] == published.kind]


def _undone(published: Change, name: str) -> Block:
    """What the row says now, with what the change did taken out of it."""
    kind, key = split_name(name)
    shape = SHAPES[kind]
    present = block_now(shape, key)
    before = published.before(name)
    if not before:
        return {**present, "state": FactState.RETIRED.value}
    merged = merge(
        flat(published.blocks[name], shape), flat(before, shape), flat(present, shape)
    )
    return _with_its_details(unflat(merged.leaves, shape), present)


# --- writing a draft ------------------------------------------------------------------


@alone()
@writing()
def save(
    pk: int,
    who: User,
    version: int,
    draft: Draft,
    settled: int = 0,
    accepted: Mapping[Path, Leaf | None] | None = None,
) -> Saved | Clash:
    """Store what an editor wrote, who started from ``version`` of the change.

    Where somebody saved in between, or the published row itself has changed, the two are
    merged; where they collide, nothing is stored and the ``Clash`` is returned.
    ``settled`` is the version of the published row that she has already merged with.
    ``accepted`` are the leaves that she chose on the merge page as another wrote them in
    ``version``, and what they said before: if they changed again, she chooses again.
    Raises ``RefusedError`` where she may not save, or the result breaks a rule of the
    content, and ``ContentError`` where the block has keys that its shape does not know.
    """
    change = Change.objects.get(pk=pk)
    require("save", change.state, who, writers_of(change))
    mine = leaves_of(_complete_draft(change, draft), change.kind)
    taken: list[Difference] = []
    if version != change.version:
        merged = merge(
            _with(leaves_of(draft_at(change, version), change.kind), accepted or {}),
            mine,
            leaves_of(draft_of(change), change.kind),
        )
        if merged.collisions:
            return _clash(change, merged, 0)
        mine, taken = merged.leaves, merged.taken
    published = _version_now(change)
    if published and published not in (settled, _version_found(change)):
        merged = _onto_published(change, mine)
        if merged.collisions:
            return _clash(change, merged, published)
        mine, taken = merged.leaves, [*taken, *merged.taken]
    _take(change, mine)
    _complete(change)
    if found := new_breaches(change):
        raise RefusedError(" ".join(found))
    change.version += 1
    change.save()
    _note(change, "save", who)
    return Saved(change.version, taken)


def settle(kind: str, merged: Draft, theirs: Mapping[Path, Leaf | None]) -> Draft:
    """The draft that comes of a ``Clash`` when these leaves are to be as the others had
    them, and all other colliding ones as the editor wrote them."""
    return draft_from(_with(leaves_of(merged, kind), theirs), kind)


def _with(leaves: Flat, others: Mapping[Path, Leaf | None]) -> Flat:
    """The leaves with others in their places; ``None`` takes one away."""
    both = {**leaves, **others}
    return {path: leaf for path, leaf in both.items() if leaf is not None}


def _clash(change: Change, merged: Merged, settled: int) -> Clash:
    last = change.steps.filter(name="save").select_related("who").last()
    return Clash(
        merged.collisions,
        merged.taken,
        draft_from(merged.leaves, change.kind),
        change.version,
        settled,
        last.who if last and not settled else None,
    )


def _version_now(change: Change) -> int:
    """The version of the published row now; 0 where there is none."""
    found = rows_of(SHAPES[change.kind], change.key) if change.key else {}
    return found[change.key].version if change.key in found else 0


def _version_found(change: Change) -> int:
    found: int = change.base.get(change.name, {}).get("version", 0)
    return found


def _onto_published(change: Change, mine: Flat) -> Merged:
    """Merge a draft with what was published of its row since it began."""
    shape = SHAPES[change.kind]
    theirs = flat(block_now(shape, change.key), shape)
    # The reason and the day belong to the change: nobody else writes them.
    head = {path: mine[path] for path in HEAD if path in mine}
    base = flat(change.before(change.name), shape)
    return merge({**base, **head}, mine, {**theirs, **head})


def leaves_of(draft: Draft, kind: str) -> Flat:
    """A draft laid flat, reason and day among the leaves."""
    leaves = flat(draft.block, SHAPES[kind])
    for path, text in zip(HEAD, (draft.reason_en, draft.publish_on), strict=True):
        if text:
            leaves[path] = text
    return leaves


def draft_from(leaves: Flat, kind: str) -> Draft:
    """The draft that has these leaves: the inverse of ``leaves_of``."""
    reason, day = (str(leaves.get(path, "")) for path in HEAD)
    return Draft(unflat(leaves, SHAPES[kind]), reason, day)


def _complete_draft(change: Change, draft: Draft) -> Draft:
    """With what nobody types: whether it is retired, and what is fixed of its row."""
    names = ("state", *change.fixed)
    given = {name: change.block[name] for name in names if name in change.block}
    block = normal({**draft.block, **given}, SHAPES[change.kind])
    return replace(draft, block=block)


def _take(change: Change, leaves: Flat) -> None:
    draft = draft_from(leaves, change.kind)
    change.block = _with_its_details(draft.block, change.block)
    change.reason_en = draft.reason_en
    change.publish_on = date.fromisoformat(draft.publish_on) if draft.publish_on else None


def _with_its_details(block: Block, last: Block) -> Block:
    """The block with the details that its aspect needs and that ``last`` had.

    Laid flat, details are there as long as anything stands in them; these are there even
    where nothing does, as for an institution that no act began or ended.
    """
    name = detail_of(block.get("aspect", ""))
    return {**block, name: {}} if name in last and name not in block else block


def _complete(change: Change) -> None:
    """Give a new row its key, and put beside it what must change with it."""
    if not change.key:
        change.key = change.block.get("key") or free_key(change.kind, change.block)
        if block_now(SHAPES[change.kind], change.key):
            raise RefusedError(_("There is already a row with this key."))
        if open_change_touching(change.kind, change.key):
            raise RefusedError(_("Another change that is open has this key already."))
        change.block = {"key": change.key, **change.block}
    change.beside = {**_undone_beside(change), **_ended(change), **_first_used(change)}
    change.base = _base_of(list(change.blocks))


def _undone_beside(change: Change) -> dict[str, Block]:
    """The rows beside the one that goes back, without what the undone change did.

    Made anew with each save: what others corrected in them meanwhile stays.
    """
    if change.undoes is None:
        return {}
    names = _names_undone(change.undoes)
    return {name: _undone(change.undoes, name) for name in names if name != change.name}


def _ended(change: Change) -> dict[str, Block]:
    """The fact that a new value ends, on the day from which the new one holds."""
    if not change.ends:
        return {}
    _require_goes_on(change.ends)
    block = block_now(SHAPES[Kind.FACT], change.ends)
    start = change.block.get("start", "")
    _require_begins_after(start, block["start"])
    return {f"{Kind.FACT}/{change.ends}": {**block, "end": start}}


def _require_begins_after(start: str, old_start: str) -> None:
    """Refuse the start of a new value on which the old one cannot end."""
    if start in ("", OPEN_BOUND):
        raise RefusedError(_("Say from which day the new value holds: the old one ends."))
    try:
        begins, ended = parse_bound(start, "start"), parse_bound(old_start, "start")
    except ValueError as error:
        raise RefusedError(str(error)) from error
    if begins.latest <= ended.earliest:
        raise RefusedError(
            _("The new value must begin after the old one did (%(start)s).")
            % {"start": edtf_in_words(old_start)}
        )


def _first_used(change: Change) -> dict[str, Block]:
    """Passages that nothing rested on yet: with the change they are used."""
    if change.block.get("state") == FactState.RETIRED:
        return {}
    keys = [
        row["passage"]
        for part in ("citations", "claims")
        for row in change.block.get(part, [])
    ]
    if change.kind == Kind.ASSESSMENT:
        keys.append(change.block.get("passage", ""))
    shape = SHAPES[Kind.PASSAGE]
    waiting = Passage.objects.filter(key__in=keys, scope=Scope.LATER)
    blocks = {one.key: block_now(shape, one.key) for one in waiting}
    for block in blocks.values():
        del block["scope"]  # "cited" is the usual one
    return {f"{Kind.PASSAGE}/{key}": block for key, block in blocks.items()}


def free_key(kind: str, block: Block) -> str:
    """A key for a new row, made of what it is about: ``kurultai-seats-2026-11-23``."""
    about = [
        block.get(name, "")
        for name in (
            "subject",
            "document",
            "aspect",
            "start",
            "place_en",
            "name_en",
            "short_name_en",
        )
    ]
    stem = slugify(" ".join(about))[:100].strip("-") or kind
    rows = SHAPES[kind].model._default_manager.filter(key__startswith=stem)
    taken = {
        *rows.values_list("key", flat=True),
        *Change.objects.filter(kind=kind).values_list("key", flat=True),
    }
    free = (f"{stem}-{n}" if n > 1 else stem for n in range(1, len(taken) + 2))
    return next(key for key in free if key not in taken)


def _base_of(names: Iterable[str]) -> dict[str, Any]:
    """Version and block of each of these rows that is there."""
    found = {}
    for name in names:
        kind, key = split_name(name)
        if row := rows_of(SHAPES[kind], key).get(key) if key else None:
            found[name] = {"version": row.version, "block": block_of(row, SHAPES[kind])}
    return found


# --- the other moves ------------------------------------------------------------------


@alone()
@writing()
def move(pk: int, who: User, name: str, words: str = "", read: int | None = None) -> Change:
    """Make a move other than a save: send, take back, give back, approve, drop.

    What is approved without a day to wait for is published at once. ``read`` is the
    version that she had before her eyes; pages always tell it. Raises ``RefusedError``
    where ``who`` may not, or the change cannot be published as it is.
    """
    change = Change.objects.get(pk=pk)
    require(name, change.state, who, writers_of(change), words, change.is_untouched)
    if name == "approve" and read not in (None, change.version):
        raise RefusedError(_("It is not the version that you read. Read this one first."))
    if name == "send":
        _require_ready(change)
        _require_difference(change)
    change.state = MOVES[name].target
    change.approver = who if name == "approve" else None
    if name == "approve" and change.publish_on is None:
        change.publish_on = today()
    change.save()
    _note(change, name, who, words)
    if name == "approve":
        _require_ready(change)
        if change.publish_on and change.publish_on <= today():
            _publish(change, who)
    return change


def _require_ready(change: Change) -> None:
    if not change.key:
        raise RefusedError(_("Save it first."))
    if not change.reason_en:
        raise RefusedError(_("Say why, in one sentence for the public."))
    if stale := stale_names(change):
        raise RefusedError(
            _("%(row)s has changed since. Open the change and save it again.")
            % {"row": stale[0]}
        )
    if found := new_breaches(change):
        raise RefusedError(" ".join(found))


def _require_difference(change: Change) -> None:
    """Refuse to have reviewed, and told to readers, what leaves all as it was."""
    if all(change.before(name) == block for name, block in change.blocks.items()):
        raise RefusedError(_("It changes nothing yet: there is nothing to review."))


def stale_names(change: Change) -> list[str]:
    """The rows of the change that are no longer as it found them."""
    fresh = _base_of(list(change.blocks))
    return [name for name in change.blocks if fresh.get(name) != change.base.get(name)]


def writers_of(change: Change) -> set[int]:
    """The ids of everybody who wrote any of it."""
    saves = change.steps.filter(name="save").values_list("who_id", flat=True)
    return {change.author_id, *(pk for pk in saves if pk)}


# --- publishing -----------------------------------------------------------------------


def put(change: Change) -> None:
    """Write what the change says into the content; the caller holds the transaction.

    Raises ``ContentError`` where a block cannot be written.
    """
    with writing():
        for name in ordered(list(change.blocks)):
            write(SHAPES[split_name(name)[0]], change.blocks[name])


def _publish(change: Change, who: User | None) -> None:
    """Write it into the content. ``who`` is nobody where its day brings it."""
    put(change)
    change.state = State.PUBLISHED
    change.published_at = now()
    change.save()
    _note(change, "publish", who)


@writing()
def publish_due() -> list[Change]:
    """Publish every approved change whose day has come; return those published.

    One that can no longer be published goes back to its author with the reason. Raises
    ``OperationalError`` or ``InterfaceError`` where the database fails: then it is to be
    tried again. What the database only refuses to store is the fault of one change.
    """
    done = []
    for due in Change.objects.due(today()):
        with alone():
            change = Change.objects.get(pk=due.pk)
            if change.state != State.APPROVED:
                continue  # another worker was quicker
            try:
                with transaction.atomic():
                    _require_ready(change)
                    _publish(change, None)
                done.append(change)
            except (OperationalError, InterfaceError):
                raise  # it is gone or busy: nothing that this change could mend
            except (RefusedError, ContentError) as error:
                _give_back(change, str(error))
            except Exception:
                # A fault of ours may cost one change its day, but no reader her page.
                log.exception("%s could not be published", change)
                words = _("It could not be written. The log of the site says why.")
                _give_back(change, words)
    return done


def _give_back(change: Change, words: str) -> None:
    change.refresh_from_db()
    change.state = State.DRAFT
    change.approver = None
    change.save()
    _note(change, "give-back", None, words)


def new_breaches(change: Change) -> list[str]:
    """The rules of the content that it would break if it were published now."""
    try:
        with transaction.atomic():
            put(change)
            after = [str(one) for one in breaches(MUSTS)]
            transaction.set_rollback(True)
    except ContentError as error:
        return [str(error)]
    if not after:
        return []  # so nearly always; what was broken before need not be asked then
    before = {str(one) for one in breaches(MUSTS)}
    return [one for one in after if one not in before]


# --- the record -----------------------------------------------------------------------


def draft_of(change: Change) -> Draft:
    """What the form of the change holds."""
    day = change.publish_on.isoformat() if change.publish_on else ""
    return Draft(change.block, change.reason_en, day)


def draft_at(change: Change, version: int) -> Draft:
    """What the form held at an earlier version of the change.

    Raises ``RefusedError`` where there was no such version.
    """
    step = change.steps.filter(name="save", version=version).first()
    if step is None:
        raise RefusedError(_("The change has no such version. Open it again."))
    return Draft(**step.written)


def _note(change: Change, name: str, who: User | None, words: str = "") -> None:
    Step.objects.create(
        change=change,
        name=name,
        who=who,
        at=now(),
        words=words,
        version=change.version,
        written=asdict(draft_of(change)) if name == "save" else {},
    )
