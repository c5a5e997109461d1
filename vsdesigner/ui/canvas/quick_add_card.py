"""The quick-add card: one line for the name of a step, below it the activities."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from vsdesigner.model.text import NAME_LENGTH
from vsdesigner.ui.canvas.activity_choice import Activity, activity_of, letters_for
from vsdesigner.ui.canvas.activity_rows import ActivityRows
from vsdesigner.ui.clipboard.text_keys import is_text_key
from vsdesigner.ui.colour import css
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import PlainLabel
from vsdesigner.ui.theme import FONTS, Theme

WIDTH = 276
EDGE = 6  # px that the card keeps from the view's edge

Key, Mod = Qt.Key, Qt.KeyboardModifier
_ENTER = (Key.Key_Return, Key.Key_Enter)
_DIGITS = range(Key.Key_1, Key.Key_9 + 1)


class Wish(Enum):
    """What is to become of the step on the card."""

    ADD = "add"
    ADD_AND_GO_ON = "go on"
    ADD_AND_FINISH = "finish"  # with a flow to value


class NameLine(QLineEdit):
    """Takes the name; the keys that are not for text go to the card."""

    left = Signal(bool)  # the focus went away; True when with it the whole window
    colon = Signal()

    def __init__(self, parent: QWidget, answer: Callable[[QKeyEvent], bool]) -> None:
        """`answer` says whether it used a key."""
        super().__init__(parent)
        self._answer = answer
        self.setObjectName("quick_add_name")
        self.setMaxLength(NAME_LENGTH)
        self.setPlaceholderText(tr("Name of the step"))

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._answer(event):
            event.accept()
            return
        super().keyPressEvent(event)
        if event.text() == ":":
            self.colon.emit()

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and (is_own(event) or is_text_key(event))
        ):
            event.accept()
            return True
        return super().event(event)

    @guarded
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        if event.commitString().endswith(":"):
            self.colon.emit()

    @guarded(default=False)
    def focusNextPrevChild(self, next: bool) -> bool:
        return False

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:  # its own context menu
            self.left.emit(event.reason() == Qt.FocusReason.ActiveWindowFocusReason)


def is_own(event: QKeyEvent) -> bool:
    """Whether a key means something on the card, other than text."""
    plain = (*_ENTER, Key.Key_Tab, Key.Key_Backtab, Key.Key_Escape, Key.Key_Up, Key.Key_Down)
    return event.key() in plain or _number(event) > 0


def _number(event: QKeyEvent) -> int:
    """The number of the activity that Ctrl or Alt with a digit asks for."""
    held = event.modifiers() & ~Mod.KeypadModifier
    if held in (Mod.ControlModifier, Mod.AltModifier) and event.key() in _DIGITS:
        return int(event.key()) - int(Key.Key_0)
    return 0


class QuickAddCard(QFrame):
    """Asks for the name and the activity of one step. It changes nothing: it says what is wished."""

    wished = Signal(object)  # a Wish
    refused = Signal()  # Esc
    left = Signal(bool)  # as of the name
    chosen = Signal()  # another activity

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("quick_add")
        self.setAccessibleName(tr("Add a step"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._activities: tuple[Activity, ...] = ()
        self._index = 0
        self.name = NameLine(self, self._on_key)
        self.rows = ActivityRows(self)
        self.keys = PlainLabel("", self, wrap=True)
        self.keys.setObjectName("quick_add_keys")
        column = QVBoxLayout(self)
        column.setContentsMargins(7, 7, 7, 6)
        column.setSpacing(5)
        for part in (self.name, self.rows, self.keys):
            column.addWidget(part)
        self.name.left.connect(self.left)
        self.name.colon.connect(self._read_prefix)
        self.rows.picked.connect(self.choose)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.name)  # else a click beside the name would give the focus to the drawing
        self.hide()

    @property
    def activity(self) -> Activity:
        """The chosen activity."""
        return self._activities[self._index]

    @property
    def activities(self) -> tuple[Activity, ...]:
        """What there is to choose from, the likeliest first."""
        return self._activities

    def offer(self, activities: Sequence[Activity]) -> None:
        """Ask anew: no name yet, the first activity chosen."""
        self._activities = tuple(activities)
        self.keys.setText(_help(self._activities))
        self.name.clear()
        self.choose(0)

    def choose(self, index: int) -> None:
        """Choose the activity at this place of the list, round its end."""
        self._index = index % len(self._activities)
        self.rows.show_activities(self._activities, self._index)
        self.name.setAccessibleName(tr("Name of the step in {activity}").format(activity=self.activity.name))
        if QAccessible.isActive() and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.activity.name))
        self.chosen.emit()

    def put(self, corner: QPoint, room: QRect) -> None:
        """Stand with the top left corner here, but inside `room`."""
        self.setFixedWidth(min(WIDTH, room.width()))
        self.adjustSize()
        left = max(room.left(), min(corner.x(), room.right() + 1 - self.width()))
        top = max(room.top(), min(corner.y(), room.bottom() + 1 - self.height()))
        self.move(left, top)

    def dress(self, theme: Theme) -> None:
        """Wear the colours of a theme."""
        self.rows.dress(theme)
        self.setStyleSheet(
            f"QFrame#quick_add {{ background: {css(theme.card)}; border: 2px solid {css(theme.accent)};"
            " border-radius: 9px; }"
            f"QLineEdit#quick_add_name {{ background: {css(theme.field)}; color: {css(theme.text)};"
            f" border: 1px solid {css(theme.line)}; border-radius: 5px; padding: 4px 6px;"
            f" font-size: {FONTS['card'][0] + 1}px; font-weight: 500;"
            f" selection-background-color: {css(theme.accent)};"
            f" selection-color: {css(theme.accent_text)}; }}"
            f"QLabel#quick_add_keys {{ color: {css(theme.muted)}; background: transparent;"
            f" font-size: {FONTS['card_footer'][0]}px; }}"
        )

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # a press on the card is not one on the drawing

    @guarded
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    # -- inside -----------------------------------------------------------------------------------------
    def _on_key(self, event: QKeyEvent) -> bool:
        if not is_own(event):
            return False
        key = event.key()
        if key in _ENTER:
            self.wished.emit(_wish(event.modifiers()))
        elif key == Key.Key_Tab:
            self.wished.emit(Wish.ADD_AND_GO_ON)
        elif key == Key.Key_Escape:
            self.refused.emit()
        elif key in (Key.Key_Up, Key.Key_Down):
            self.choose(self._index + (1 if key == Key.Key_Down else -1))
        else:
            self._choose_number(_number(event))
        return True

    def _choose_number(self, number: int) -> None:
        for index, activity in enumerate(self._activities):
            if activity.number == number:
                self.choose(index)

    def _read_prefix(self) -> None:
        """A colon was typed: first letters before it choose the activity and are not part of the name."""
        cursor = self.name.cursorPosition()
        before, after = self.name.text()[: cursor - 1], self.name.text()[cursor:]
        meant = activity_of(self._activities, before)
        if meant is not None:
            self.name.setText(after.lstrip())
            self.name.setCursorPosition(0)
            self.choose(self._activities.index(meant))


def _help(activities: Sequence[Activity]) -> str:
    """What the keys do; the letters are those of the activity that is offered second."""
    ending = tr("Enter adds, Tab adds and goes on, Esc closes.")
    letters = letters_for(activities, activities[1]) if len(activities) > 1 else ""
    if not letters:
        return ending
    return tr("Up, Down or “{letters}:” choose the activity.").format(letters=letters) + "\n" + ending


def _wish(held: Qt.KeyboardModifier) -> Wish:
    if not held & Mod.ControlModifier:
        return Wish.ADD
    return Wish.ADD_AND_FINISH if held & Mod.ShiftModifier else Wish.ADD_AND_GO_ON
