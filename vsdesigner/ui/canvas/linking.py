"""Connecting what exists by keyboard: from the selected card to the one that one goes to."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QObject, Qt, Signal

from vsdesigner.analysis.main_path import leads_back
from vsdesigner.commands import flows
from vsdesigner.layout.geometry import Point
from vsdesigner.layout.ports import Side
from vsdesigner.model.records import Flow, FlowKind
from vsdesigner.rules.verdicts import can_connect
from vsdesigner.ui.canvas import edits, walk
from vsdesigner.ui.canvas.marks import ConnectionMark, ReasonMark, TargetMark
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.i18n import tr, tr_count

TRIED = "flow.tried"  # the id of the flow that is not there yet
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Linking(QObject):
    """With several cards selected they are connected at once; from a single one the end is gone to first.

    On the way `Tab` and the arrows choose the other end, `Enter` connects, `Esc` leaves everything as it was.
    """

    #: One began to look for the other end, or does so no more.
    changed = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage.view)
        self._stage = stage
        self._source = ""
        stage.session.selection_changed.connect(self._show)
        stage.session.history.indexChanged.connect(self._end)
        stage.session.replaced.connect(self._end)
        stage.session.stream_changed.connect(self._end)

    @property
    def source(self) -> str:
        """The card from which a flow is about to lead, or nothing."""
        return self._source

    def can_begin(self) -> bool:
        """Whether there is something to connect."""
        return bool(self._source) or len(self._ends()) > 0

    def go_on(self) -> None:
        """Connect what is selected, or begin to look for the other end, or take the one that is found."""
        ends = self._ends()
        if self._source:
            self._confirm()
        elif len(ends) > 1:
            self._connect_all(ends)
        elif ends:
            self._begin(ends[0])

    def key(self, key: int) -> bool:
        """Answer to Enter and Esc while the other end is looked for; False for everything else."""
        if not self._source or key not in (*ENTER, Qt.Key.Key_Escape):
            return False
        if key == Qt.Key.Key_Escape:
            source = self._source
            self._end()
            self._stage.session.select((source,))
        else:
            self._confirm()
        return True

    def walk(self, side: Side) -> bool:
        """Go to the nearest card in a direction, connected or not; False while nothing is looked for."""
        if not self._source:
            return False
        stage = self._stage
        rects = {id: card.rect for id, card in stage.layout.cards.items() if stage.sides_of(id)}
        present = stage.single_card()
        found = walk.nearest(rects, present if present in rects else self._source, side)
        if found:
            stage.session.select((found,))
            stage.camera.reveal(stage.rect(found), glide=True)
        return True

    # -- inside -----------------------------------------------------------------------------------------
    def _ends(self) -> list[str]:
        """The selected cards that flows can join, in the order they were selected."""
        return [id for id in self._stage.selected_cards() if self._stage.sides_of(id)]

    def _begin(self, source: str) -> None:
        self._source = source
        self._stage.session.hinted.emit(
            tr("Go to the step that follows with Tab or the arrows, then press Enter. Esc leaves it.")
        )
        self._show()
        self.changed.emit()

    def _confirm(self) -> None:
        source, target = self._source, self._stage.single_card()
        if target == source or not target:
            return
        verdict = can_connect(self._stage.now, source, target)
        if not verdict:
            self._stage.session.tell(verdict.reason)
            return
        self._end()
        edits.connect(self._stage.session, source, target)

    def _connect_all(self, ends: list[str]) -> None:
        now, session = self._stage.now, self._stage.session
        pairs = [pair for pair in itertools.pairwise(ends) if can_connect(now, *pair)]
        if not pairs:
            session.tell(can_connect(now, ends[0], ends[1]).reason)
            return
        if len(pairs) == 1:
            edits.connect(session, *pairs[0])
        else:
            label = tr_count("Connect 1 pair of steps", "Connect {count} pairs of steps", len(pairs))
            with session.edit(label) as draft:
                for source, target in pairs:
                    back = leads_back(now, source, target)
                    flows.connect(draft, source, target, kind=FlowKind.REWORK if back else FlowKind.MAIN)

    def _show(self) -> None:
        """Show the flow that Enter would make."""
        if not self._source:
            return
        stage, target = self._stage, self._stage.single_card()
        stage.overlay.hide(Layer.CONNECTION, Layer.TARGET, Layer.REASON)
        if self._source not in stage.layout.cards:
            self._end()
            return
        if not target or target == self._source:
            stage.overlay.show(Layer.TARGET, TargetMark(stage.rect(self._source)))
            return
        verdict = can_connect(stage.now, self._source, target)
        stage.overlay.show(Layer.TARGET, TargetMark(stage.rect(target), refused=not verdict))
        if verdict:
            stage.overlay.show(Layer.CONNECTION, ConnectionMark(self._way(target)))
        else:
            at = Point(stage.rect(target).x, stage.rect(target).bottom)
            stage.overlay.show(Layer.REASON, ReasonMark(at, verdict.reason, stage.visible))

    def _way(self, target: str) -> tuple[Point, ...]:
        """The way that the flow is going to take, beside those that are there."""
        stage = self._stage
        kind = FlowKind.REWORK if leads_back(stage.now, self._source, target) else FlowKind.MAIN
        stream = stage.session.stream
        tried = Flow(id=TRIED, stream=stream, source=self._source, target=target, kind=kind)
        return tuple(Point(*point) for point in stage.layout.preview_flow(tried).points)

    def _end(self, *_: object) -> None:
        if self._source:
            self._source = ""
            self._stage.overlay.hide(Layer.CONNECTION, Layer.TARGET, Layer.REASON)
            self._stage.session.hinted.emit("")
            self.changed.emit()
