"""A section of labelled fields, made from the descriptions in `model.fields`."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vsdesigner.commands import elements
from vsdesigner.document.draft import Draft
from vsdesigner.model.fields import Editor, Field, field
from vsdesigner.model.records import Record
from vsdesigner.ui.editors.duration_field import DurationField
from vsdesigner.ui.editors.editor import FieldEditor
from vsdesigner.ui.editors.flag_field import FlagField
from vsdesigner.ui.editors.line_list import NameList
from vsdesigner.ui.editors.row_list import RowList
from vsdesigner.ui.editors.supplier_field import SupplierField
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.panels.sections.common import carried_over, in_common, same
from vsdesigner.ui.panels.sections.field_editors import as_widget, make_editor
from vsdesigner.ui.panels.sections.section import Section
from vsdesigner.ui.panels.sections.wording import change_label, rename_label
from vsdesigner.ui.plain import PlainLabel
from vsdesigner.ui.session import Session

FIELD_GAP = 12
LABEL_GAP = 4
SIDE_GAP = 8
WIDE = 330  # px from which two fields fit side by side


class FormSection(Section):
    """One editor per field of `kind`; each tuple of `rows` stands side by side."""

    kind: ClassVar[type[Record]]
    rows: ClassVar[tuple[tuple[str, ...], ...]]

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.editors: dict[str, FieldEditor] = {}
        self.cells: dict[str, QWidget] = {}
        self._beside: list[QBoxLayout] = []
        self.box.setSpacing(FIELD_GAP)
        for names in self.rows:
            if len(names) == 1:
                self.box.addWidget(self._cell(field(self.kind, names[0])))
            else:
                beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
                beside.setSpacing(SIDE_GAP)
                for name in names:
                    beside.addWidget(self._cell(field(self.kind, name)), 1)
                self.box.addLayout(beside)
                self._beside.append(beside)

    def _cell(self, entry: Field) -> QWidget:
        """A field's editor below its label; check boxes carry their label themselves."""
        editor = make_editor(entry)
        widget = as_widget(editor)
        cell = QWidget(self)
        cell.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(cell)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(LABEL_GAP)
        if not isinstance(editor, FlagField):
            label = field_label(tr(entry.label), cell)
            label.setBuddy(_first_field(widget))
            layout.addWidget(label)
        layout.addWidget(widget)
        editor.committed.connect(lambda value, entry=entry: self.write(entry, value))
        told = getattr(editor, "told", None)
        if told is not None:
            told.connect(self.tell)
        self.editors[entry.name] = editor
        self.cells[entry.name] = cell
        return cell

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fields side by side stand one above the other where there is too little room."""
        super().resizeEvent(event)
        wide = event.size().width() >= WIDE
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        for layout in self._beside:
            if layout.direction() != way:
                layout.setDirection(way)
                layout.setSpacing(SIDE_GAP if wide else FIELD_GAP)

    # -- reading ----------------------------------------------------------------------------------------
    def read(self, record: Record, name: str) -> object:
        """Return a field's value of one record."""
        value: object = getattr(record, name)
        return value

    def refresh(self) -> None:
        records = self.records
        if not records:
            return
        for name, editor in self.editors.items():
            values = [self.read(record, name) for record in records]
            if same(values):
                editor.set_value(values[0])
            elif isinstance(editor, NameList):
                editor.set_value(in_common([self._names(value) for value in values]), several=True)
            else:
                editor.set_value(None, several=True)

    def forget(self) -> None:
        for editor in self.editors.values():
            editor.cancel()
            if isinstance(editor, RowList):
                editor.reset()
            elif isinstance(editor, DurationField):
                editor.forget()

    def commit(self) -> None:
        for editor in self.editors.values():
            editor.commit()

    def cancel(self) -> None:
        for editor in self.editors.values():
            editor.cancel()

    def focus_field(self, name: str) -> bool:
        editor = self.editors.get(name) if name else next(iter(self.editors.values()), None)
        if editor is None:
            return False
        widget = as_widget(editor)
        if isinstance(widget, RowList):
            widget.focus_row(0)
        else:
            _first_field(widget).setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    # -- writing ----------------------------------------------------------------------------------------
    def write(self, entry: Field, value: object) -> None:
        """Give all shown records a new value in one undo step."""
        records = self.records
        if not records:
            return
        label = (
            rename_label(self.view, records)
            if entry.name == "name"
            else change_label(self.view, records, tr(entry.label))
        )
        self.edit(label, lambda draft: self.store(draft, entry, value))

    def store(self, draft: Draft, entry: Field, value: object) -> None:
        """Put a value into the draft; lists of several records keep what they do not share."""
        ids = [record.id for record in self.records]
        if entry.editor is not Editor.LINES or len(ids) == 1:
            elements.update(draft, ids, **{entry.name: value})
            return
        own = {record.id: self._names(self.read(record, entry.name)) for record in self.records}
        shown = in_common(list(own.values()))
        for id, names in own.items():
            elements.update(draft, (id,), **{entry.name: carried_over(names, shown, self._names(value))})

    @staticmethod
    def _names(value: object) -> tuple[str, ...]:
        return tuple(str(name) for name in value) if isinstance(value, tuple) else ()


def _first_field(widget: QWidget) -> QWidget:
    """The part of an editor that takes the keyboard first."""
    return widget.first_field() if isinstance(widget, DurationField | SupplierField) else widget


def field_label(text: str, parent: QWidget) -> PlainLabel:
    """Return the small quiet label that stands above an editor."""
    label = PlainLabel(text, parent, wrap=True)
    label.setProperty("role", "field")
    return label
