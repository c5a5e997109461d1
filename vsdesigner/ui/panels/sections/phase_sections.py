"""The section of a phase: its name, and which steps are in it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vsdesigner.document.change import Change
from vsdesigner.document.query import phase_members
from vsdesigner.document.wording import numbers_text
from vsdesigner.model.records import Phase, Step, StreamMember
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.panels.sections.form import FormSection
from vsdesigner.ui.plain import PlainLabel
from vsdesigner.ui.session import Session


class PhaseSection(FormSection):
    """The name can be edited here; which steps belong to a phase follows from where they stand."""

    key = "phase"
    kind = Phase
    rows = (("name",),)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.steps = PlainLabel("", self, wrap=True)
        self.steps.setObjectName("phase.steps")
        self.steps.setProperty("role", "muted")
        self.box.addWidget(self.steps)

    def concerns(self, change: Change) -> bool:
        streams = {record.stream for record in self.records if isinstance(record, Phase)}
        return super().concerns(change) or any(
            isinstance(record, StreamMember) and record.stream in streams for record in change.records
        )

    def refresh(self) -> None:
        super().refresh()
        self.steps.setText(self._words())

    def _words(self) -> str:
        numbers = sorted(
            self.view.number(member.id)
            for phase in self.records
            for member in phase_members(self.view, phase.id)
            if isinstance(member, Step)
        )
        if not numbers:
            return tr("No step stands in it yet.")
        if len(numbers) == 1:
            return tr("Holds step {number}.").format(number=numbers[0])
        return tr("Holds steps {numbers}.").format(numbers=numbers_text(numbers))
