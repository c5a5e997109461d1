"""The sections of a use case, and those of demand and value, which are parts of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from vsdesigner.commands import roles as role_verbs
from vsdesigner.commands import streams
from vsdesigner.document.change import Change
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import role_name
from vsdesigner.model.fields import field
from vsdesigner.model.ids import new_id
from vsdesigner.model.parts import LeadTime, Responsibility
from vsdesigner.model.records import Record, Role, Stream, Terminal, TerminalKind
from vsdesigner.ui.editors.duty_list import Duty, DutyList
from vsdesigner.ui.editors.lead_time_list import LeadTimeList
from vsdesigner.ui.editors.suggestions import Suggestion, matching
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.panels.sections import suggesting
from vsdesigner.ui.panels.sections.field_editors import as_widget, dress, object_name
from vsdesigner.ui.panels.sections.form import FormSection
from vsdesigner.ui.panels.sections.list_sections import ListSection
from vsdesigner.ui.panels.sections.wording import change_label
from vsdesigner.ui.plain import shortened
from vsdesigner.ui.roles.prose_offer import ProseOffer
from vsdesigner.ui.session import Session


def stream_of(records: Sequence[Record]) -> Stream | None:
    """Return the stream among records."""
    return next((record for record in records if isinstance(record, Stream)), None)


class UseCaseSection(FormSection):
    """What the stream is about, from demand to value."""

    key = "usecase"
    kind = Stream
    rows = (
        ("name",),
        ("owner",),
        ("description",),
        ("demand_kind",),
        ("demand",),
        ("outcomes",),
        ("value",),
    )


class LeadTimesSection(ListSection):
    """How long the stream takes, by class of service."""

    rows: LeadTimeList
    key = "lead_times"
    title = "Estimated or target lead time"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.rows = LeadTimeList(tr("Add a lead time"), self)
        dress(self.rows, field(Stream, "lead_times"))
        self.rows.setToolTip("")
        self.rows.committed.connect(self._on_leads)
        self.rows.told.connect(self.tell)
        self.box.addWidget(self.rows)

    @classmethod
    def count(cls, view: Snapshot, records: Sequence[Record]) -> int | None:
        stream = stream_of(records)
        return (len(stream.lead_times) or None) if stream is not None else None

    def refresh(self) -> None:
        stream = stream_of(self.records)
        if stream is not None:
            self.rows.set_value(stream.lead_times)

    def focus_field(self, name: str) -> bool:
        """``lead_times:<id>`` is the number of one of them, ``lead_times:new`` that of one more."""
        field_name, _, part = name.partition(":")
        if field_name != "lead_times":
            return False
        self.rows.focus_number(part) if part else self.rows.focus_row(0)
        return True

    def _on_leads(self, leads: tuple[LeadTime, ...]) -> None:
        records = self.records
        if records:
            label = change_label(self.view, records, tr("Estimated or target lead time"))
            self.edit(label, lambda draft: streams.update(draft, records[0].id, lead_times=leads))


class ResponsibilitiesSection(ListSection):
    """Who takes part and what they do; roles are made on the fly."""

    rows: DutyList
    key = "responsibilities"
    title = "Roles and responsibilities"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.rows = DutyList(
            self._suggestions, lambda: new_id("duty"), tr("Add a role and what it does"), self
        )
        dress(self.rows, field(Stream, "responsibilities"))
        self.rows.setToolTip("")
        self.rows.committed.connect(self._on_duties)
        self.rows.told.connect(self.tell)
        self.rows.role_asked.connect(self._on_role)
        self.offer = ProseOffer(session, self)
        self.offer.heir = self.rows.add_button
        self.box.addWidget(self.rows)
        self.box.addWidget(self.offer)

    @classmethod
    def count(cls, view: Snapshot, records: Sequence[Record]) -> int | None:
        stream = stream_of(records)
        return (len(stream.responsibilities) or None) if stream is not None else None

    def concerns(self, change: Change) -> bool:
        return super().concerns(change) or any(isinstance(record, Role) for record in change.records)

    def refresh(self) -> None:
        stream = stream_of(self.records)
        if stream is not None:
            self.rows.set_value(
                tuple(
                    Duty(line.id, role_name(self.view, line.role), line.duty)
                    for line in stream.responsibilities
                )
            )

    def focus_field(self, name: str) -> bool:
        """``responsibilities:<id>`` is what a line's role does, ``responsibilities:new`` one more line."""
        field_name, _, part = name.partition(":")
        if field_name != "responsibilities":
            return False
        self.rows.focus_duty(part) if part else self.rows.focus_row(0)
        return True

    def _on_role(self, key: str, place: QRect) -> None:
        from vsdesigner.ui.roles.role_card import open_role_card  # late: the first frame may do without

        self.commit()
        stream = stream_of(self.records)
        line = next((each for each in stream.responsibilities if each.id == key), None) if stream else None
        if line is not None:
            open_role_card(self.session, self, line.role, place)

    def _suggestions(self, typed: str) -> list[Suggestion]:
        create = tr("Create “{name}”").format(name=shortened(typed.strip(), 60))
        return matching(suggesting.role_suggestions(self.view), typed, create)

    def _on_duties(self, duties: tuple[Duty, ...]) -> None:
        stream = stream_of(self.records)
        if stream is None:
            return
        known = {line.id: line for line in stream.responsibilities}

        def verb(draft: Draft) -> None:
            lines = [_responsibility(draft, known.get(duty.key), duty) for duty in duties]
            streams.update(draft, stream.id, responsibilities=tuple(lines))

        self.edit(change_label(self.view, [stream], tr("Roles and responsibilities")), verb)


