"""What helps to find one's way: the minimap, the way back, the magnified name, flows by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QObject

from vsdesigner.ui.canvas.linking import Linking
from vsdesigner.ui.canvas.magnifier import Magnifier
from vsdesigner.ui.canvas.minimap import Minimap
from vsdesigner.ui.canvas.noting import show_corner
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.way_back import WayBack
from vsdesigner.ui.theme import Theme


class Aids(QObject):
    """Keeps all of them in step with the view."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage.view)
        self._stage = stage
        self.minimap = Minimap(stage)
        self.way_back = WayBack(stage)
        self.magnifier = Magnifier(stage)
        self.linking = Linking(stage)
        session = stage.session
        for signal in (session.changed, session.replaced, session.stream_changed, session.selection_changed):
            signal.connect(self._outdate)

    def settle(self, *, held: bool = False) -> None:
        """The view has moved, or what it shows has changed; `held` while something is dragged over it."""
        self.minimap.give_way(on=held)
        self.minimap.settle()
        self.way_back.settle()
        self.magnifier.settle()
        show_corner(self._stage)

    def _outdate(self, *_: object) -> None:
        self.minimap.outdate()

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of a theme."""
        self.minimap.outdate()
        self.way_back.set_theme(theme)
