"""Notes, free text and pictures on the drawing: making them, and their size by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from vsdesigner.commands import notes
from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.model.dimensions import NOTE_PADDING
from vsdesigner.model.place import Place
from vsdesigner.model.records import Note, NoteKind
from vsdesigner.ui.canvas.free_ground import free_ground
from vsdesigner.ui.canvas.marks import TargetMark
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.gesture import Gesture, Pointer
from vsdesigner.ui.canvas.verb import CanvasVerb
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.measure import line_height

CORNER = 5.0  # half the side of the handle on screen
CORNER_REACH = 10.0  # px on screen around it


# -- making -------------------------------------------------------------------------------------------------
def place_for(stage: Stage, size: tuple[float, float], point: Point | None = None) -> Place:
    """Return where a new one of this size goes: its corner at a point, else in the middle of what is seen;
    from there to the nearest place where it covers no card."""
    middle = stage.visible.center if point is None else Point(point.x + size[0] / 2, point.y + size[1] / 2)
    return free_ground(stage, middle, size)


def _size(kind: NoteKind) -> tuple[float, float]:
    """How large a new one is with a line of words: never lower than that."""
    wide, high = notes.SIZES[kind]
    return wide, max(high, line_height("note") + 2 * NOTE_PADDING)


def add_note(stage: Stage, kind: NoteKind = NoteKind.NOTE, point: Point | None = None) -> None:
    """Add a note or a free text and ask for its words; with them that is one step back."""
    key = object()
    label = tr("Add text") if kind is NoteKind.TEXT else tr("Add note")
    with stage.session.edit(label, key) as draft:
        id = notes.add(draft, stage.session.stream, place_for(stage, _size(kind), point), kind)
    stage.naming.begin_new(id, key=key)


def ask_for_picture(stage: Stage, point: Point | None = None) -> None:
    """Have a picture chosen that comes to this point; how large it is decides where it has room."""
    stage.session.picture_wanted.emit(lambda size: place_for(stage, size, point))


NOTING: Mapping[str, CanvasVerb] = {
    "insert.note": CanvasVerb(add_note),
    "insert.text": CanvasVerb(lambda stage: add_note(stage, NoteKind.TEXT)),
    "insert.picture": CanvasVerb(ask_for_picture),
}


# -- the size -----------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class CornerMark:
    """The handle at the corner of a note, by which it is made larger and smaller."""

    at: Point

    def area(self, inks: Inks) -> QRectF:
        reach = (CORNER + 3) / inks.scale
        return QRectF(self.at.x - reach, self.at.y - reach, 2 * reach, 2 * reach)

    def paint(self, painter: QPainter, inks: Inks) -> None:
        half = CORNER / inks.scale
        painter.setPen(QPen(inks.theme.accent, 1.8 / inks.scale))
        painter.setBrush(inks.card)
        painter.drawRect(
            QRectF(QPointF(self.at.x - half, self.at.y - half), QPointF(self.at.x + half, self.at.y + half))
        )


def corner_of(stage: Stage) -> tuple[Note, Point] | None:
    """Return the note that alone is selected with its lower right corner."""
    note = stage.now.find(stage.single_card())
    if not isinstance(note, Note) or note.id == stage.naming.id:
        return None
    rect = stage.rect(note.id)
    return note, Point(rect.right, rect.bottom)


def is_on_corner(stage: Stage, point: Point) -> bool:
    """Whether the handle of the selected note is there."""
    found = corner_of(stage)
    reach = CORNER_REACH / stage.scale
    return found is not None and abs(found[1].x - point.x) <= reach and abs(found[1].y - point.y) <= reach


def show_corner(stage: Stage) -> None:
    """Show the handle of the selected note, or none."""
    found = corner_of(stage)
    if found is None:
        stage.overlay.hide(Layer.CORNER)
    else:
        stage.overlay.show(Layer.CORNER, CornerMark(found[1]))


def grip_corner(stage: Stage, pointer: Pointer) -> Gesture | None:
    """Take hold of the corner of the selected note."""
    found = corner_of(stage) if is_on_corner(stage, pointer.scene) else None
    return None if found is None else CornerGesture(stage, pointer, found[0])


class CornerGesture(Gesture):
    """The corner follows the pointer; a picture keeps its proportions unless `Shift` is held."""

    cursor = Qt.CursorShape.SizeFDiagCursor

    def __init__(self, stage: Stage, pointer: Pointer, note: Note) -> None:
        self._stage = stage
        self._note = note
        self._rect = stage.rect(note.id)
        self._start = pointer
        self._size: tuple[float, float] | None = None

    def move(self, pointer: Pointer) -> Gesture | None:
        if self._size is None and not pointer.far_from(self._start):
            return None
        self._size = self._wanted(pointer)
        rect = Rect(self._rect.x, self._rect.y, *self._size)
        self._stage.overlay.hide(Layer.CORNER)
        self._stage.overlay.show(Layer.TARGET, TargetMark(rect))
        return None

    def release(self, pointer: Pointer) -> None:
        self.cancel()
        if self._size is not None:
            with self._stage.session.edit(tr("Resize {element}").format(element=tr("note"))) as draft:
                notes.resize(draft, self._note.id, *self._size)

    def cancel(self) -> None:
        self._stage.overlay.hide(Layer.TARGET)
        show_corner(self._stage)

    def _wanted(self, pointer: Pointer) -> tuple[float, float]:
        wide = max(notes.LEAST_WIDTH, self._rect.width + pointer.scene.x - self._start.scene.x)
        high = max(notes.LEAST_HEIGHT, self._rect.height + pointer.scene.y - self._start.scene.y)
        if self._note.kind is NoteKind.PICTURE and not pointer.shift:
            share = max(wide / self._rect.width, high / self._rect.height)
            wide, high = self._rect.width * share, self._rect.height * share
        return wide, high
