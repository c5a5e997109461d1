"""The inspector: shows and changes what is selected, or the use case of the stream when nothing is.

Object names, for tests and helpers (`findChild`):

- ``inspector.title`` · the heading, such as "Step 4 · Obtain/Build"
- ``field.<name>`` · editor of a step's field: ``field.name``, ``field.lane``, ``field.facet``,
  ``field.qualifier``, ``field.process_time`` (with ``likely``, ``unit``, ``range``, ``least``, ``most``),
  ``field.supplier`` (with ``kind``, ``name``) …; ``stream.<name>`` of the use case, ``flow.<name>`` of a flow
  (with the links ``flow.source``, ``flow.target``), ``terminal.<name>`` of demand and value
- ``tasks.add`` · ``tasks.line.<n>`` (the text field, from 0); the same with ``inputs``, ``information``,
  ``outputs``, ``constraints``, ``skills``, ``metrics``, ``service_offerings``; the row around a line is
  ``tasks.line.<n>.row``
- ``practices.add`` · ``practices.row.<n>.name`` or ``.label``, ``.contribution``, ``.remove``
- ``tools.add`` · ``tools.row.<n>.category``, ``.products``, ``.remove``
- ``raci.grid`` · ``raci.add`` · ``raci.rename`` (the editor of a role's name while it is open)
- ``lead_times.add`` · ``lead_times.row.<n>.class``, ``.min``, ``.max``, ``.unit``, ``.remove``
- ``responsibilities.add`` · ``responsibilities.row.<n>.role``, ``.duty``, ``.remove``
- ``stream.service_offerings.add`` · ``stream.service_offerings.line.<n>``
- ``suggestions`` · the list of suggestions, a child of the window while it is needed
- ``section.<key>`` and ``section.<key>.header`` · ``step``, ``tasks``, ``practices``, ``tools``, ``raci``,
  ``times``, ``more``; ``usecase``, ``lead_times``, ``responsibilities``, ``offerings``, ``state``;
  ``demand``, ``value``; ``ends``, ``flow``
- ``page.step``, ``page.stream``, ``page.flow``, ``page.terminal`` · the scrolling columns
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from vsdesigner.document.change import Change
from vsdesigner.model.records import Phase, Record, Role, Step, Stream, StreamMember
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.panels.heading import Heading
from vsdesigner.ui.panels.page import FoldMemory, Page, Settings
from vsdesigner.ui.panels.panel import Panel
from vsdesigner.ui.plain import PlainLabel
from vsdesigner.ui.session import Session

LEAST_WIDTH = 280


class InspectorPanel(Panel):
    """Every way of leaving a field hands it in; there is nothing to confirm.

    `settings` (a QSettings, or anything with `value` and `setValue`) keeps which sections are open.
    """

    def __init__(
        self, session: Session, settings: Settings | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, parent)
        self.setObjectName("inspector")
        self.setAccessibleName(tr("Inspector"))
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(LEAST_WIDTH)
        self._memory = FoldMemory(settings)
        self._pages: dict[type[Record], Page] = {}
        self._ids: tuple[str, ...] = ()
        self._page: Page | None = None
        self._heading = Heading(self)
        self._stack = QStackedWidget(self)
        self._nothing = PlainLabel("", self._stack, wrap=True)
        self._nothing.setObjectName("inspector.nothing")
        self._nothing.setProperty("role", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(16, 12, 16, 16)
        self._stack.addWidget(self._nothing)
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.HLine)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._heading)
        layout.addWidget(line)
        layout.addWidget(self._stack, 1)
        session.field_requested.connect(self.show_field)
        self.start()

    @property
    def page(self) -> Page | None:
        """The column that is shown, None when the selection has no fields in common."""
        return self._page

    def show_field(self, id: str, field: str = "") -> None:
        """Show a record (or the use case of a stream) and put the keyboard into one of its fields.

        An empty `field` is the first one; `raci:<role id>` and `tasks:<task id>` are lines of a field. A role
        is shown where its letters are.
        """
        record = self.session.now.find(id)
        if isinstance(record, Role):
            self._show_role(record)
            return
        if isinstance(record, Stream):
            self.session.show_stream(id)
            self.session.select(())
        elif isinstance(record, StreamMember):
            self.session.reveal((id,))
        if record is not None and self._page is not None:
            places = (field, field.partition(":")[0], "")
            next(filter(self._page.focus_field, places), None)

    def _show_role(self, role: Role) -> None:
        steps = self.session.now.steps(self.session.stream)
        if not any(isinstance(record, Step) for record in self.session.selected) and steps:
            holding = [step for step in steps if any(mark.role == role.id for mark in step.raci)]
            self.session.reveal(((holding or list(steps))[0].id,))
        if self._page is not None and not self._page.focus_field(f"raci:{role.id}"):
            self._page.focus_field("responsibilities")

    # -- what the session says --------------------------------------------------------------------------
    def on_selection(self, ids: tuple[str, ...]) -> None:
        wanted = tuple(record.id for record in self.session.selected) or (self.session.stream,)
        gone = {id for id in self._ids if id not in self.session.now}
        shrunk = bool(gone) and set(wanted) == set(self._ids) - gone
        if self._page is not None and wanted != self._ids and not gone:
            # Never in the middle of somebody else's edit: that is when records are gone.
            self._page.commit()
        fresh = wanted != self._ids and not shrunk
        self._ids = wanted
        self._show(fresh=fresh)

    def on_change(self, change: Change) -> None:
        if change.is_movement and not any(isinstance(record, Phase) for record in self._records()):
            return  # where a card stands is shown only by what holds it
        if any(id not in self.session.now for id in self._ids):
            return  # another selection follows
        self._heading.show_records(self.session.now, self._records())
        if self._page is not None:
            self._page.on_change(change)

    def on_replaced(self) -> None:
        for page in self._pages.values():
            page.cancel()
        self._ids = ()

    def commit(self) -> None:
        if self._page is not None:
            self._page.commit()

    @guarded
    def hideEvent(self, event: QHideEvent) -> None:
        self.commit()
        super().hideEvent(event)

    # -- inside -----------------------------------------------------------------------------------------
    def _records(self) -> list[Record]:
        found = (self.session.now.find(id) for id in self._ids)
        return [record for record in found if record is not None]

    def _show(self, *, fresh: bool) -> None:
        records = self._records()
        if not records:
            return
        self._heading.show_records(self.session.now, records)
        kinds = {type(record) for record in records}
        page = self._page_for(kinds.pop()) if len(kinds) == 1 else None
        if page is None or page.is_empty:
            self._show_nothing(len(records))
            return
        fresh = fresh or page is not self._page
        self._page = page
        page.show_records(self._ids, fresh=fresh)
        remembered = page.focusWidget()
        if remembered is not None and not remembered.isVisibleTo(page):
            remembered.clearFocus()  # Qt would give the keyboard to something that is hidden by now
        self._stack.setCurrentWidget(page)

    def _show_nothing(self, count: int) -> None:
        self._page = None
        self._nothing.setText(
            tr("Select steps only, or flows only, to change them together.")
            if count > 1
            else tr("This is changed where it is drawn.")
        )
        self._stack.setCurrentWidget(self._nothing)

    def _page_for(self, kind: type[Record]) -> Page:
        if kind not in self._pages:
            self._pages[kind] = Page(self.session, kind, self._memory, self._stack)
            self._stack.addWidget(self._pages[kind])
        return self._pages[kind]
