"""The sections of a flow: its ends, and what it means."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from vsdesigner.document.change import Change
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Flow, Record, Step
from vsdesigner.ui.editors.link_label import LinkLabel
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.panels.sections.form import FormSection, field_label
from vsdesigner.ui.panels.sections.section import Section
from vsdesigner.ui.panels.sections.wording import called
from vsdesigner.ui.plain import escape_tooltip
from vsdesigner.ui.session import Session


class EndsSection(Section):
    """Where the flow comes from and where it leads, as links."""

    key = "ends"
    several = False

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.source = self._link("flow.source")
        self.target = self._link("flow.target")
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (text, link) in enumerate(((tr("From"), self.source), (tr("To"), self.target))):
            label = field_label(text, self)
            label.setContentsMargins(0, 5, 0, 0)
            label.setBuddy(link)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(link, row, 1)
        self.box.addLayout(grid)

    def _link(self, name: str) -> LinkLabel:
        link = LinkLabel("", self)
        link.setObjectName(name)
        link.setToolTip(escape_tooltip(tr("Select it")))
        link.followed.connect(lambda: self._follow(link))
        return link

    def concerns(self, change: Change) -> bool:
        return super().concerns(change) or not change.touched.isdisjoint(self._ends())

    def refresh(self) -> None:
        for flow in self.records[:1]:
            if isinstance(flow, Flow):
                for link, end, spoken in (
                    (self.source, flow.source, tr("From {name}")),
                    (self.target, flow.target, tr("To {name}")),
                ):
                    name = _end_text(self.view, end)
                    link.setText(name)
                    link.setAccessibleName(spoken.format(name=name))

    def _ends(self) -> Sequence[str]:
        return [end for flow in self.records if isinstance(flow, Flow) for end in (flow.source, flow.target)]

    def _follow(self, link: LinkLabel) -> None:
        for flow in self.records[:1]:
            if isinstance(flow, Flow):
                self.session.reveal((flow.source if link is self.source else flow.target,))


def _end_text(view: Snapshot, id: str) -> str:
    """``3 · Approve the request``, or ``Demand``."""
    record: Record | None = view.find(id)
    if record is None:
        return ""
    if isinstance(record, Step):
        name = " ".join(record.name.split()) or called(view, record)
        return tr("{number} · {name}").format(number=view.number(id), name=name)
    return called(view, record)


class FlowSection(FormSection):
    """Label, kind and share of the volume."""

    key = "flow"
    kind = Flow
    rows = (("label",), ("kind", "share"))
