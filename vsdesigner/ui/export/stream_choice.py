"""Chooses which streams an export shows: any of them, or the one for a format of one stream."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vsdesigner.model.records import Stream
from vsdesigner.ui.editors.choice_field import Choice, ChoiceField
from vsdesigner.ui.export.option_fields import Several
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import PlainLabel, shortened

LONGEST = 60


class StreamChoice(QWidget):
    """Hidden while there is nothing to choose."""

    changed = Signal()

    def __init__(self, streams: Sequence[Stream], chosen: tuple[str, ...], shown: str) -> None:
        super().__init__()
        self.setObjectName("export_streams")
        names = [(stream.id, shortened(_name(stream), LONGEST)) for stream in streams]
        chosen = tuple(id for id, _ in names if id in chosen)
        self._all = tuple(id for id, _ in names)
        self.several = Several(names, chosen or self._all)
        self.several.changed.connect(self._on_several)
        self.one = ChoiceField([Choice(id, name) for id, name in names])
        self.one.set_value(shown)
        self.one.committed.connect(self.changed)
        self._title = PlainLabel()
        self._title.setProperty("role", "field")
        for field in (self.several, self.one):
            field.setAccessibleName(tr("Streams"))
        self._is_one = False
        self._bound = ""
        self._note = PlainLabel(
            tr("Selection and current view belong to the stream that the window shows."), wrap=True
        )
        self._note.setProperty("role", "field")
        self._note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._title, self.several, self.one, self._note):
            column.addWidget(part)
        self.set_one(on=False)

    def set_one(self, *, on: bool) -> None:
        """Ask for one stream, or for any of them."""
        self._is_one = on
        self._title.setText(tr("Which stream") if on else tr("Which streams"))
        self.several.setVisible(not on)
        self.one.setVisible(on)
        self.setVisible(len(self._all) > 1)

    def bind(self, stream: str) -> None:
        """Let nothing be chosen but this stream; an empty id lets everything be chosen again."""
        self._bound = stream
        for part in (self._title, self.several, self.one):
            part.setEnabled(not stream)
        self._note.setVisible(bool(stream))

    def streams(self) -> tuple[str, ...]:
        """Return the ids that are chosen; empty for all of them."""
        if self._bound:
            return (self._bound,)
        if self._is_one:
            return (str(self.one.value()),)
        ticked = self.several.values()
        return () if ticked == self._all else ticked

    def _on_several(self) -> None:
        if not self.several.values():  # a file without any stream is nothing one could want
            sender = next(iter(self.several.boxes.values()))
            sender.setChecked(True)
        self.changed.emit()


def _name(stream: Stream) -> str:
    return stream.name.strip() or tr("Stream without a name")
