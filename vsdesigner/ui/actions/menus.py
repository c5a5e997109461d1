"""The menu bar: which action stands in which menu, and the menus that depend on the document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from vsdesigner.ui import theme
from vsdesigner.ui.actions.arrange_specs import ALIGN as ALIGN_SPECS
from vsdesigner.ui.actions.build import Actions
from vsdesigner.ui.actions.lane_specs import LANE as LANE_SPECS
from vsdesigner.ui.actions.lane_specs import PHASE as PHASE_SPECS
from vsdesigner.ui.actions.lens_specs import LENS as LENS_SPECS
from vsdesigner.ui.actions.raci_specs import RACI as RACI_SPECS
from vsdesigner.ui.actions.view_specs import VIEW_IDS
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import activity_icon
from vsdesigner.ui.inserting import append_step
from vsdesigner.ui.lane_words import step_words
from vsdesigner.ui.plain import menu_text
from vsdesigner.ui.session import Session

if TYPE_CHECKING:
    from vsdesigner.ui.actions.desk import Desk
    from vsdesigner.ui.actions.spec import ActionSpec

LINE = "-"
LANE, PHASE, RACI = "lane", "phase", "raci"
RECENT, LANES, THEMES, ALIGN, LENS = "recent", "lanes", "themes", "align", "lens"

#: Id, title, and what stands in it: ids of actions, lines, and the names of the menus made below.
MENUS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "file",
        "&File",
        (
            *(
                "file.new",
                "file.new_from",
                "file.open",
                RECENT,
                "file.reopen",
                LINE,
                "file.save",
                "file.save_as",
                "file.save_all",
            ),
            *(LINE, "file.export_as", "file.export", "file.import", LINE, "file.print"),
            *(LINE, "file.close", "file.quit"),
        ),
    ),
    (
        "edit",
        "&Edit",
        (
            *("edit.undo", "edit.redo", LINE, "edit.cut", "edit.copy", "edit.paste", "edit.duplicate"),
            *("edit.copy_picture", "edit.paste_plain", LINE),
            *("edit.rename", "edit.inspect", LINE),
            *("edit.delete", "edit.delete_leaving_gap", LINE, "edit.select_all", LINE),
            *("edit.find", "edit.find_next", "edit.find_previous", "edit.replace"),
        ),
    ),
    (
        "view",
        "&View",
        (
            *VIEW_IDS,
            LINE,
            *("view.zoom_in", "view.zoom_out", "view.zoom_reset", "view.fit", "view.fit_selection"),
            *("view.back_to_stream", LENS, LINE),
            *("view.palette", "view.outline", "view.guide", "view.inspector"),
            *("view.problems", "view.minimap", LINE),
            *("view.next_region", "view.previous_region", LINE, THEMES, "view.full_screen"),
        ),
    ),
    (
        "insert",
        "&Insert",
        (
            *(LANES, LINE, "insert.quick_add", "insert.phase", LINE),
            *("insert.note", "insert.text", "insert.picture", LINE),
            *("insert.connect_selected", "insert.connect_to_value"),
        ),
    ),
    (
        "arrange",
        "&Arrange",
        (
            *("arrange.tidy", LINE, ALIGN),
            *("arrange.distribute_horizontally", "arrange.distribute_vertically", LINE),
            *("arrange.match_width", "arrange.match_height", "arrange.natural_size", LINE),
            *("arrange.space", "arrange.push_right", "arrange.pull_left", LINE),
            *("arrange.show_grid", "arrange.snap_to_guides", "arrange.snap_to_grid"),
        ),
    ),
    (
        "flow",
        "F&low",
        (
            *("flow.select_next", "flow.insert_step", "flow.reverse", "flow.reset_route", LINE),
            *("flow.make_main", "flow.make_alternative", "flow.make_rework", "flow.make_information"),
        ),
    ),
    (
        "table",
        "&Table",
        (
            *("table.insert_above", "table.insert_below", "table.delete_rows", LINE),
            *("table.move_up", "table.move_down", LINE, "table.fill_down", "table.fill_right", LINE),
            *("table.filter", "table.sort", "table.sort_back", "table.stream_order", LINE),
            *("table.by_task", "table.columns", "table.hide_column", "table.fit_column"),
        ),
    ),
    (
        "stream",
        "&Stream",
        (
            *("stream.new", "stream.rename", "stream.delete", LINE, "stream.move_left", "stream.move_right"),
            *(LINE, "stream.previous", "stream.next", LINE),
            *("stream.mark_as_is", "stream.mark_to_be", "stream.make_to_be", "stream.counterpart", LINE),
            *("stream.open_substream", "stream.go_up", "stream.make_substream", LINE, LANE, PHASE, RACI),
        ),
    ),
    ("present", "&Present", ("present.start", "present.from_selection", LINE, "present.keys")),
    (
        "help",
        "&Help",
        (
            *("help.command_palette", LINE, "help.guide", "help.shortcuts", LINE),
            *("file.welcome", "help.example", LINE, "help.log_folder", "help.about"),
        ),
    ),
)
THEME_ACTIONS = ("view.theme_system", "view.theme_light", "view.theme_dark")
TAB_MENU = (
    *("stream.new", "stream.rename", "stream.delete", "stream.move_left", "stream.move_right"),
    *("stream.mark_as_is", "stream.mark_to_be", "stream.make_to_be", "stream.counterpart", "stream.go_up"),
)


def fill_menu_bar(bar: QMenuBar, actions: Actions, desk: Desk) -> list[QMenu]:
    """Make all menus and return them.

    Whoever asks has to keep them: PySide can let go of the Python side of a menu that only Qt holds, and
    then a menu that is on the screen counts as deleted.
    """
    made: list[QMenu] = []
    makers: dict[str, Callable[[QMenu], None]] = {
        RECENT: lambda menu: _add_recent_menu(menu, desk),
        LANES: lambda menu: InsertMenu(menu, desk.session).follow(),
        THEMES: lambda menu: _add_theme_menu(menu, actions),
        ALIGN: lambda menu: _add_align_menu(menu, actions),
        LANE: lambda menu: _add_submenu(menu, actions, LANE, "&Lane", LANE_SPECS),
        PHASE: lambda menu: _add_submenu(menu, actions, PHASE, "&Phase", PHASE_SPECS),
        LENS: lambda menu: _add_submenu(menu, actions, LENS, "Follow One T&hing", LENS_SPECS),
        RACI: lambda menu: _add_submenu(menu, actions, RACI, "Responsib&ility", RACI_SPECS),
    }
    for id, title, entries in MENUS:
        menu = bar.addMenu(tr(title))
        menu.setObjectName(f"menu.{id}")
        menu.setToolTipsVisible(False)
        made.append(menu)
        for entry in entries:
            if entry == LINE:
                menu.addSeparator()
            elif entry in makers:
                makers[entry](menu)
            else:
                menu.addAction(actions[entry])
    return [*made, *(child for menu in made for child in menu.findChildren(QMenu))]


def _add_theme_menu(menu: QMenu, actions: Actions) -> None:
    themes = menu.addMenu(tr("&Theme"))
    themes.setObjectName("menu.theme")
    one_of = QActionGroup(themes)  # marks them as choices of which one is on
    for id in THEME_ACTIONS:
        one_of.addAction(actions[id])
        themes.addAction(actions[id])


def _add_submenu(menu: QMenu, actions: Actions, id: str, title: str, specs: tuple[ActionSpec, ...]) -> None:
    below = menu.addMenu(tr(title))
    below.setObjectName(f"menu.{id}")
    below.addActions([actions[spec.id] for spec in specs])


def _add_align_menu(menu: QMenu, actions: Actions) -> None:
    ways = menu.addMenu(tr("&Align"))
    ways.setObjectName("menu.align")
    ways.addActions([actions[spec.id] for spec in ALIGN_SPECS])


def _add_recent_menu(menu: QMenu, desk: Desk) -> None:
    recent = menu.addMenu(tr("Open &Recent"))
    recent.setObjectName("menu.recent")

    def fill() -> None:
        recent.clear()
        paths = desk.files.recent()
        for number, path in enumerate(paths, start=1):
            recent.addAction(_recent_action(recent, desk, path, number))
        if paths:
            recent.addSeparator()
            recent.addAction(tr("&Clear List"), desk.files.clear_recent)
        else:
            recent.addAction(tr("Nothing opened yet")).setEnabled(False)

    # The list belongs to all windows: it is made when it is looked at.
    recent.aboutToShow.connect(fill)
    fill()


def _recent_action(menu: QMenu, desk: Desk, path: Path, number: int) -> QAction:
    mnemonic = f"&{number} " if number < 10 else ""
    action = QAction(mnemonic + menu_text(f"{path.name} – {path.parent}", 90), menu)
    action.setStatusTip(str(path))
    action.triggered.connect(lambda: desk.files.open_recent(path))
    return action


class InsertMenu(QObject):
    """One entry a lane; made afresh when the lanes of the document change."""

    def __init__(self, menu: QMenu, session: Session) -> None:
        super().__init__(menu)
        self._session = session
        self._shown: tuple[object, ...] = ()
        self._made: list[QAction] = []

    @property
    def _menu(self) -> QMenu:
        """The menu, asked of Qt each time: a reference kept here was seen to go stale under a living menu."""
        menu = self.parent()
        assert isinstance(menu, QMenu)  # noqa: S101  # what it was made with
        return menu

    def follow(self) -> None:
        """Fill the menu now and whenever it is opened over other lanes."""
        self._menu.aboutToShow.connect(self.fill)
        self._menu.aboutToShow.connect(self._add_icons)
        self._session.replaced.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """Show the document's lanes."""
        lanes = self._session.now.lanes
        if (lanes, theme.current()) == self._shown:
            return
        self._shown = (lanes, theme.current())
        for old in self._made:
            self._menu.removeAction(old)
            old.deleteLater()
        self._made = []
        others = self._menu.actions()
        for lane in lanes:
            action = QAction(menu_text(step_words(lane)), self._menu)
            action.setObjectName(f"action.insert.{lane.id}")
            action.setStatusTip(
                tr("Add a step behind the one selected last and connect it; without one, behind all others.")
            )
            action.triggered.connect(self._adder(lane.id))
            self._made.append(action)
        if others:
            self._menu.insertActions(others[0], self._made)
        else:
            self._menu.addActions(self._made)

    def _add_icons(self) -> None:
        # Not before somebody looks: drawings cost time that the first frame can do without.
        for lane, action in zip(self._session.now.lanes, self._made, strict=True):
            if action.icon().isNull():
                action.setIcon(activity_icon(lane.id, theme.current().lane(lane.color).text))

    def _adder(self, lane: str) -> Callable[[], None]:
        def add() -> None:
            self._session.committing.emit()
            append_step(self._session, lane)

        return add
