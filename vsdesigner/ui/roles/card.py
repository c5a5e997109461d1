"""A card that lies over the window while one does something small: it is left by going on elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon
from vsdesigner.ui.plain import PlainLabel
from vsdesigner.ui.roles.tab_order import move_focus
from vsdesigner.ui.session import Session

WIDTH = 340
EDGE = 8  # px that a card keeps from the window's edge, and from what it was opened for


class Card(QFrame):
    """Base of the cards: heading, close button, Esc, and Tab that stays on the card.

    It is no window of its own: a click or a key elsewhere closes it. Every way of leaving hands in what is
    being typed (`commit`); only Esc in a field takes that back first. `open_at` shows it, `left` tells that
    it is gone; the keyboard goes back to where it was unless somebody took it elsewhere.
    """

    left = Signal()

    def __init__(self, session: Session, home: QWidget, title: str) -> None:
        super().__init__(home.window())
        self.session = session
        self._before: QWidget | None = None
        self._open = False
        self._near: QRect | None = None
        self.setProperty("role", "popup")
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.heading = PlainLabel(title, self)
        self.heading.setProperty("role", "strong")
        self.close_button = QToolButton(self)
        self.close_button.setObjectName("card.close")
        self.close_button.setIcon(icon("close"))
        self.close_button.setToolTip(tr("Close (Esc)"))
        self.close_button.setAccessibleName(tr("Close"))
        self.close_button.clicked.connect(self.leave)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.close_button)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(14, 8, 10, 14)
        self.box.setSpacing(6)
        self.box.addLayout(top)
        self.hide()
        session.changed.connect(self._on_change)
        session.replaced.connect(self.leave)
        session.committing.connect(self._on_committing)

    # -- for subclasses ---------------------------------------------------------------------------------
    def refresh(self) -> bool:
        """Show the document as it is now; False when what the card is about is gone."""
        return True

    def commit(self) -> None:
        """Hand in what is being typed."""

    def first_field(self) -> QWidget:
        """Return what has the keyboard when the card opens."""
        return self.close_button

    # -- coming and going -------------------------------------------------------------------------------
    def open_at(self, near: QRect | None = None) -> None:
        """Show the card beside a place (global px), else in the upper middle of the window."""
        if not self.refresh():
            self.deleteLater()
            return
        application = QApplication.instance()
        self._before = QApplication.focusWidget()
        self._near = near
        self._open = True
        self.place()
        self.show()
        self.raise_()
        self.first_field().setFocus(Qt.FocusReason.PopupFocusReason)
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)
        QTimer.singleShot(0, self, self.place)  # fields know their height only when they are seen

    def leave(self) -> None:
        """Hand in what is being typed and go."""
        self._go(take_focus_back=True)

    def is_open(self) -> bool:
        """Whether the card can be worked on."""
        return self._open

    def place(self) -> None:
        """Stand below (or above, or over) what the card was opened for, wholly inside the window."""
        if not self._open:
            return
        window = self.parentWidget()
        if window is None:
            return
        room = window.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        self.setFixedWidth(min(self.wanted_width(), room.width()))
        self.box.activate()
        height = self.sizeHint().height()
        if self.box.hasHeightForWidth():
            height = max(self.box.totalHeightForWidth(self.width()), self.box.totalMinimumSize().height())
        size = QSize(self.width(), min(height, room.height()))
        self.resize(size)
        self.move(self._corner(window, room, size))

    def wanted_width(self) -> int:
        """Return how wide the card wants to be, in px."""
        return WIDTH

    def _corner(self, window: QWidget, room: QRect, size: QSize) -> QPoint:
        if self._near is None:
            left, top = room.center().x() - size.width() // 2, room.top() + room.height() // 6
        else:
            near = QRect(window.mapFromGlobal(self._near.topLeft()), self._near.size())
            left, top = near.left(), near.bottom() + EDGE
            if top + size.height() > room.bottom() + 1:
                top = near.top() - EDGE - size.height()
        return QPoint(
            max(room.left(), min(left, room.right() + 1 - size.width())),
            max(room.top(), min(top, room.bottom() + 1 - size.height())),
        )

    def _go(self, *, take_focus_back: bool) -> None:
        if not self._open:
            return
        self._open = False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._on_focus)
        self.commit()
        before = self._before
        if take_focus_back and _is_usable(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)  # type: ignore[union-attr]  # asked the line above
        self.hide()
        self.left.emit()
        self.deleteLater()

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and not self._holds(now):
            self._go(take_focus_back=False)

    def _holds(self, widget: QWidget) -> bool:
        """Whether a widget is of this card; lists that its fields open in a window of their own are."""
        at: QWidget | None = widget
        while at is not None and at is not self:
            at = at.parentWidget()
        return at is self

    # -- the document -----------------------------------------------------------------------------------
    def _on_change(self, _change: object) -> None:
        if self._open and not self.refresh():
            self.leave()
        elif self._open:
            QTimer.singleShot(0, self, self.place)

    def _on_committing(self) -> None:
        if self._open:
            self.commit()

    # -- Qt ---------------------------------------------------------------------------------------------
    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        if event.type() == QEvent.Type.LayoutRequest and self._open:
            QTimer.singleShot(0, self, self.place)
        return super().event(event)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # the window presses the button that has the keyboard
            return
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        event.accept()  # a key on the card means nothing to what lies below it

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @guarded(default=False)
    def focusNextPrevChild(self, next: bool) -> bool:
        return move_focus(self, next, last=self.close_button)


def _is_usable(widget: QWidget | None) -> bool:
    import shiboken6  # late: a card is rare

    return widget is not None and shiboken6.isValid(widget) and widget.isVisible()
