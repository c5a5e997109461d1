"""The section of notes, free text and pictures."""

from __future__ import annotations

from vsdesigner.model.records import Note
from vsdesigner.ui.panels.sections.form import FormSection


class NoteSection(FormSection):
    """What is said, or what a picture shows."""

    key = "note"
    kind = Note
    rows = (("text",),)
