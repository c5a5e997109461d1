"""The docks beside the canvas: a quiet title, and a place that is remembered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QMainWindow, QTabWidget, QToolButton, QWidget

from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon
from vsdesigner.ui.plain import PlainLabel

BUTTON = 20  # px
LEFT_WIDTH, RIGHT_WIDTH = 240, 330
PROBLEMS_HEIGHT, FIND_HEIGHT = 300, 230  # at first
TALL = 900  # px that palette and outline share

Area = Qt.DockWidgetArea
SIDES = Area.LeftDockWidgetArea | Area.RightDockWidgetArea


class DockTitle(QWidget):
    """A section heading with a quiet button that closes the dock; drag it to move the dock."""

    def __init__(self, text: str, dock: QDockWidget) -> None:
        super().__init__(dock)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.label = PlainLabel(text)
        self.label.setProperty("role", "section")
        close = QToolButton()
        close.setObjectName(f"{dock.objectName()}_close")
        close.setIcon(icon("close", "faint"))
        close.setAutoRaise(True)
        close.setFixedSize(BUTTON, BUTTON)
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # F6 and the View menu are the keyboard's way
        close.setToolTip(tr("Hide; the View menu brings it back"))
        close.setAccessibleName(tr("Hide"))
        close.clicked.connect(dock.hide)
        # The room stays, the button is seen only under the pointer: three crosses are no calm.
        policy = close.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        close.setSizePolicy(policy)
        close.hide()
        self._close = close
        self._text = text
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 4)
        row.addWidget(self.label, 1)
        row.addWidget(close)

    def show_tabbed(self, *, on: bool) -> None:
        """Leave the heading to the tab, which says it already, when another dock shares the place."""
        self.label.setText("" if on else self._text)

    @guarded
    def enterEvent(self, event: QEnterEvent) -> None:
        self._close.show()
        super().enterEvent(event)

    @guarded
    def leaveEvent(self, event: QEvent) -> None:
        self._close.hide()
        super().leaveEvent(event)


def make_dock(
    name: str, window_title: str, heading: str, content: QWidget, window: QMainWindow
) -> QDockWidget:
    """Return a dock named ``<name>_dock`` around `content`, not yet placed.

    Without a `heading` there is no title bar: the content has one of its own.
    """
    dock = QDockWidget(window_title, window)
    dock.setObjectName(f"{name}_dock")
    dock.setTitleBarWidget(DockTitle(heading, dock) if heading else QWidget(dock))
    dock.setWidget(content)
    dock.setAllowedAreas(SIDES)
    return dock


def place_docks(window: QMainWindow, contents: Mapping[str, QWidget]) -> dict[str, QDockWidget]:
    """Give palette, outline, guide, inspector and problems (their `contents` by name) their first places.

    The guide, which shares its place with the outline, and the problems are hidden until somebody asks.
    """
    palette = make_dock("palette", tr("Palette"), tr("Drag onto a lane"), contents["palette"], window)
    outline = make_dock("outline", tr("Outline"), tr("Outline"), contents["outline"], window)
    guide = make_dock("guide", tr("Guide"), tr("Guide"), contents["guide"], window)
    inspector = make_dock("inspector", tr("Inspector"), "", contents["inspector"], window)
    problems = make_dock("problems", tr("Problems"), tr("Problems"), contents["problems"], window)
    problems.setAllowedAreas(SIDES | Area.BottomDockWidgetArea)
    window.addDockWidget(Area.LeftDockWidgetArea, palette)
    window.addDockWidget(Area.LeftDockWidgetArea, outline)
    window.setTabPosition(SIDES, QTabWidget.TabPosition.North)
    window.tabifyDockWidget(outline, guide)
    window.addDockWidget(Area.RightDockWidgetArea, inspector)
    window.addDockWidget(Area.BottomDockWidgetArea, problems)
    window.setCorner(Qt.Corner.BottomLeftCorner, Area.LeftDockWidgetArea)
    window.setCorner(Qt.Corner.BottomRightCorner, Area.RightDockWidgetArea)
    window.resizeDocks([palette, inspector], [LEFT_WIDTH, RIGHT_WIDTH], Qt.Orientation.Horizontal)
    height = contents["palette"].sizeHint().height()
    rest = [height, TALL - height]
    window.resizeDocks([palette, outline], rest, Qt.Orientation.Vertical)
    guide.hide()
    problems.hide()
    docks = (palette, outline, guide, inspector, problems)
    _head_by_tabs(window, docks)
    return dict(zip(("palette", "outline", "guide", "inspector", "problems"), docks, strict=True))


def _head_by_tabs(window: QMainWindow, docks: Sequence[QDockWidget]) -> None:
    """Say what a dock is called once: in its tab while it has one, else in its heading."""

    def follow() -> None:
        if not shiboken6.isValid(window):
            return
        for dock in docks:
            title = dock.titleBarWidget()
            beside = window.tabifiedDockWidgets(dock)
            if isinstance(title, DockTitle):
                title.show_tabbed(on=any(not other.isHidden() for other in beside))

    for dock in docks:
        dock.toggleViewAction().toggled.connect(follow)
        dock.visibilityChanged.connect(follow)
        dock.dockLocationChanged.connect(follow)
        dock.topLevelChanged.connect(follow)
