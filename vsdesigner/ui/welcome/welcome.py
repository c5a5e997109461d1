"""Shows the welcome page in a window and goes back to the document; does what is chosen on the page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from vsdesigner.storage.starting_points import EMPTY, StartingPoint, examples, templates
from vsdesigner.ui import tasks
from vsdesigner.ui.actions.desk import Desk
from vsdesigner.ui.centre import Centre
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.status import StatusLine
from vsdesigner.ui.welcome.page import WelcomePage
from vsdesigner.ui.welcome.recent import FileFacts, RecentRow, facts_of

AT_START = "welcome/at_start"


def shows_at_start(desk: Desk) -> bool:
    """Whether the user wants the page when the program starts without a file."""
    return desk.session.flags.flag(AT_START, default=True)


def show_welcome(desk: Desk, at: int = 0) -> None:
    """Show the page in a window, the keyboard on the card at this place among the templates."""
    window = desk.files.window
    if not isinstance(window, QMainWindow):
        return
    welcome = window.findChild(Welcome)
    if welcome is None:
        welcome = Welcome(desk, window)
    welcome.show(at)


class Welcome(QObject):
    """The page of one window. While it is shown the docks are away and nothing of the drawing is possible;
    whatever shows or changes the document ends it."""

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._page: WelcomePage | None = None
        self._places = QByteArray()  # of docks, before they were put away
        self._asking: tasks.Task | None = None
        self._focuses = True
        session = desk.session
        for signal in (session.changed, session.replaced, session.stream_changed, session.reveal_requested):
            signal.connect(self.leave)
        session.field_requested.connect(self._on_field)
        self._centre.view_changed.connect(self._on_view)

    @property
    def _centre(self) -> Centre:
        centre = self._window.centralWidget()
        assert isinstance(centre, Centre)  # noqa: S101  # what the window is made with
        return centre

    @property
    def page(self) -> WelcomePage | None:
        """The page, while it is shown."""
        return self._page

    # -- coming and going -------------------------------------------------------------------------------
    def show(self, at: int = 0) -> None:
        """Show the page, made afresh."""
        if self._page is None:
            self._page = page = self._make_page()
            self._window.installEventFilter(self)
            self._put_docks_away()
            self._centre.cover(page)
            self._refresh_recent()
        self._page.focus_start(at)

    def leave(self, *_: object) -> None:
        """Show the document again, ready to be worked on."""
        if self._page is not None:
            self._centre.uncover()

    def _on_field(self, *_: object) -> None:
        """The keyboard is on its way into a field."""
        self._focuses = False
        self.leave()
        self._focuses = True

    def _on_view(self, shown: str) -> None:
        if not shown or self._page is None:
            return
        page, self._page = self._page, None
        self._window.removeEventFilter(self)
        page.pictures.stop()
        if self._asking is not None:
            self._asking.cancel()
        page.deleteLater()
        self._take_docks_out()
        if self._focuses:
            self._desk.regions.focus("canvas")

    def _make_page(self) -> WelcomePage:
        page = WelcomePage(templates(), examples(), at_start=shows_at_start(self._desk))
        open_action = self._window.findChild(QAction, "action.file.open")
        if open_action is not None:
            page.set_open_action(open_action)
        if self._has_document():
            page.offer_way_back()
        page.chosen.connect(self._on_chosen)
        page.wanted.connect(self._on_wanted)
        page.removed.connect(self._desk.files.forget_recent)
        page.refused.connect(self.leave)
        page.at_start_changed.connect(self._on_at_start)
        return page

    def _has_document(self) -> bool:
        """Whether what stands behind the page is more than the empty document of a new window."""
        return not self._desk.files.file.is_pristine

    def _show_zoom(self, on: bool) -> None:
        """There is nothing to zoom, and nothing selected, on the page."""
        status = self._window.findChild(StatusLine)
        if status is not None:
            status.cover(on=not on)
        bar = self._window.findChild(QWidget, "zoom_bar")
        if bar is not None:
            bar.setVisible(on)

    def _put_docks_away(self) -> None:
        self._show_zoom(False)
        self._places = self._window.saveState()
        for dock in self._open_docks():
            dock.hide()

    def _take_docks_out(self) -> None:
        """Put them back as they stood; one that was opened meanwhile stays open."""
        self._show_zoom(True)
        opened = self._open_docks()
        self._window.restoreState(self._places)
        for dock in opened:
            dock.show()
            dock.raise_()

    def _open_docks(self) -> list[QDockWidget]:
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        docks = self._window.findChildren(QDockWidget, options=direct)
        return [dock for dock in docks if not dock.isHidden()]

    # -- the files opened last --------------------------------------------------------------------------
    def _refresh_recent(self) -> None:
        paths = self._desk.files.recent()
        if self._page is None:
            return
        self._page.show_recent([RecentRow(path) for path in paths])
        if self._asking is not None:
            self._asking.cancel()
        self._asking = None
        if paths:
            self._asking = tasks.run(
                lambda progress, is_cancelled: facts_of(paths, progress, is_cancelled),
                self._on_facts,
                quiet=True,
            )

    def _on_facts(self, found: list[FileFacts]) -> None:
        self._asking = None
        if self._page is not None:
            self._page.learn(found)

    # -- what is chosen ---------------------------------------------------------------------------------
    def _on_chosen(self, point: StartingPoint) -> None:
        if point.id == EMPTY:
            self._desk.files.new()  # here when this is still the empty document
            self.leave()
        elif self._desk.files.start_from(point):
            self.leave()

    def _on_wanted(self, path: Path) -> None:
        if self._desk.files.open_recent(path):
            self.leave()
        elif path not in self._desk.files.recent():
            self._refresh_recent()

    def _on_at_start(self, on: bool) -> None:
        self._desk.session.flags.set_flag(AT_START, on=on)
        if not on:
            self._desk.show_message(tr("File › New from Template shows this page at any time."))

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and watched is self._window:
            self.leave()  # the docks are remembered as they are beside the document
        return False
