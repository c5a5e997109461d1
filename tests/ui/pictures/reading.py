"""Exports pictures for tests and reads them again."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from PySide6.QtGui import QImage

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.options import ExportOptions
from vsdesigner.exchange.registry import EXPORTERS
from vsdesigner.ui.pictures.register import register_pictures

MOMENT = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def exported(format: str, view: Snapshot, *, options: ExportOptions | None = None, **values: Any) -> bytes:
    """Return a document in a format, made at a fixed moment."""
    register_pictures(display=True)
    exporter = EXPORTERS[format]
    given = options or ExportOptions(created=MOMENT)
    chosen = ExportOptions(
        given.streams, MOMENT, given.source, given.selection, given.area, {**given.values, **values}
    )
    return exporter.render(view, exporter.checked(chosen), lambda share: None, lambda: False)


def image_of(content: bytes) -> QImage:
    """Return a PNG as pixels."""
    image = QImage.fromData(content)
    assert not image.isNull()
    return image


def colours(image: QImage, step: int = 3) -> set[str]:
    """Return the colours in a picture, as far as a look at every third dot finds them."""
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), step)
        for y in range(0, image.height(), step)
    }
