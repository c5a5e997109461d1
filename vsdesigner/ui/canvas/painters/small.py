"""Paints words on what is seen small: at a size that can be read, as many lines as fit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from vsdesigner.ui.canvas.measure import FontMeasurer
from vsdesigner.ui.canvas.painters import text
from vsdesigner.ui.canvas.painters.inks import Inks

LETTERS = 9.5  # px on screen
LEAST = 9.0  # px on screen, where one line more fits so
SMALLER = 0.8  # of that, where a single word fits so
CLOSER = 0.94  # of the height of the letters from line to line
ROOM_STEP = 6.0  # px; zooming would break every name anew with each frame
BROKEN_KEPT = 10_000
_measurer = FontMeasurer()


@dataclass(frozen=True, slots=True)
class Words:
    """What is written; a `number` stands ahead of it in a pen of its own."""

    said: str
    role: str
    number: str = ""
    centred: bool = False


def paint_words(painter: QPainter, words: Words, area: QRectF, inks: Inks, pen: QPen, mark: QPen) -> None:
    """Paint into `area`, in scene px, at least one line; `mark` is the pen of the number."""
    role = words.role
    letters = LETTERS if _fitting(area, role, LETTERS, inks) == _fitting(area, role, LEAST, inks) else LEAST
    grown = letters / inks.scale / text.canvas_font(role).pixelSize()
    wide = text.width(words.said, role) * grown
    if not words.number and area.width() < wide * 1.01 and area.width() >= wide * SMALLER:
        grown *= area.width() / wide / 1.01
    room, high = area.width() / grown, text.height(role) * CLOSER
    fitting = _fitting(area, role, letters, inks)
    whole = f"{words.number} {words.said}".strip()
    steps = room if not words.number and text.width(whole, role) <= room else room // ROOM_STEP * ROOM_STEP
    lines = _broken(whole, role, max(ROOM_STEP, steps), fitting)
    painter.save()
    painter.translate(area.topLeft())
    painter.scale(grown, grown)
    y = (area.height() / grown - len(lines) * high) / 2 - text.height(role) * (1 - CLOSER) / 2
    for index, line in enumerate(lines):
        x = (room - text.width(line, role)) / 2 if words.centred else 0.0
        number = words.number if index == 0 and words.number and line.startswith(words.number) else ""
        if number:
            painter.setPen(mark)
            text.draw(painter, number, role, x, y)
            x += text.width(number, role) + text.width(" ", role)
            line = line[len(number) :].strip()
        painter.setPen(pen)
        text.draw(painter, line, role, x, y)
        y += high
    painter.restore()


def _fitting(area: QRectF, role: str, letters: float, inks: Inks) -> int:
    """How many lines of letters of this size fit."""
    high = text.height(role) * CLOSER * letters / text.canvas_font(role).pixelSize()
    return max(1, int(area.height() * inks.scale / high))


@lru_cache(maxsize=BROKEN_KEPT)
def _broken(words: str, role: str, room: float, fitting: int) -> tuple[str, ...]:
    lines = _measurer.lines(" ".join(words.split()), role, room)
    if len(lines) <= fitting:
        return lines
    rest = " ".join(lines[fitting - 1 :])
    return (*lines[: fitting - 1], text.elided(rest, role, room))
