"""Paints pictures for whoever exports without a window: on the command line, and without any display."""

from __future__ import annotations

import os

from PySide6.QtGui import QGuiApplication

from vsdesigner.document.snapshot import Snapshot

_kept: list[QGuiApplication] = []  # Qt's application has to live as long as anything is painted


def prepare(*, display: bool) -> None:
    """See to it that Qt can paint; without a `display` it draws into memory alone."""
    if QGuiApplication.instance() is None:
        if not display:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _kept.append(QGuiApplication(["vsdesigner"]))


def stream_png(view: Snapshot, stream: str, scale: float) -> bytes:
    """Return the lanes of a stream as PNG; see `vsdesigner.exchange.pictures.Renderer`."""
    from vsdesigner.ui.canvas.excerpt_picture import excerpt_image, png_of

    return png_of(excerpt_image(view, stream, (), scale))
