"""The middle of the window: the view that is chosen, and the tabs of the streams below it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from vsdesigner.ui.all_views import VIEWS
from vsdesigner.ui.guidance import Guidance
from vsdesigner.ui.lens.place import LensPlace
from vsdesigner.ui.session import Session
from vsdesigner.ui.stream_tabs import StreamTabs
from vsdesigner.ui.theme import Theme
from vsdesigner.ui.views.registry import View, ViewSpec
from vsdesigner.ui.way_up import WayUp


class Centre(QWidget):
    """Holds the views; one that was never chosen is not made."""

    view_changed = Signal(str)  # id of the view that is shown now
    zoom_changed = Signal(float)  # of the shown view
    verbs_changed = Signal()  # the same

    def __init__(
        self,
        session: Session,
        specs: tuple[ViewSpec, ...] = VIEWS,
        parent: QWidget | None = None,
        guidance: Guidance | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("centre")
        self._session = session
        self._guidance = guidance or Guidance(parent=self)
        self._specs = {spec.id: spec for spec in specs}
        self._made: dict[str, QWidget] = {}
        self._shown = ""
        self._cover: QWidget | None = None  # a page that stands before the views
        self._stack = QStackedWidget()
        self.tabs = StreamTabs(session)
        session.view_requested.connect(self.show_view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(WayUp(session))
        self._lens = LensPlace(session)
        column.addWidget(self._lens)
        column.addWidget(self._stack, 1)
        column.addWidget(self.tabs)
        self.show_view(specs[0].id)

    @property
    def view(self) -> View:
        """The shown view, or the page before it."""
        return cast(View, self.widget)

    @property
    def shown(self) -> str:
        """Id of the shown view; empty while a page stands before it."""
        return self._shown if self._cover is None else ""

    @property
    def widget(self) -> QWidget:
        """The widget of the shown view, or of the page before it."""
        return self._cover or self._made[self._shown]

    def show_view(self, id: str) -> None:
        """Show a view, made on the way when it is needed for the first time."""
        if id == self.shown:
            return
        self._session.committing.emit()
        if id not in self._made:
            widget = self._specs[id].make(self._session)
            self._made[id] = widget
            self._stack.addWidget(widget)
            cast(View, widget).zoom_changed.connect(lambda scale: self._on_zoom(widget, scale))
            cast(View, widget).verbs_changed.connect(self.verbs_changed)
            cast(View, widget).set_guidance(self._guidance)
        self._shown = id
        if self._cover is not None:
            self._stack.removeWidget(self._cover)
            self._cover = None
            self.tabs.show()
        self._stack.setCurrentWidget(self._made[id])
        self.view_changed.emit(id)
        self.zoom_changed.emit(self.view.zoom())

    def cover(self, page: QWidget) -> None:
        """Show a page, which is a `View`, before the views until `uncover` or the next `show_view`."""
        self._session.committing.emit()
        self._cover = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.tabs.hide()
        self.view_changed.emit("")

    def uncover(self) -> None:
        """Show the view again that was shown before the page."""
        if self._cover is not None:
            self.show_view(self._shown)

    def set_theme(self, worn: Theme) -> None:
        """Hand a new theme to all views that paint themselves."""
        self._lens.wear(worn)
        for widget in (*self._made.values(), *([self._cover] if self._cover is not None else [])):
            cast(View, widget).set_theme(worn)

    def _on_zoom(self, widget: QWidget, scale: float) -> None:
        if widget is self.widget:  # a hidden view may find its place too, when streams are switched
            self.zoom_changed.emit(scale)
