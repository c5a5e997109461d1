"""Chooses what is followed: a field to type a part of its name into, and below it what fits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget

from vsdesigner.analysis.lens import Lens, lenses
from vsdesigner.ui import theme
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.lens.chooser_list import LensList, rows_of
from vsdesigner.ui.lens.look import Look, sheet
from vsdesigner.ui.plain import PlainLabel
from vsdesigner.ui.search.focus import FocusKeeper
from vsdesigner.ui.session import Session

WIDTH, MOST_HEIGHT, MARGIN, TOP = 420, 440, 16, 64
_BY: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LensChooser(QFrame):
    """Lies over a window until something is chosen or it is left in any way; then it goes for good."""

    def __init__(self, session: Session, host: QWidget, look: Look, choose: Callable[[Lens], None]) -> None:
        super().__init__(host)
        self._session, self._look, self._choose = session, look, choose
        self._host = host
        self._offers = lenses(session.now, session.stream)
        self._focus = FocusKeeper(self)
        self._focus.remember()
        self._below: QPoint | None = None
        self._left = False
        self.setObjectName("lens_chooser")
        self.setAccessibleName(tr("Follow"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(sheet(look, "lens_chooser"))
        self.field = QLineEdit()
        self.field.setObjectName("lens_chooser.field")
        self.field.setAccessibleName(tr("Role, practice, tool or activity"))
        self.field.setPlaceholderText(tr("Follow a role, practice, tool or activity"))
        self.list = LensList(look)
        self.nothing = PlainLabel(tr("Nothing in this stream fits."), wrap=True)
        self.nothing.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look.px(8),) * 4)
        column.setSpacing(look.px(6))
        for part in (self.field, self.list, self.nothing):
            column.addWidget(part)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._on_typed)
        self.field.installEventFilter(self)
        self.list.clicked.connect(lambda index: self._take(self.list.lens_at(index)))
        host.installEventFilter(self)

    def open(self, below: QPoint | None = None) -> None:
        """Show it below a point of the host; without one in the middle, near the top."""
        self._below = below
        self._show_rows(self._session.lens)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def leave(self) -> None:
        """Choose nothing and give the keyboard back to where it was."""
        if self._left:
            return
        self._left = True
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        if self.field.hasFocus() and not self._focus.restore():
            self.field.clearFocus()
        self.hide()
        self.setObjectName("")  # it stays until the event loop comes round
        self.deleteLater()

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()  # what the field has no use for is nobody's

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    # -- inside -----------------------------------------------------------------------------------------
    def _take(self, lens: Lens | None) -> None:
        if lens is not None:
            self.leave()
            self._choose(lens)

    def _on_typed(self, _text: str) -> None:
        self._show_rows(None)

    def _show_rows(self, lens: Lens | None) -> None:
        rows = rows_of(self._session.now, self._offers, self.field.text())
        self.list.show_rows(rows, lens)
        self.list.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self._place()
        if rows:
            self.list.scrollTo(self.list.currentIndex())

    def _place(self) -> None:
        host, px, below = self._host, self._look.px, self._below
        margin = px(MARGIN)
        width = min(px(WIDTH), host.width() - 2 * margin)
        left = (host.width() - width) // 2 if below is None else below.x()
        left = max(margin, min(left, host.width() - width - margin))
        top = min(px(TOP), host.height() // 10) if below is None else below.y()
        frame = self.field.sizeHint().height() + 2 * px(8) + px(6)
        room = max(px(60), min(px(MOST_HEIGHT), host.height() - top - margin - frame))
        self.list.setFixedHeight(min(room, self.list.wanted_height + 4))
        self.setFixedWidth(width)
        self.adjustSize()
        self.move(left, max(0, min(top, host.height() - self.height() - margin)))

    def _on_key(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in _ENTER:
            self._take(self.list.current())
        elif key in _BY and not held:
            self.list.walk(_BY[key])
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)  # there is nowhere else to go
        return True

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._left:
            return False
        kind = event.type()
        if watched is self.field:
            if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._on_key(event)
            if kind == QEvent.Type.FocusOut:
                # Whatever took the keyboard keeps it. Not at once: a menu of the field gives it back.
                QTimer.singleShot(0, self, self._on_focus_gone)
        elif watched is self._host and kind == QEvent.Type.Resize:
            self._place()
        elif kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            return self._on_press(watched, event)
        return False

    def _on_focus_gone(self) -> None:
        if QApplication.focusWidget() is not self.field and QApplication.activePopupWidget() is None:
            self.leave()

    def _on_press(self, watched: QObject, event: QMouseEvent) -> bool:
        """A press beside it closes it, and does nothing else."""
        outside = isinstance(watched, QWidget) and watched.window() is self.window()
        if not outside or self.rect().contains(self.mapFromGlobal(event.globalPosition().toPoint())):
            return False
        self.leave()
        return True


def open_chooser(
    session: Session,
    host: QWidget,
    *,
    look: Look | None = None,
    below: QPoint | None = None,
    choose: Callable[[Lens], None] | None = None,
) -> LensChooser:
    """Let somebody choose over a window what is followed; one that is open already stays."""
    for open_one in host.findChildren(LensChooser, "lens_chooser"):
        open_one.field.setFocus()
        return open_one
    chooser = LensChooser(session, host, look or Look(theme.current()), choose or session.look_through)
    chooser.open(below)
    return chooser
