"""The main window: puts the parts in their places and connects them; what they do is written elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow

from vsdesigner.ui.actions.build import Actions
from vsdesigner.ui.actions.lens_specs import leave_last
from vsdesigner.ui.actions.menus import TAB_MENU, fill_menu_bar
from vsdesigner.ui.all_views import VIEWS
from vsdesigner.ui.bottom import Bottom
from vsdesigner.ui.centre import Centre
from vsdesigner.ui.checking import Checker
from vsdesigner.ui.docks import FIND_HEIGHT, PROBLEMS_HEIGHT, place_docks
from vsdesigner.ui.files.exporting import opener
from vsdesigner.ui.files.flow import FileFlow
from vsdesigner.ui.files.picturing import Picturing
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.help import Help
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.late_panels import LatePanels
from vsdesigner.ui.menu_key import add_keys
from vsdesigner.ui.notifier import Notifier
from vsdesigner.ui.panels.outline import OutlinePanel
from vsdesigner.ui.panels.palette import PalettePanel
from vsdesigner.ui.program import Program
from vsdesigner.ui.regions import Regions
from vsdesigner.ui.search.search import Search
from vsdesigner.ui.session import Session
from vsdesigner.ui.status import StatusLine
from vsdesigner.ui.stream_tabs import StreamTabs
from vsdesigner.ui.switcher import ViewSwitcher
from vsdesigner.ui.telling import Telling
from vsdesigner.ui.theme import Choice
from vsdesigner.ui.titles import show_title
from vsdesigner.ui.tool_bar import TopBar
from vsdesigner.ui.views.registry import View

if TYPE_CHECKING:
    from vsdesigner.ui.panels.inspector import InspectorPanel

LAYOUT_VERSION = 3  # of the stored places of docks: raise it when docks come or go
FIRST_SIZE = QSize(1440, 900)
SCREEN_SHARE = 0.95  # of a screen smaller than that


class MainWindow(QMainWindow):
    """One document on one desk."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(False)
        self.program = program
        self.theme_switch = program.theme_switch
        self.session = Session(parent=self)
        self.session.flags = program.settings
        self.centre = Centre(self.session, guidance=program.guidance)
        self.setCentralWidget(self.centre)
        self.notifier = Notifier(self.centre, self.centre.tabs)
        self.files = FileFlow(self, self.session, program)
        self.pictures = Picturing(self, self.session, program)
        self.help = Help(self, program.log_folder)
        self.search = Search(self, self)
        self.palette_panel = PalettePanel(self.session)
        self.outline = OutlinePanel(self.session)
        self.late = LatePanels(self.session, program.settings, self._run)
        self._checker = Checker(self.session, self)
        self.regions = Regions(lambda: self.centre.widget, self._add_docks(), self)
        self.regions.add_stops(self.notifier.newest, lambda: self.tabs, lambda: self.findChild(TopBar))
        add_keys(self)
        self.status = StatusLine(self.session)
        self.setStatusBar(self.status)
        self.switcher = ViewSwitcher(VIEWS)
        self.verbs = Actions(self, self)
        self._connect()
        self._place_actions()
        self._restore()
        self._on_file()
        self._on_zoom(self.view.zoom())
        self.regions.focus("canvas")

    # -- the desk that actions work at ------------------------------------------------------------------
    @property
    def view(self) -> View:
        """The view that is shown."""
        return self.centre.view

    @property
    def shown_view(self) -> str:
        """Id of the view that is shown."""
        return self.centre.shown

    @property
    def inspector(self) -> InspectorPanel:
        """The panel on the right; not built before the first frame unless somebody asks."""
        return self.late.inspector.content

    @property
    def tabs(self) -> StreamTabs:
        """The tabs of the streams."""
        return self.centre.tabs

    def show_message(self, text: str) -> None:
        """Say something in the status bar for a while."""
        self.status.tell(text)

    def choose_theme(self, choice: Choice) -> None:
        """Wear another theme, in all windows, and remember it."""
        self.program.choose_theme(choice)

    def set_full_screen(self, on: bool) -> None:
        """Use the whole screen, or the window as it was before."""
        state = self.windowState() & ~Qt.WindowState.WindowFullScreen
        self.setWindowState(state | Qt.WindowState.WindowFullScreen if on else state)

    def _run(self, id: str) -> None:
        self.verbs[id].trigger()

    # -- assembling -------------------------------------------------------------------------------------
    def _add_docks(self) -> dict[str, QDockWidget]:
        contents = {
            "palette": self.palette_panel,
            "outline": self.outline,
            "guide": self.late.guide,
            "inspector": self.late.inspector,
            "problems": self.late.problems,
        }
        docks = {**place_docks(self, contents), "find": self.search.add_dock(self)}
        first = {"problems": (docks["problems"], PROBLEMS_HEIGHT), "find": (docks["find"], FIND_HEIGHT)}
        self._bottom = Bottom(self, self.program.settings, first, self.session)
        return docks

    def _place_actions(self) -> None:
        get = self.verbs.__getitem__
        bar = self.menuBar()
        self._menus = (bar, *fill_menu_bar(bar, self.verbs, self))
        left = ("file.new", "file.open", "file.save", None, "edit.undo", "edit.redo", None, "arrange.space")
        right = ("help.command_palette", "file.export", "present.start")
        tools = TopBar([get(id) if id else None for id in left], self.switcher, [get(id) for id in right])
        self.addToolBar(tools)
        self.tabs.set_actions(get("stream.new"), [get(id) for id in TAB_MENU])
        zoom = ("view.zoom_out", "view.zoom_reset", "view.zoom_in", "view.fit")
        self.status.problems.set_action(get("view.problems"))
        self.status.zoom.set_actions(*(get(id) for id in zoom))
        self.verbs.work_in(self.centre, self.outline)

    def _connect(self) -> None:
        session = self.session
        followed = (session.changed, session.selection_changed, session.stream_changed, session.replaced)
        for signal in (*followed, session.lens_changed, self.centre.view_changed):
            signal.connect(self._refresh)
        session.history.indexChanged.connect(self._refresh)
        self.regions.changed.connect(self._refresh)
        self.files.changed.connect(self._on_file)
        self.files.exported.connect(self._on_exported)
        session.said.connect(self.show_message)
        session.field_requested.connect(lambda _id, _field: self.regions.show("inspector"))
        session.problems_requested.connect(self._show_problems_of)
        Telling(session, self.notifier)
        self.theme_switch.changed.connect(self._on_theme)
        self.centre.zoom_changed.connect(self._on_zoom)
        self.centre.verbs_changed.connect(self._refresh)
        self.centre.view_changed.connect(self.switcher.show_current)
        self.switcher.chosen.connect(self.centre.show_view)
        self.switcher.show_current(VIEWS[0].id)

    def _restore(self) -> None:
        self.resize(FIRST_SIZE.boundedTo(self.screen().availableSize() * SCREEN_SHARE))
        self.restoreGeometry(self.program.settings.state("window"))
        self.restoreState(self.program.settings.state("docks"), LAYOUT_VERSION)
        self.search.fold()

    def remember(self) -> None:
        """Keep how the window stands for the next one; not while a page covers it and the docks are away."""
        if self.centre.shown:
            self.program.settings.set_state("window", self.saveGeometry())
            self.program.settings.set_state("docks", self.saveState(LAYOUT_VERSION))
            self.program.settings.save()

    # -- keeping up -------------------------------------------------------------------------------------
    def _refresh(self, *_: object) -> None:
        self.verbs.follow()

    def _on_file(self) -> None:
        show_title(self, self.files.file)
        self.status.show_saved(self.files.file.standing())
        self.verbs.refresh()

    def _on_exported(self, path: Path) -> None:
        text = tr("Exported to “{name}”.").format(name=path.name)
        folder = (tr("Show in folder"), opener(path.parent, self.session))
        self.notifier.show(text, tr("Open"), opener(path, self.session), "ok", second=folder)

    def _on_zoom(self, scale: float) -> None:
        self.status.zoom.show_zoom(scale)
        self.verbs.refresh()

    def _show_problems_of(self, record: str) -> None:
        self.regions.show("problems")
        self.late.problems.content.show_record(record)
        self.regions.focus("problems")

    def _on_theme(self) -> None:
        self.centre.set_theme(self.theme_switch.theme)
        self.verbs.refresh()

    # -- what Qt says -----------------------------------------------------------------------------------
    @guarded
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.files.on_activated()
        elif event.type() == QEvent.Type.WindowStateChange:
            self._refresh()

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What nobody inside wanted: the last things that Esc leaves are full screen, then what is followed.
        if event.key() != Qt.Key.Key_Escape or not leave_last(self):
            super().keyPressEvent(event)

    @guarded
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.files.can_open_urls(event.mimeData().urls()):
            event.acceptProposedAction()

    @guarded
    def dropEvent(self, event: QDropEvent) -> None:
        if self.files.open_urls(event.mimeData().urls()):
            event.acceptProposedAction()

    @guarded(on_error=lambda self, event: event.ignore(), leave_on_repeat=True)
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.files.may_close():
            event.ignore()
            return
        self.remember()
        self._checker.stop()
        self.files.close()
        self.program.forget(self)
        event.accept()
