"""The window of a presentation: puts its parts in their places and hands keys to the commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from vsdesigner.document.wording import stream_title
from vsdesigner.layout.geometry import Rect
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.presentation.all_commands import COMMANDS
from vsdesigner.ui.presentation.areas import Areas, areas
from vsdesigner.ui.presentation.card.pane import CardPane
from vsdesigner.ui.presentation.commands import Command
from vsdesigner.ui.presentation.features import FEATURES
from vsdesigner.ui.presentation.header import Header
from vsdesigner.ui.presentation.key_names import key_of
from vsdesigner.ui.presentation.numbers import Numbers
from vsdesigner.ui.presentation.placing import areas_of
from vsdesigner.ui.presentation.ribbon.ribbon import Ribbon
from vsdesigner.ui.presentation.show import Layer, Show
from vsdesigner.ui.presentation.stage.stage import Stage

Leave = Callable[[], bool]
MOST_ABOVE, MOST_BELOW = 0.5, 0.4  # of the stage's height: for a strip above it, and for one below


class Strip(Protocol):
    """A child above or below the stage. `fit` makes it ready for a width and returns its height, in px."""

    def fit(self, width: int) -> int: ...
    def isHidden(self) -> bool: ...
    def setGeometry(self, area: QRect, /) -> None: ...


class PresentWindow(QWidget):
    """Shows what `state` says. A feature attaches itself by the methods below `extending`."""

    def __init__(self, state: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("presentation")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        title = stream_title(state.record)
        self.setWindowTitle(tr("Presenting “{name}”").format(name=title))
        self.state: Show = state
        state.setParent(self)
        self._covers: list[QWidget] = []
        self._above: list[Strip] = []
        self._below: list[Strip] = []
        self._leavers: list[tuple[int, Leave]] = []
        self._by_key: dict[str, list[Command]] = {}
        for command in COMMANDS:
            for key in command.keys:
                self._by_key.setdefault(key, []).append(command)
        self._by_id = {command.id: command for command in COMMANDS}
        self.header = Header(state, self)
        self.stage = Stage(state, self)
        self.card = CardPane(state, self)
        self.ribbon = Ribbon(state, self)
        self.numbers: Numbers = Numbers(self)
        self.add_leaver(0, self._leave_layer)
        for attach in FEATURES:
            attach(self)
        state.moved.connect(self.place)
        state.looks_changed.connect(self._on_looks)
        state.ended.connect(self.close)

    # -- extending --------------------------------------------------------------------------------------
    def cover_with(self, cover: QWidget) -> None:
        """Lay a child over the whole window, above everything that lies there already."""
        self._covers.append(cover)
        cover.setGeometry(self.rect())
        cover.raise_()

    def put_above_stage(self, strip: Strip) -> None:
        """Give a child the room that it wants above the stage while it is not hidden."""
        self._above.append(strip)
        self.place()

    def put_below_stage(self, strip: Strip) -> None:
        """Give a child the room that it wants below the stage while it is not hidden."""
        self._below.append(strip)
        self.place()

    def add_leaver(self, priority: int, leave: Leave) -> None:
        """`leave` ends something when Esc is pressed and says if there was anything; lower numbers first."""
        self._leavers.append((priority, leave))
        self._leavers.sort(key=lambda each: each[0])

    def run(self, id: str) -> bool:
        """Do a command if it is possible now; KeyError for one that is not in the table."""
        command = self._by_id[id]
        if not command.can(self):
            return False
        command.do(self)
        return True

    def take_key(self, key: str) -> bool:
        """Do what a key (see `key_names`) means now, and say whether it means anything at all."""
        if self.numbers.takes(key):
            return True
        commands = self._by_key.get(key, [])
        for command in commands:
            if command.can(self):
                command.do(self)
                break
        return bool(commands)

    @property
    def areas(self) -> Areas:
        """Where the parts stand now."""
        return self._divided()[0]

    # -- the table's own --------------------------------------------------------------------------------
    def leave(self) -> None:
        """End the innermost thing: what lies over everything, a tool, a lens, at last the presentation."""
        for _, leave in self._leavers:
            if leave():
                return
        self.state.end()

    def open_on(self, screen: QScreen) -> None:
        """Use the whole of a screen."""
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.activateWindow()
        self.setFocus()

    # -- inside -----------------------------------------------------------------------------------------
    def _leave_layer(self) -> bool:
        there = self.state.layer is not Layer.NONE
        self.state.show_layer(Layer.NONE)
        return there

    def _divided(self) -> tuple[Areas, list[tuple[Strip, Rect]]]:
        """Where the parts stand, and the strips that take their room from the stage."""
        found = areas_of(self.state, max(1, self.width()), max(1, self.height()))
        x, y, width, height = found.stage
        strips: list[tuple[Strip, Rect]] = []
        rest = Rect(x, y, width, height)
        for strip in (each for each in self._above if not each.isHidden()):
            high = min(strip.fit(round(width)), rest.height * MOST_ABOVE)
            strips.append((strip, Rect(x, rest.y, width, high)))
            rest = Rect(x, rest.y + high, width, rest.height - high)
        for strip in (each for each in self._below if not each.isHidden()):
            high = min(strip.fit(round(width)), rest.height * MOST_BELOW)
            strips.append((strip, Rect(x, rest.bottom - high, width, high)))
            rest = Rect(x, rest.y, width, rest.height - high)
        return found._replace(stage=rest), strips

    def place(self) -> None:
        """Put all parts where they belong now."""
        self.state.set_unit(areas(max(1, self.width()), max(1, self.height())).unit)
        placed, strips = self._divided()
        for part, area in (
            (self.header, placed.header),
            (self.stage, placed.stage),
            (self.card, placed.card),
            (self.ribbon, placed.ribbon),
        ):
            part.setGeometry(_whole_px(area))
        for strip, area in strips:
            strip.setGeometry(_whole_px(area))
        self.card.setVisible(self.state.carded)
        for cover in self._covers:
            cover.setGeometry(self.rect())

    def _on_looks(self) -> None:
        self.place()
        self.update()

    # -- what Qt says -----------------------------------------------------------------------------------
    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.state.theme.panel)
        painter.end()

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        # Tab belongs to the commands, and no key of the presentation may reach a menu behind it.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    @guarded(default=False)
    def focusNextPrevChild(self, next: bool) -> bool:
        return False

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() and not self.state.journey.ways:
            return  # a key that is held does not run on beyond the end
        if not self.take_key(key_of(event)):
            event.ignore()

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        # What no part wanted for itself.
        if event.button() == Qt.MouseButton.LeftButton:
            self.run("go.next")
        elif event.button() == Qt.MouseButton.BackButton:
            self.run("go.back")
        elif event.button() == Qt.MouseButton.ForwardButton:
            self.run("go.next")

    @guarded
    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.state.ended.disconnect(self.close)
        self.state.end()  # whoever hears only of this


def commands_now(window: PresentWindow) -> list[Command]:
    """The commands that are possible now."""
    return [command for command in COMMANDS if command.can(window)]


def _whole_px(area: Rect) -> QRect:
    """Whole px without gaps between neighbours."""
    left, top = round(area.x), round(area.y)
    return QRect(left, top, round(area.right) - left, round(area.bottom) - top)
