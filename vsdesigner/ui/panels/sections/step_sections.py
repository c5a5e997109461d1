"""The sections of a step that are plain fields: what it is, times, and everything else."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from vsdesigner.commands import steps
from vsdesigner.document.change import Change
from vsdesigner.document.draft import Draft
from vsdesigner.model.fields import Field
from vsdesigner.model.records import Lane, Step, Stream
from vsdesigner.ui import theme
from vsdesigner.ui.editors.choice_field import Choice, ChoiceField
from vsdesigner.ui.editors.text_field import TextField
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import activity_icon
from vsdesigner.ui.lane_words import lane_title, title_of
from vsdesigner.ui.panels.sections.common import same
from vsdesigner.ui.panels.sections.form import FormSection
from vsdesigner.ui.panels.sections.wording import called, counted
from vsdesigner.ui.session import Session


class StepSection(FormSection):
    """Name, activity, facet and qualifier."""

    key = "step"
    kind = Step
    rows = (("name",), ("lane", "facet"), ("qualifier",))

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        name = self.editors["name"]
        if isinstance(name, TextField):
            name.setProperty("strong", True)
            name.set_hint(tr("What is done? Start with a verb"))

    def concerns(self, change: Change) -> bool:
        return super().concerns(change) or any(isinstance(record, Lane) for record in change.records)

    def refresh(self) -> None:
        members = [record for record in self.records if isinstance(record, Step)]
        if not members:
            return
        self._offer_lanes()
        lanes = {step.lane for step in members}
        lane = self.view.find(members[0].lane) if len(lanes) == 1 else None
        facets = lane.facets if isinstance(lane, Lane) else ()
        facet = self.editors["facet"]
        if isinstance(facet, ChoiceField) and isinstance(lane, Lane):
            whole = tr("Both") if len(facets) == 2 else tr("All of it")
            only = [Choice(each.id, tr("{part} only").format(part=each.name)) for each in facets]
            facet.set_choices([Choice("", whole), *only])
        super().refresh()
        self.cells["facet"].setVisible(bool(facets))
        hint = tr("When, or under which condition")
        if same([step.facet for step in members]):
            hint = next((each.qualifier for each in facets if each.id == members[0].facet), hint)
        qualifier = self.editors["qualifier"]
        if isinstance(qualifier, TextField):
            qualifier.set_hint(hint)

    def store(self, draft: Draft, entry: Field, value: object) -> None:
        if entry.name == "lane" and isinstance(value, str):
            steps.set_lane(draft, [record.id for record in self.records], value)
        else:
            super().store(draft, entry, value)

    def write(self, entry: Field, value: object) -> None:
        records = self.records
        if entry.name != "lane" or not isinstance(value, str) or not records:
            super().write(entry, value)
            return
        activity = title_of(self.view, value)
        if len(records) == 1:
            label = tr("Move “{name}” to {activity}").format(
                name=called(self.view, records[0]), activity=activity
            )
        else:
            label = tr("Move {things} to {activity}").format(
                things=counted(Step, len(records)), activity=activity
            )
        self.edit(label, lambda draft: self.store(draft, entry, value))

    def _offer_lanes(self) -> None:
        lane = self.editors["lane"]
        if isinstance(lane, ChoiceField):
            worn = theme.current()
            lane.set_choices(
                [
                    Choice(each.id, lane_title(each), activity_icon(each.id, worn.lane(each.color).text))
                    for each in self.view.lanes
                ]
            )

    @guarded
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.ids:
            self._offer_lanes()  # the icons of the activities have a colour for each theme


class TimesSection(FormSection):
    """How long the step takes and how good its result is."""

    key = "times"
    title = "Times"
    opened = False
    kind = Step
    rows = (("process_time",), ("wait_time",), ("complete_and_accurate",))


class MoreSection(FormSection):
    """What else is recorded of a step."""

    key = "more"
    title = "More"
    opened = False
    kind = Step
    rows = (
        ("inputs",),
        ("information",),
        ("outputs",),
        ("constraints",),
        ("skills",),
        ("metrics",),
        ("service_offerings",),
        ("supplier",),
        ("automation",),
        ("customer_visible",),
        ("optional",),
        ("substream",),
        ("presenter_notes",),
    )

    def concerns(self, change: Change) -> bool:
        return super().concerns(change) or any(isinstance(record, Stream) for record in change.records)

    def refresh(self) -> None:
        substream = self.editors["substream"]
        if isinstance(substream, ChoiceField):
            others = [stream for stream in self.view.streams if stream.id != self.session.stream]
            named = [Choice(stream.id, called(self.view, stream)) for stream in others]
            substream.set_choices([Choice("", tr("No other stream")), *named])
            self.cells["substream"].setVisible(bool(others))
        super().refresh()
