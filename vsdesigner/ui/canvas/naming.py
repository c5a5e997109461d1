"""Editing names, labels and texts where they are drawn: what is edited, where, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Signal, SignalInstance

from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.labels import beside, place_for
from vsdesigner.model.dimensions import CARD_TEXT_X
from vsdesigner.model.parts import LabelPlace
from vsdesigner.model.records import Flow, Note, NoteKind, Record, Step, Terminal
from vsdesigner.model.text import clean
from vsdesigner.ui.canvas import edits
from vsdesigner.ui.canvas.name_editor import LEAST_FONT, NameEditor
from vsdesigner.ui.canvas.view import LaneView
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.note_words import note_name
from vsdesigner.ui.painting.card import TEXT_TOP
from vsdesigner.ui.painting.looks import terminal_title
from vsdesigner.ui.session import Session
from vsdesigner.ui.theme import FONTS

STEP_WIDTH, FLOW_WIDTH = 150, 160  # px on screen that an editor has at least; that of a label may be smaller
MIDDLE = 0.5001  # of a line, for a label that somebody put there
SAMPLE = "Label"  # stands for a label while it is asked where one would go
EDGE = 4  # px that an editor keeps from the view's edge
REACH = 8.0  # px around the text that an editor covers


class Naming(QObject):
    """At most one editor is open. Every way of leaving it commits, only Esc does not."""

    #: An editor opened or closed.
    changed = Signal()
    #: A name was finished with the wish for the next step, asked for by quick-add, or for a flow to value.
    next_wanted = Signal(str)
    value_wanted = Signal(str)

    def __init__(self, session: Session, view: LaneView, append: Callable[[str], None]) -> None:
        """`append` adds the next step behind the one with this id (Tab)."""
        super().__init__(view)
        self._session = session
        self._view = view
        self._append = append
        self._scene = view.lane_scene
        self._id = ""
        self._key: Hashable | None = None
        self._shown = ""
        self._spot = LabelPlace()  # of the label that a flow does not have yet
        self._spot_held = False  # whether somebody pointed at it
        self._lines = 1  # that the editor has at least
        self._made = 0  # steps that were made together with the one being named, and are not named yet
        self._waiting: tuple[str, ...] = ()
        self.editor = NameEditor(view.viewport())
        self.editor.committed.connect(self.commit)
        self.editor.entered.connect(self._enter)
        self.editor.cancelled.connect(self._refuse)
        self.editor.tabbed.connect(self._go_on)
        self.editor.next_wanted.connect(lambda: self._finish(self.next_wanted))
        self.editor.value_wanted.connect(lambda: self._finish(self.value_wanted))
        self.editor.resized.connect(self.settle)
        session.committing.connect(self.commit)

    @property
    def id(self) -> str:
        """The element whose text is being edited, or nothing."""
        return self._id

    def begin_new(self, *ids: str, key: Hashable) -> None:
        """Select a new step and edit its name; with the making of the step that is one step back.

        Of several the next one follows when one is named. Esc takes the steps back that have no name yet.
        """
        self._begin_waiting(ids, key, len(ids))

    def begin(self, id: str, typed: str = "", key: Hashable | None = None, at: Point | None = None) -> bool:
        """Edit the text of an element of the shown stream; `typed` replaces it at once.

        A flow that has no label yet gets it on its line at the scene point `at`.
        """
        self.commit()
        record = self._session.now.find(id)
        if not isinstance(record, Step | Flow | Note | Terminal) or self._place(id) is None:
            return False
        if isinstance(record, Note) and record.kind is NoteKind.PICTURE:
            self._session.field_requested.emit(id, "text")  # what it shows is said in the inspector
            return False
        self._id, self._key = id, key
        self._spot = self._spot_on(record, at) if isinstance(record, Flow) else LabelPlace()
        self._spot_held = at is not None and isinstance(record, Flow) and not record.label.strip()
        self._view.camera.reveal(self._anchor(id))
        words = edits.text_of(self._session.now, record)
        editor = self.editor
        editor.begin(
            words,
            _placeholder(self._session, record),
            edits.longest_text(record),
            many_lines=not isinstance(record, Step | Flow),
        )
        self._shown = editor.toPlainText()
        self._lines = 1
        editor.show()  # before it is measured: a hidden field does not break its lines
        self.settle()
        if isinstance(record, Step):
            self._lines = editor.lines  # what is typed over it stays covered
        if typed:
            editor.type(typed)
        self.settle()
        editor.raise_()
        editor.setFocus()
        self.changed.emit()
        return True

    def commit(self) -> None:
        """Take over what was typed and close; does nothing when no editor is open."""
        if not self._id:
            return
        text = self.editor.toPlainText()
        id, key = self._id, self._key
        spot = self._spot if self._spot_held else None
        self._close()
        if text != self._shown and self._session.now.find(id) is not None:
            edits.set_text(self._session, id, clean(text).strip(), key, spot)

    def cancel(self) -> None:
        """Close and forget what was typed."""
        if self._id:
            self._close()

    def settle(self) -> None:
        """Put the editor where its element is drawn now; close it when the element is gone."""
        if not self._id:
            return
        place = self._place(self._id)
        if place is None:
            self.cancel()
            return
        role, area, least, centred = place
        scale = self._view.camera.scale
        self.editor.dress(
            self._scene.drawing.inks.theme,
            max(LEAST_FONT, round(FONTS[role][0] * scale)),
            bold=role == "card",
            centred=centred,
        )
        if role == "flow_label":
            least = self.editor.text_width(least)
        room = self._view.viewport().rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        wide = max(1, min(room.width(), max(least, round(area.width()))))
        size = self.editor.wanted_size(wide, self._lines)
        left = round(area.center().x() - wide / 2) if centred else round(area.left())
        top = round(area.center().y() - size.height() / 2) if centred else round(area.top())
        spot = QRect(QPoint(left, top), size)
        spot.moveLeft(max(room.left(), min(spot.left(), room.right() - spot.width())))
        spot.moveTop(max(room.top(), min(spot.top(), room.bottom() - spot.height())))
        self.editor.put(spot)

    # -- inside -----------------------------------------------------------------------------------------
    def _close(self) -> None:
        focused = self.editor.hasFocus()
        self._id, self._made, self._waiting = "", 0, ()
        if focused:
            self._view.setFocus()
        self.editor.hide()
        self.changed.emit()

    def _begin_waiting(self, ids: tuple[str, ...], key: Hashable | None, made: int) -> None:
        self._session.select(ids[:1])
        if self.begin(ids[0], key=key):
            self._made, self._waiting = made, ids[1:]

    def _enter(self) -> None:
        waiting, key, made = self._waiting, self._key, self._made
        self.commit()
        left = tuple(id for id in waiting if id in self._session.now)
        if left:
            self._begin_waiting(left, key, made)

    def _go_on(self) -> None:
        if self._waiting:
            self._enter()
            return
        id = self._id
        self.commit()
        if id and self._leads_on(id):
            self._append(id)

    def _finish(self, wish: SignalInstance) -> None:
        id = self._id
        self.commit()
        if id and self._leads_on(id):
            wish.emit(id)

    def _leads_on(self, id: str) -> bool:
        """Whether something can follow: behind a note nothing does."""
        record = self._session.now.find(id)
        return record is not None and not isinstance(record, Note)

    def _refuse(self) -> None:
        """Esc: a name stays as it was, a step that has none yet goes; of a new note no word is lost."""
        if self._made and self._is_written_note():
            self.commit()
            return
        ids, key, made = (self._id, *self._waiting), self._key, self._made
        self.cancel()
        if made == len(ids) and self._session.take_back(key):
            return
        if made and key is not None:
            edits.take_back(self._session, ids, key)

    def _is_written_note(self) -> bool:
        note = isinstance(self._session.now.find(self._id), Note)
        return note and bool(self.editor.toPlainText().strip())

    def _anchor(self, id: str) -> Rect:
        """What has to be in view while the text is edited."""
        layout = self._scene.drawing.layout
        if id in layout.cards:
            return layout.cards[id].rect
        route = layout.routes[id]
        middle = beside(route.points, self._spot)
        return route.label or Rect(middle.x - 40, middle.y - 10, 80, 20)

    def _spot_on(self, flow: Flow, at: Point | None) -> LabelPlace:
        """Where the label of a flow is going to stand: on its line at a point, else where it goes itself."""
        layout = self._scene.drawing.layout
        if at is None:
            if flow.id not in layout.routes or flow.label_place != LabelPlace():
                return flow.label_place
            shown = layout.preview_flow(flow.model_copy(update={"label": SAMPLE})).label
            return place_for(shown.center, layout.routes[flow.id].points) if shown else LabelPlace()
        fraction = place_for(at, layout.routes[flow.id].points).fraction
        # The exact middle would mean: wherever there is room.
        return LabelPlace(fraction=MIDDLE if fraction == LabelPlace().fraction else fraction)

    def _place(self, id: str) -> tuple[str, QRectF, int, bool] | None:
        """Font role, area on the viewport, least width and whether the text is centred."""
        layout = self._scene.drawing.layout
        if id not in layout.cards and id not in layout.routes:
            return None
        anchor = self._anchor(id)
        record = self._session.now.find(id)
        if isinstance(record, Step):
            reach = REACH - 1
            inner = Rect(
                anchor.x + CARD_TEXT_X - reach,
                anchor.y + TEXT_TOP - reach,
                anchor.width - CARD_TEXT_X + reach - 2,
                anchor.height,
            )
            return "card", self._on_view(inner), STEP_WIDTH, False
        if isinstance(record, Flow):
            return "flow_label", self._on_view(anchor), FLOW_WIDTH, True
        if isinstance(record, Note):
            return "note", self._on_view(anchor.grown(REACH / 2)), FLOW_WIDTH, False
        return "block", self._on_view(anchor.grown(REACH / 2)), FLOW_WIDTH, True

    def _on_view(self, rect: Rect) -> QRectF:
        return self._view.viewportTransform().mapRect(QRectF(*rect))


def _placeholder(session: Session, record: Record) -> str:
    if isinstance(record, Step):
        return tr("Name of the step")
    if isinstance(record, Flow):
        return tr("Label of the flow")
    if isinstance(record, Terminal):
        title = terminal_title(session.now, record)
        return tr("{title} in a sentence").format(title=title)
    return note_name(record) if isinstance(record, Note) else ""
