"""The slim bar above the table: what a row is, which words rows must have, which columns there are."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from vsdesigner.ui.editors import keys
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.icons import icon
from vsdesigner.ui.plain import PlainLabel, escape_tooltip

HEIGHT = 42
FILTER_WIDTH = 210
LONGEST = 200
ICON = QSize(24, 16)


class FilterField(QLineEdit):
    """Esc clears, then leaves; Enter and Down go into the table."""

    left = Signal()

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (*keys.ENTER, Qt.Key.Key_Down, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class TableBar(QWidget):
    """Emits what is chosen; what is true it is told."""

    by_task_chosen = Signal(bool)
    filtered = Signal(str)
    left = Signal()
    columns_asked = Signal()
    order_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("table_bar")
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self.by_step = self._segment("table.by_step", tr("Row per Step"), tr("Show one row for each step."))
        self.by_task = self._segment("table.by_task", tr("Row per Task"), tr("Show one row for each task."))
        self._group = QButtonGroup(self)
        self._group.addButton(self.by_step)
        self._group.addButton(self.by_task)
        self.by_step.clicked.connect(lambda: self.by_task_chosen.emit(False))
        self.by_task.clicked.connect(lambda: self.by_task_chosen.emit(True))
        self.filter = FilterField()
        self.filter.setObjectName("table.filter")
        self.filter.setAccessibleName(tr("Filter rows"))
        self.filter.setPlaceholderText(tr("Filter rows"))
        self.filter.setToolTip(escape_tooltip(tr("Show only rows in which all these words stand.")))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaxLength(LONGEST)
        self.filter.setMaximumWidth(FILTER_WIDTH)
        self.filter.textChanged.connect(self.filtered)
        self.filter.left.connect(self.left)
        self.count = PlainLabel()
        self.count.setObjectName("table.count")
        self.count.setProperty("role", "muted")
        self.count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.order = self._button("table.order", "sort", tr("Stream Order"))
        self.order.setToolTip(
            escape_tooltip(tr("The rows are sorted. Show them in the order of the stream again."))
        )
        self.order.clicked.connect(self.order_asked)
        self.order.hide()
        self.columns = self._button("table.columns", "sidebar", tr("Columns"))
        self.columns.setToolTip(escape_tooltip(tr("Choose which columns are shown.")))
        self.columns.clicked.connect(self.columns_asked)
        self._lay_out()
        self.show_by_task(False)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self.by_step)
        row.addWidget(self.by_task)
        row.addSpacing(8)
        row.addWidget(self.filter, 2)
        row.addSpacing(4)
        row.addWidget(self.count, 1)
        row.addWidget(self.order)
        row.addWidget(self.columns)

    def _button(self, name: str, glyph: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(text)
        button.setIcon(icon(glyph))
        button.setIconSize(ICON)  # wider than high: air between the sign and the words
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _segment(self, name: str, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(text)
        button.setToolTip(escape_tooltip(tip))
        button.setStatusTip(tip)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def show_by_task(self, on: bool) -> None:
        """Show what a row is now; nothing is emitted."""
        (self.by_task if on else self.by_step).setChecked(True)

    def show_words(self, words: str) -> None:
        """Show the words of the filter; nothing is emitted."""
        if self.filter.text() != words:
            self.filter.blockSignals(True)
            self.filter.setText(words)
            self.filter.blockSignals(False)

    def show_counts(self, shown: int, hidden: int, *, is_sorted: bool) -> None:
        """Say how many rows one sees, and whether they are sorted."""
        if hidden:
            sentence = tr("{shown} of {count} rows")
            self.count.setText(sentence.format(shown=shown, count=shown + hidden))
        else:
            self.count.setText(tr_count("1 row", "{count} rows", shown) if shown else "")
        self.order.setVisible(is_sorted)
