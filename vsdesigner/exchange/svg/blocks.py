"""Draws demand and value, notes, free text and pictures."""

from __future__ import annotations

from vsdesigner.document.card_words import terminal_title
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.svg.cards import ground
from vsdesigner.exchange.svg.colours import Colours
from vsdesigner.exchange.svg.markup import tag, words
from vsdesigner.exchange.svg.text import centred_at, lines_at
from vsdesigner.language import say
from vsdesigner.layout.sans import TYPES, SansMeasurer, elided
from vsdesigner.layout.stream_layout import Card
from vsdesigner.model.dimensions import NOTE_PADDING
from vsdesigner.model.pictures import PictureError, decoded, facts_of
from vsdesigner.model.records import Note, NoteKind, Terminal, TerminalKind

RADIUS, NOTE_RADIUS, PICTURE_RADIUS = 20.0, 4.0, 2.0
CONTROL_WIDTH = 1.6
_measurer = SansMeasurer()


def draw_terminal(view: Snapshot, terminal: Terminal, card: Card, colours: Colours) -> str:
    """Return demand (outlined) or value (filled) with its top left corner at the origin."""
    width, height = card.rect.width, card.rect.height
    filled = terminal.kind is TerminalKind.VALUE
    body = {"x": 0.8, "y": 0.8, "width": width - 1.6, "height": height - 1.6, "rx": RADIUS}
    if filled:
        paint: dict[str, str | float] = {"fill": colours.of("accent")}
        title, said = colours.of("accent_text"), colours.of("accent_text")
    else:
        paint = {
            "fill": colours.of("card"),
            "stroke": colours.of("control"),
            "stroke-width": CONTROL_WIDTH,
        }
        title, said = colours.of("text"), colours.of("muted")
    head, line = _measurer.line_height("block_title"), _measurer.line_height("block")
    top = (height - head - len(card.lines) * line) / 2
    parts = [
        tag("rect", {**body, **paint}),
        centred_at(terminal_title(view, terminal), "block_title", width / 2, top + head / 2, title),
        _lines_in_rows(card.lines, "block", width / 2, top + head + 1, said),
    ]
    return "".join(parts)


def _lines_in_rows(lines: tuple[str, ...], role: str, x: float, top: float, fill: str) -> str:
    """Centred lines, each in the middle of a row of the role's line height."""
    row = _measurer.line_height(role)
    return lines_at(lines, role, x, top + (row - TYPES[role].height) / 2, row, fill, centred=True)


def draw_note(note: Note, card: Card, colours: Colours) -> str:
    """Return a note, a free text or a picture with its top left corner at the origin."""
    width, height = card.rect.width, card.rect.height
    if note.kind is NoteKind.PICTURE:
        return _picture(note, width, height, colours)
    parts = []
    if note.kind is NoteKind.NOTE:
        parts.append(ground(width, height, NOTE_RADIUS, colours, "note", "note_line"))
    said = bool(note.text.strip())
    lines = card.lines if said else (say("Text") if note.kind is NoteKind.TEXT else say("Note"),)
    ink = colours.of("text" if said else "muted")
    parts.append(lines_at(lines, "note", NOTE_PADDING, NOTE_PADDING, _measurer.line_height("note"), ink))
    return "".join(parts)


def _picture(note: Note, width: float, height: float, colours: Colours) -> str:
    try:
        kind = facts_of(decoded(note.picture)).format if note.picture else ""
    except PictureError:
        kind = ""
    if not kind:
        body = tag(
            "rect",
            {
                "width": width,
                "height": height,
                "rx": PICTURE_RADIUS,
                "fill": colours.of("card"),
                "stroke": colours.of("control"),
                "stroke-width": CONTROL_WIDTH,
            },
        )
        told = elided(say("This picture cannot be shown"), "note", max(1.0, width - 16))
        return body + centred_at(told, "note", width / 2, height / 2, colours.of("muted"))
    return tag(
        "image",
        {
            "width": width,
            "height": height,
            "xlink:href": f"data:image/{kind};base64,{note.picture}",
            "preserveAspectRatio": "xMidYMid meet",
        },
        tag("title", None, words(note.text or say("Picture"))),
    )
