"""The outline: the steps of the shown stream as a list that selects, renames, reorders and deletes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from vsdesigner.commands import steps, streams
from vsdesigner.model.records import Numbering, Step, Stream
from vsdesigner.ui.deleting import NAME_LENGTH, delete_selection, short_name
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.panels.outline_model import Index, OutlineModel
from vsdesigner.ui.panels.outline_painting import OutlineDelegate
from vsdesigner.ui.plain import shortened
from vsdesigner.ui.session import Session

Flag = QItemSelectionModel.SelectionFlag


class OutlineList(QListView):
    """The rows, with the selection kept equal to the session's in both directions."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._following = False  # the selection is being taken over from the session
        self._leading = False  # the session is taking over the selection made here
        self.outline = OutlineModel(session, self)
        self.setModel(self.outline)
        self.setItemDelegate(OutlineDelegate(self._rename, self))
        self.setObjectName("outline_list")
        self.setAccessibleName(tr("Outline: the steps in their order"))
        self.setProperty("role", "quiet")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.selectionModel().selectionChanged.connect(self._on_own_selection)
        session.selection_changed.connect(self.follow_selection)
        session.committing.connect(self.commit_editor)
        self.outline.modelReset.connect(self.follow_selection)

    # -- selection --------------------------------------------------------------------------------------
    def follow_selection(self) -> None:
        """Select the rows of what is selected and bring the last one into view."""
        rows = sorted(row for row in map(self.outline.row_of, self._session.selection) if row >= 0)
        wanted = QItemSelection()
        first = last = -2
        for row in [*rows, -2]:
            if row == last + 1:
                last = row
                continue
            if first >= 0:
                wanted.select(self.outline.index(first), self.outline.index(last))
            first = last = row
        self._following = True
        try:
            self.selectionModel().select(wanted, Flag.ClearAndSelect)
            if rows and not self._leading:
                current = self.outline.index(self.outline.row_of(self._last_listed()))
                self.selectionModel().setCurrentIndex(current, Flag.NoUpdate)
                self.scrollTo(current)
        finally:
            self._following = False

    def _last_listed(self) -> str:
        return next(id for id in reversed(self._session.selection) if self.outline.row_of(id) >= 0)

    def _on_own_selection(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        if self._following or self.outline.is_changing:
            return  # rows that go are no choice of anybody: the session says itself what is selected then
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        ids = [self.outline.id_at(row) for row in rows]
        chosen = set(ids)
        kept = [id for id in self._session.selection if id in chosen]
        known = set(kept)
        self._leading = True
        try:
            self._session.reveal([*kept, *(id for id in ids if id not in known)])
        finally:
            self._leading = False

    @guarded
    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = (), /) -> None:
        # All rows are equally high: Qt's own answer, laying all of them out again, is felt at 5,000 steps.
        self.viewport().update()
        if QAccessible.isActive():
            super().dataChanged(first, last, list(roles))

    # -- keys -------------------------------------------------------------------------------------------
    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        # F2 renames here, in the list; without this the window's own F2 would rename on the canvas.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_F2
        ):
            event.accept()
            return True
        return super().event(event)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_F2:
            self.edit_row(self.currentIndex().row())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            delete_selection(self._session)
        elif alt and event.key() == Qt.Key.Key_Up:
            self.move_selected(-1)
        elif alt and event.key() == Qt.Key.Key_Down:
            self.move_selected(1)
        else:
            super().keyPressEvent(event)

    def move_selected(self, by: int) -> None:
        """Move the selected steps one place up (-1) or down (1); they stay together and in their order."""
        now, stream = self._session.now, self._session.now.get(self._session.stream, Stream)
        listed = [step.id for step in now.steps(stream.id)]
        chosen = [id for id in listed if id in set(self._session.selection)]
        edge = chosen[-1:] if by > 0 else chosen[:1]
        if not chosen or edge == (listed[-1:] if by > 0 else listed[:1]):
            return
        label = tr("Move step") if len(chosen) == 1 else tr("Move steps")
        with self._session.edit(label) as draft:
            for id in reversed(chosen) if by > 0 else chosen:
                steps.reorder(draft, id, listed.index(id) + by)
                listed = [step.id for step in draft.view.steps(stream.id)]
        if stream.numbering is Numbering.AUTOMATIC:
            self._tell_manual(stream.id)

    def _tell_manual(self, stream: str) -> None:
        def follow_flow() -> None:
            if stream in self._session.now:
                with self._session.edit(tr("Number steps by the flow")) as draft:
                    streams.update(draft, stream, numbering=Numbering.AUTOMATIC)

        self._session.tell(
            tr("From now on the steps of this stream keep the order you give them."),
            tr("Number by the flow"),
            follow_flow,
        )

    # -- names ------------------------------------------------------------------------------------------
    def commit_editor(self) -> None:
        """Take over the name that is being typed, as any way of leaving the field does."""
        editor = self.findChild(QLineEdit, "outline_editor")
        if editor is not None and self.state() == QAbstractItemView.State.EditingState:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def edit_row(self, row: int) -> None:
        """Start editing the name in a row; demand and value have none."""
        index = self.outline.index(row)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def _rename(self, id: str, name: str) -> None:
        step = self._session.now.find(id)
        # A line edit turns no-break spaces and line ends into its own; only a real difference is a change.
        if not isinstance(step, Step) or _plain(step.name) == _plain(name):
            return
        called = shortened(_plain(name), NAME_LENGTH) or short_name(self._session.now, step)
        label = tr("Rename “{name}”").format(name=called)
        with self._session.edit(label) as draft:
            steps.update(draft, (id,), name=name.strip())


def _plain(name: str) -> str:
    return " ".join(name.split())


class OutlinePanel(QWidget):
    """The outline as it stands in its dock."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.list = OutlineList(session, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 8)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)
