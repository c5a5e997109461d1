"""Lets Qt paint for whoever exports without a window: on the command line, and without any display."""

from __future__ import annotations

import os

from PySide6.QtGui import QGuiApplication

_kept: list[QGuiApplication] = []  # Qt's application has to live as long as anything is painted


def prepare(*, display: bool) -> None:
    """See to it that Qt can paint; without a `display` it draws into memory alone."""
    if QGuiApplication.instance() is None:
        if not display:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _kept.append(QGuiApplication(["vsdesigner"]))
