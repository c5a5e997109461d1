"""The opening of a presentation: whose stream it is, from which demand to which value, how large it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from vsdesigner.analysis.journey import StopKind
from vsdesigner.document.card_words import lane_title
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import lead_time_text, one_line, state_text, stream_title
from vsdesigner.model.records import DemandKind, Stream
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.presentation.card.closing import activities_met, taking_part
from vsdesigner.ui.presentation.card.content import (
    Block,
    Chip,
    Chips,
    Content,
    Figures,
    Fill,
    Ink,
    Letters,
    Tally,
    Words,
    plain,
    section,
)
from vsdesigner.ui.presentation.card.sheet import Column, Sheet
from vsdesigner.ui.presentation.show import Show

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

SIDE, TOP, BOTTOM = 72.0, 56.0, 36.0  # design px
WORDS_SHARE = 0.62  # of the width


class OpeningPane(Sheet):
    """Lies over the stage while the presentation opens; gone while the whole stream is asked for."""

    def __init__(self, state: Show, stage: QWidget) -> None:
        super().__init__(state, stage)
        self.setObjectName("present_opening")
        stage.installEventFilter(self)
        self.setGeometry(stage.rect())
        self.renew()

    def its_turn(self) -> bool:
        return self.state.stop.kind is StopKind.OPENING

    def columns(self) -> Sequence[Column]:
        view, stream, unit = self.state.view, self.state.stream, self.state.unit
        words, numbers = words_content(view, stream), numbers_content(view, stream, self.state.hidden)
        room = QRectF(self.rect()).adjusted(SIDE * unit, TOP * unit, -SIDE * unit, -BOTTOM * unit)
        if self._is_upright:
            both = Content(words.name, (*words.blocks, *numbers.blocks))
            return (Column(both, room),)
        left = QRectF(room.left(), room.top(), self.width() * WORDS_SHARE - 2 * SIDE * unit, room.height())
        right = QRectF(self.width() * WORDS_SHARE + SIDE * unit * 0.75, room.top(), 0, room.height())
        right.setRight(self.width() - SIDE * unit * 0.75)
        return (Column(words, left), Column(numbers, right))

    def paint_ground(self, painter: QPainter) -> None:
        theme = self.state.theme
        painter.fillRect(self.rect(), theme.card)
        if not self._is_upright:
            aside = QRectF(self.rect())
            aside.setLeft(self.width() * WORDS_SHARE)
            painter.fillRect(aside, theme.window)

    def renew(self) -> None:
        self.setVisible(self.its_turn() and self.is_seen())
        super().renew()

    @property
    def _is_upright(self) -> bool:
        window = self.window()
        return window.height() > window.width()

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False


def attach(window: PresentWindow) -> None:
    """Let a presentation begin with its opening."""
    OpeningPane(window.state, window.stage)


# -- what it says -------------------------------------------------------------------------------------------
def words_content(view: Snapshot, stream: str) -> Content:
    """Return what the opening says in words."""
    record = view.get(stream, Stream)
    name = one_line(stream_title(record))
    return Content(tr("Opening: {name}").format(name=name), tuple(_words(record, name)))


def _words(stream: Stream, name: str) -> Iterator[Block]:
    chips = [Chip(tr("Service value stream"), fill=Fill.ACCENT)]
    for text in (state_text(stream), one_line(stream.status).strip()):
        chips += [Chip(text)] if text else []
    if version := one_line(stream.version).strip():
        chips.append(Chip(tr("Version {version}").format(version=version)))
    yield Chips(tuple(chips), again=True)
    yield Words(plain(name), Letters.GRAND)
    if owner := one_line(stream.owner).strip():
        yield Words(plain(tr("Owned by {name}").format(name=owner), Ink.MUTED), Letters.LEAD)
    if stream.description.strip():
        yield Words(plain(stream.description))
    asks = tr("Opportunity") if stream.demand_kind is DemandKind.OPPORTUNITY else tr("Demand")
    yield from _titled(asks, stream.demand)
    yield from _titled(tr("Outcomes"), stream.outcomes)
    yield from _titled(tr("Value"), stream.value)


def _titled(title: str, text: str) -> tuple[Block, ...]:
    return section(title, [Words(plain(text))] if text.strip() else [])


def numbers_content(view: Snapshot, stream: str, hidden: Collection[str] = ()) -> Content:
    """Return what the opening says in numbers: lead times, steps, activities and how often they occur.

    `hidden` leaves out "times" and "raci".
    """
    record = view.get(stream, Stream)
    return Content(tr("In numbers"), tuple(_numbers(view, record, hidden)))


def _numbers(view: Snapshot, stream: Stream, hidden: Collection[str]) -> Iterator[Block]:
    yield from section(tr("Lead time"), [] if "times" in hidden else _lead_times(stream))
    steps = view.steps(stream.id)
    counts = [(len(steps), tr("step"), tr("steps"))]
    counts.append((activities_met(view, stream.id), tr("activity"), tr("activities")))
    if "raci" not in hidden:
        counts.append((len(taking_part(view, stream.id)), tr("role"), tr("roles")))
    phases = len(view.phases(stream.id))
    counts += [(phases, tr("phase"), tr("phases"))] if phases else []
    yield from section(
        tr("The way"),
        [Figures(tuple((str(count), one if count == 1 else many) for count, one, many in counts))],
    )
    met = {lane.id: sum(step.lane == lane.id for step in steps) for lane in view.lanes}
    tallies: list[Block] = [
        Tally(str(met[lane.id]), one_line(lane_title(lane)), lane.color if met[lane.id] else "")
        for lane in view.lanes
    ]
    yield from section(tr("Activities and their steps"), tallies)


def _lead_times(stream: Stream) -> list[Block]:
    figures, others = [], []
    for lead in stream.lead_times:
        span = one_line(lead_time_text(lead.model_copy(update={"service_class": ""})))
        name = one_line(lead.service_class).strip()
        if span:
            figures.append((span, name))
        elif name:
            others.append(Chip(name))
    found: list[Block] = [Figures(tuple(figures))] if figures else []
    return [*found, Chips(tuple(others), alike=True)] if others else found
