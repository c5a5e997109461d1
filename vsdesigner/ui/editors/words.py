"""What the values of the model's enums are called on screen."""

from __future__ import annotations

from enum import StrEnum

from vsdesigner.model.parts import SupplierKind, TimeUnit
from vsdesigner.model.records import Automation, DemandKind, FlowKind, Organisation, StreamState
from vsdesigner.ui.editors.choice_field import Choice
from vsdesigner.ui.i18n import tr

#: English source texts for translation.
WORDS: dict[StrEnum, str] = {
    DemandKind.DEMAND: "Demand",
    DemandKind.OPPORTUNITY: "Opportunity",
    StreamState.UNSAID: "Not said",
    StreamState.AS_IS: "As it is today",
    StreamState.TO_BE: "As it should be",
    Automation.UNSAID: "Not said",
    Automation.MANUAL: "By people",
    Automation.AUTOMATED: "By machines",
    Automation.MIXED: "By both",
    FlowKind.MAIN: "Main flow",
    FlowKind.ALTERNATIVE: "Alternative",
    FlowKind.REWORK: "Rework",
    FlowKind.INFORMATION: "Information",
    Organisation.OWN: "Our own organization",
    Organisation.CUSTOMER: "The customer",
    Organisation.PARTNER: "A partner",
    SupplierKind.OWN: "Our own organization",
    SupplierKind.PARTNER: "A partner",
    TimeUnit.MINUTES: "minutes",
    TimeUnit.HOURS: "hours",
    TimeUnit.DAYS: "days",
    TimeUnit.WEEKS: "weeks",
}


def word(value: StrEnum) -> str:
    """Return what a value is called, translated."""
    return tr(WORDS[value])


def choices(kind: type[StrEnum]) -> list[Choice]:
    """Return all values of an enum as choices, in its order."""
    return [Choice(value, word(value)) for value in kind]
