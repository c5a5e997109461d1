"""What stands where on slides that were just written, as plain values, for a look at them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from vsdesigner.exchange.registry import Cancelled

Place = tuple[float, float, float, float]  # x, y, width, height in shares of the slide's width
_USUAL = 18 * 12_700  # EMU, the size of text that says none


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph: its text, its size in shares of the slide's width, and its colour (RRGGBB or empty)."""

    text: str
    size: float
    is_bold: bool = False
    colour: str = ""


@dataclass(frozen=True, slots=True)
class ShapeLook:
    """A box, a picture or, `is_line`, a line from the corner over width and height; colours as RRGGBB."""

    place: Place
    fill: str = ""
    line: str = ""
    words: tuple[Words, ...] = ()
    picture: bytes = b""
    is_line: bool = False


@dataclass(frozen=True, slots=True)
class SlideLook:
    """One slide; `ratio` is its height by its width."""

    title: str
    ratio: float
    shapes: tuple[ShapeLook, ...]


def slide_looks(content: bytes, most: int, is_cancelled: Callable[[], bool]) -> list[SlideLook]:
    """Return the slides of a deck of ours; those behind the first `most` have a title only.

    Raises `Cancelled` when told so.
    """
    from pptx import Presentation

    deck: Any = Presentation(io.BytesIO(content))
    width, height = deck.slide_width or 1, deck.slide_height or 1
    found = []
    for number, slide in enumerate(deck.slides):
        if is_cancelled():
            raise Cancelled
        title = slide.shapes.title
        shapes = tuple(_all(slide.shapes, 1 / width)) if number < most else ()
        found.append(SlideLook(title.text_frame.text if title is not None else "", height / width, shapes))
    return found


def _all(shapes: Any, scale: float) -> Iterator[ShapeLook]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _all(shape.shapes, scale)
        elif hasattr(shape, "begin_x"):
            x, y = shape.begin_x * scale, shape.begin_y * scale
            place = (x, y, shape.end_x * scale - x, shape.end_y * scale - y)
            yield ShapeLook(place, line=_line(shape), is_line=True)
        elif getattr(shape, "has_table", False):
            yield from _cells(shape, scale)
        else:
            yield _box(shape, scale)


def _box(shape: Any, scale: float) -> ShapeLook:
    x, y, width, height = (
        (value or 0) * scale for value in (shape.left, shape.top, shape.width, shape.height)
    )
    if hasattr(shape, "image"):
        return ShapeLook((x, y, width, height), picture=shape.image.blob)
    words = _words(shape.text_frame, scale) if getattr(shape, "has_text_frame", False) else ()
    return ShapeLook((x, y, width, height), _colour(shape, "fill", "fore_color"), _line(shape), words)


def _cells(shape: Any, scale: float) -> Iterator[ShapeLook]:
    top = shape.top * scale
    for row in shape.table.rows:
        left = shape.left * scale
        for column, cell in zip(shape.table.columns, row.cells, strict=False):
            place = (left, top, column.width * scale, row.height * scale)
            fill = _colour(cell, "fill", "fore_color")
            yield ShapeLook(place, fill, "C0C0C0", _words(cell.text_frame, scale))
            left += place[2]
        top += row.height * scale


def _words(frame: Any, scale: float) -> tuple[Words, ...]:
    found = []
    for paragraph in frame.paragraphs:
        run = next(iter(paragraph.runs), None)
        if run is not None:
            size = (run.font.size or _USUAL) * scale
            text = "".join(part.text for part in paragraph.runs)
            found.append(Words(text, size, bool(run.font.bold), _colour(run, "font", "color")))
    return tuple(found)


def _line(shape: Any) -> str:
    return _colour(shape, "line", "color")


def _colour(thing: Any, *way: str) -> str:
    """A colour as RRGGBB; empty where there is none, or one of the deck's theme."""
    try:
        for name in way:
            thing = getattr(thing, name)
        return str(thing.rgb)
    except (AttributeError, TypeError, ValueError):
        return ""
