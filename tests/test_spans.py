"""Offset maps, against the plainest model: one source span for each working character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportsum.cleaning.edits import Edit, apply_edits
from reportsum.spans import OffsetMap, Span


def characters(offsets: OffsetMap) -> list[Span]:
    return [offsets.to_source(at, at + 1) for at in range(offsets.length)]


@st.composite
def edits(draw: st.DrawFn, length: int) -> list[Edit]:
    """Edits of a text of `length` characters: drops and single characters in place of stretches."""
    cuts = sorted(draw(st.sets(st.integers(0, length), max_size=8)))
    spans = zip(cuts[::2], cuts[1::2], strict=False)
    return [Edit(start, end, draw(st.sampled_from(["", "x"]))) for start, end in spans]


def model(length: int, changes: list[Edit]) -> list[Span]:
    """Return the source span of each working character."""
    spans, done = [], 0
    for start, end, replacement in changes:
        spans += [Span(at, at + 1) for at in range(done, start)]
        spans += [Span(start, end)] * len(replacement)
        done = end
    return spans + [Span(at, at + 1) for at in range(done, length)]


@given(st.integers(0, 30).flatmap(lambda length: st.tuples(st.just(length), edits(length))))
def test_a_change_maps_each_character_to_where_it_stems_from(given: tuple[int, list[Edit]]) -> None:
    length, changes = given
    change = apply_edits("a" * length, changes)
    offsets = change.offsets if change and change.offsets else OffsetMap.identity(length)
    assert characters(offsets) == model(length, changes)


@given(st.data())
def test_two_changes_in_a_row_are_one(data: st.DataObject) -> None:
    length = data.draw(st.integers(1, 30))
    first_edits = data.draw(edits(length))
    first = apply_edits("a" * length, first_edits)
    between = model(length, first_edits)
    second_edits = data.draw(edits(len(between)))
    second = apply_edits("a" * len(between), second_edits)
    both = (first.offsets if first and first.offsets else OffsetMap.identity(length)).then(
        second.offsets if second and second.offsets else OffsetMap.identity(len(between))
    )
    expected = [Span(between[start].start, between[end - 1].end) for start, end in model(len(between), second_edits)]
    assert characters(both) == expected


@given(st.data())
def test_the_way_there_and_back_ends_where_it_began(data: st.DataObject) -> None:
    length = data.draw(st.integers(1, 30))
    change = apply_edits("a" * length, data.draw(edits(length)))
    offsets = change.offsets if change and change.offsets else OffsetMap.identity(length)
    if not offsets.length:
        return
    start = data.draw(st.integers(0, offsets.length - 1))
    end = data.draw(st.integers(start + 1, offsets.length))
    assert offsets.to_working(*offsets.to_source(start, end)) == (start, end)


@given(st.data())
def test_a_source_span_maps_to_what_is_left_of_it(data: st.DataObject) -> None:
    length = data.draw(st.integers(1, 20))
    changes = data.draw(edits(length))
    change = apply_edits("a" * length, changes)
    offsets = change.offsets if change and change.offsets else OffsetMap.identity(length)
    start = data.draw(st.integers(0, length - 1))
    end = data.draw(st.integers(start + 1, length))
    left = [at for at, span in enumerate(model(length, changes)) if span.start < end and span.end > start]
    assert offsets.to_working(start, end) == ((left[0], left[-1] + 1) if left else None)


@pytest.mark.parametrize(("length", "runs"), [(0, 0), (5, 1)], ids=["empty", "five_characters"])
def test_the_identity_has_at_most_one_run(length: int, runs: int) -> None:
    offsets = OffsetMap.identity(length)
    assert len(offsets.working) == runs
    assert offsets.is_one_to_one()


def test_a_drop_at_the_end_is_seen() -> None:
    change = apply_edits("abc", [Edit(2, 3)])
    assert change
    assert change.offsets
    assert change.offsets.to_source(0, 2) == (0, 2)
    assert change.offsets.to_working(2, 3) is None
