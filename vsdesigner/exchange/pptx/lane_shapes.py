"""Draws what stands in the lanes: bands, steps, demand and value, notes, phases."""

from __future__ import annotations

import io

from pptx.slide import Slide

from vsdesigner.document.card_words import lane_colour, lane_title, terminal_text, terminal_title
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import activity_text, facet_name, qualifier_text
from vsdesigner.exchange.pptx.scene import (
    BADGE,
    CARD_ROUND,
    END_ROUND,
    HEADER,
    NAME_SIZES,
    NUMBER_MARGIN,
    READABLE,
    SMALLER_SIZES,
    TEXT_MARGIN,
    Scene,
    corner_inset,
    name_room,
    name_size,
)
from vsdesigner.exchange.pptx.sheet import Look, Sheet
from vsdesigner.exchange.pptx.text import (
    LINE,
    Paragraph,
    broken,
    fitting_size,
    plain,
    text_height,
    text_width,
)
from vsdesigner.language import say
from vsdesigner.layout.geometry import Rect
from vsdesigner.layout.stream_layout import PhaseBand
from vsdesigner.model.pictures import PictureError, decoded
from vsdesigner.model.records import Lane, Note, NoteKind, Phase, Step, Terminal, TerminalKind
from vsdesigner.palette import LIGHT, LaneShades, mix

NOTE_FILL = mix(LIGHT.panel, LIGHT.warning, 0.10)
NOTE_LINE = mix(LIGHT.card, LIGHT.warning, 0.35)
PHASE_HEIGHT = 17.0
_HEADER_SIZES = (11.0, 10.5, 10.0, 9.5, READABLE, *SMALLER_SIZES)
_ALL_SIZES = (*NAME_SIZES, *SMALLER_SIZES)
_DIGITS = 9.0
_ASIDE, _ABOVE = 2.0, 6.5  # by which a number sticks out of its card: flows come from the left
_LEAST_PHASE = 60.0


def shades(view: Snapshot, lane: str) -> LaneShades:
    """Return the colours of a lane."""
    return LIGHT.lane(lane_colour(view, lane))


def lane_bands(sheet: Sheet, view: Snapshot, scene: Scene) -> None:
    """Draw the lanes with their headers."""
    for id, frame in scene.lanes.items():
        colours = shades(view, id)
        lane = view.get(id, Lane)
        title = lane_title(lane)
        look = Look(fill=colours.band, line=colours.line, line_width=0.5)
        sheet.box(f"Lane {title}", "", frame, look)
        header = Rect(frame.x, frame.y, HEADER - 6.0, frame.height)
        room = (header.width - 14.0, header.height - 2.0)
        size = fitting_size(title, room, _HEADER_SIZES, bold=True)
        sheet.box(
            f"Lane header {title}",
            say("Activity {name}").format(name=title),
            header,
            Look(fill=colours.header, margins=(10.0, 1.0, 4.0, 1.0)),
            [plain(title, size, bold=True, colour=colours.text)],
        )
        edge = Rect(frame.x, frame.y, 4.0, frame.height)
        sheet.box(f"Lane edge {title}", "", edge, Look(fill=colours.edge))


def phase_header(
    sheet: Sheet, phase: Phase, band: PhaseBand, scene: Scene, top: float, bottom: float
) -> None:
    """Draw a phase: its name above the lanes and its borders across them."""
    left = max(scene.x(band.x), scene.area.x)
    right = min(scene.x(band.right), scene.area.right)
    if right - left < min(_LEAST_PHASE, scene.x(band.right) - scene.x(band.x)):
        return  # a sliver of one that stands on the next slide
    name = phase.name or say("Phase")
    size = fitting_size(
        name, (right - left - 8.0, PHASE_HEIGHT), (10.0, 9.5, *NAME_SIZES[-1:], *SMALLER_SIZES)
    )
    words = say("Phase {name}").format(name=name)
    sheet.box(
        words,
        words,
        Rect(left + 1.0, top, right - left - 2.0, PHASE_HEIGHT),
        Look(
            fill=mix(LIGHT.panel, LIGHT.text, 0.06),
            round=0.3,
            preset="roundRect",
            margins=(4.0, 0.0, 4.0, 0.0),
        ),
        [plain(name, size, bold=True, align="ctr")],
    )
    frame = Rect(left, top + PHASE_HEIGHT, right - left, bottom - top - PHASE_HEIGHT)
    sheet.box(f"Borders of {name}", "", frame, Look(line=LIGHT.flow, line_width=0.5, dash="sysDash"))