def _responsibility(draft: Draft, known: Responsibility | None, duty: Duty) -> Responsibility:
    """The line as it is written; a role is looked up, or made, only where the name is another one."""
    if known is not None and role_name(draft.view, known.role) == duty.role:
        return known.model_copy(update={"duty": duty.duty})
    role = role_verbs.add_role(draft, duty.role)
    if known is not None:
        return known.model_copy(update={"role": role, "duty": duty.duty})
    return Responsibility(id=duty.key, role=role, duty=duty.duty)


class OfferingsSection(FormSection):
    """The service offerings that the stream serves."""

    key = "offerings"
    title = "Service offerings"
    kind = Stream
    rows = (("service_offerings",),)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        for label in self.cells["service_offerings"].findChildren(QWidget):
            if label.property("role") == "field":
                label.hide()  # the heading says it

    @classmethod
    def count(cls, view: Snapshot, records: Sequence[Record]) -> int | None:
        stream = stream_of(records)
        return (len(stream.service_offerings) or None) if stream is not None else None


class DocumentSection(FormSection):
    """Where the description stands."""

    key = "state"
    title = "State and version"
    kind = Stream
    rows = (("state",), ("status", "version"))


class TerminalSection(FormSection):
    """Base of demand and value: fields of their stream."""

    kind = Stream
    end: ClassVar[TerminalKind]

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        for name, editor in self.editors.items():
            as_widget(editor).setObjectName(object_name(field(Stream, name)).replace("stream", "terminal"))

    @classmethod
    def applies(cls, records: Sequence[Record]) -> bool:
        return any(isinstance(record, Terminal) and record.kind is cls.end for record in records)

    def show_records(self, ids: Sequence[str], *, fresh: bool) -> None:
        found = [self.view.find(id) for id in ids]
        members = [record for record in found if isinstance(record, Terminal) and record.kind is self.end]
        super().show_records(tuple(dict.fromkeys(member.stream for member in members)), fresh=fresh)


class DemandSection(TerminalSection):
    """What sets the stream off."""

    key = "demand"
    end = TerminalKind.DEMAND
    rows = (("demand_kind",), ("demand",))


class ValueSection(TerminalSection):
    """What the stream is good for."""

    key = "value"
    end = TerminalKind.VALUE
    rows = (("outcomes",), ("value",))
