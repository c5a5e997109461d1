"""What others paint on the stage of a presentation, above lanes and cards."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter


class StageLayer(Protocol):
    """Paints in px of the scene; `seen` is the part of the scene in view, `scale` device independent px on
    screen per px of the scene. It calls the stage's `update` when it looks otherwise."""

    def paint(self, painter: QPainter, seen: QRectF, scale: float) -> None: ...
