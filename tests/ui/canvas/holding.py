"""Keys pressed one after the other while a modifier is held, as a hand does it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.ui.canvas.drive import Driver

Mod, Key = Qt.KeyboardModifier, Qt.Key
CTRL, ALT, SHIFT = Mod.ControlModifier, Mod.AltModifier, Mod.ShiftModifier
HELD = {CTRL: Key.Key_Control, ALT: Key.Key_Alt}


def send(drive: Driver, kind: QEvent.Type, key: Qt.Key, held: Qt.KeyboardModifier, *, again: bool) -> None:
    QApplication.sendEvent(drive.focus(), QKeyEvent(kind, key, held, "", again))
    QApplication.processEvents()


def hold(
    drive: Driver, held: Qt.KeyboardModifier, *keys: Qt.Key, release: bool = True, again: bool = False
) -> None:
    """Press a modifier, then keys one after the other; keep the modifier down unless `release`."""
    send(drive, QEvent.Type.KeyPress, HELD[held], held, again=False)
    for key in keys:
        send(drive, QEvent.Type.KeyPress, key, held, again=again)
        send(drive, QEvent.Type.KeyRelease, key, held, again=again)
    if release:
        let_go(drive, held)


def let_go(drive: Driver, held: Qt.KeyboardModifier) -> None:
    send(drive, QEvent.Type.KeyRelease, HELD[held], Mod.NoModifier, again=False)
