"""Verbs on notes, free text and pictures: add, resize, change the text."""

from __future__ import annotations

from collections.abc import Iterable

from vsdesigner.document.draft import Draft
from vsdesigner.model.dimensions import LANE_PADDING
from vsdesigner.model.ids import new_id
from vsdesigner.model.place import Place
from vsdesigner.model.records import Lane, Note, NoteKind, Stream
from vsdesigner.model.text import COORDINATE_LIMIT

LEAST_WIDTH, LEAST_HEIGHT = 48.0, 24.0
LARGEST = 4_000.0  # px that a note may be wide and high by hand
SIZES = {NoteKind.NOTE: (180.0, 80.0), NoteKind.TEXT: (180.0, 32.0), NoteKind.PICTURE: (240.0, 160.0)}


def add(
    draft: Draft,
    stream: str,
    place: Place,
    kind: NoteKind = NoteKind.NOTE,
    *,
    text: str = "",
    picture: str = "",
    size: tuple[float, float] | None = None,
) -> str:
    """Add a note, a text or a picture at a place, over whatever stands there; returns its id."""
    draft.get(stream, Stream)
    draft.get(place.lane, Lane)
    width, height = _bounded(*(size or SIZES[kind]))
    return draft.add(
        Note(
            id=new_id("note"),
            stream=stream,
            lane=place.lane,
            x=_within(place.x),
            y=max(_within(place.y), LANE_PADDING),
            kind=kind,
            text=text,
            picture=picture,
            width=width,
            height=height,
        )
    ).id


def resize(draft: Draft, note: str, width: float, height: float) -> None:
    """Give a note another size, at least one in which it can be seen."""
    draft.get(note, Note)
    wide, high = _bounded(width, height)
    draft.update(note, width=wide, height=high)


def update(draft: Draft, ids: Iterable[str], **fields: object) -> None:
    """Replace the text, the kind … of one or several notes."""
    for id in ids:
        draft.get(id, Note)
        draft.update(id, **fields)


def _bounded(width: float, height: float) -> tuple[float, float]:
    return (
        float(round(max(LEAST_WIDTH, min(width, LARGEST)))),
        float(round(max(LEAST_HEIGHT, min(height, LARGEST)))),
    )


def _within(value: float) -> float:
    """A whole coordinate that the format allows."""
    return max(-COORDINATE_LIMIT, min(float(round(value)), COORDINATE_LIMIT))
