"""What holds of every merge, whatever two people wrote."""

from __future__ import annotations

from functools import cache

from django.conf import settings
from hypothesis import Phase, given
from hypothesis import settings as how
from hypothesis import strategies as st

from bench.changes.drafts import apply_choices, draft_from_leaves, draft_leaves
from bench.changes.edit_conflicts import OWN_PATHS, merge
from content.serialisers import FOLDERS, SERIALISERS
from facts.blocks.blocks import in_order, normal
from facts.blocks.files import read_folders
from facts.blocks.leaves import differences, flat, unflat

SIDES = {"mine": "theirs", "theirs": "mine"}


CHECKED = how(
    deadline=None,
    max_examples=100,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
)


@cache
def content():
    """Every block of the fixtures, by its serialiser."""
    return read_folders(settings.FIXTURES_ROOT, FOLDERS)


def test_every_block_of_the_content_can_be_laid_flat_and_back():
    n = 0
    for serialiser, blocks in content():
        for block in blocks:
            assert unflat(flat(block, serialiser), serialiser) == block
            n += 1
    assert n > 2000


WORDS = ("a", "b", "1", "01", "10", "²", "Б")


TEXTS = st.sampled_from(WORDS)


@st.composite
def rows(draw, fields, parts=()):
    """A block with some of these fields, never with none, and with some of the parts."""
    row = draw(st.dictionaries(st.sampled_from(fields), TEXTS, min_size=1))
    chosen = st.lists(st.sampled_from(parts), max_size=2) if parts else st.just([])
    for part in draw(chosen):
        if part.single:
            row[part.name] = draw(rows(part.fields, part.parts))
        else:
            row[part.name] = draw(st.lists(rows(part.fields), max_size=3))
    return row


def without_doubles(block, parts):
    """The block without rows that nothing tells apart: the form refuses those."""
    for part in parts:
        inside = block.get(part.name, {})
        if part.single:
            without_doubles(inside, part.parts)
        elif inside:
            named = {tuple(row.get(name) for name in part.sort): row for row in inside}
            block[part.name] = list(named.values())
    return block


@st.composite
def three(draw):
    """A serialiser, and three drafts of it laid flat: what it was, and what two wrote."""
    serialiser = draw(st.sampled_from(list(SERIALISERS.values())))
    drafts = []
    for _ in range(3):
        block = without_doubles(
            draw(rows(serialiser.fields, serialiser.parts)), serialiser.parts
        )
        head = draw(st.dictionaries(st.sampled_from(OWN_PATHS), TEXTS))
        drafts.append(flat(normal(block, serialiser), serialiser) | head)
    return serialiser, *drafts


def said(leaves, serialiser):
    """What a draft says: its block, reason and day."""
    return unflat(leaves, serialiser), {path: leaves.get(path) for path in OWN_PATHS}


@CHECKED
@given(st.permutations(WORDS))
def test_rows_stand_in_one_order_however_they_were_typed(words):
    rows = [{"text": word} for word in words]
    assert [row["text"] for row in in_order(rows, ("text",))] == [
        "a", "b", "²", "Б", "01", "1", "10",
    ]  # fmt: skip


@CHECKED
@given(three())
def test_any_block_can_be_laid_flat_and_back(drafts):
    serialiser, leaves, *_others = drafts
    block = unflat(leaves, serialiser)
    assert unflat(flat(block, serialiser), serialiser) == block == normal(block, serialiser)


@CHECKED
@given(three())
def test_where_one_side_wrote_nothing_the_other_stays(drafts):
    serialiser, base, mine, _theirs = drafts
    merged = merge(base, mine, base)
    assert said(merged.leaves, serialiser) == said(mine, serialiser)
    assert (merged.collisions, merged.merged_in) == ([], [])
    merged = merge(base, base, mine)
    assert said(merged.leaves, serialiser) == said(mine, serialiser)
    assert (merged.collisions, merged.merged_in) == ([], differences(base, mine))


@CHECKED
@given(three())
def test_where_both_wrote_the_same_there_is_nothing_to_choose(drafts):
    serialiser, base, mine, _theirs = drafts
    merged = merge(base, mine, mine)
    assert said(merged.leaves, serialiser) == said(mine, serialiser)
    assert (merged.collisions, merged.merged_in) == ([], [])


@CHECKED
@given(three())
def test_it_is_the_same_from_either_side(drafts):
    _shape, base, mine, theirs = drafts
    one, other = merge(base, mine, theirs), merge(base, theirs, mine)
    found = {collision.path: collision for collision in one.collisions}
    assert len(found) == len(other.collisions)
    for collision in other.collisions:
        twin = found[collision.path]
        assert (twin.mine, twin.theirs) == (collision.theirs, collision.mine)
    settled = [
        {path: leaf for path, leaf in merged.leaves.items() if path not in found}
        for merged in (one, other)
    ]
    assert settled[0] == settled[1]


@CHECKED
@given(three())
def test_nothing_that_anybody_wrote_is_lost(drafts):
    serialiser, base, mine, theirs = drafts
    merged = merge(base, mine, theirs)
    result = flat(unflat(merged.leaves, serialiser), serialiser) | {
        path: merged.leaves[path] for path in OWN_PATHS if path in merged.leaves
    }
    collisions = {collision.path: collision for collision in merged.collisions}
    for path in {*base, *mine, *theirs}:
        was, my, their = base.get(path), mine.get(path), theirs.get(path)
        if path in collisions:
            assert (collisions[path].mine, collisions[path].theirs) == (my, their)
        elif my or their:
            # What either wrote, and what both left alone.
            want = their if my == was else my
            assert result.get(path) == want, path
    assert set(result) <= {*base, *mine, *theirs}
    told = {one.path for one in merged.merged_in}
    for path in set(theirs) - set(collisions):
        if theirs[path] != base.get(path) and theirs[path] != mine.get(path):
            assert path in told


def chosen_by(merged, sides, serialiser):
    """The draft that comes of a merge page on which somebody chose a side of each."""
    theirs = {
        one.path: one.theirs for one in merged.collisions if sides[one.path] == "theirs"
    }
    return apply_choices(
        draft_from_leaves(merged.leaves, serialiser.name), serialiser.name, theirs
    )


@CHECKED
@given(three(), st.data())
def test_choosing_settles_everything_as_it_was_chosen(drafts, data):
    serialiser, base, mine, theirs = drafts
    merged = merge(base, mine, theirs)
    paths = [one.path for one in merged.collisions]
    sides = {path: data.draw(st.sampled_from(list(SIDES))) for path in paths}
    draft = chosen_by(merged, sides, serialiser)
    result = draft_leaves(draft, serialiser.name)
    for path, side in sides.items():
        want = (mine if side == "mine" else theirs).get(path)
        if want:
            assert result.get(path) == want
    # It is a block as the fixtures would write it.
    assert normal(draft.block, serialiser) == draft.block
    others = {path: SIDES[side] for path, side in sides.items()}
    assert chosen_by(merge(base, theirs, mine), others, serialiser) == draft
