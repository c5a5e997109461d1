"""Which sections the inspector shows for which type of record. Adding one is a class and a line here."""

from __future__ import annotations

from vsdesigner.model.records import Flow, Note, Phase, Record, Step, Stream, Terminal
from vsdesigner.ui.panels.sections.flow_sections import EndsSection, FlowSection
from vsdesigner.ui.panels.sections.note_sections import NoteSection
from vsdesigner.ui.panels.sections.phase_sections import PhaseSection
from vsdesigner.ui.panels.sections.practices_section import PracticesSection
from vsdesigner.ui.panels.sections.raci_section import RaciSection
from vsdesigner.ui.panels.sections.section import Section
from vsdesigner.ui.panels.sections.step_sections import MoreSection, StepSection, TimesSection
from vsdesigner.ui.panels.sections.stream_sections import (
    DemandSection,
    DocumentSection,
    LeadTimesSection,
    OfferingsSection,
    ResponsibilitiesSection,
    UseCaseSection,
    ValueSection,
)
from vsdesigner.ui.panels.sections.tasks_section import TasksSection
from vsdesigner.ui.panels.sections.tools_section import ToolsSection

SECTIONS: dict[type[Record], list[type[Section]]] = {
    Stream: [UseCaseSection, LeadTimesSection, ResponsibilitiesSection, OfferingsSection, DocumentSection],
    Step: [
        StepSection,
        TasksSection,
        PracticesSection,
        ToolsSection,
        RaciSection,
        TimesSection,
        MoreSection,
    ],
    Terminal: [DemandSection, ValueSection],
    Flow: [EndsSection, FlowSection],
    Phase: [PhaseSection],
    Note: [NoteSection],
}


def sections_for(kind: type[Record]) -> tuple[type[Section], ...]:
    """Return the sections of a record type from top to bottom; none for types without any."""
    return tuple(SECTIONS.get(kind, ()))
