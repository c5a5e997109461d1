"""The rows of the problems: they fold, lead to what they are about, and open where one stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from vsdesigner.analysis.finding import Finding
from vsdesigner.ui import mending
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.panels.problems_model import ROW_ROLE, Heading, Index, ProblemsModel, Row
from vsdesigner.ui.panels.problems_open_row import OpenRow
from vsdesigner.ui.panels.problems_painting import HEADING, ROW, ProblemsDelegate
from vsdesigner.ui.session import Session

Mod = Qt.KeyboardModifier
Key = Qt.Key
ENTER = (Key.Key_Return, Key.Key_Enter)


class ProblemsList(QTableView):
    """One column; a table lays out thousands of rows of different heights without asking each of them."""

    menu_asked = Signal(object, QPoint)  # of a finding, at a place on the screen

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._kept: tuple[Row, int] | None = None
        self._pressed = False
        self.open_row: OpenRow | None = None
        self.problems = ProblemsModel(session, self)
        self._delegate = ProblemsDelegate(self)
        self.setModel(self.problems)
        self.setItemDelegate(self._delegate)
        self.setObjectName("problems_list")
        self.setAccessibleName(tr("Problems: what the checks found"))
        self.setProperty("role", "quiet")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(0)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(0)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self._on_clicked)
        self.problems.modelAboutToBeReset.connect(self._keep)
        self.problems.modelReset.connect(self._find_again)
        self._lay_out()

    # -- where one stands -------------------------------------------------------------------------------
    @property
    def current(self) -> Finding | None:
        """The finding one stands on."""
        row = self.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, Finding) else None

    def go(self) -> None:
        """Go to what the current finding is about, or fold the current heading."""
        self._act_on(self.currentIndex().data(ROW_ROLE))

    def stand_on(self, number: int) -> None:
        """Make a row the current one and bring it into view."""
        if 0 <= number < self.problems.rowCount():
            self.setCurrentIndex(self.problems.index(number))
            self.scrollTo(self.currentIndex())

    def mend(self, finding: Finding, label: str = "") -> None:
        """Put it right by the mend of this label, else in the most obvious way; go on to the next finding."""
        offered = mending.mends_of(self._session, finding)
        chosen = next((each for each in offered if label in ("", each.label)), None)
        if chosen is None:
            self._session.said.emit(tr("There is no single way to mend this: press Enter to go there."))
            return
        self.setFocus()
        mending.apply_mend(self._session, chosen)
        self.problems.leave_out(finding)

    def _mend_here(self) -> None:
        """Mend what one stands on; where somebody has to choose, go to the choice."""
        if self.current is None:
            return
        if self.open_row is not None and mending.is_choice(self._session, self.current):
            self.open_row.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
            self._session.said.emit(tr("Choose with the arrows, then press Space: there are several ways."))
        else:
            self.mend(self.current)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._act_on(index.data(ROW_ROLE))

    def _act_on(self, row: object) -> None:
        if isinstance(row, Heading):
            self.problems.fold(row.key)
        elif isinstance(row, Finding):
            mending.go_to(self._session, row)

    # -- the list is made afresh whenever something was found or mended -----------------------------------
    def _keep(self) -> None:
        self._close_row()
        row = self.currentIndex().data(ROW_ROLE)
        self._kept = (row, self.currentIndex().row()) if isinstance(row, Heading | Finding) else None

    def _find_again(self) -> None:
        """Stay at the finding one was at; where it is gone, at the one that came after it."""
        self._lay_out()
        if self._kept is None:
            if self.hasFocus():
                self._stand_somewhere(0)
            return
        row, number = self._kept
        same = (
            self.problems.row_of_heading(row.key) if isinstance(row, Heading) else self.problems.row_of(row)
        )
        if same >= 0:
            self.setCurrentIndex(self.problems.index(same))
        else:
            self._stand_somewhere(number)

    def _stand_somewhere(self, near: int) -> None:
        """On a finding at or after a row, else the one before it."""
        count = self.problems.rowCount()
        for number in (*range(min(near, count), count), *range(min(near, count) - 1, -1, -1)):
            if isinstance(self.problems.row(number), Finding):
                self.setCurrentIndex(self.problems.index(number))
                return

    def _lay_out(self) -> None:
        header = self.verticalHeader()
        if HEADING != ROW:
            for number in self.problems.headings():
                header.resizeSection(number, HEADING)

    # -- the open row -----------------------------------------------------------------------------------
    @guarded
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._pressed:  # what is under the pointer must not move before it was clicked
            self._open_current()

    def _open_current(self) -> None:
        index, finding = self.currentIndex(), self.current
        if self._delegate.opened == index.row() and self.open_row is not None:
            return
        self._close_row()
        if finding is None:
            return
        row = OpenRow(finding, mending.mends_of(self._session, finding), self.viewport())
        row.mend_chosen.connect(lambda mend: self.mend(finding, mend.label))
        row.left.connect(self.setFocus)
        row.passed.connect(self._pass_row)
        self.open_row, self._delegate.opened = row, index.row()
        self.setIndexWidget(index, row)
        self._fit_open_row()
        before: QWidget = self
        for button in row.buttons:
            QWidget.setTabOrder(before, button)
            before = button
        self.updateGeometries()  # else the list does not know yet how far it can scroll
        self.scrollTo(index)

    def _pass_row(self) -> None:
        self.setFocus()
        self.stand_on(self.currentIndex().row() + 1)

    def _close_row(self) -> None:
        number, self._delegate.opened = self._delegate.opened, -1
        row, self.open_row = self.open_row, None
        if row is not None:
            row.hide()
            self.setIndexWidget(self.problems.index(number), None)  # type: ignore[arg-type]  # takes it away
            row.deleteLater()
        if 0 <= number < self.problems.rowCount():
            self.verticalHeader().resizeSection(number, ROW)

    def _fit_open_row(self) -> None:
        if self.open_row is not None:
            height = self.open_row.height_for(self.viewport().width())
            self.verticalHeader().resizeSection(self._delegate.opened, height)

    # -- what Qt says -----------------------------------------------------------------------------------
    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_open_row()

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.button() == Qt.MouseButton.LeftButton
        super().mousePressEvent(event)

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._pressed = False
        self._open_current()

    @guarded
    def focusInEvent(self, event: QFocusEvent) -> None:
        by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        if not by_mouse and not self.currentIndex().isValid():  # a click says itself where one stands
            self._stand_somewhere(0)  # Qt would choose the first row, a heading
        super().focusInEvent(event)

    @guarded
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        finding = index.data(ROW_ROLE)
        if not isinstance(finding, Finding):
            return
        self.setCurrentIndex(index)
        corner = self.visualRect(index).topLeft() + QPoint(int(ROW), ROW)
        self.menu_asked.emit(finding, self.viewport().mapToGlobal(corner) if by_key else event.globalPos())

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Mod.KeypadModifier
        if event.key() in ENTER and plain == Mod.ControlModifier:
            self._mend_here()
            return
        do = self._keys().get(Key(event.key())) if plain == Mod.NoModifier else None
        if do is not None:
            do()
        else:
            super().keyPressEvent(event)

    def _keys(self) -> dict[Qt.Key, Callable[[], None]]:
        last = self.problems.rowCount() - 1
        return {
            Key.Key_Return: self.go,
            Key.Key_Enter: self.go,
            Key.Key_Space: self.go,
            Key.Key_Home: lambda: self.stand_on(0),
            Key.Key_End: lambda: self.stand_on(last),
            Key.Key_Left: self._fold_here,
            Key.Key_Right: self._unfold_here,
        }

    def _fold_here(self) -> None:
        """Left: fold the heading, or go to the one above a finding."""
        row, number = self.currentIndex().data(ROW_ROLE), self.currentIndex().row()
        if isinstance(row, Heading):
            self.problems.fold(row.key, folded=True)
        else:
            self.stand_on(max((at for at in self.problems.headings() if at < number), default=-1))

    def _unfold_here(self) -> None:
        row = self.currentIndex().data(ROW_ROLE)
        if isinstance(row, Heading):
            self.problems.fold(row.key, folded=False)
