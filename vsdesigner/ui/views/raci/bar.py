"""What stands above the matrix: the letters with their meaning, what is shown, and what is offered."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from vsdesigner.model.parts import RaciLetter
from vsdesigner.ui import theme
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon
from vsdesigner.ui.plain import PlainLabel, escape_tooltip
from vsdesigner.ui.views.raci.painting import paint_chip

CHIP = 20.0
ICON = QSize(24, 16)


class LetterSign(QWidget):
    """A letter as a chip with its name; its meaning is the tooltip."""

    def __init__(self, entry: RaciLetter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter = entry.letter
        self._name = tr(entry.name)
        self._named = True
        self.setToolTip(escape_tooltip(f"{self._name}: {tr(entry.meaning)}" if entry.meaning else self._name))
        self.setAccessibleName(tr("{letter}: {name}").format(letter=entry.letter, name=self._name))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def _chip_width(self) -> float:
        return max(24.0, QFontMetricsF(theme.font("badge")).horizontalAdvance(self._letter) + 10)

    def full_width(self) -> int:
        """How wide it is with its name, in px."""
        words = QFontMetricsF(theme.font("small")).horizontalAdvance(self._name)
        return round(self._chip_width + 6 + words + 10)

    def show_name(self, *, on: bool) -> None:
        """Show the name beside the letter, or the letter alone."""
        self._named = on
        self.setFixedWidth(self.full_width() if on else round(self._chip_width + 4))

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        return QSize(self.width(), 26)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chip = QRectF(0, (self.height() - CHIP) / 2, self._chip_width, CHIP)
        painter.setFont(theme.font("badge"))
        paint_chip(painter, chip, self._letter, worn)
        painter.setFont(theme.font("small"))
        painter.setPen(worn.muted)
        room = QRectF(chip.right() + 6, 0, self.width() - chip.right() - 6, self.height())
        if self._named:
            painter.drawText(
                room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self._name
            )
        painter.end()


class RaciBar(QWidget):
    """Tells what was pressed; what it shows is set from outside."""

    letters_asked = Signal()
    role_asked = Signal()
    tasks_switched = Signal(bool)
    activity_switched = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("raci_view.bar")
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._signs: list[LetterSign] = []
        self._shown: tuple[RaciLetter, ...] = ()
        self._legend = QHBoxLayout()
        self._legend.setSpacing(4)
        self.letters = self._button(tr("Letters…"), "raci", "raci_view.letters")
        self.letters.setStatusTip(tr("Choose the set of letters that this document uses."))
        self.letters.clicked.connect(self.letters_asked)
        self.role = self._button(tr("Add Role"), "add", "raci_view.add_role")
        self.role.setStatusTip(tr("Name a new role; it gets a column of its own."))
        self.role.clicked.connect(self.role_asked)
        self.tasks = self._button(tr("Tasks"), "tasks", "raci_view.show_tasks")
        self.tasks.setCheckable(True)
        self.tasks.setStatusTip(tr("Show the tasks of all steps, or of none."))
        self.tasks.clicked.connect(self.tasks_switched)
        self.activity = self._button(tr("Activity"), "lanes", "raci_view.show_activity")
        self.activity.setCheckable(True)
        self.activity.setStatusTip(tr("Show a column with the activity of each step."))
        self.activity.clicked.connect(self.activity_switched)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 10, 4)
        row.setSpacing(4)
        row.addLayout(self._legend)
        row.addStretch(1)
        for button in (self.tasks, self.activity, self.role, self.letters):
            row.addWidget(button)

    def _button(self, text: str, sign: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setIcon(icon(sign))
        button.setIconSize(ICON)  # wider than high: air between the sign and the words
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        # The keyboard stays in the matrix; what the buttons do stands in the menus too.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def show_letters(self, letters: tuple[RaciLetter, ...]) -> None:
        """Show a letter set."""
        if letters == self._shown:
            return
        self._shown = letters
        for sign in self._signs:
            self._legend.removeWidget(sign)
            sign.deleteLater()
        self._signs = [LetterSign(entry, self) for entry in letters]
        for sign in self._signs:
            self._legend.addWidget(sign)
        self._fit_signs()

    def _fit_signs(self) -> None:
        """Names stand beside the letters where there is room for all of them."""
        buttons = sum(
            each.sizeHint().width() + 4 for each in (self.tasks, self.activity, self.role, self.letters)
        )
        wanted = sum(sign.full_width() + 4 for sign in self._signs)
        for sign in self._signs:
            sign.show_name(on=wanted + buttons + 40 <= self.width())

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_signs()

    def show_tasks(self, *, possible: bool, on: bool) -> None:
        """Show whether there are tasks, and whether all are shown."""
        self.tasks.setEnabled(possible)
        self.tasks.setChecked(on)


class OfferLine(QWidget):
    """A sentence with buttons: what is missing, or what the program can do about it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.label = PlainLabel(wrap=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 10, 6)
        self._row.addWidget(self.label, 1)

    def add_button(self, text: str, name: str, *, primary: bool = False) -> QPushButton:
        """Return a new button at the end of the line."""
        button = QPushButton(text, self)
        button.setObjectName(name)
        if primary:
            button.setProperty("role", "primary")
        self._row.addWidget(button)
        return button


class NoSteps(QWidget):
    """What stands in place of the matrix while the stream has no steps."""

    view_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("raci_view.no_steps")
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = PlainLabel(tr("No steps yet"))
        title.setProperty("role", "heading")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = PlainLabel(
            tr("Here you say who is responsible for which step. Write the steps down first, or draw them."),
            wrap=True,
        )
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setProperty("role", "muted")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        self.lanes = QPushButton(icon("lanes", "accent_text"), tr("Draw Steps on the Lanes"), self)
        self.lanes.setObjectName("raci_view.to_lanes")
        self.lanes.setProperty("role", "primary")
        self.lanes.clicked.connect(lambda: self.view_asked.emit("lanes"))
        self.tables = QPushButton(icon("table"), tr("Write Them in a Table"), self)
        self.tables.setObjectName("raci_view.to_tables")
        self.tables.clicked.connect(lambda: self.view_asked.emit("tables"))
        for button in (self.lanes, self.tables):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(title)
        column.addWidget(words)
        column.addLayout(buttons)
        column.addStretch(3)
