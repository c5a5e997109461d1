"""The palette: one row an activity, to be dragged onto a lane or added from the keyboard."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QEvent,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QSize,
    Qt,
)
from PySide6.QtGui import QDrag, QFocusEvent, QHoverEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView, QVBoxLayout, QWidget

from vsdesigner.document.change import Change
from vsdesigner.model.records import Lane
from vsdesigner.ui import theme
from vsdesigner.ui.first_row import stand_on_a_row
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.inserting import add_step
from vsdesigner.ui.lane_words import lane_title, step_words
from vsdesigner.ui.mime import NEW_STEP
from vsdesigner.ui.panels.palette_painting import HOT_SPOT, PaletteDelegate, carried_badge
from vsdesigner.ui.plain import escape_tooltip
from vsdesigner.ui.session import Session

LANE_ROLE = Qt.ItemDataRole.UserRole + 1  # the lane's record
ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
MOST_ROWS = 8  # that are always seen; the six activities are
Index = QModelIndex | QPersistentModelIndex


class LaneList(QAbstractListModel):
    """The document's lanes as rows."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lanes: tuple[Lane, ...] = session.now.lanes
        session.replaced.connect(self._reload)
        session.changed.connect(self._on_change)

    @guarded(default=0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._lanes)

    @guarded
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        lane = self._lanes[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return step_words(lane)
        if role == Qt.ItemDataRole.ToolTipRole:
            return escape_tooltip(f"{lane_title(lane)}\n{lane.purpose}")
        if role == Qt.ItemDataRole.StatusTipRole:
            return tr("Drag onto a lane, or press Enter to add the step behind the others.")
        if role == LANE_ROLE:
            return lane
        return None

    @guarded(default=Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    @guarded(default=list)
    def mimeTypes(self) -> list[str]:
        return [NEW_STEP]

    def lane(self, row: int) -> Lane:
        """Return the lane of a row."""
        return self._lanes[row]

    def _reload(self) -> None:
        self.beginResetModel()
        self._lanes = self._session.now.lanes
        self.endResetModel()

    def _on_change(self, change: Change) -> None:
        if any(isinstance(record, Lane) for record in change.records):
            self._reload()


class PaletteList(QListView):
    """The rows; a drag carries the lane's id."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.lanes = LaneList(session, self)
        self.setModel(self.lanes)
        self.setItemDelegate(PaletteDelegate(self))
        self.setObjectName("palette_list")
        self.setAccessibleName(tr("Palette of steps"))
        self.setProperty("role", "quiet")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.doubleClicked.connect(self.add)
        self.lanes.modelReset.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Never be higher than the rows: what is left belongs to the outline."""
        self.setMaximumHeight(self.sizeHint().height())
        self.updateGeometry()

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        rows = max(1, self.lanes.rowCount())
        return QSize(220, rows * self.sizeHintForRow(0) + 2 * self.frameWidth())

    @guarded(default=QSize)
    def minimumSizeHint(self) -> QSize:
        rows = min(MOST_ROWS, max(1, self.lanes.rowCount()))
        return QSize(150, rows * self.sizeHintForRow(0) + 2 * self.frameWidth())

    @guarded
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        stand_on_a_row(self)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS and self.currentIndex().isValid():
            self.add(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)

    @guarded
    def startDrag(self, actions: Qt.DropAction) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.make_drag(self.lanes.lane(index.row())).exec(Qt.DropAction.CopyAction)
            # The pointer left during the drag, which takes all events: the row would stay hovered.
            gone = QPointF(-1, -1)
            QApplication.sendEvent(
                self.viewport(), QHoverEvent(QEvent.Type.HoverLeave, gone, gone, QPointF(gone))
            )

    def make_drag(self, lane: Lane) -> QDrag:
        """Return a drag that carries a step of this lane under a small badge.

        The canvas shows the card as it will be, in the lane under the pointer; a card in the hand would
        contradict it, and not every platform can change that picture on the way.
        """
        drag = QDrag(self)
        content = QMimeData()
        content.setData(NEW_STEP, QByteArray(lane.id.encode()))
        drag.setMimeData(content)
        drag.setPixmap(carried_badge(theme.current(), self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(*HOT_SPOT))
        return drag

    def add(self, index: QModelIndex) -> None:
        """Add a step to the lane of this row, behind all others."""
        self._session.committing.emit()
        add_step(self._session, self.lanes.lane(index.row()).id)


class PalettePanel(QWidget):
    """The palette as it stands in its dock."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.list = PaletteList(session, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 8)
        column.addWidget(self.list)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetMinAndMaxSize)
        self.setFocusProxy(self.list)
