"""The running program: its windows, and what they share."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QPoint, QSize
from PySide6.QtGui import QScreen

from vsdesigner.model.errors import UserError
from vsdesigner.storage.collector import collector_paused
from vsdesigner.ui.dialogs.dialogs import Dialogs
from vsdesigner.ui.guidance import Guidance
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.settings import Settings
from vsdesigner.ui.theme import Choice, ThemeSwitch

if TYPE_CHECKING:
    from vsdesigner.ui.centre import Centre
    from vsdesigner.ui.files.flow import FileFlow
    from vsdesigner.ui.files.opening import Opened
    from vsdesigner.ui.regions import Regions
    from vsdesigner.ui.session import Session

WORKBOOKS = (".xlsx", ".xlsm")  # they come in by way of the import
FRAME, TITLE = 8, 40  # px kept free for the frame and the title bar that the system adds
CASCADE = QPoint(28, 28)  # a further window stands this much beside the one before
CLOSED_KEPT = 20  # files that can be opened again one after the other


class Window(Protocol):
    """What the program asks of a main window."""

    files: FileFlow
    session: Session
    centre: Centre
    regions: Regions

    def show(self) -> None: ...
    def close(self) -> bool: ...
    def remember(self) -> None: ...
    def isActiveWindow(self) -> bool: ...
    def raise_(self) -> None: ...
    def activateWindow(self) -> None: ...
    def move(self, place: QPoint, /) -> None: ...
    def pos(self) -> QPoint: ...
    def size(self) -> QSize: ...
    def resize(self, size: QSize, /) -> None: ...
    def screen(self) -> QScreen: ...


class Program(QObject):
    """Knows the open windows; makes new ones with `make_window`, which app.py gives."""

    def __init__(
        self,
        settings: Settings,
        theme_switch: ThemeSwitch,
        make_window: Callable[[Program], Window],
        dialogs: Dialogs | None = None,
        log_folder: Path | None = None,
    ) -> None:
        super().__init__()
        self.settings = settings
        self.theme_switch = theme_switch
        self.guidance = Guidance(settings, self)
        self.dialogs = dialogs or Dialogs()
        self.log_folder = log_folder
        self.windows: list[Window] = []
        self._make_window = make_window
        self._closed: list[Path] = []  # files of windows that were closed, the last one last

    # -- windows ----------------------------------------------------------------------------------------
    def new_window(self) -> Window:
        """Open a window with an empty document; its panels are those of the one that is worked in."""
        for before in sorted(self.windows, key=lambda each: each.isActiveWindow())[-1:]:
            before.remember()
        with collector_paused():
            window = self._make_window(self)
        if self.windows:
            _stand_beside(window, self.windows[-1])
        self.windows.append(window)
        window.show()
        return window

    def forget(self, window: Window) -> None:
        """A window has closed."""
        if window in self.windows:
            self.windows.remove(window)
            gc.unfreeze()  # what belonged to it may be garbage now

    def quit(self) -> bool:
        """Close all windows, the newest first; False when the user stopped it."""
        return all(window.close() for window in reversed(self.windows.copy()))

    def choose_theme(self, choice: Choice) -> None:
        """Wear another theme in all windows and remember it."""
        self.settings.theme = choice
        self.theme_switch.set_choice(choice)
        for window in self.windows:
            window.files.changed.emit()  # the marks in the menus

    def save_all(self) -> bool:
        """Save what has changed in all windows; False when the user stopped it or a save failed."""
        return all(window.files.save() for window in self.windows.copy() if window.files.file.is_modified)

    def leave_behind(self) -> None:
        """The program goes without being able to ask: what is unsaved stays in the journals."""
        for window in self.windows:
            window.files.leave_behind()

    # -- documents --------------------------------------------------------------------------------------
    def open_paths(self, paths: Iterable[Path], near: FileFlow | None = None) -> None:
        """Open files, the first one in the window of `near` while that is empty and new."""
        for path in paths:
            self._open_path(path, near)

    def place(self, opened: Opened, near: FileFlow | None = None) -> FileFlow:
        """Show what was opened in the window of `near` while that is empty and new, else in a new one."""
        flow = near if near is not None and near.file.is_pristine else self.new_window().files
        flow.take(opened)
        gc.freeze()  # a large document would be looked through for garbage in the middle of the work
        return flow

    def flow_with(self, path: Path) -> FileFlow | None:
        """Return the flow of the window that has this file open."""
        return next((window.files for window in self.windows if window.files.has(path)), None)

    def flow_of(self, place: QObject) -> FileFlow | None:
        """Return the flow of a window."""
        return next((window.files for window in self.windows if window.files.window is place), None)

    def remember(self, path: Path) -> None:
        """Put a file on top of the recent ones."""
        self.settings.remember_file(path)
        self.settings.last_folder = path.parent
        self.settings.save()

    @property
    def has_closed(self) -> bool:
        """Whether a file was closed since the program started."""
        return bool(self._closed)

    def note_closed(self, path: Path) -> None:
        """A window that had this file has closed."""
        self._keep_closed([*(other for other in self._closed if other != path), path][-CLOSED_KEPT:])

    def take_closed(self) -> Path | None:
        """Return the file that was closed last, once; None when there is none."""
        if not self._closed:
            return None
        path = self._closed[-1]
        self._keep_closed(self._closed[:-1])
        return path

    def _keep_closed(self, paths: list[Path]) -> None:
        self._closed = paths
        for window in self.windows:
            window.files.changed.emit()  # what can be opened again

    def _open_path(self, path: Path, near: FileFlow | None) -> None:
        path = path.absolute()
        for window in self.windows:
            if window.files.has(path):
                window.raise_()
                window.activateWindow()
                return
        if path.suffix.lower() in WORKBOOKS:
            self._import(path, near)
            return
        from vsdesigner.ui.files.opening import open_file

        parent = near.window if near is not None else None
        try:
            opened = open_file(path, self.dialogs, parent)
        except UserError as error:
            headline = tr("“{name}” could not be opened.").format(name=path.name)
            self.dialogs.error(parent, headline, str(error), error.details)
            return
        if opened is not None:
            self.place(opened, near)
            if opened.path is not None:
                self.remember(opened.path)

    def _import(self, path: Path, near: FileFlow | None) -> None:
        """A workbook: where the document is open that it belongs to, what was changed in it is shown; a
        foreign one is a document of its own."""
        flow = near or (self.windows[0] if self.windows else self.new_window()).files
        flow.import_file(path, joins=False)


def _stand_beside(window: Window, other: Window) -> None:
    """Put a new window a little beside another one, whole on the screen of that."""
    room = other.screen().availableGeometry().adjusted(0, 0, -FRAME, -TITLE)
    size = window.size().boundedTo(room.size())
    if size != window.size():
        window.resize(size)
    place = other.pos() + CASCADE
    last = QPoint(room.right() + 1 - size.width(), room.bottom() + 1 - size.height())
    window.move(QPoint(max(room.x(), min(place.x(), last.x())), max(room.y(), min(place.y(), last.y()))))
