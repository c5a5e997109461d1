"""The header of the matrix: roles upright or wrapped but never cut, renamed, moved and added in place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QFrame, QHeaderView, QTableView

from vsdesigner.ui.editors import keys
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.views.grid.model import NOWHERE
from vsdesigner.ui.views.raci.header_painting import (
    ADD_WIDE,
    SIGNS,
    Look,
    paint_add,
    paint_ground,
    paint_ring,
    paint_role,
    paint_words,
    planned,
    role_title,
)
from vsdesigner.ui.views.raci.model import NAME, RaciMatrix
from vsdesigner.ui.views.raci.naming import ENOUGH, RoleField

NEAR = 4  # px beside an edge that are for changing the width


class RoleHeader(QHeaderView):
    """Names wrap while they fit; else all stand upright, and a column is as wide as its name needs.

    It decides nothing: it tells what was asked for.
    """

    renamed = Signal(str, str)  # role, typed name
    added = Signal(str)  # typed name of a new role
    moved = Signal(str, int)  # role, its new place among the roles
    shifted = Signal(str, int)  # role, by how many places
    remove_asked = Signal(str)
    menu_asked = Signal(str, QPoint)  # role (empty: none), global position
    left_down = Signal()  # the keyboard wants to go back to the cells
    naming_ended = Signal()

    def __init__(self, grid: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, grid)
        self._grid = grid
        self.upright = False
        self._pressed = QPoint()
        self._dragged = -1  # column of the role that is pressed or dragged
        self._dragging = False
        self._hovered = -1
        self._field: RoleField | None = None
        self._named = ""  # the role whose name is in the field, empty for a new one
        self._bar = QFrame(grid)
        self._bar.setProperty("role", "drop")
        self._bar.hide()
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Roles"))
        self.setMinimumSectionSize(24)
        self.setStretchLastSection(True)

    @property
    def _matrix(self) -> RaciMatrix:
        model = self.model()
        assert isinstance(model, RaciMatrix)  # noqa: S101  # the only one it is made for
        return model

    @property
    def _scale(self) -> float:
        return float(getattr(self._grid, "scale", 1.0))

    # -- size -------------------------------------------------------------------------------------------
    def arrange(self, room: float) -> tuple[dict[int, float], int]:
        """Return how wide each role's column is (px at 100 %), and how high the header is (px now).

        `room` px are there for the roles.
        """
        plan = planned([role_title(role) for role in self._matrix.roles], self._signed, room, self._scale)
        self.upright = plan.upright
        first = self._matrix.add_column - len(plan.widths)
        widths = dict(enumerate(plan.widths, start=first))
        widths[self._matrix.add_column] = ADD_WIDE
        return widths, plan.height

    @property
    def _signed(self) -> bool:
        return any(role.organisation in SIGNS for role in self._matrix.roles)

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    # -- painting ---------------------------------------------------------------------------------------
    @guarded
    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        if not rect.isValid():
            return
        role = self._matrix.role_at(column)
        look = Look(
            role is not None,
            here=column == self._grid.currentIndex().column(),
            has_keys=self.hasFocus(),
            hovered=column == self._hovered and (role is not None or column == self._matrix.add_column),
        )
        box, scale = QRectF(rect), self._scale
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, box, look)
        words = str(self._matrix.headerData(column, Qt.Orientation.Horizontal))
        if role is not None:
            paint_role(painter, box, role, scale, upright=self.upright)
        elif column == self._matrix.add_column:
            paint_add(painter, box, words, scale)
        else:
            paint_words(painter, box, words, scale)
        paint_ring(painter, box, look)
        painter.restore()

    # -- names ------------------------------------------------------------------------------------------
    def begin_rename(self, column: int) -> None:
        """Edit the name of a role where it stands; in the column behind the roles, name a new one."""
        role = self._matrix.role_at(column)
        if role is None and column != self._matrix.add_column:
            return
        self.end_naming()
        self._grid.scrollTo(self._grid.model().index(0, column))
        self._named = role.id if role else ""
        field = RoleField(role.name if role else "", self)
        field.named.connect(lambda name: self._on_named(role.id if role else "", name))
        field.ended.connect(self._on_ended)
        self._field = field
        self.show_field()
        field.show()
        field.setFocus()

    @property
    def field(self) -> RoleField | None:
        """The field in which a role is being named."""
        return self._field

    def end_naming(self) -> None:
        """Hand in a name that is being typed."""
        if self._field is not None:
            self._field.hand_in()

    def end_naming_of_gone(self) -> None:
        """Take the field away whose role is gone."""
        if self._named and self._matrix.column_of(self._named) < 0:
            self._on_ended()

    def _on_named(self, role: str, name: str) -> None:
        if role:
            self.renamed.emit(role, name)
        else:
            self.added.emit(name)

    def _on_ended(self) -> None:
        field, self._field, self._named = self._field, None, ""
        if field is None:
            return
        if field.hasFocus():
            # Before it goes: a view takes the loss of a child that has the keyboard for a Tab.
            self.naming_ended.emit()
        field.hide()
        field.deleteLater()

    def place_field(self) -> None:
        """Put the field over its column again, after columns have come, gone or changed their width."""
        if self._field is not None:
            column = self._matrix.column_of(self._named) if self._named else self._matrix.add_column
            where = QRect(self.sectionViewportPosition(column), 0, self.sectionSize(column), self.height())
            self._field.stand_over(where, self.viewport().rect())

    def show_field(self) -> None:
        """Scroll until the field stands over its column and not over the one before it."""
        if self._field is not None:
            column = self._matrix.column_of(self._named) if self._named else self._matrix.add_column
            bar = self._grid.horizontalScrollBar()
            short = self.sectionViewportPosition(column) + ENOUGH - self.viewport().width()
            if short > 0:
                bar.setValue(bar.value() + short)
            self.place_field()

    # -- keys -------------------------------------------------------------------------------------------
    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._act(event):
            super().keyPressEvent(event)

    def _act(self, event: QKeyEvent) -> bool:
        key, grid = event.key(), self._grid
        column = grid.currentIndex().column()
        role = self._matrix.role_at(column)
        moved = shift_of(event)
        if moved and role is not None:
            self.shifted.emit(role.id, moved)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.modifiers():
            self._go(column + (1 if key == Qt.Key.Key_Right else -1))
        elif key in keys.ENTER or key in (Qt.Key.Key_F2, Qt.Key.Key_Space):
            self.begin_rename(column)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_Tab):
            self.left_down.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and role is not None:
            self.remove_asked.emit(role.id)
        else:
            return False
        return True

    def _go(self, column: int) -> None:
        first = self._matrix.add_column - len(self._matrix.roles)
        column = min(self._matrix.add_column, max(first, column))
        index = self._matrix.index(max(0, self._grid.currentIndex().row()), column)
        self._grid.setCurrentIndex(index)
        self._grid.scrollTo(index)
        self.viewport().update()

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        kinds = (QEvent.Type.FocusIn, QEvent.Type.FocusOut)
        if event.type() in kinds:
            self.viewport().update()
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._is_own(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def _is_own(self, event: QKeyEvent) -> bool:
        own = (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space, *keys.ENTER)
        return bool(shift_of(event)) or (event.key() in own and not event.modifiers())

    # -- mouse ------------------------------------------------------------------------------------------
    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        column = self.logicalIndexAt(at)
        if event.button() != Qt.MouseButton.LeftButton or self._is_at_edge(at):
            super().mousePressEvent(event)
        elif column == self._matrix.add_column:
            self.begin_rename(column)
        else:
            self._pressed, self._dragged, self._dragging = at, column, False
            super().mousePressEvent(event)

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if not event.buttons():
            self._hover(self.logicalIndexAt(at))
        if self._dragged < 0 or self._matrix.role_at(self._dragged) is None:
            super().mouseMoveEvent(event)
            return
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._dragging or far:
            self._dragging = True
            self._show_bar(self._gap_at(at.x()))

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        role, dragging = self._matrix.role_at(self._dragged), self._dragging
        source, self._dragged, self._dragging = self._dragged, -1, False
        self._bar.hide()
        super().mouseReleaseEvent(event)
        if role is not None and dragging:
            first = self._matrix.add_column - len(self._matrix.roles)
            gap = self._gap_at(event.position().toPoint().x())
            place = gap - first - (1 if gap > source else 0)
            if place != source - first:
                self.moved.emit(role.id, place)

    @guarded
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._is_at_edge(at) or self._matrix.role_at(self.logicalIndexAt(at)) is None:
            super().mouseDoubleClickEvent(event)
        else:
            self.begin_rename(self.logicalIndexAt(at))

    @guarded
    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, column: int) -> None:
        if column != self._hovered:
            self._hovered = column
            self.viewport().update()

    @guarded
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyed = event.reason() == QContextMenuEvent.Reason.Keyboard
        column = self._grid.currentIndex().column() if keyed else self.logicalIndexAt(event.pos())
        role = self._matrix.role_at(column)
        at = event.globalPos()
        if keyed:
            at = self.mapToGlobal(QPoint(self.sectionViewportPosition(column) + 8, self.height()))
        elif role is not None and not self._grid.selectionModel().isColumnSelected(column, NOWHERE):
            self._grid.selectColumn(column)
        self.menu_asked.emit(role.id if role else "", at)

    def _is_at_edge(self, at: QPoint) -> bool:
        """Whether a place is where the width of the names is changed; the others have the one they need."""
        right = self.sectionViewportPosition(NAME) + self.sectionSize(NAME)
        return abs(at.x() - right) < NEAR

    def _gap_at(self, x: int) -> int:
        """The column before which something dropped at `x` comes to stand."""
        first = self._matrix.add_column - len(self._matrix.roles)
        for column in range(first, self._matrix.add_column):
            if x < self.sectionViewportPosition(column) + self.sectionSize(column) // 2:
                return column
        return self._matrix.add_column

    def _show_bar(self, gap: int) -> None:
        grid = self._grid
        x = self.mapTo(grid, QPoint(self.sectionViewportPosition(gap), 0)).x()
        self._bar.setGeometry(x - 1, grid.frameWidth(), 3, grid.height() - 2 * grid.frameWidth())
        self._bar.show()
        self._bar.raise_()


def shift_of(event: QKeyEvent) -> int:
    """Return -1 for Alt+Shift+Left, 1 for Alt+Shift+Right, 0 for everything else."""
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != both:
        return 0
    return {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
