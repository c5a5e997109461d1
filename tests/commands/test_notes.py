"""The verbs on notes: no steps, no numbers, nothing in the way of lines."""

from __future__ import annotations

import pytest

from tests.model.test_pictures import png
from vsdesigner.commands import elements, notes, steps, streams
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import MissingRecordError
from vsdesigner.layout.measure import ApproximateMeasurer
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.model.pictures import encoded
from vsdesigner.model.place import Place
from vsdesigner.model.records import Note, NoteKind


@pytest.fixture
def draft() -> Draft:
    return Draft(streams.new_document())


def stream_of(draft: Draft) -> str:
    return draft.view.streams[0].id


def layout_of(draft: Draft) -> StreamLayout:
    return StreamLayout(draft.view, stream_of(draft), ApproximateMeasurer())


@pytest.mark.parametrize("kind", list(NoteKind))
def test_a_note_is_added_where_it_is_wanted(draft: Draft, kind: NoteKind) -> None:
    id = notes.add(draft, stream_of(draft), Place("plan", 300.4, -50.0), kind, text="Mind")
    note = draft.get(id, Note)
    assert (note.lane, note.x, note.kind, note.text) == ("plan", 300.0, kind, "Mind")
    assert note.y > 0  # inside its lane
    assert (note.width, note.height) == notes.SIZES[kind]


def test_a_note_needs_its_stream_and_its_lane(draft: Draft) -> None:
    with pytest.raises(MissingRecordError):
        notes.add(draft, "nowhere", Place("plan", 0, 0))
    with pytest.raises(MissingRecordError):
        notes.add(draft, stream_of(draft), Place("nowhere", 0, 0))


def test_the_size_stays_within_bounds(draft: Draft) -> None:
    id = notes.add(draft, stream_of(draft), Place("plan", 0, 0))
    notes.resize(draft, id, 1.0, 1e9)
    note = draft.get(id, Note)
    assert (note.width, note.height) == (notes.LEAST_WIDTH, notes.LARGEST)


def test_notes_are_never_numbered_and_never_in_the_way(draft: Draft) -> None:
    stream = stream_of(draft)
    first = steps.add(draft, stream, Place("plan", 300, 30), "First")
    second = steps.append(draft, first, name="Second")
    before = layout_of(draft)
    numbers = [draft.view.number(id) for id in (first, second)]
    rects = {id: before.cards[id].rect for id in (first, second)}
    notes.add(draft, stream, Place("plan", 380, 40), NoteKind.TEXT, text="between them")
    notes.add(draft, stream, Place("plan", 300, 30), NoteKind.PICTURE, picture=encoded(png()))
    after = layout_of(draft)
    assert [draft.view.number(id) for id in (first, second)] == numbers
    assert {id: after.cards[id].rect for id in (first, second)} == rects
    assert {id: route.points for id, route in after.routes.items()} == {
        id: route.points for id, route in before.routes.items()
    }


def test_a_lane_grows_to_hold_a_note_and_a_note_with_its_text(draft: Draft) -> None:
    stream = stream_of(draft)
    id = notes.add(draft, stream, Place("plan", 300, 30))
    low = layout_of(draft)
    notes.update(draft, (id,), text="\n".join(f"line {n}" for n in range(30)))
    high = layout_of(draft)
    card = high.cards[id]
    assert len(card.lines) == 30
    assert not card.elided
    assert card.rect.height > low.cards[id].rect.height
    assert high.band("plan").height > low.band("plan").height
    assert card.rect.bottom < high.band("plan").bottom
    notes.update(draft, (id,), text="x\n" * 4_000)
    assert layout_of(draft).cards[id].elided  # but not without end


def test_a_picture_is_as_large_as_it_was_made(draft: Draft) -> None:
    id = notes.add(
        draft, stream_of(draft), Place("plan", 0, 30), NoteKind.PICTURE, text="x\n" * 90, size=(500.0, 400.0)
    )
    rect = layout_of(draft).cards[id].rect
    assert (rect.width, rect.height) == (500.0, 400.0)
    assert layout_of(draft).band("plan").height > 400.0


def test_a_note_is_deleted_alone(draft: Draft) -> None:
    stream = stream_of(draft)
    first = steps.add(draft, stream, Place("plan", 300, 30))
    id = notes.add(draft, stream, Place("plan", 300, 30))
    elements.delete(draft, (id,))
    assert draft.find(id) is None
    assert draft.find(first) is not None
