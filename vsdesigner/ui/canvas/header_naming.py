"""Editing the names of lanes and phases in their headers."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QObject, QPoint, QRect, QRectF

from vsdesigner.model.records import Lane, Phase
from vsdesigner.model.text import NAME_LENGTH, clean
from vsdesigner.ui.canvas import lane_edits
from vsdesigner.ui.canvas.edge_strip import EdgeStrip
from vsdesigner.ui.canvas.name_editor import NameEditor
from vsdesigner.ui.canvas.view import LaneView
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.lane_words import lane_title
from vsdesigner.ui.session import Session
from vsdesigner.ui.theme import FONTS

LANE_ROLE, PHASE_ROLE = "lane", "panel_strong"
LEAST_WIDTH = 142  # px that an editor has at least
INSET = 4


class HeaderNaming(QObject):
    """At most one editor is open. Every way of leaving it commits, only Esc does not."""

    def __init__(self, session: Session, view: LaneView) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._id = ""
        self._key: Hashable | None = None
        self._shown = ""
        self.editor = NameEditor(view)
        self.editor.setObjectName("name_editor")
        editor = self.editor
        for leaving in (editor.committed, editor.entered, editor.tabbed, session.committing):
            leaving.connect(self.commit)
        for asking in (editor.next_wanted, editor.value_wanted):  # nothing follows a lane as it does a step
            asking.connect(self.commit)
        self.editor.cancelled.connect(self.cancel)
        self.editor.resized.connect(self.settle)
        view.moved.connect(self.settle)
        view.lane_scene.bands_changed.connect(self.settle)

    @property
    def id(self) -> str:
        """The lane or phase that is being named, or nothing."""
        return self._id

    def begin(self, id: str, key: Hashable | None = None) -> bool:
        """Edit the name of a lane or phase; with a `key` it joins the step back of the edit before."""
        self.commit()
        record = self._session.now.find(id)
        if not isinstance(record, Lane | Phase) or self._area(id) is None:
            return False
        self._id, self._key = id, key
        if isinstance(record, Lane):
            words, placeholder = lane_title(record), record.name
        else:
            words, placeholder = record.name, tr("Name of the phase")
        self.editor.begin(words, placeholder, NAME_LENGTH, many_lines=False)
        self._shown = self.editor.toPlainText()
        self.editor.show()  # before it is measured: a hidden field does not break its lines
        self.settle()
        self.editor.raise_()
        self.editor.setFocus()
        return True

    def commit(self) -> None:
        """Take over what was typed and close; does nothing when no editor is open."""
        if not self._id:
            return
        text = " ".join(clean(self.editor.toPlainText()).split())
        id, key, shown = self._id, self._key, self._shown
        self._close()
        record = self._session.now.find(id)
        if text == " ".join(shown.split()):
            return
        if isinstance(record, Lane):
            lane_edits.rename_lane(self._session, id, text, key)
        elif isinstance(record, Phase):
            lane_edits.rename_phase(self._session, id, text, key)

    def cancel(self) -> None:
        """Close and forget what was typed."""
        if self._id:
            self._close()

    def settle(self) -> None:
        """Put the editor where the header is now; close it when the lane or phase is gone."""
        if not self._id:
            return
        area = self._area(self._id)
        if area is None:
            self.cancel()
            return
        of_lane = isinstance(self._session.now.find(self._id), Lane)
        role = LANE_ROLE if of_lane else PHASE_ROLE
        theme = self._view.lane_scene.drawing.inks.theme
        self.editor.dress(theme, FONTS[role][0], bold=True, centred=not of_lane)
        room = self._view.rect().adjusted(INSET, 0, -INSET, 0)
        wide = min(room.width(), max(LEAST_WIDTH, round(area.width()) - 2 * INSET))
        size = self.editor.wanted_size(wide)
        spot = QRect(QPoint(0, 0), size)
        spot.moveCenter(area.center().toPoint())
        spot.moveLeft(max(room.left(), min(spot.left(), room.right() - spot.width())))
        spot.moveTop(max(0, min(spot.top(), self._view.height() - spot.height())))
        self.editor.put(spot)

    # -- inside -----------------------------------------------------------------------------------------
    def _area(self, id: str) -> QRectF | None:
        """What is seen of the header, in px of the view."""
        strip: EdgeStrip = self._view.headers
        area = self._view.headers.name_area(id)
        if area is None:
            strip, area = self._view.strip, self._view.strip.name_area(id)
        return None if area is None else area.translated(strip.x(), strip.y())

    def _close(self) -> None:
        focused = self.editor.hasFocus()
        self._id = ""
        if focused:
            self._view.setFocus()
        self.editor.hide()
