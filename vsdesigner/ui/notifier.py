"""Short messages at the bottom of a widget that go away by themselves, some with an action such as Undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QPropertyAnimation, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from vsdesigner.ui import motion
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon
from vsdesigner.ui.plain import PlainLabel, menu_text, shortened

Kind = Literal["info", "error", "ok"]

VISIBLE_MS = 8_000
MARGIN = 16
GAP = 8
RISE = 12  # the way a message comes up
WIDEST = 560
MOST = 4
LONGEST = 400  # characters
ICONS = {"info": ("info", "accent"), "error": ("error", "danger"), "ok": ("ok", "ok")}


class Notifier(QObject):
    """Shows messages stacked above the lower edge of ``host``, the newest lowest; ``below`` stays free."""

    def __init__(self, host: QWidget, below: QWidget | None = None) -> None:
        super().__init__(host)
        self._host = host
        self._below = below
        self.toasts: list[Toast] = []  # oldest first
        host.installEventFilter(self)

    def show(
        self,
        text: str,
        action_text: str | None = None,
        action: Callable[[], None] | None = None,
        kind: Kind = "info",
        *,
        second: tuple[str, Callable[[], None]] | None = None,
    ) -> Toast:
        """Show ``text`` as it is for eight seconds; ``action`` (and a ``second`` one) ends with the message.

        The time stands still while the pointer or the keyboard is on the message. Errors stay until somebody
        closes them. The same words twice in a row are one message, which does what was said last.
        """
        newest = self.toasts[-1] if self.toasts else None
        if newest is not None and newest.says(text, kind):
            if action is None and not newest.acts:
                newest.restart()
                return newest
            newest.dismiss()
        for old in self.toasts[: max(0, len(self.toasts) - MOST + 1)]:
            old.dismiss()
        toast = Toast(self._host, text, action_text, action, kind)
        if second is not None:
            toast.add_action(*second)
        toast.gone.connect(self._drop)
        self.toasts.append(toast)
        self._arrange()
        toast.appear()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._host, text))
        return toast

    def clear(self) -> None:
        """Take all messages away (another document, the end of the program)."""
        for toast in list(self.toasts):
            toast.dismiss()

    def focus_newest(self) -> bool:
        """Give the keyboard to the newest message; False when there is none."""
        if not self.toasts:
            return False
        self.toasts[-1].focus_first()
        return True

    def newest(self) -> QWidget | None:
        """Return the newest message that is shown."""
        return self.toasts[-1] if self.toasts else None

    def _drop(self, toast: Toast) -> None:
        if toast in self.toasts:
            self.toasts.remove(toast)
        toast.deleteLater()
        self._arrange()

    def _arrange(self) -> None:
        below = self._below if self._below is not None and not self._below.isHidden() else None
        edge = self._host.height() if below is None else below.y()
        bottom = edge - MARGIN
        for toast in reversed(self.toasts):
            toast.fit(self._host.width() - 2 * MARGIN)
            bottom -= toast.height()
            toast.settle(QPoint((self._host.width() - toast.width()) // 2, bottom))
            bottom -= GAP
            toast.raise_()

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._host and self.toasts:
            self._arrange()
        return False


class Toast(QFrame):
    """One message."""

    gone = Signal(object)  # itself, once

    def __init__(
        self,
        host: QWidget,
        text: str,
        action_text: str | None,
        action: Callable[[], None] | None,
        kind: Kind,
    ) -> None:
        super().__init__(host)
        self.setProperty("role", "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(text)
        self._words, self._kind, self._action = text, kind, action
        self._is_gone = False
        self._before: QWidget | None = None  # who had the keyboard before it came here
        self._rise: QPropertyAnimation | None = None
        self.label = PlainLabel(shortened(text, LONGEST), wrap=True)
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("close"))
        self.close_button.setToolTip(tr("Close this message"))
        self.close_button.setAccessibleName(tr("Close this message"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.close_button.clicked.connect(self.dismiss)
        self.action_button: QPushButton | None = None
        self._lay_out(action_text, kind)
        self._timer = QTimer(self, singleShot=True, interval=VISIBLE_MS)
        self._timer.timeout.connect(self._on_time_over)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def _lay_out(self, action_text: str | None, kind: Kind) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(10)
        mark = PlainLabel()
        name, role = ICONS[kind]
        mark.setPixmap(icon(name, role).pixmap(20, 20))
        row.addWidget(mark)
        row.addWidget(self.label, 1)
        row.addWidget(self.close_button)
        self._row = row
        if action_text and self._action is not None:
            self.action_button = self.add_action(action_text, self._action)

    def add_action(self, text: str, do: Callable[[], None]) -> QPushButton:
        """Add a button before Close that ends the message and does this; returns it."""
        button = QPushButton(menu_text(text))
        button.setProperty("role", "link")
        button.clicked.connect(lambda: self._act(do))
        self._row.insertWidget(self._row.count() - 1, button)
        self.setTabOrder(button, self.close_button)
        return button

    def says(self, text: str, kind: Kind) -> bool:
        """Whether it is this message, whatever it offers to do."""
        return self._words == text and self._kind == kind

    @property
    def acts(self) -> bool:
        """Whether it offers to do something."""
        return self._action is not None

    def restart(self) -> None:
        """Count the time from the beginning; errors have no time."""
        if self._kind != "error":
            self._timer.start()

    def appear(self) -> None:
        """Come up to the settled place."""
        place = self.pos()
        self.show()
        self.restart()
        if motion.is_reduced():
            return
        self._rise = QPropertyAnimation(self, b"pos", self)
        self._rise.setStartValue(place + QPoint(0, RISE))
        self._rise.setEndValue(place)
        self._rise.finished.connect(self._forget_rise)
        motion.run(self._rise, motion.APPEAR_MS)

    def settle(self, place: QPoint) -> None:
        """Stand at ``place``, also when still coming up to another one."""
        if self._rise is not None:
            self._rise.setEndValue(place)
        else:
            self.move(place)

    def fit(self, width: int) -> None:
        """Take the size the text needs, at most ``width`` wide."""
        self.ensurePolished()
        widest = max(120, min(WIDEST, width))
        wide = min(widest, max(self._one_line_width(), 240))
        self.resize(wide, max(self.heightForWidth(wide), self.minimumSizeHint().height()))

    def focus_first(self) -> None:
        """Put the keyboard on the action, else on Close."""
        (self.action_button or self.close_button).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Go away now; the keyboard goes back to where it was before it came here."""
        if self._is_gone:
            return
        self._is_gone = True
        self._timer.stop()
        self._give_back()
        self.hide()
        self.gone.emit(self)

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and (widget is self or self.isAncestorOf(widget))

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if not self._is_gone and self._holds(new) and old is not None and not self._holds(old):
            self._before = old

    def _give_back(self) -> None:
        before, self._before = self._before, None
        if before is None or not self._holds(QApplication.focusWidget()):
            return
        if shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _one_line_width(self) -> int:
        text = self.label.fontMetrics().horizontalAdvance(self.label.text())
        rest = self.sizeHint().width() - self.label.sizeHint().width()
        return text + rest + 8

    def _forget_rise(self) -> None:
        self._rise = None

    def _act(self, do: Callable[[], None]) -> None:
        self.dismiss()
        do()

    def _on_time_over(self) -> None:
        # Somebody who is reading or about to press must not lose the message under the hand.
        if self.underMouse() or self._holds(QApplication.focusWidget()):
            self._timer.start()
        else:
            self.dismiss()

    # Who has read it gets the whole time again.
    @guarded
    def leaveEvent(self, event: QEvent) -> None:
        if not self._is_gone:
            self.restart()
        super().leaveEvent(event)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)
