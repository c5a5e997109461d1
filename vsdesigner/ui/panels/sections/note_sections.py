"""The section of notes, free text and pictures."""

from __future__ import annotations

from vsdesigner.model.records import Note, NoteKind
from vsdesigner.ui.editors.text_field import TextField
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.panels.sections.form import FormSection


class NoteSection(FormSection):
    """What is said, or what a picture shows."""

    key = "note"
    kind = Note
    rows = (("text",),)

    def refresh(self) -> None:
        super().refresh()
        editor = self.editors["text"]
        kinds = {record.kind for record in self.records if isinstance(record, Note)}
        if isinstance(editor, TextField) and kinds:
            editor.set_hint(_hint(kinds.pop()) if len(kinds) == 1 else "")


def _hint(kind: NoteKind) -> str:
    """What stands in the empty field."""
    if kind is NoteKind.PICTURE:
        return tr("What the picture shows.")
    return tr("The words on the drawing.") if kind is NoteKind.TEXT else tr("What the note says.")
