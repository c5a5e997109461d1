"""Holds off screen saver and sleep while presenting, as far as the platform allows it."""

from __future__ import annotations

import ctypes
import logging
import os
import sys
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QEvent, QObject, QProcess
from PySide6.QtGui import QGuiApplication

from vsdesigner.ui.guard import guarded

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

log = logging.getLogger(__name__)

NAME, REASON = "VS Designer", "Presenting"


class Hold(Protocol):
    """A way to keep a machine awake."""

    def take(self) -> None:
        """Keep it awake from now on."""

    def release(self) -> None:
        """Let it sleep again; called once, after `take`."""


class WindowsHold:
    """Says to Windows that the screen is needed; the system forgets it when the program ends."""

    CONTINUOUS, SYSTEM, DISPLAY = 0x80000000, 0x00000001, 0x00000002

    def __init__(self, kernel: Any = None) -> None:
        library: Any = ctypes
        self._kernel = kernel if kernel is not None else library.windll.kernel32

    def take(self) -> None:
        self._kernel.SetThreadExecutionState(ctypes.c_uint(self.CONTINUOUS | self.SYSTEM | self.DISPLAY))

    def release(self) -> None:
        self._kernel.SetThreadExecutionState(ctypes.c_uint(self.CONTINUOUS))


class MacHold:
    """Runs the program of the system that keeps it awake; it ends with ours, however that ends."""

    PROGRAM = "/usr/bin/caffeinate"
    PATIENCE_MS = 500

    def __init__(self, process: QProcess | None = None) -> None:
        self._process = process if process is not None else QProcess()

    def take(self) -> None:
        self._process.start(self.PROGRAM, ["-d", "-i", "-w", str(os.getpid())])

    def release(self) -> None:
        self._process.kill()
        self._process.waitForFinished(self.PATIENCE_MS)


class DesktopHold:
    """Asks the services of the desktop; they let go when our line to them ends, however that comes."""

    LINE = "vsdesigner-presenting"
    #: Service, path, interface of those that take a name and a reason.
    SERVICES = (
        ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
        (
            "org.freedesktop.PowerManagement",
            "/org/freedesktop/PowerManagement/Inhibit",
            "org.freedesktop.PowerManagement.Inhibit",
        ),
    )

    def take(self) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage  # late: only needed here

        line = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, self.LINE)
        if not line.isConnected():
            log.info("There is no bus to ask for a screen that stays on.")
            return
        for service, path, interface in self.SERVICES:
            wish = QDBusMessage.createMethodCall(service, path, interface, "Inhibit")
            wish.setArguments([NAME, REASON])
            line.asyncCall(wish)  # who is not there does not answer

    def release(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        QDBusConnection.disconnectFromBus(self.LINE)


def hold_for(platform: str) -> Hold | None:
    """Return the way of a platform (`sys.platform`); None where there is none."""
    if QGuiApplication.platformName() == "offscreen":
        return None  # nobody looks at it
    if platform == "win32":
        return WindowsHold()
    if platform == "darwin":
        return MacHold()
    return DesktopHold() if os.environ.get("DBUS_SESSION_BUS_ADDRESS") else None


class Awake(QObject):
    """Holds as long as a presentation is shown; whatever fails, the presentation goes on."""

    def __init__(self, window: PresentWindow, hold: Hold | None) -> None:
        super().__init__(window)
        self._window, self._hold = window, hold
        self._held = False
        window.installEventFilter(self)
        window.state.ended.connect(self.release)

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and watched is self._window:
            self.take()
        return False

    def take(self) -> None:
        """Keep the machine awake."""
        if self._hold is not None and not self._held:
            self._held = True
            try:
                self._hold.take()
            except Exception as error:  # foreign libraries and services
                log.info("The screen may go dark while presenting: %s", error)

    def release(self) -> None:
        """Let it sleep again."""
        if self._hold is not None and self._held:
            self._held = False
            try:
                self._hold.release()
            except Exception as error:  # foreign libraries and services
                log.info("The screen may stay on after presenting: %s", error)


def attach(window: PresentWindow) -> None:
    """Keep the machine awake while this window is shown."""
    Awake(window, hold_for(sys.platform))
