"""The help of a presentation: all commands with their keys over the whole window, however large it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.presentation.commands import GROUPS, Command
from vsdesigner.ui.presentation.covers.blank import SILENT_KEYS
from vsdesigner.ui.presentation.covers.cover import show_cover
from vsdesigner.ui.presentation.covers.key_words import key_words
from vsdesigner.ui.presentation.key_names import key_of
from vsdesigner.ui.presentation.show import Layer
from vsdesigner.ui.theme import Theme

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

LARGEST, SMALLEST = 24.0, 6.0  # px of letters; the largest in px of the design
SHRINK = 0.96
ROW, APART = 1.66, 3.0  # times the letters: the height of a line, and between columns
LEAST_TEXT, MOST_KEYS = 9.0, 9.0  # times the letters: words beside the keys, and keys that are level
MOST_COLUMNS = 5
KEYS_SHOWN = 3
TITLE, TITLE_ROOM = 1.35, 2.4  # times the letters of the rows: letters and height of the title
CHANGING = "edit"  # the group of what a read-only presentation has not
#: What hands do without being commands: group → (what, text).
BESIDE = {
    "go": (
        ("1 … 9", "Take a way at a fork"),
        ("0 … 9  ⏎", "Go to this step, also at a fork"),
        ("Click, wheel, swipe", "Next and back"),
    ),
}


class Row(NamedTuple):
    """A line of the help; without keys it is a heading, or goes `on` with the line above."""

    text: str
    keys: tuple[str, ...] = ()
    on: bool = False


class Columns(NamedTuple):
    """How the rows stand: letters in px, the width that most keys have, and the rows of each column."""

    letters: float
    keys: float
    columns: tuple[tuple[Row, ...], ...]


class Measures:
    """Widths and heights for letters of one size (px)."""

    def __init__(self, theme: Theme, letters: float) -> None:
        self.font, self.heading = QFont(theme.font("panel")), QFont(theme.font("panel_strong"))
        for font in (self.font, self.heading):
            font.setPixelSize(max(1, round(letters)))
        self._metrics, self._bold = QFontMetricsF(self.font), QFontMetricsF(self.heading)
        self.row = letters * ROW
        self.gap = letters * 0.45
        self.cap = letters * 1.4

    def key(self, key: str) -> float:
        """How wide a key is."""
        return max(self.cap, self._metrics.horizontalAdvance(key) + 2 * self.gap)

    def keys(self, row: Row) -> float:
        """How wide the keys of a row are."""
        return sum(self.key(key) + self.gap for key in row.keys)

    def text(self, row: Row) -> float:
        """How wide the words of a row are."""
        return (self._metrics if row.keys or row.on else self._bold).horizontalAdvance(row.text)


def rows_of(commands: Sequence[Command], *, read_only: bool = False) -> tuple[Row, ...]:
    """Return the rows of the help: groups with their headings, `read_only` without what changes anything."""
    return tuple(_rows([each for each in commands if not read_only or each.group != CHANGING]))


def _rows(commands: Sequence[Command]) -> Iterator[Row]:
    for group, title in GROUPS.items():
        found = [
            Row(tr(command.text), tuple(map(key_words, command.keys[:KEYS_SHOWN])))
            for command in commands
            if command.group == group and command.keys
        ]
        found += [Row(tr(text), (tr(what),)) for what, text in BESIDE.get(group, ())]
        if found:
            yield Row(tr(title))
            yield from found


def arranged(rows: Sequence[Row], width: float, height: float, theme: Theme, largest: float) -> Columns:
    """Return the rows in columns with the largest letters with which nothing is cut in this area (px)."""
    letters = max(SMALLEST, largest)
    while True:
        measures = Measures(theme, letters)
        keys = min(max((measures.keys(row) for row in rows), default=0.0), MOST_KEYS * letters)
        fitting = max(1, int(height // measures.row))
        for number in range(1, MOST_COLUMNS + 1):
            room = (width + APART * letters) / number - APART * letters
            if room < keys + LEAST_TEXT * letters and letters > SMALLEST:
                break
            lines = [line for row in rows for line in _lines(row, room, keys, measures)]
            columns = _broken(lines, fitting)
            if len(columns) <= number:
                return Columns(letters, keys, _evened(lines, columns, fitting))
        if letters <= SMALLEST:
            return Columns(letters, keys, _broken(rows, fitting))
        letters = max(SMALLEST, letters * SHRINK)


def _lines(row: Row, room: float, keys: float, measures: Measures) -> list[Row]:
    """A row, its words in several lines where they are wider than what its keys leave of the room (px)."""
    beside = max(keys, measures.keys(row))
    if not row.keys or beside + measures.text(row) <= room:
        return [row]
    lines = [row._replace(text="")]
    for word in row.text.split():
        longer = lines[-1]._replace(text=f"{lines[-1].text} {word}".strip())
        if lines[-1].text and beside + measures.text(longer) > room:
            lines.append(Row(word, on=True))
            beside = keys
        else:
            lines[-1] = longer
    return lines


def _broken(rows: Sequence[Row], fitting: int) -> tuple[tuple[Row, ...], ...]:
    """Rows in columns of at most so many; a heading never stands alone at the foot of one."""
    columns: list[list[Row]] = [[]]
    for at, row in enumerate(rows):
        column = columns[-1]
        heads = not row.keys and not row.on
        rest = _bound(rows, at)
        spare = 1 if heads and column else 0  # an empty line above a heading
        if column and not row.on and len(column) + spare + 1 + rest > fitting:
            column = []
            columns.append(column)
            spare = 0
        column += [Row("")] * spare
        column.append(row)
    return tuple(map(tuple, columns))


def _bound(rows: Sequence[Row], at: int) -> int:
    """How many lines behind this one stay with it: the rest of a row, the first row of a group."""
    heads, end = not rows[at].keys and not rows[at].on, at + 1
    if heads and end < len(rows):
        end += 1
    while end < len(rows) and rows[end].on:
        end += 1
    return end - at - 1


def _evened(
    rows: Sequence[Row], columns: tuple[tuple[Row, ...], ...], fitting: int
) -> tuple[tuple[Row, ...], ...]:
    """As many columns, but about equally long."""
    for less in range(1, fitting):
        tried = _broken(rows, less)
        if len(tried) == len(columns) and max(map(len, tried)) <= fitting:
            return tried
    return columns


class HelpOverlay(QWidget):
    """Lies over everything while it is on. A click ends it; a key does what it does, and ends it too."""

    def __init__(self, window: PresentWindow, commands: Sequence[Command]) -> None:
        super().__init__(window)
        self.setObjectName("help")
        self.setAccessibleName(tr("Keys of the presentation"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._state, self._window = window.state, window
        self._rows = rows_of(commands, read_only=window.state.read_only)
        self._own = {key for command in commands if command.id == "show.help" for key in command.keys}
        self._state.looks_changed.connect(self._on_looks)
        self._state.unit_changed.connect(self.update)
        self.hide()

    def _on_looks(self) -> None:
        show_cover(self._window, self, on=self._state.layer is Layer.HELP)
        self.update()

    @property
    def shown(self) -> Columns:
        """How the rows stand in a window of this size."""
        area = self._area
        return arranged(
            self._rows, area.width(), area.height(), self._state.theme, LARGEST * self._state.unit
        )

    @property
    def _area(self) -> QRectF:
        """Where the rows may stand: below the title."""
        margin = 48 * self._state.unit
        return QRectF(self.rect()).adjusted(margin, margin + self._title_room, -margin, -margin)

    @property
    def _title_room(self) -> float:
        return max(SMALLEST, LARGEST * self._state.unit) * TITLE_ROOM

    def title(self) -> tuple[str, str]:
        """What stands above: what this is, and how it goes away again."""
        return tr("Keys of presenting"), tr("H or a click closes this")

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._state.theme.panel)
        shown, area = self.shown, self._area
        self._paint_title(painter, area)
        measures = Measures(self._state.theme, shown.letters)
        pitch = (area.width() + APART * shown.letters) / len(shown.columns)
        top = area.top() + (area.height() - max(map(len, shown.columns)) * measures.row) / 2
        for number, column in enumerate(shown.columns):
            x = area.left() + number * pitch
            for line, row in enumerate(column):
                self._paint_row(painter, row, QPointF(x, top + line * measures.row), measures, shown.keys)
        painter.end()

    def _paint_title(self, painter: QPainter, area: QRectF) -> None:
        letters = max(SMALLEST, LARGEST * self._state.unit)
        measures, large = Measures(self._state.theme, letters), Measures(self._state.theme, letters * TITLE)
        place = QRectF(area.left(), area.top() - self._title_room, area.width(), large.row)
        for words, font, ink, side in zip(
            self.title(),
            (large.heading, measures.font),
            (self._state.theme.text, self._state.theme.muted),
            (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight),
            strict=True,
        ):
            painter.setFont(font)
            painter.setPen(ink)
            painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_row(self, painter: QPainter, row: Row, at: QPointF, measures: Measures, keys: float) -> None:
        worn = self._state.theme
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if not row.keys and not row.on:
            painter.setFont(measures.heading)
            painter.setPen(worn.accent_ink)
            painter.drawText(QRectF(at.x(), at.y(), 10_000, measures.row), middle, row.text)
            return
        painter.setFont(measures.font)
        x = at.x()
        for key in row.keys:
            cap = QRectF(x, at.y() + (measures.row - measures.cap) / 2, measures.key(key), measures.cap)
            painter.setPen(QPen(worn.control, 1))
            painter.setBrush(worn.window)
            painter.drawRoundedRect(cap, measures.gap, measures.gap)
            painter.setPen(worn.text)
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
            x = cap.right() + measures.gap
        painter.setPen(worn.text)
        words = QRectF(at.x() + max(keys, measures.keys(row)), at.y(), 10_000, measures.row)
        painter.drawText(words, middle, row.text)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # it is for the window
        if Qt.Key(event.key()) not in SILENT_KEYS and key_of(event) not in {*self._own, "Esc"}:
            self._state.show_layer(Layer.NONE)

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._state.show_layer(Layer.NONE)


def attach(window: PresentWindow) -> None:
    """Add the help."""
    from vsdesigner.ui.presentation.all_commands import COMMANDS  # late: it imports this

    window.cover_with(HelpOverlay(window, COMMANDS))


HELP = (
    Command(
        "show.help",
        "show",
        "Help",
        lambda window: window.state.toggle_layer(Layer.HELP),
        ("H", "?", "F1"),
    ),
)