def step_card(sheet: Sheet, view: Snapshot, step: Step, scene: Scene, *, link: str) -> int:
    """Draw a step as a group of its card and its number; returns the card, to which connectors are glued."""
    frame = scene.rects[step.id]
    colours = shades(view, step.lane)
    number = str(view.number(step.id))
    name = step.name.strip() or say("Unnamed step")
    words = step_words(view, step)
    whole = Rect(frame.x - _ASIDE, frame.y - _ABOVE, frame.width + _ASIDE, frame.height + _ABOVE)
    sheet.begin_group(f"Step {number} {name}", words, whole)
    size = name_size(name, name_room(frame), (scene.size, *(s for s in _ALL_SIZES if s < scene.size)))
    look = Look(
        "roundRect",
        LIGHT.card,
        colours.edge,
        1.25,
        dash="dash" if step.optional else "",
        round=CARD_ROUND,
        margins=(NUMBER_MARGIN, 1.0, TEXT_MARGIN, 1.0),
    )
    ink = LIGHT.text if step.name.strip() else LIGHT.muted
    card = sheet.box(f"Card {number}", words, frame, look, [plain(name, size, colour=ink)], link=link)
    width = max(BADGE, text_width(number, _DIGITS, bold=True) + 6.0)
    place = Rect(whole.x, whole.y, width, BADGE)
    sheet.box(
        f"Number {number}",
        say("Number {number}").format(number=number),
        place,
        Look("roundRect", colours.badge, round=0.5, wrap=False),
        [plain(number, _DIGITS, bold=True, colour=colours.badge_text, align="ctr")],
    )
    sheet.end_group()
    return card


def step_words(view: Snapshot, step: Step) -> str:
    """Return what is read to somebody who does not see a step's card."""
    name = step.name.strip() or say("Unnamed step")
    half = qualifier_text(view, step) or facet_name(view, step)
    activity = activity_text(view, step) + (f" ({half})" if half else "")
    after = []
    for flow in view.outgoing(step.id):
        target = view.find(flow.target)
        if isinstance(target, Step):
            after.append(str(view.number(target.id)))
        elif isinstance(target, Terminal):
            after.append(terminal_title(view, target))
    words = say("Step {number}: {name}. Activity: {activity}.").format(
        number=view.number(step.id), name=name, activity=activity
    )
    if after:
        words += " " + say("Leads to {steps}.").format(steps=", ".join(after))
    return words


def terminal_card(sheet: Sheet, view: Snapshot, terminal: Terminal, scene: Scene) -> int:
    """Draw demand or value; returns the shape."""
    frame = scene.rects[terminal.id]
    title, text = terminal_title(view, terminal), " ".join(terminal_text(view, terminal).split())
    colour = LIGHT.ok if terminal.kind is TerminalKind.VALUE else LIGHT.accent_ink
    inset = 2 * corner_inset(frame, END_ROUND)
    room = frame.width - 4.0 - inset
    sizes = [size for size in (10.5, *_ALL_SIZES) if size <= min(scene.size, 10.5)]
    size = fitting_size(title, (room, frame.height), sizes, bold=True)
    left = frame.height - size * LINE - 1.0 - inset
    body = next((s for s in (size, 9.5, 9.0, 8.5, 8.0) if text_height(text, room, s) <= left), 8.0)
    paragraphs = [plain(title, size, bold=True, colour=colour, align="ctr")]
    if text:
        paragraphs.append(plain(_shortened(text, room, body, left), body, align="ctr"))
    look = Look(
        "roundRect", mix(LIGHT.card, colour, 0.07), colour, 1.25, round=0.3, margins=(5.0, 1.0, 5.0, 1.0)
    )
    return sheet.box(title, f"{title}: {text}" if text else title, frame, look, paragraphs)


def note_box(sheet: Sheet, note: Note, scene: Scene, slide: Slide) -> None:
    """Draw a remark, a free text or a picture."""
    frame = scene.rects[note.id]
    if note.kind is NoteKind.PICTURE and note.picture:
        try:
            _, relationship = slide.part.get_or_add_image_part(io.BytesIO(decoded(note.picture)))
        except (PictureError, ValueError, OSError):
            pass  # no picture any more: its words stand in its place
        else:
            sheet.picture(say("Picture"), note.text or say("Picture"), frame, relationship)
            return
    size = fitting_size(
        note.text, (frame.width - 10.0, frame.height - 4.0), (10.0, 9.5, READABLE, *SMALLER_SIZES)
    )
    look = Look(fill=NOTE_FILL, line=NOTE_LINE, margins=(5.0, 2.0, 5.0, 2.0), anchor="top")
    if note.kind is NoteKind.TEXT:
        look = Look(margins=(5.0, 2.0, 5.0, 2.0), anchor="top")
    paragraphs = [plain(line, size) for line in note.text.split("\n")]
    sheet.box(say("Note"), note.text or say("Note"), frame, look, paragraphs)


def flow_label(sheet: Sheet, text: str, words: str, centre: Rect, ground: Look, area: Rect) -> None:
    """Draw the label of a flow around the middle of its place, within an area."""
    size = 8.5
    lines: list[Paragraph] = [plain(line, size, align="ctr", colour=LIGHT.muted) for line in text.split("\n")]
    width = max(text_width(line.text, size) for line in lines) / 0.95 + 4.0
    height = len(lines) * size * LINE
    middle = centre.center
    left = max(min(middle.x - width / 2, area.right - width), area.x)
    frame = Rect(left, middle.y - height / 2, width, height)
    sheet.box(say("Label"), words, frame, ground, lines)


def _shortened(text: str, room: float, size: float, height: float) -> str:
    """Return as much of a text as fits; all of it stands on the use case."""
    lines = max(1, int(height / (size * LINE)))
    if text_height(text, room, size) <= height:
        return text
    found = [line.strip() for line in broken(text, room, size)]
    last = found[lines - 1]
    while " " in last and text_width(f"{last}…", size) > room:
        last = last.rpartition(" ")[0]
    return " ".join([*found[: lines - 1], last.rstrip(" ,.;:–-")]) + "…"
