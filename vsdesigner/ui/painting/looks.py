"""What is painted of each record: frozen looks, made from a snapshot and its layout."""

from __future__ import annotations

from dataclasses import dataclass

from vsdesigner.analysis.finding import Level
from vsdesigner.document.card_words import (
    accountable_role,
    lane_colour,
    role_mark,
    short_mark,
    terminal_text,
    terminal_title,
)
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import duration_text, facet_name
from vsdesigner.layout.geometry import Rect
from vsdesigner.layout.stream_layout import Card, Route, StreamLayout
from vsdesigner.model.records import (
    Flow,
    FlowKind,
    Lane,
    Note,
    NoteKind,
    Phase,
    Placed,
    Step,
    Terminal,
    TerminalKind,
)
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.lane_words import lane_title
from vsdesigner.ui.note_words import note_name

__all__ = [
    "BandLook",
    "BlockLook",
    "CardLook",
    "FlowLook",
    "NoteLook",
    "PhaseLook",
    "PictureLook",
    "StepLook",
    "accountable_role",
    "band_looks",
    "card_look",
    "flow_look",
    "lane_colour",
    "phase_looks",
    "short_mark",
    "terminal_text",
    "terminal_title",
]


@dataclass(frozen=True, slots=True)
class StepLook:
    """A step's card. `answers` is the short mark of the accountable role; `unanswered` says that there are
    letters but nobody accountable; `mark` how serious the worst is that is wrong with the step."""

    width: float
    height: float
    colour: str
    number: str
    lines: tuple[str, ...]
    named: bool
    tasks: int = 0
    practices: int = 0
    tools: int = 0
    answers: str = ""
    unanswered: bool = False
    time: str = ""
    chip: str = ""
    mark: Level | None = None
    name: str = ""  # as it is, not broken into lines
    stands: bool = False  # for another stream


@dataclass(frozen=True, slots=True)
class BlockLook:
    """Demand or value: a rounded block with a title and text."""

    width: float
    height: float
    title: str
    lines: tuple[str, ...]
    filled: bool
    mark: Level | None = None


@dataclass(frozen=True, slots=True)
class NoteLook:
    """A remark on coloured ground, or bare text; one that says nothing yet has a stand-in."""

    width: float
    height: float
    lines: tuple[str, ...]
    bare: bool
    said: bool = True


@dataclass(frozen=True, slots=True)
class PictureLook:
    """A picture as it stands in the document."""

    width: float
    height: float
    data: str


CardLook = StepLook | BlockLook | NoteLook | PictureLook


@dataclass(frozen=True, slots=True)
class FlowLook:
    """A flow's way, relative to nothing: scene px."""

    points: tuple[tuple[float, float], ...]
    kind: FlowKind
    label: Rect | None
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BandLook:
    """A lane's band; the rest is for its header. `activity` is what the method calls the activity where that
    is not the `name`; `empty` says that it can be folded."""

    lane: str
    top: float
    height: float
    colour: str
    name: str
    purpose: str
    steps: int
    activity: str = ""
    empty: bool = False
    collapsed: bool = False


@dataclass(frozen=True, slots=True)
class PhaseLook:
    """A phase's band; every other one is `shaded`."""

    phase: str
    x: float
    width: float
    name: str
    shaded: bool


def card_look(view: Snapshot, card: Card, mark: Level | None = None) -> CardLook:
    """Return how a step, terminal or note looks; a `mark` says that something is wrong with it."""
    record = view.get(card.id, Placed)
    if isinstance(record, Step):
        return _step_look(view, record, card, mark)
    if isinstance(record, Terminal):
        return _block_look(view, record, card, mark)
    if isinstance(record, Note):
        return _note_look(record, card)
    raise TypeError(type(record).__name__)


def _note_look(note: Note, card: Card) -> NoteLook | PictureLook:
    width, height = card.rect.width, card.rect.height
    if note.kind is NoteKind.PICTURE:
        return PictureLook(width, height, note.picture)
    said = bool(note.text.strip())
    return NoteLook(
        width, height, card.lines if said else (note_name(note),), note.kind is NoteKind.TEXT, said
    )


def _step_look(view: Snapshot, step: Step, card: Card, mark: Level | None) -> StepLook:
    accountable, letters = accountable_role(view, step.raci)
    named = bool(step.name.strip())
    return StepLook(
        width=card.rect.width,
        height=card.rect.height,
        colour=lane_colour(view, step.lane),
        number=str(view.number(step.id)),
        lines=card.lines if named else (tr("Unnamed step"),),
        named=named,
        tasks=len(step.tasks),
        practices=len(step.practices),
        tools=len(step.tools),
        answers=role_mark(view, accountable) if accountable else "",
        unanswered=letters and not accountable,
        time=duration_text(step.process_time, short=True),
        chip=facet_name(view, step),
        mark=mark,
        name=step.name,
        stands=bool(step.substream),
    )


def _block_look(view: Snapshot, terminal: Terminal, card: Card, mark: Level | None) -> BlockLook:
    return BlockLook(
        card.rect.width,
        card.rect.height,
        terminal_title(view, terminal),
        card.lines,
        terminal.kind is TerminalKind.VALUE,
        mark,
    )


def flow_look(flow: Flow, route: Route) -> FlowLook:
    """Return how a flow looks on its route."""
    return FlowLook(route.points, flow.kind, route.label, route.label_lines)


def band_looks(view: Snapshot, layout: StreamLayout) -> tuple[BandLook, ...]:
    """Return the lanes' bands from top to bottom."""
    counts: dict[str, int] = {}
    for step in view.steps(layout.stream):
        counts[step.lane] = counts.get(step.lane, 0) + 1
    others = {record.lane for record in (*view.terminals(layout.stream), *view.notes(layout.stream))}
    found = []
    for band in layout.lanes:
        lane = view.get(band.lane, Lane)
        steps = counts.get(lane.id, 0)
        found.append(
            BandLook(
                lane.id,
                band.top,
                band.height,
                lane.color,
                lane_title(lane),
                lane.purpose,
                steps,
                activity=lane.name if lane.alias else "",
                empty=not steps and lane.id not in others,
                collapsed=band.collapsed,
            )
        )
    return tuple(found)


def phase_looks(view: Snapshot, layout: StreamLayout) -> tuple[PhaseLook, ...]:
    """Return the phases' bands from left to right."""
    return tuple(
        PhaseLook(band.phase, band.x, band.width, view.get(band.phase, Phase).name, index % 2 == 0)
        for index, band in enumerate(layout.phases)
    )
