"""What notes, free texts and pictures are called."""

from __future__ import annotations

from vsdesigner.model.records import Note, NoteKind
from vsdesigner.ui.i18n import tr


def note_name(note: Note) -> str:
    """Return ``Note``, ``Text`` or ``Picture``."""
    if note.kind is NoteKind.PICTURE:
        return tr("Picture")
    return tr("Text") if note.kind is NoteKind.TEXT else tr("Note")
