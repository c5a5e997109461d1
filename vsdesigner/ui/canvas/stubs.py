"""The faint plus behind steps that lead nowhere yet."""

from __future__ import annotations

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.geometry import Rect
from vsdesigner.layout.ports import Side
from vsdesigner.model.records import Step
from vsdesigner.ui.canvas.line_marks import StubsMark, stub_center
from vsdesigner.ui.canvas.marks import side_point
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.stage import Stage

FROM = 0.55  # scale below which a plus would only be a speck


class Stubs:
    """Keeps the marks equal to what is in view; asked at every move of the pointer, so it looks only once."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._seen: tuple[Snapshot | None, Rect, str] = (None, Rect(0, 0, 0, 0), "")
        self._found: StubsMark | None = None

    def refresh(self, hot: str = "") -> None:
        """Show a plus behind every open step in view; `hot` is the step whose plus the pointer is on."""
        stage = self._stage
        now, visible, naming = stage.now, stage.visible, stage.naming.id
        seen_now, seen_area, seen_naming = self._seen
        if now is not seen_now or (visible, naming) != (seen_area, seen_naming):
            self._seen = (now, visible, naming)
            self._found = self._look()
        if self._found is None:
            stage.overlay.hide(Layer.STUBS)
        else:
            stage.overlay.show(Layer.STUBS, self._found.with_hot(hot))

    def _look(self) -> StubsMark | None:
        stage = self._stage
        if stage.scale < FROM:
            return None
        found = []
        for id in stage.cards_in_view():
            if id == stage.naming.id or not is_open(stage.now, id):
                continue
            start = side_point(stage.rect(id), Side.RIGHT)
            if not stage.card_at(stub_center(start)):
                found.append((id, start))
        return StubsMark(tuple(sorted(found))) if found else None


def is_open(view: Snapshot, id: str) -> bool:
    """Whether a card is a step that no flow leaves."""
    return isinstance(view.find(id), Step) and not view.outgoing(id)
