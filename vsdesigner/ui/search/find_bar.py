"""The fields and buttons above the list of hits: what to find, where, and what to put there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vsdesigner.model.text import TEXT_LENGTH
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.icons import icon
from vsdesigner.ui.plain import PlainLabel, escape_tooltip

WHOLE_DOCUMENT, THIS_STREAM = 0, 1
_FIELD_LEAST, _FIELD_MOST = 120, 300
_LONGEST_WORDS = 500


class FindField(QLineEdit):
    """A field whose Enter goes on to the next hit and whose Down goes into the list."""

    went = Signal(int)  # 1 to the next hit, -1 to the one before
    went_down = Signal()

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.went.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """Two lines: find, and below it replace, which is folded away while one only looks."""

    changed = Signal()  # what is looked for, or where
    replacement_changed = Signal()
    went = Signal(int)
    went_down = Signal()
    replace_asked = Signal()
    replace_all_asked = Signal()
    all_checked = Signal(bool)
    close_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = self._field("find.words", tr("Find in all text"), _LONGEST_WORDS)
        self.new = self._field("find.new", tr("Replace by"), TEXT_LENGTH)
        self.case = self._switch("find.case", "match_case", tr("Match upper and lower case"))
        self.whole = self._switch("find.whole", "whole_words", tr("Whole words only"))
        self.scope = QComboBox()
        self.scope.setObjectName("find.scope")
        self.scope.setAccessibleName(tr("Where to look"))
        self.scope.addItems([tr("Whole document"), tr("This stream")])
        self.scope.setToolTip(tr("Roles, tools and practices belong to the whole document."))
        self.count = PlainLabel()
        self.count.setObjectName("find.count")
        self.count.setProperty("role", "muted")
        self.count.setMinimumWidth(86)
        self.previous = self._button("find.previous", "up", tr("Previous hit (Shift+F3)"))
        self.next = self._button("find.next", "down", tr("Next hit (F3)"))
        self.close_button = self._button("find.close", "close", tr("Close (Esc)"))
        self.replace_one = self._push("find.replace", tr("&Replace"))
        self.replace_all = self._push("find.replace_all", tr("Replace &All"))
        self.check_all = self._push("find.check_all", tr("&Check All"), role="quiet")
        self.said = PlainLabel()
        self.said.setObjectName("find.said")
        self.said.setProperty("role", "muted")
        self._lay_out()
        self._connect()
        self.show_replacing(False)

    @property
    def is_replacing(self) -> bool:
        """Whether the second line is open."""
        return not self._second.isHidden()

    def show_replacing(self, on: bool) -> None:
        """Open or fold the second line."""
        self._second.setVisible(on)
        self.new.setVisible(on)

    def in_order(self) -> tuple[QWidget, ...]:
        """Return fields and buttons as Tab should meet them; the button that closes comes last of all.

        What is put there comes right behind what is looked for: one types both in one go.
        """
        replacing = (self.new, self.replace_one, self.replace_all, self.check_all)
        return (self.words, *replacing, self.case, self.whole, self.scope, self.previous, self.next)

    def show_count(self, row: int, count: int) -> None:
        """Say how many hits there are and which one is shown (-1 for none)."""
        if not self.words.text():
            text = ""
        elif not count:
            text = tr("Nothing found")
        elif row < 0:
            text = tr_count("1 place", "{count} places", count)
        else:
            text = tr("{number} of {count}").format(number=row + 1, count=count)
        self.count.setText(text)
        for button in (self.previous, self.next):
            button.setEnabled(bool(count))

    def show_checks(self, checked: int, count: int) -> None:
        """Name the buttons after what they would do."""
        every = checked == count
        self._checked, self._count = checked, count
        self._name_buttons()
        self.replace_all.setEnabled(checked > 0)
        self.replace_one.setEnabled(count > 0)
        self.check_all.setText(tr("Un&check All") if every and count else tr("&Check All"))
        self.check_all.setEnabled(count > 0)
        self._every = every

    def _name_buttons(self) -> None:
        """Nothing to put there takes words out: nobody shall do that by a click on "Replace All"."""
        every, checked = self._checked == self._count, self._checked
        if self.new.text() or not checked:
            all_of_them, one = tr("Replace &All"), tr("&Replace")
            some = tr_count("Replace &1 Checked", "Replace &{count} Checked", checked)
        else:
            all_of_them, one = tr_count("Remove &1", "Remove &All {count}", checked), tr("&Remove")
            some = tr_count("Remove &1 Checked", "Remove &{count} Checked", checked)
        self.replace_all.setText(all_of_them if every else some)
        self.replace_one.setText(one)

    def say(self, text: str) -> None:
        """Tell what a replacement did."""
        self.said.setText(text)
        self.said.setVisible(bool(text))

    # -- assembling -------------------------------------------------------------------------------------
    def _lay_out(self) -> None:
        self._every = True
        self._checked = self._count = 0
        first = QWidget()
        row = QHBoxLayout(first)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.case)
        row.addWidget(self.whole)
        row.addWidget(self.scope)
        row.addSpacing(4)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.close_button)
        self._second = QWidget()
        second = QHBoxLayout(self._second)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(4)
        second.addWidget(self.replace_one)
        second.addWidget(self.replace_all)
        second.addWidget(self.check_all)
        second.addStretch(1)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.addWidget(self.words, 0, 0)
        grid.addWidget(first, 0, 1)
        grid.addWidget(self.new, 1, 0)
        grid.addWidget(self._second, 1, 1)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(grid)
        column.addWidget(self.said)
        self.said.hide()

    def _connect(self) -> None:
        self.words.textChanged.connect(lambda _text: self.changed.emit())
        self.new.textChanged.connect(lambda _text: self.replacement_changed.emit())
        self.new.textChanged.connect(lambda _text: self._name_buttons())
        self.case.toggled.connect(lambda _on: self.changed.emit())
        self.whole.toggled.connect(lambda _on: self.changed.emit())
        self.scope.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.words.went.connect(self.went)
        self.words.went_down.connect(self.went_down)
        self.new.went.connect(lambda _by: self.replace_asked.emit())
        self.new.went_down.connect(self.went_down)
        self.previous.clicked.connect(lambda: self.went.emit(-1))
        self.next.clicked.connect(lambda: self.went.emit(1))
        self.replace_one.clicked.connect(self.replace_asked)
        self.replace_all.clicked.connect(self.replace_all_asked)
        self.check_all.clicked.connect(lambda: self.all_checked.emit(not self._every))
        self.close_button.clicked.connect(self.close_asked)

    def _field(self, name: str, words: str, longest: int) -> FindField:
        field = FindField()
        field.setObjectName(name)
        field.setPlaceholderText(words)
        field.setAccessibleName(words)
        field.setMaxLength(longest)
        field.setMinimumWidth(_FIELD_LEAST)
        field.setMaximumWidth(_FIELD_MOST)
        return field

    def _button(self, name: str, glyph: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setIcon(icon(glyph))
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(escape_tooltip(tip))
        return button

    def _switch(self, name: str, glyph: str, tip: str) -> QToolButton:
        button = self._button(name, glyph, tip)
        button.setCheckable(True)
        return button

    def _push(self, name: str, text: str, role: str = "") -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        if role:
            button.setProperty("role", role)
        return button
