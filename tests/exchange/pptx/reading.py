"""Reads slides back: shapes with those in groups, connectors with the way that PowerPoint draws them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from pptx import Presentation
from pptx.presentation import Presentation as Deck

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.registry import EXPORTERS, ExportOptions

MOMENT = datetime(2026, 3, 4, 5, 6, 7)
EMU = 12_700
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def render(view: Snapshot, source: str = "", **values: Any) -> bytes:
    """The file with these options."""
    exporter = EXPORTERS["pptx"]
    options = exporter.checked(ExportOptions(created=MOMENT, source=source, values=values))
    return exporter.render(view, options, lambda done: None, lambda: False)


def opened(content: bytes) -> Deck:
    return Presentation(io.BytesIO(content))


def titles(deck: Deck) -> list[str]:
    return [slide.shapes.title.text_frame.text if slide.shapes.title else "" for slide in deck.slides]


def everything(shapes: Any) -> Iterator[Any]:
    """All shapes, each group followed by what is in it."""
    for shape in shapes:
        yield shape
        if hasattr(shape, "shapes"):
            yield from everything(shape.shapes)


def texts(slide: Any) -> str:
    """All text of a slide, tables too."""
    found = []
    for shape in everything(slide.shapes):
        if getattr(shape, "has_table", False):
            found += [cell.text for row in shape.table.rows for cell in row.cells]
        elif getattr(shape, "has_text_frame", False):
            found.append(shape.text_frame.text)
    return "\n".join(found)


class Way(NamedTuple):
    """A connector: corners in pt as the presets of the format define them, and what it is glued to."""

    points: tuple[tuple[float, float], ...]
    start: tuple[int, int] | None
    end: tuple[int, int] | None
    words: str
    dash: str


def ways(slide: Any) -> list[Way]:
    return [_way(element) for element in slide.element.iter(f"{P}cxnSp")]


def _way(element: Any) -> Way:
    frame = element.find(f".//{A}xfrm")
    off, ext = frame.find(f"{A}off"), frame.find(f"{A}ext")
    x, y = int(off.get("x")), int(off.get("y"))
    width, height = int(ext.get("cx")), int(ext.get("cy"))
    geometry = element.find(f".//{A}prstGeom")
    bends = [int(guide.get("fmla").split()[1]) / 100_000 for guide in geometry.iter(f"{A}gd")]
    local = _local(geometry.get("prst"), bends)
    turned = frame.get("rot") == "5400000"
    points = []
    for across, down in local:
        dx, dy = (across - 0.5) * width, (down - 0.5) * height
        dx, dy = (-dx if frame.get("flipH") else dx), (-dy if frame.get("flipV") else dy)
        if turned:
            dx, dy = -dy, dx
        points.append((round((x + width / 2 + dx) / EMU, 2), round((y + height / 2 + dy) / EMU, 2)))
    dash = element.find(f".//{A}prstDash")
    return Way(
        tuple(points),
        _glued(element, "stCxn"),
        _glued(element, "endCxn"),
        element.find(f".//{P}cNvPr").get("descr"),
        dash.get("val") if dash is not None else "",
    )


def _local(preset: str, bends: list[float]) -> list[tuple[float, float]]:
    """The corners of a preset in shares of its frame."""
    if preset in ("straightConnector1", "bentConnector2"):
        return [(0, 0), (1, 1)] if preset.startswith("straight") else [(0, 0), (1, 0), (1, 1)]
    x1 = bends[0]
    if preset == "bentConnector3":
        return [(0, 0), (x1, 0), (x1, 1), (1, 1)]
    y2 = bends[1]
    if preset == "bentConnector4":
        return [(0, 0), (x1, 0), (x1, y2), (1, y2), (1, 1)]
    x3 = bends[2]
    return [(0, 0), (x1, 0), (x1, y2), (x3, y2), (x3, 1), (1, 1)]


def _glued(element: Any, tag: str) -> tuple[int, int] | None:
    found = element.find(f".//{A}{tag}")
    return None if found is None else (int(found.get("id")), int(found.get("idx")))
