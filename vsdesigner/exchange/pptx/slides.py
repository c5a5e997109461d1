"""Assembles the deck: which slides of which streams, in which order, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Callable

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import stream_title
from vsdesigner.exchange.chosen import chosen_streams
from vsdesigner.exchange.options import ExportOptions
from vsdesigner.exchange.pptx import (
    cover,
    lane_slides,
    metric_slides,
    phase_slides,
    raci_slides,
    step_slides,
    use_case,
)
from vsdesigner.exchange.pptx.deck import Deck
from vsdesigner.exchange.pptx.options import (
    ALL,
    LANES,
    METRICS,
    PER_PHASE,
    PER_STEP,
    RACI,
    SLIDES,
    STEPS,
    STEPS_AS,
    TITLE,
    USE_CASE,
)
from vsdesigner.exchange.pptx.package import Package
from vsdesigner.exchange.registry import Cancelled
from vsdesigner.language import say
from vsdesigner.model.errors import UserError
from vsdesigner.palette import LIGHT, rgb

_PACKING = 0.8  # share of the progress that is made when everything waits to be packed


def render(
    snapshot: Snapshot,
    options: ExportOptions,
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> bytes:
    """Return the deck; see `Exporter.render` for the contract."""
    streams = chosen_streams(snapshot, options)
    wanted = options.several(SLIDES.id, ALL)
    if not wanted:
        raise UserError(say("No slides are chosen; there is nothing to export."))
    package = Package([rgb(lane.color, LIGHT.flow) for lane in snapshot.lanes])
    chapters = _chapters(wanted, options.choice(STEPS_AS.id, PER_STEP))
    total = len(streams) * len(chapters)
    deck = Deck(snapshot, options, package, cancelled, lambda done: progress(_PACKING * done / total))
    anything = False
    for stream in streams:
        deck.stream = stream
        made = {}
        for id, add in sorted(chapters.items(), key=lambda chapter: chapter[0] != STEPS):
            if cancelled():
                raise Cancelled
            # The drawing links to the slides of the steps: these are made first and told later.
            with package.chapter() as made[id]:
                add(deck)
            deck.chapter += 1
            deck.advance(0.0)
        package.arrange([slide for id in chapters for slide in made[id]])
        anything = anything or any(made.values())
    if not anything:
        raise UserError(say("There is nothing yet that the chosen slides could show."))
    if options.source:
        package.carry(options.source)
    owner = next((stream.owner for stream in streams if stream.owner), "")
    content = package.packed(", ".join(map(stream_title, streams)), owner, options.created)
    if cancelled():
        raise Cancelled
    progress(1.0)
    return content


def _chapters(wanted: tuple[str, ...], steps_as: str) -> dict[str, Callable[[Deck], None]]:
    """What makes the slides, by its id in the order in which they are told."""
    table: dict[str, Callable[[Deck], None]] = {
        TITLE: cover.add,
        USE_CASE: use_case.add,
        LANES: lane_slides.add,
        STEPS: phase_slides.add if steps_as == PER_PHASE else step_slides.add,
        RACI: raci_slides.add,
        METRICS: metric_slides.add,
    }
    return {id: add for id, add in table.items() if id in wanted}
