"""Whether things move or jump, and for how long they move."""

from __future__ import annotations

import configparser
import ctypes
import functools
import logging
import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QVariantAnimation
from PySide6.QtGui import QGuiApplication

log = logging.getLogger(__name__)

APPEAR_MS = 140
MOVE_MS = 180
CAMERA_MS = 320

PORTAL_PATIENCE_MS = 150

_stilled = False


def still(*, on: bool) -> None:
    """The user's own wish for no motion, beside that of the system."""
    global _stilled
    _stilled = on


def is_reduced() -> bool:
    """Whether things jump: the user, the environment or the system (asked once a run) wants it so."""
    return _stilled or os.environ.get("VSDESIGNER_REDUCED_MOTION") == "1" or system_wants_less()


def duration(milliseconds: int) -> int:
    """``milliseconds``, or 0 when motion is reduced."""
    return 0 if is_reduced() else milliseconds


def run(animation: QVariantAnimation, milliseconds: int) -> None:
    """Start ``animation`` with our easing, delete it at its end; reduced motion jumps to the end at once."""
    animation.setDuration(duration(milliseconds))
    animation.setEasingCurve(QEasingCurve.Type.OutCubic)
    animation.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)


@functools.cache
def system_wants_less() -> bool:
    """Whether the system's settings ask for less motion; False when they cannot be read."""
    if QGuiApplication.instance() is None or QGuiApplication.platformName() == "offscreen":
        return False
    ask = {"win32": _windows, "darwin": _mac}.get(sys.platform, _desktop)
    try:
        return ask()
    except Exception as error:  # foreign libraries and foreign files
        log.info("The system's wish about motion is unknown: %s", error)
        return False


def _windows() -> bool:
    animated = ctypes.c_int(1)
    get_client_area_animation = 0x1042
    library: Any = ctypes
    library.windll.user32.SystemParametersInfoW(get_client_area_animation, 0, ctypes.byref(animated), 0)
    return animated.value == 0


def _mac() -> bool:
    runtime = ctypes.CDLL("/usr/lib/libobjc.dylib")
    runtime.objc_getClass.restype = runtime.sel_registerName.restype = ctypes.c_void_p
    runtime.objc_getClass.argtypes = runtime.sel_registerName.argtypes = [ctypes.c_char_p]
    send_address = ctypes.cast(runtime.objc_msgSend, ctypes.c_void_p).value
    if send_address is None:
        return False
    for_object = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(send_address)
    for_truth = ctypes.CFUNCTYPE(ctypes.c_bool, ctypes.c_void_p, ctypes.c_void_p)(send_address)
    workspace = for_object(
        runtime.objc_getClass(b"NSWorkspace"), runtime.sel_registerName(b"sharedWorkspace")
    )
    question = runtime.sel_registerName(b"accessibilityDisplayShouldReduceMotion")
    return bool(workspace) and bool(for_truth(workspace, question))


def _desktop() -> bool:
    return _plasma_is_still() or _gnome_is_still()


def _plasma_is_still() -> bool:
    folder = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    settings = configparser.ConfigParser(strict=False, interpolation=None)
    settings.read(folder / "kdeglobals", encoding="utf-8")
    return settings.getfloat("KDE", "AnimationDurationFactor", fallback=1.0) == 0.0


def _gnome_is_still() -> bool:
    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return False
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage, QDBusVariant

    question = QDBusMessage.createMethodCall(
        "org.freedesktop.portal.Desktop",
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Settings",
        "ReadOne",
    )
    question.setArguments(["org.gnome.desktop.interface", "enable-animations"])
    answer = QDBusConnection.sessionBus().call(question, QDBus.CallMode.Block, PORTAL_PATIENCE_MS)
    values = answer.arguments() if answer.type() == QDBusMessage.MessageType.ReplyMessage else []
    value = values[0].variant() if values and isinstance(values[0], QDBusVariant) else None
    return value is False
