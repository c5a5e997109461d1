"""Suggestions under a text field, walked and chosen without leaving the field."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import shiboken6
from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QScrollArea,
    QWidget,
)

from vsdesigner.ui.editors import keys
from vsdesigner.ui.editors.suggestion_view import SUGGESTION, SuggestionDelegate, SuggestionModel
from vsdesigner.ui.editors.suggestions import Suggestion
from vsdesigner.ui.editors.text_field import TextField
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr

MOST_HEIGHT = 260

_STEPS: dict[int, int] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}

Provider = Callable[[str], Sequence[Suggestion]]


class Suggester(QObject):
    """Gives a text field its suggestions; the keyboard stays in the field all the time.

    `chosen` carries the suggestion that was taken with Enter or a click.
    """

    chosen = Signal(object)
    #: Esc closed the list.
    refused = Signal()

    def __init__(self, field: TextField, provider: Provider) -> None:
        super().__init__(field)
        self._field = field
        self._provider = provider
        self._list: QListView | None = None
        self._model = SuggestionModel(self)
        self._quiet = False
        field.key_hooks.append(self._on_key)
        field.textChanged.connect(self._on_text)
        field.focused.connect(self._on_focus)
        field.viewport().installEventFilter(self)
        field.installEventFilter(self)
        self._scrolled: QScrollArea | None = None

    @property
    def is_open(self) -> bool:
        return self._list is not None and shiboken6.isValid(self._list) and self._list.isVisible()

    @property
    def view(self) -> QListView | None:
        """The list, once it was shown."""
        return self._list

    def open(self) -> None:
        """Show what fits the text now; closes when nothing does."""
        entries = self._provider(self._field.text())
        if not entries or not self._field.hasFocus():
            self.close()
            return
        view = self._view()
        self._model.show(entries)
        view.setCurrentIndex(self._model.index(0, 0))
        self._place(view)
        self._follow_scrolling()
        view.scrollToTop()
        view.show()
        view.raise_()

    def close(self) -> None:
        if self._list is not None and shiboken6.isValid(self._list):
            self._list.hide()

    def discard(self) -> None:
        """Let go of the list: the field is about to go, and the list belongs to the window."""
        if self._list is not None and shiboken6.isValid(self._list):
            self._list.hide()
            self._list.deleteLater()
        self._list = None

    def best(self) -> Suggestion | None:
        """Return the highlighted suggestion of the open list."""
        if not self.is_open or self._list is None:
            return None
        entry = self._list.currentIndex().data(SUGGESTION)
        return entry if isinstance(entry, Suggestion) else None

    def silently(self, change: Callable[[], None]) -> None:
        """Change the text of the field without opening the list."""
        self._quiet = True
        try:
            change()
        finally:
            self._quiet = False

    def make_delegate(self, view: QListView) -> SuggestionDelegate:
        """Return what paints the list."""
        return SuggestionDelegate(view)

    # -- inside -----------------------------------------------------------------------------------------
    def _view(self) -> QListView:
        window = self._field.window()
        if self._list is not None and shiboken6.isValid(self._list):
            if self._list.parentWidget() is window:
                return self._list
            self._list.deleteLater()  # the panel was docked elsewhere
        self._list = self._make(window)
        return self._list

    def _make(self, window: QWidget) -> QListView:
        view = QListView(window)
        view.setObjectName("suggestions")
        view.setAccessibleName(tr("Suggestions"))
        view.setProperty("role", "suggestions")
        view.setFrameShape(QFrame.Shape.StyledPanel)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setMouseTracking(True)
        view.setItemDelegate(self.make_delegate(view))
        view.setModel(self._model)
        view.entered.connect(view.setCurrentIndex)
        view.clicked.connect(self._on_clicked)
        view.hide()
        return view

    def _follow_scrolling(self) -> None:
        """Stay with the field when the panel around it scrolls."""
        area = self._field.scroll_area()
        if area is not None and area is not self._scrolled:
            self._scrolled = area
            area.verticalScrollBar().valueChanged.connect(self._on_moved)

    def _on_moved(self) -> None:
        if not self.is_open or self._list is None:
            return
        if self._field.visibleRegion().isEmpty():
            self.close()
        else:
            self._place(self._list)

    def _place(self, view: QListView) -> None:
        window = self._field.window()
        top = self._field.mapTo(window, QPoint(0, 0))
        width = max(self._field.width(), 200)
        left = min(top.x(), max(0, window.width() - width - 4))
        view.resize(width, MOST_HEIGHT)
        wanted = sum(view.sizeHintForRow(row) for row in range(min(len(self._model.entries), 20)))
        height = min(MOST_HEIGHT, wanted + 2 * view.frameWidth() + 2)
        below = window.height() - top.y() - self._field.height() - 8
        above = top.y() - 8
        if height > below and above > below:
            height = min(height, above)
            view.setGeometry(left, top.y() - height - 2, width, height)
        else:
            view.setGeometry(left, top.y() + self._field.height() + 2, width, max(40, min(height, below)))

    def _on_text(self) -> None:
        if self._quiet or not self._field.hasFocus():
            return
        if self._field.is_edited() and self._field.text().strip():
            self.open()
        else:
            self.close()

    def _on_focus(self, on: bool) -> None:
        if not on:
            self.close()

    def _on_clicked(self, index: QModelIndex) -> None:
        entry = index.data(SUGGESTION)
        if isinstance(entry, Suggestion):
            self.close()
            self.chosen.emit(entry)

    def _on_key(self, event: QKeyEvent) -> bool:
        if not keys.is_plain(event):
            return False
        if not self.is_open:
            if event.key() == Qt.Key.Key_Down:
                self.open()
                return self.is_open
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            self.refused.emit()
            return True
        if event.key() in keys.ENTER:
            entry = self.best()
            self.close()
            if entry is not None:
                self.chosen.emit(entry)
            return entry is not None
        return self._walk(event.key())

    def _walk(self, key: int) -> bool:
        places = _STEPS.get(key, 0)
        if not places or self._list is None:
            return False
        last = self._model.rowCount() - 1
        row = self._list.currentIndex().row() + places
        if abs(places) == 1:
            row %= last + 1
        self._list.setCurrentIndex(self._model.index(max(0, min(row, last)), 0))
        return True

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()  # first of all: the last events come when the field is half gone
        if kind == QEvent.Type.Hide:
            self.close()
        elif kind in (QEvent.Type.Resize, QEvent.Type.Move):
            self._on_moved()
        elif kind == QEvent.Type.MouseButtonRelease and not self._field.text() and not self.is_open:
            self.open()  # a click into an empty field shows what there is
        return super().eventFilter(watched, event)
