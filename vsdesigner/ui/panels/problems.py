"""The problems: what the checks find in the document, each with one click to the place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from vsdesigner.analysis.finding import Finding
from vsdesigner.model.records import StreamMember
from vsdesigner.ui.first_row import stand_on_a_row
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.panels.problems_model import ROW_ROLE, ProblemsModel
from vsdesigner.ui.panels.problems_painting import ProblemsDelegate
from vsdesigner.ui.plain import PlainLabel
from vsdesigner.ui.session import Session


class ProblemsList(QListView):
    """The rows. A click or Enter goes to what a finding is about."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._kept: Finding | None = None
        self.problems = ProblemsModel(session, self)
        self.setModel(self.problems)
        self.setItemDelegate(ProblemsDelegate(self))
        self.setObjectName("problems_list")
        self.setAccessibleName(tr("Problems: what the checks found"))
        self.setProperty("role", "quiet")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._go_to)
        self.problems.modelAboutToBeReset.connect(self._keep)
        self.problems.modelReset.connect(self._find_again)

    def go(self) -> None:
        """Go to what the current finding is about."""
        self._go_to(self.currentIndex())

    def _go_to(self, index: QModelIndex) -> None:
        finding = index.data(ROW_ROLE)
        if not isinstance(finding, Finding) or finding.record not in self._session.now:
            return
        drawn = isinstance(self._session.now.find(finding.record), StreamMember)
        if finding.field or not drawn:
            self._session.field_requested.emit(finding.record, finding.field)
        else:
            self._session.reveal((finding.record,))

    def _keep(self) -> None:
        found = self.currentIndex().data(ROW_ROLE)
        self._kept = found if isinstance(found, Finding) else None

    def _find_again(self) -> None:
        """Stay at the finding one was at; the list is made afresh whenever something was found or mended."""
        row = self.problems.row_of(self._kept) if self._kept is not None else -1
        if row >= 0:
            self.setCurrentIndex(self.problems.index(row))
        elif self.hasFocus():
            stand_on_a_row(self)

    @guarded
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        stand_on_a_row(self)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go()
        else:
            super().keyPressEvent(event)


class ProblemsPanel(QWidget):
    """The problems as they stand in their dock, with a field to filter them."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("problems")
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.filter = QLineEdit()
        self.filter.setObjectName("problems_filter")
        self.filter.setPlaceholderText(tr("Filter"))
        self.filter.setAccessibleName(tr("Filter the problems"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaxLength(200)
        self.list = ProblemsList(session, self)
        self.nothing = PlainLabel(wrap=True)
        self.nothing.setObjectName("problems_nothing")
        self.nothing.setProperty("role", "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.setContentsMargins(12, 4, 12, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.filter)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self.filter.textChanged.connect(self.list.problems.set_filter)
        self.filter.returnPressed.connect(self.list.setFocus)
        self.list.problems.modelReset.connect(self._refresh)
        session.problems_changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        empty = self.list.problems.rowCount() == 0
        self.list.setVisible(not empty)
        self.nothing.setVisible(empty)
        if self._session.problems.findings:
            self.nothing.setText(tr("No problem matches the filter."))
        else:
            self.nothing.setText(tr("The checks find nothing to improve."))
