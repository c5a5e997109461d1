"""Opens and closes the presenter's window, and gives each of two screens its part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import QGuiApplication, QScreen

from vsdesigner.ui.i18n import tr
from vsdesigner.ui.presentation.commands import Command
from vsdesigner.ui.presentation.presenter.screens import all_screens, places
from vsdesigner.ui.presentation.presenter.stopwatch import Stopwatch

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.presenter.window import PresenterWindow
    from vsdesigner.ui.presentation.window import PresentWindow

WANTED_KEY = "presenting/presenter_window"
SHARE = 0.66  # of a single screen
LEAVING = 95  # Esc in the presenter's window: the last thing before the presentation itself


class Presenter(QObject):
    """The presenter's side of one presentation; its time runs from the start on, seen or not."""

    def __init__(self, window: PresentWindow) -> None:
        super().__init__(window)
        self.setObjectName("presenter.side")
        self._window, self._state = window, window.state
        self._stopwatch = Stopwatch()
        self.view: PresenterWindow | None = None
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._on_screen_gone)
        self._state.ended.connect(self._end)

    def begin(self, screen: QScreen | None) -> None:
        """The presentation is on: with a `screen` for the presenter the window comes, unless not wanted."""
        if screen is not None and self._state.session.flags.flag(WANTED_KEY, default=True):
            self._open(screen)

    def toggle(self) -> None:
        """Open or close the window; with two screens that is remembered."""
        other = self.other_screen()
        if other is not None:
            self._state.session.flags.set_flag(WANTED_KEY, on=self.view is None)
        if self.view is not None:
            self._close()
        else:
            self._open(other)

    def swap(self) -> None:
        """Let audience and presenter change their screens."""
        other = self.other_screen()
        if other is None:
            return
        audience = self._window.screen()
        self._window.showNormal()  # a window that fills a screen cannot leave it
        self._window.setScreen(other)
        self._window.open_on(other)
        if self.view is not None:
            self.view.showNormal()
            self._place(self.view, audience)
            self.view.activateWindow()

    def other_screen(self) -> QScreen | None:
        """The screen where the audience is not; None with a single one."""
        return places(all_screens(), None, self._window.screen()).presenter

    def _open(self, screen: QScreen | None) -> None:
        from vsdesigner.ui.presentation.presenter.window import PresenterWindow  # late: not all want it

        view = PresenterWindow(self._window, self._stopwatch)
        view.closed.connect(self._on_closed)
        self.view = view
        self._place(view, screen)
        view.raise_()
        view.activateWindow()
        view.setFocus()

    def _place(self, view: PresenterWindow, screen: QScreen | None) -> None:
        """All of its own screen, else a part of the one there is."""
        if screen is not None:
            view.setScreen(screen)
            view.setGeometry(screen.availableGeometry())
            view.showMaximized()
            return
        room = self._window.screen().availableGeometry()
        size = (
            (room.size().toSizeF() * SHARE).toSize().expandedTo(view.minimumSizeHint()).boundedTo(room.size())
        )
        spot = QRect(room.topLeft(), size)
        spot.moveBottomRight(room.bottomRight())
        view.setGeometry(spot)
        view.show()

    def _close(self) -> None:
        view, self.view = self.view, None
        if view is not None:
            view.closed.disconnect(self._on_closed)
            view.close()
            self._window.activateWindow()

    def _on_closed(self) -> None:
        """Somebody closed it by its frame."""
        self.view = None
        if self.other_screen() is not None:
            self._state.session.flags.set_flag(WANTED_KEY, on=False)

    def _on_screen_gone(self, _screen: QScreen) -> None:
        QTimer.singleShot(0, self, self._on_fewer_screens)  # Qt moves windows first

    def _on_fewer_screens(self) -> None:
        if self.other_screen() is None and self.view is not None:
            self._close()
            self._window.open_on(self._window.screen())
            self._state.said.emit(tr("The other screen is gone. Shift+N opens the presenter’s window here."))

    def leave(self) -> bool:
        """Close the window if Esc was pressed there, for this time only; say if it was."""
        if self.view is None or not self.view.has_key:
            return False
        self._close()
        return True

    def _end(self) -> None:
        self._close()


def presenter_of(window: PresentWindow) -> Presenter:
    """The presenter's side of a presentation; KeyError when it has none."""
    found = window.findChild(Presenter)
    if not isinstance(found, Presenter):
        raise KeyError("presenter")
    return found


def attach(window: PresentWindow) -> None:
    """Add the presenter's side."""
    window.add_leaver(LEAVING, Presenter(window).leave)


PRESENTER = (
    Command(
        "show.presenter",
        "show",
        "Presenter’s window",
        lambda window: presenter_of(window).toggle(),
        ("Shift+N",),
    ),
    Command(
        "show.swap",
        "show",
        "Swap the screens of audience and presenter",
        lambda window: presenter_of(window).swap(),
        ("Shift+S",),
        lambda window: presenter_of(window).other_screen() is not None,
    ),
)
