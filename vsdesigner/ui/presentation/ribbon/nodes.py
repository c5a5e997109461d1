"""What the ribbon of a journey shows of each stop, and how a stop is painted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from vsdesigner.analysis.journey import Journey
from vsdesigner.document.card_words import terminal_title
from vsdesigner.document.query import phase_of
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import one_line
from vsdesigner.model.records import Phase, Step, Terminal
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.painting import text
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.looks import lane_colour
from vsdesigner.ui.presentation.where import phase_number

RADIUS, PRESENT_RADIUS = 16.5, 24.0
CLOSING_SHARE = 0.7  # of the radius
OF_GAP = 0.38  # that a radius may take
LEAST_NUMBERED, LEAST_ROUND = 9.0, 2.0  # px of the design; smaller ones are plain, or not painted
RING = 2.6
NUMBER_ROLE = "badge"
NUMBER_SIZE, PRESENT_NUMBER_SIZE = 1.3, 1.75
NUMBER_SHARE = 1.5  # of the radius that the widest number may take


@dataclass(frozen=True, slots=True)
class Node:
    """One stop: `colour` is its lane's, "" for demand and value; the closing has no `id`."""

    id: str
    name: str
    number: str = ""
    colour: str = ""
    phase: str = ""

    @property
    def words(self) -> str:
        """Number and name."""
        return f"{self.number} {self.name}".strip()


def nodes(view: Snapshot, journey: Journey) -> list[Node]:
    """Return the stops on the present line from demand to the closing."""
    known: dict[str, Node] = {}
    for id in journey.path:
        if id not in known:
            known[id] = _node(view, id)
    return [*(known[id] for id in journey.path), Node("", tr("Closing"))]


def _node(view: Snapshot, id: str) -> Node:
    terminal = view.find(id)
    if isinstance(terminal, Terminal):
        return Node(id, terminal_title(view, terminal))
    record = view.get(id, Step)
    phase = phase_of(view, id)
    return Node(
        id,
        one_line(record.name) or tr("Unnamed step"),
        str(view.number(id)),
        lane_colour(view, record.lane),
        phase.id if phase else "",
    )


class PhaseRun(NamedTuple):
    """Stops in one phase that follow each other: indices of the first and the last, and what it is called.

    The longest of its `names` comes first.
    """

    phase: str
    names: tuple[str, ...]
    first: int
    last: int


def phase_runs(view: Snapshot, found: list[Node]) -> Iterator[PhaseRun]:
    """Yield the runs of phases from left to right."""
    for phase, run in groupby(enumerate(found), key=lambda each: each[1].phase):
        indices = [index for index, _ in run]
        if phase:
            record = view.get(phase, Phase)
            number = str(phase_number(view, phase))
            name = one_line(record.name) or tr("Unnamed phase")
            names = (name, tr("Phase {number}").format(number=number), number)
            yield PhaseRun(phase, names, indices[0], indices[-1])


def radius_of(gap: float, *, present: bool, closing: bool) -> float:
    """Return how large a stop is beside whose nearest neighbour is `gap` px away."""
    if present:
        return PRESENT_RADIUS
    return min(RADIUS, OF_GAP * gap) * (CLOSING_SHARE if closing else 1.0)


def paint_node(
    painter: QPainter, node: Node, middle: QPointF, radius: float, inks: Inks, *, walked: bool, present: bool
) -> None:
    """Paint a stop: filled when one was there, outlined when it lies ahead; none that is too small."""
    if radius < LEAST_ROUND:
        return
    theme = inks.theme
    ground, edge, on_ground, beside = _colours(node, inks)
    filled = walked or present
    if present:
        halo = QColor(ground)
        halo.setAlphaF(0.22)
        painter.setPen(inks.none)
        painter.setBrush(halo)
        painter.drawEllipse(middle, radius + 6, radius + 6)
    ring = min(RING, radius / 3)
    painter.setPen(inks.none if filled else QPen(edge, ring))
    painter.setBrush(ground if filled else theme.panel)
    inner = radius if filled else radius - ring / 2
    painter.drawEllipse(middle, inner, inner)
    if node.number and radius >= LEAST_NUMBERED:
        size = PRESENT_NUMBER_SIZE if present else NUMBER_SIZE
        size = min(size, NUMBER_SHARE * radius / max(1.0, text.width(node.number, NUMBER_ROLE)))
        painter.setPen(on_ground if filled else beside)
        painter.save()
        painter.translate(middle)
        painter.scale(size, size)
        text.draw_centred(painter, node.number, NUMBER_ROLE, 0.0, 0.0)
        painter.restore()


def _colours(node: Node, inks: Inks) -> tuple[QColor, QColor, QColor, QColor]:
    """Of the ground, the ring, what is written on the ground, and within the ring."""
    theme = inks.theme
    if not node.id:
        return theme.muted, theme.control, theme.panel, theme.muted
    if not node.colour:
        return theme.accent, theme.accent, theme.accent_text, theme.accent_ink
    lane = theme.lane(node.colour)
    return lane.badge, lane.edge, lane.badge_text, lane.text
