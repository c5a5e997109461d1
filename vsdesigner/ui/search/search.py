"""Finding in one window: the command palette and the find panel, built when they are first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QLineEdit, QMainWindow, QPlainTextEdit, QWidget

from vsdesigner.ui.actions.desk import Desk
from vsdesigner.ui.docks import make_dock
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.late import LateContent
from vsdesigner.ui.program import Program

if TYPE_CHECKING:
    from vsdesigner.ui.panels.inspector import InspectorPanel
    from vsdesigner.ui.search.find_panel import FindPanel
    from vsdesigner.ui.search.palette import CommandPalette

REGION = "find"  # name of the find panel among the regions


class SearchDesk(Desk, Protocol):
    """A window as finding sees it: it also knows the program, and with it the other windows."""

    program: Program
    search: Search

    @property
    def inspector(self) -> InspectorPanel: ...


class Search(QObject):
    """What the actions for finding ask for."""

    def __init__(self, desk: SearchDesk, window: QMainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._palette: CommandPalette | None = None
        self.content: LateContent[FindPanel] = LateContent(self._make_panel)

    def add_dock(self, window: QMainWindow) -> QDockWidget:
        """Put the find panel below the canvas, folded away; returns its dock."""
        dock = make_dock(REGION, tr("Find and replace"), "", self.content, window)
        dock.setAllowedAreas(Qt.DockWidgetArea.BottomDockWidgetArea)
        dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
        self._dock = dock
        self.fold()
        return dock

    def fold(self) -> None:
        """Put the find panel away: a window begins with what it is about."""
        self._dock.hide()

    # -- the command palette ----------------------------------------------------------------------------
    def toggle_palette(self) -> None:
        """Open the command palette, or close it when it is open."""
        if self._palette is None:
            from vsdesigner.ui.search.palette import CommandPalette
            from vsdesigner.ui.search.sources import Sources

            self._palette = CommandPalette(Sources(self._desk, self._window), self._window)
        if self._palette.isVisible():
            self._palette.leave()
        else:
            self._desk.session.committing.emit()
            self._palette.open()

    # -- find and replace -------------------------------------------------------------------------------
    @property
    def panel(self) -> FindPanel:
        """The panel for find and replace; built now if it is not there yet."""
        return self.content.content

    def find(self, words: str = "") -> None:
        """Open the panel; it looks for `words`, for what is marked in the field one is in, or as before."""
        self._open(words or _marked_words(), replacing=False)

    def replace(self) -> None:
        """Open the panel with its second line."""
        self._open(_marked_words(), replacing=True)

    def find_next(self) -> None:
        """Go to the next hit; opens the panel when nothing was looked for yet."""
        self._step(1)

    def find_previous(self) -> None:
        """Go to the hit before."""
        self._step(-1)

    def _open(self, words: str, *, replacing: bool) -> None:
        self._desk.session.committing.emit()
        panel = self.panel
        panel.remember_focus()
        self._desk.regions.show(REGION)
        panel.begin(words, replacing=replacing)

    def _step(self, by: int) -> None:
        if not self._desk.regions.is_shown(REGION) and not self._was_used():
            self.find()
            return
        self._desk.session.committing.emit()
        self.panel.step(by)

    def _was_used(self) -> bool:
        return self.content.is_built and bool(self.panel.words)

    def _make_panel(self) -> FindPanel:
        from vsdesigner.ui.search.find_panel import FindPanel

        return FindPanel(self._desk, self._window)


def _marked_words() -> str:
    """What is marked in the field that has the keyboard, as far as it is one short line."""
    field: QWidget | None = QApplication.focusWidget()
    text = ""
    if isinstance(field, QLineEdit):
        text = field.selectedText()
    elif isinstance(field, QPlainTextEdit):
        text = field.textCursor().selectedText()
    return text if len(text) <= 200 and "\u2029" not in text else ""
