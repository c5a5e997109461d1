"""A bar in the header that comes when a hand moves: all by mouse or touch alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import paint_glyph
from vsdesigner.ui.plain import escape_tooltip
from vsdesigner.ui.presentation.commands import Command
from vsdesigner.ui.presentation.covers.key_words import key_words
from vsdesigner.ui.presentation.hand.pointer import pointer_of
from vsdesigner.ui.presentation.ink.drawing import ink_of
from vsdesigner.ui.presentation.ink.ink import COLOURS
from vsdesigner.ui.presentation.ink.painting import ink_colour
from vsdesigner.ui.presentation.show import Layer, Show, Tool

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

SIDE, LEAST_SIDE = 58.0, 36.0  # px of a button: of the design, and what a finger hits
COLOUR_SIDE = 0.8  # of that, for the width of a colour
MARGIN = 12.0  # px of the design
PLACE = 340.0  # px of the design at the right end of the header that say where one is
SIDES = 4  # px beside the buttons
COLOUR_NAMES = {"red": "Red", "blue": "Blue", "green": "Green", "orange": "Orange", "ink": "Ink"}


class Entry(NamedTuple):
    """A button: the command it does, its icon, and when it is shown as being on."""

    command: str
    icon: str
    on: Callable[[Show], bool] = lambda _state: False


#: The buttons; one whose command is not in the table is left out.
ENTRIES = (
    Entry("go.back", "previous"),
    Entry("go.next", "next"),
    Entry("look.overview", "overview", lambda state: state.layer is Layer.OVERVIEW),
    Entry("look.whole", "fit", lambda state: state.whole),
    Entry("look.notes", "note", lambda state: state.notes),
    Entry("lens.choose", "eye", lambda state: state.session.lens is not None),
    Entry("look.parts", "hidden", lambda state: bool(state.hidden)),
    Entry("play.toggle", "present"),
    Entry("edit.step", "edit"),
    Entry("draw.laser", "target", lambda state: state.tool is Tool.LASER),
    Entry("draw.pen", "pen", lambda state: state.tool is Tool.PEN),
    Entry("draw.eraser", "erase", lambda state: state.tool is Tool.ERASER),
    Entry("show.black", "black", lambda state: state.layer is Layer.BLACK),
    Entry("show.presenter", "slides"),
    Entry("show.help", "help", lambda state: state.layer is Layer.HELP),
    Entry("show.end", "close"),
)
PALETTE_AFTER = "draw.pen"


class _Button(QAbstractButton):
    """A square button that takes no keys; it wears the theme of the presentation."""

    def __init__(self, state: Show, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._state = state
        self.side = round(LEAST_SIDE)

    def name(self, text: str, tip: str) -> None:
        """Say what it is to those who cannot see it, and in a tooltip."""
        self.setAccessibleName(text)
        self.setToolTip(escape_tooltip(tip))

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        return QSize(self.side, self.side)

    @guarded
    def enterEvent(self, event: QEvent) -> None:
        self.update()

    @guarded
    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, QRectF(self.rect()))
        painter.end()

    def _paint(self, painter: QPainter, area: QRectF) -> None:
        raise NotImplementedError


class CommandButton(_Button):
    """Does a command."""

    def __init__(self, window: PresentWindow, parent: QWidget, command: Command, entry: Entry) -> None:
        super().__init__(window.state, parent)
        self.setObjectName(f"bar.{command.id}")
        self._entry = entry
        self._window, self._command = window, command
        key = key_words(command.keys[0]) if command.keys else ""
        text = tr(command.text)
        self.name(text, f"{text}  ({key})" if key else text)
        self.clicked.connect(lambda: window.run(command.id))
        self.renew()

    def renew(self) -> None:
        """Be what the presentation is now."""
        self.setEnabled(self._command.can(self._window))
        self.update()

    def _paint(self, painter: QPainter, area: QRectF) -> None:
        worn = self._state.theme
        on = self._entry.on(self._state)
        if on or (self.underMouse() and self.isEnabled()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(worn.selection if on else worn.hover)
            painter.drawRoundedRect(area.adjusted(3, 3, -3, -3), 6, 6)
        inset = area.width() * 0.23
        ink = worn.accent_ink if on else worn.text if self.isEnabled() else worn.faint
        paint_glyph(painter, self._entry.icon, area.adjusted(inset, inset, -inset, -inset), ink)


class ColourButton(_Button):
    """Takes a colour for the pen."""

    def __init__(self, window: PresentWindow, parent: QWidget, colour: str) -> None:
        super().__init__(window.state, parent)
        self.setObjectName(f"bar.colour.{colour}")
        self._ink, self._colour = ink_of(window), colour
        text = tr("Pen colour: {colour}").format(colour=tr(COLOUR_NAMES[colour]))
        self.name(text, text)
        self.clicked.connect(lambda: self._ink.take_colour(colour))

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        return QSize(round(self.side * COLOUR_SIDE), self.side)

    def _paint(self, painter: QPainter, area: QRectF) -> None:
        worn = self._state.theme
        radius = area.width() * 0.26
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink_colour(worn, self._colour))
        painter.drawEllipse(area.center(), radius, radius)
        if self._ink.colour == self._colour:
            painter.setPen(QPen(worn.text, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(area.center(), radius + 4, radius + 4)


class Bar(QWidget):
    """Shows itself while a hand moves; keys never come here."""

    def __init__(self, window: PresentWindow, commands: dict[str, Command]) -> None:
        super().__init__(window)
        self.setObjectName("bar")
        self._window, self._state = window, window.state
        self._pointer = pointer_of(window)
        self._buttons: list[CommandButton] = []
        self._colours: list[ColourButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDES, 0, SIDES, 0)
        row.setSpacing(0)
        for entry in ENTRIES:
            if entry.command in commands:
                self._buttons.append(CommandButton(window, self, commands[entry.command], entry))
                row.addWidget(self._buttons[-1])
            if entry.command == PALETTE_AFTER:
                self._colours = [ColourButton(window, self, colour) for colour in COLOURS]
                for button in self._colours:
                    row.addWidget(button)
        self._pointer.stirred.connect(self._appear)
        self._pointer.rested.connect(self._on_rest)
        for signal in (self._state.looks_changed, self._state.moved, self._state.changed):
            signal.connect(self._renew)
        ink_of(window).changed.connect(self.update)
        self._state.unit_changed.connect(self._place)
        window.installEventFilter(self)
        self.hide()
        self._renew()

    def _renew(self, *_: object) -> None:
        for button in self._buttons:
            button.renew()
        shown = self._state.tool is Tool.PEN
        for colour in self._colours:
            colour.setVisible(shown)
        self._place()

    def _appear(self) -> None:
        self._renew()
        self.show()

    def _on_rest(self) -> None:
        if self.underMouse():
            self._pointer.stir()
        else:
            self.hide()

    def _place(self) -> None:
        """In the header, beside where it says the place: there it covers nothing of the stream."""
        margin, header = round(MARGIN * self._state.unit), self._window.areas.header
        shown = [button for button in (*self._buttons, *self._colours) if not button.isHidden()]
        slots = sum(COLOUR_SIDE if isinstance(button, ColourButton) else 1.0 for button in shown)
        room = self._window.width() - 2 * margin - 2 * SIDES
        side = round(max(LEAST_SIDE, SIDE * self._state.unit))
        side = min(side, int(room / max(1.0, slots)))
        for button in (*self._buttons, *self._colours):
            button.side = side
            button.updateGeometry()
        self.resize(self.sizeHint())
        right = self._window.width() - round(PLACE * self._state.unit)
        left = max(margin, right - self.width())
        self.move(left, round(header.y + (header.height - self.height()) / 2))

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # between two buttons it is no step of the presentation

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._state.theme.line, 1))
        painter.setBrush(self._state.theme.card)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        painter.end()


def attach(window: PresentWindow) -> None:
    """Add the bar; after the pointer and the ink, which it needs."""
    from vsdesigner.ui.presentation.all_commands import COMMANDS  # late: it imports the features

    Bar(window, {command.id: command for command in COMMANDS})
