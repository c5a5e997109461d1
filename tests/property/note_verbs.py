"""The verbs on notes, for the machine of `test_editor`."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from vsdesigner.commands import notes
from vsdesigner.document.draft import Draft
from vsdesigner.model.place import Place
from vsdesigner.model.records import NoteKind

words = st.sampled_from(("Mind the gap", "", "=cmd()", "a\nb", "x" * 900))


def _place(draft: Draft, data: st.DataObject) -> Place:
    lane = data.draw(st.sampled_from([lane.id for lane in draft.view.lanes]))
    return Place(lane, data.draw(st.integers(-900, 9_000)), data.draw(st.integers(-50, 900)))


def _note(draft: Draft, stream: str, data: st.DataObject) -> str:
    found = draft.view.notes(stream)
    if not found:
        return notes.add(draft, stream, _place(draft, data))
    return data.draw(st.sampled_from([note.id for note in found]))


def add_note(draft: Draft, stream: str, data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(list(NoteKind)))
    notes.add(draft, stream, _place(draft, data), kind, text=data.draw(words))


def resize_note(draft: Draft, stream: str, data: st.DataObject) -> None:
    sizes = st.floats(-1e7, 1e7, allow_nan=False)
    notes.resize(draft, _note(draft, stream, data), data.draw(sizes), data.draw(sizes))


def update_note(draft: Draft, stream: str, data: st.DataObject) -> None:
    notes.update(draft, (_note(draft, stream, data),), text=data.draw(words))


VERBS: dict[Callable[[Draft, str, st.DataObject], None], tuple[Callable[..., object], ...]] = {
    add_note: (notes.add,),
    resize_note: (notes.resize,),
    update_note: (notes.update,),
}
