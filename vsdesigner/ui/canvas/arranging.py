"""Lining up, spreading and sizing what is selected: the verbs of the menu *Arrange*."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from vsdesigner.commands import arrange, steps
from vsdesigner.layout.aligning import Box, Edge, aligned, can_distribute, distributed
from vsdesigner.model.place import Place
from vsdesigner.model.records import Note, Placed, Step
from vsdesigner.ui import guidance
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.space import SLOT, can_push, is_space, push, toggle_space
from vsdesigner.ui.canvas.tools.tidy import begin_tidy
from vsdesigner.ui.canvas.verb import CanvasVerb
from vsdesigner.ui.i18n import tr, tr_count

_ALIGN_LABELS: dict[Edge, Callable[[], str]] = {
    Edge.LEFT: lambda: tr("Align left edges"),
    Edge.CENTER: lambda: tr("Align centres"),
    Edge.RIGHT: lambda: tr("Align right edges"),
    Edge.TOP: lambda: tr("Align top edges"),
    Edge.MIDDLE: lambda: tr("Align middles"),
    Edge.BOTTOM: lambda: tr("Align bottom edges"),
}


def boxes_of(stage: Stage) -> dict[str, Box]:
    """Return all cards lane by lane, notes only where they are selected: they may lie under others."""
    tops = {band.lane: band.top for band in stage.layout.lanes}
    chosen = set(stage.session.selection)
    found: dict[str, Box] = {}
    for id, card in stage.layout.cards.items():
        record = stage.now.get(id, Placed)
        if id in chosen or not isinstance(record, Note):
            found[id] = Box(record.lane, card.rect.moved(0, -tops[record.lane]))
    return found


def put(stage: Stage, boxes: Mapping[str, Box], label: str) -> None:
    """Put cards where their boxes are; nothing happens when all of them stand there already."""
    places: dict[str, Place] = {}
    before = boxes_of(stage)
    for id, box in boxes.items():
        if box != before[id]:
            places[id] = Place(box.lane, box.rect.x, box.rect.y)
    if places:
        with stage.session.edit(label) as draft:
            steps.place(draft, places)


def _align(edge: Edge) -> CanvasVerb:
    def do(stage: Stage) -> None:
        chosen = stage.selected_cards()
        put(stage, aligned(boxes_of(stage), chosen, chosen[-1], edge), _ALIGN_LABELS[edge]())

    return CanvasVerb(do, _several)


def _distribute(*, upright: bool) -> CanvasVerb:
    def do(stage: Stage) -> None:
        label = tr("Distribute vertically") if upright else tr("Distribute horizontally")
        put(stage, distributed(boxes_of(stage), stage.selected_cards(), upright=upright), label)

    def can(stage: Stage) -> bool:
        chosen = stage.selected_cards()
        lanes = {id: Box(stage.now.get(id, Placed).lane, stage.rect(id)) for id in chosen}
        return can_distribute(lanes, chosen, upright=upright)

    return CanvasVerb(do, can)


def _match(*, width: bool) -> CanvasVerb:
    def do(stage: Stage) -> None:
        label = tr("Match width") if width else tr("Match height")
        with stage.session.edit(label) as draft:
            arrange.resize(draft, _matched(stage, width=width))

    def can(stage: Stage) -> bool:
        return bool(_matched(stage, width=width))

    return CanvasVerb(do, can)


def _matched(stage: Stage, *, width: bool) -> dict[str, tuple[float | None, float | None]]:
    """The sizes of those steps and notes that are not as wide or high as the one selected last."""
    chosen = stage.selected_cards()
    found: dict[str, tuple[float | None, float | None]] = {}
    for id in chosen[:-1]:
        record, rect, to = stage.now.find(id), stage.rect(id), stage.rect(chosen[-1])
        same = rect.width == to.width if width else rect.height == to.height
        if isinstance(record, Step | Note) and not same:
            found[id] = (to.width, record.height) if width else (record.width, to.height)
    return found


def _fixed(stage: Stage) -> list[str]:
    """The selected steps that have a size fixed by hand."""
    return [
        record.id
        for record in stage.session.selected
        if isinstance(record, Step) and (record.width is not None or record.height is not None)
    ]


def _make_natural(stage: Stage) -> None:
    ids = _fixed(stage)
    label = tr_count("Size step by its name", "Size {count} steps by their names", len(ids))
    with stage.session.edit(label) as draft:
        arrange.natural_size(draft, ids)


def _several(stage: Stage) -> bool:
    return len(stage.selected_cards()) > 1


def _switch(key: str) -> CanvasVerb:
    return CanvasVerb(lambda stage: stage.guidance.toggle(key), on=lambda stage: stage.guidance.is_on(key))


def _can_tidy(stage: Stage) -> bool:
    return bool(stage.now.steps(stage.session.stream))


ARRANGING: dict[str, CanvasVerb] = {
    "arrange.tidy": CanvasVerb(begin_tidy, _can_tidy),
    "arrange.align_left": _align(Edge.LEFT),
    "arrange.align_center": _align(Edge.CENTER),
    "arrange.align_right": _align(Edge.RIGHT),
    "arrange.align_top": _align(Edge.TOP),
    "arrange.align_middle": _align(Edge.MIDDLE),
    "arrange.align_bottom": _align(Edge.BOTTOM),
    "arrange.distribute_horizontally": _distribute(upright=False),
    "arrange.distribute_vertically": _distribute(upright=True),
    "arrange.match_width": _match(width=True),
    "arrange.match_height": _match(width=False),
    "arrange.natural_size": CanvasVerb(_make_natural, lambda stage: bool(_fixed(stage))),
    "arrange.space": CanvasVerb(toggle_space, on=is_space),
    "arrange.push_right": CanvasVerb(lambda stage: push(stage, SLOT), can_push),
    "arrange.pull_left": CanvasVerb(lambda stage: push(stage, -SLOT), can_push),
    "arrange.show_grid": _switch(guidance.GRID),
    "arrange.snap_to_guides": _switch(guidance.TO_GUIDES),
    "arrange.snap_to_grid": _switch(guidance.TO_GRID),
}
