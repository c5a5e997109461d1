"""Quick-add: a new step by its name and activity, where it will stand, connected in the same move."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from vsdesigner.analysis.likely_lane import likely_lanes
from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.model.place import Place
from vsdesigner.model.records import Lane
from vsdesigner.model.text import clean
from vsdesigner.ui.canvas import edits, spot
from vsdesigner.ui.canvas.activity_choice import Activity
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.proposal_mark import ProposalMark
from vsdesigner.ui.canvas.quick_add_card import EDGE, WIDTH, QuickAddCard, Wish
from vsdesigner.ui.canvas.spot import Spot
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.landing import veil_ends
from vsdesigner.ui.lane_words import lane_title
from vsdesigner.ui.painting.looks import lane_colour
from vsdesigner.ui.theme import Theme


class QuickAdd(QObject):
    """At most one card is open. Until it is answered nothing is in the document; Esc leaves nothing.

    Any loss of focus adds the step if it has a name by then.
    """

    #: The card opened or closed.
    changed = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage.view)
        self._stage = stage
        self._spot: Spot | None = None
        self._lane = ""  # the first choice: the card stays there, whatever is chosen then
        self.card = QuickAddCard(stage.view.viewport())
        self.card.wished.connect(self._on_wish)
        self.card.refused.connect(self.cancel)
        self.card.left.connect(self._on_left)
        self.card.chosen.connect(self._propose)
        stage.session.committing.connect(self.commit)

    @property
    def shown(self) -> bool:
        """Whether the card is open."""
        return self._spot is not None

    def open(
        self,
        place: Place,
        connect_from: str = "",
        connect_to: str = "",
        typed: str = "",
        *,
        own_lane_first: bool = True,
    ) -> None:
        """Ask for a step at a place, connected as said; `typed` stands in the name already.

        The lane of the place is the first choice, or with `own_lane_first` off what likely comes next.
        """
        at = Spot(place, connect_from, connect_to)
        self._open(at, typed, place.lane if own_lane_first else "")

    def open_for_selection(self, typed: str = "") -> None:
        """Ask for the step behind what is selected, or at the end of the main path.

        A lane that is chosen comes first.
        """
        self._open_in_sight(spot.spot_for(self._stage), typed, self._stage.view.headers.chosen)

    def open_behind(self, id: str) -> None:
        """Ask for the step behind a card."""
        self._open_in_sight(spot.spot_behind(self._stage, id))

    def commit(self) -> None:
        """Add the step if it has a name, and close; does nothing when no card is open."""
        if self._spot is None:
            return
        if self._name():
            self._add()
        else:
            self.cancel()

    def cancel(self) -> None:
        """Close and leave nothing."""
        if self._spot is not None:
            self._close()

    def settle(self) -> None:
        """Stand where the step would stand now."""
        if self._spot is None:
            return
        self._spot = spot.still_there(self._stage, self._spot)
        lanes = {lane.id for lane in self._stage.now.lanes}
        if not {self._lane, self._spot.place.lane} <= lanes:
            self.cancel()
            return
        self._propose()
        rect = self._first_rect(self._spot)
        room = self._stage.view.viewport().rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        self.card.put(self._stage.to_view(Point(rect.x, rect.y)).toPoint(), room)
        self.card.raise_()

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of a theme."""
        self.card.dress(theme)

    # -- inside -----------------------------------------------------------------------------------------
    def _open_in_sight(self, at: Spot, typed: str = "", first: str = "") -> None:
        """Open at a spot that nobody pointed at, which may be out of view."""
        self._open(at, typed, first)
        rect, seen = self._first_rect(at), self._stage.visible
        if seen.y <= rect.y and rect.bottom <= seen.bottom:
            rect = rect._replace(y=seen.center.y, height=0.0)  # high enough: only aside, if at all
        self._stage.camera.reveal(rect._replace(width=max(rect.width, WIDTH / self._stage.scale)))
        self.settle()

    def _open(self, at: Spot, typed: str = "", first: str = "") -> None:
        self._stage.naming.commit()
        self.commit()
        self._spot = at
        self.card.dress(self._stage.scene.drawing.inks.theme)
        self.card.offer(self._activities(at, first))
        self._lane = self.card.activity.lane
        self.card.name.insert(typed)
        if typed.endswith(":"):
            self.card.name.colon.emit()
        self.settle()
        self.card.show()
        self.card.name.setFocus()
        self.changed.emit()

    def _first_rect(self, at: Spot) -> Rect:
        """Where the step would stand in the activity that is offered first."""
        return spot.preview(self._stage, spot.in_lane(self._stage, at, self._lane))[0]

    def _activities(self, at: Spot, first: str) -> list[Activity]:
        now, stream = self._stage.now, self._stage.session.stream
        likely = likely_lanes(now, stream, spot.ends(self._stage, at)[0])
        order = [first, *(lane for lane in likely if lane != first)] if first in likely else likely
        offered = {
            lane.id: Activity(lane.id, number, lane_title(lane), lane_colour(now, lane.id), lane.name)
            for number, lane in enumerate(now.lanes, start=1)
        }
        return [offered[lane] for lane in order]

    def _propose(self) -> None:
        """Show where the step would stand in the chosen activity."""
        if self._spot is None:
            return
        stage, lane = self._stage, self.card.activity.lane
        if not isinstance(stage.now.find(lane), Lane):
            return
        stage.scene.light_lane(lane)  # first: a folded lane opens for it
        rect, lines = spot.preview(stage, spot.in_lane(stage, self._spot, lane))
        veil_ends(stage, rect)
        stage.overlay.show(Layer.PROPOSAL, ProposalMark(((rect, lane_colour(stage.now, lane)),), lines))

    def _name(self) -> str:
        return clean(self.card.name.text()).strip()

    def _on_wish(self, wish: Wish) -> None:
        if wish is Wish.ADD_AND_GO_ON and not self._name():
            return  # one Tab too many must not leave a row of steps without names
        was_through = self._spot is not None and bool(self._spot.through)
        id = self._add(to_value=wish is Wish.ADD_AND_FINISH)
        if not id:
            return
        stage = self._stage
        stage.session.select((id,))
        stage.camera.reveal(stage.rect(id))
        if wish is Wish.ADD_AND_GO_ON:
            self._go_on(id, was_through=was_through)

    def _go_on(self, id: str, *, was_through: bool) -> None:
        at = spot.spot_behind(self._stage, id)
        onward = self._stage.now.outgoing(id)
        if was_through and len(onward) == 1:
            at = replace(at, source="", through=onward[0].id)
        self._open_in_sight(at)

    def _on_left(self, whole_window: bool) -> None:
        if not (whole_window and not self._name()):
            self.commit()

    def _add(self, *, to_value: bool = False) -> str:
        """Make the step and close the card; returns its id, empty when its activity is gone."""
        if self._spot is None:
            return ""
        stage, lane, name = self._stage, self.card.activity.lane, self._name()
        at = spot.still_there(stage, self._spot)
        self._close()
        if not isinstance(stage.now.find(lane), Lane):
            return ""
        at = spot.in_lane(stage, at, lane)
        return edits.add_named(
            stage.session,
            at.place,
            name,
            source=at.source,
            target=at.target,
            through=at.through,
            value=spot.value_of(stage) if to_value else "",
        )

    def _close(self) -> None:
        self._spot = None
        focused = self.card.name.hasFocus()
        self._stage.overlay.hide(Layer.PROPOSAL, Layer.VEIL)
        self._stage.scene.light_lane("")
        if focused:
            self._stage.view.setFocus()
        self.card.hide()
        self.changed.emit()
