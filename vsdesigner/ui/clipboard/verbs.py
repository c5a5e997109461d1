"""Copy, cut, paste and duplicate as verbs of the canvas; what only a use of them needs is imported then."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from vsdesigner.commands import elements
from vsdesigner.commands.clipboard import bare
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.geometry import Point
from vsdesigner.model.errors import UserError
from vsdesigner.model.records import Note, Phase, Placed, Record, Step, Terminal
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.verb import CanvasVerb
from vsdesigner.ui.clipboard.copying import can_copy, copyable, duplicate, insert_copies, label_of
from vsdesigner.ui.clipboard.memory import memory_of
from vsdesigner.ui.clipboard.places import (
    Crowd,
    PastedCard,
    Shift,
    free_shift,
    is_here,
    is_in_view,
    pasted_cards,
    phases_behind,
    shift_into_view,
    shift_to_point,
    shifted,
)
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.mime import EXCERPT


def copy(stage: Stage) -> None:
    """Put what is selected on the clipboard."""
    ids = copyable(stage.now, stage.session.selection)
    if ids:
        from vsdesigner.ui.clipboard.content import ExcerptContent, put_on_clipboard

        put_on_clipboard(ExcerptContent(stage.now, stage.session.stream, ids))
        memory_of(stage.session).pasted = ()


def copy_picture(stage: Stage) -> None:
    """Put a picture of what is selected on the clipboard, of the whole stream when nothing is."""
    from vsdesigner.ui.clipboard.content import ExcerptContent, put_on_clipboard

    ids = [id for id in stage.session.selection if id in stage.layout.cards]
    put_on_clipboard(ExcerptContent(stage.now, stage.session.stream, ids, picture_only=True))
    of_a_part = (
        "A picture of 1 element is on the clipboard.",
        "A picture of {count} elements is on the clipboard.",
    )
    whole = tr("A picture of the whole stream is on the clipboard.")
    stage.session.tell(tr_count(*of_a_part, len(ids)) if ids else whole)


def cut(stage: Stage) -> None:
    """Put what is selected on the clipboard and delete it; its neighbours stay connected."""
    session = stage.session
    going = [id for id in session.selection if not isinstance(session.now.find(id), Terminal)]
    copied = copyable(session.now, going)
    if not copied:
        return
    copy(stage)
    label = label_of(tr("Cut {element}"), ("Cut 1 element", "Cut {count} elements"), session.now, copied)
    with session.edit(label) as draft:
        elements.delete(draft, going, heal=True)


def paste(stage: Stage, point: Point | None = None) -> None:
    """Paste what the clipboard holds: elements with all their data, or a list as steps."""
    _paste(stage, point, plain=False)


def paste_plain(stage: Stage, point: Point | None = None) -> None:
    """Paste elements as new steps with nothing but name and activity, or plain text as steps."""
    _paste(stage, point, plain=True)


def _paste(stage: Stage, point: Point | None, *, plain: bool) -> None:
    # Qt's answer is nothing at all where nobody owns the clipboard.
    content: QMimeData | None = QGuiApplication.clipboard().mimeData()
    if content is None:
        stage.session.tell(tr("There is nothing on the clipboard."))
    elif content.hasFormat(EXCERPT):
        _paste_excerpt(stage, content, point, plain=plain)
    else:
        from vsdesigner.ui.clipboard.list_pasting import paste_list

        paste_list(stage, content.text(), "" if plain else content.html(), point)


def _paste_excerpt(stage: Stage, content: QMimeData, point: Point | None, *, plain: bool) -> None:
    from vsdesigner.storage.clipping import decode_clipping

    try:
        records = decode_clipping(bytes(content.data(EXCERPT).data()))
    except UserError as error:
        stage.session.tell(str(error))
        return
    if plain:
        records = bare(records)
    if not any(isinstance(record, Step | Note | Phase) for record in records):
        stage.session.tell(tr("There is nothing on the clipboard that can be pasted into a stream."))
        return
    cards = pasted_cards(stage, records)
    own = any(isinstance(each, Placed) and each.stream == stage.session.stream for each in records)
    by = _shift(stage, cards, point, own=own) if cards else phases_behind(stage, records)
    made = insert_copies(stage.session, _label(records), records, shifted(cards, by), by.dx)
    memory_of(stage.session).pairs = {id: copied for id, copied in made.items() if id in stage.now}


def _label(records: tuple[Record, ...]) -> str:
    members = [record.id for record in records if isinstance(record, Step | Note | Phase)]
    several = ("Paste 1 element", "Paste {count} elements")
    return label_of(tr("Paste {element}"), several, Snapshot(records), members)


def _shift(stage: Stage, cards: list[PastedCard], point: Point | None, *, own: bool) -> Shift:
    """Where a group goes: to the point, on from the last paste, beside its originals, or into the view.

    `own` says that it was taken from the stream that is shown.
    """
    memory = memory_of(stage.session)
    if point is not None:
        memory.pasted = ()
        return free_shift(stage, cards, shift_to_point(stage, cards, point), beside=False)
    key = (stage.session.stream, *(card.id for card in cards))
    onwards = memory.last._replace(dx=memory.last.dx + memory.pace[0], dy=memory.last.dy + memory.pace[1])
    if memory.pasted == key and memory.pace != (0.0, 0.0) and Crowd(stage).is_free(cards, onwards):
        memory.last = onwards
        return onwards
    base, beside = Shift(0.0, 0.0), is_here(stage, cards)
    if not (own and is_in_view(stage, cards)):
        base, beside = shift_into_view(stage, cards), False
    found = free_shift(stage, cards, base, beside=beside)
    memory.pasted, memory.last = key, found
    memory.pace = found.dx - base.dx, found.dy - base.dy
    return found


#: Action id → verb.
CLIPBOARD: Mapping[str, CanvasVerb] = {
    "edit.cut": CanvasVerb(cut, can_copy),
    "edit.copy": CanvasVerb(copy, can_copy),
    "edit.paste": CanvasVerb(paste),
    "edit.duplicate": CanvasVerb(duplicate, can_copy),
    "edit.copy_picture": CanvasVerb(copy_picture),
    "edit.paste_plain": CanvasVerb(paste_plain),
}
