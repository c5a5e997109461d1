"""Makes the editor that a field asks for, with its names and helps for eye, ear and tests."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from vsdesigner.model.fields import Editor, Field
from vsdesigner.model.ids import new_id
from vsdesigner.model.records import (
    Automation,
    DemandKind,
    Flow,
    FlowKind,
    Organisation,
    Record,
    Step,
    Stream,
    StreamState,
)
from vsdesigner.model.text import NAME_LENGTH
from vsdesigner.ui.editors.choice_field import ChoiceField
from vsdesigner.ui.editors.duration_field import DurationField
from vsdesigner.ui.editors.editor import FieldEditor
from vsdesigner.ui.editors.flag_field import FlagField
from vsdesigner.ui.editors.line_list import NameList
from vsdesigner.ui.editors.number_field import NumberField
from vsdesigner.ui.editors.supplier_field import SupplierField
from vsdesigner.ui.editors.text_field import TextField
from vsdesigner.ui.editors.words import choices
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import escape_tooltip

_ENUMS: dict[str, type[StrEnum]] = {
    "demand_kind": DemandKind,
    "state": StreamState,
    "kind": FlowKind,
    "automation": Automation,
    "organisation": Organisation,
}
#: What the button below a list of lines says, and what a line is called aloud; English source texts.
_ADDING: dict[str, tuple[str, str]] = {
    "inputs": ("Add an input or trigger", "Input or trigger {number}"),
    "information": ("Add a piece of information", "Information {number}"),
    "outputs": ("Add an output", "Output {number}"),
    "constraints": ("Add a constraint", "Constraint {number}"),
    "skills": ("Add a skill", "Skill {number}"),
    "metrics": ("Add a metric", "Metric {number}"),
    "service_offerings": ("Add a service offering", "Service offering {number}"),
}
_PREFIXES: dict[type[Record], str] = {Step: "field", Stream: "stream", Flow: "flow"}


def object_name(field: Field) -> str:
    """Return the name under which tests find a field's editor: ``field.name`` for steps, ``stream.owner``."""
    return f"{_PREFIXES.get(field.kind, field.kind.__name__.lower())}.{field.name}"


def _line(field: Field) -> QWidget:
    # A step's name may have several lines; they are made the same way on the canvas.
    return TextField(breaks=field.name == "name" and field.kind is Step)


def _text(field: Field) -> QWidget:
    return TextField(many_lines=True)


def _choice(field: Field) -> QWidget:
    return ChoiceField(choices(_ENUMS[field.name]))


def _flag(field: Field) -> QWidget:
    return FlagField(tr(field.label))


def _duration(field: Field) -> QWidget:
    return DurationField(tr(field.label))


def _percent(field: Field) -> QWidget:
    return NumberField(most=100, suffix="%")


def _lines(field: Field) -> QWidget:
    add, spoken = _ADDING[field.name]
    name = field.name if field.kind is Step else object_name(field)
    return NameList(name, tr(add), lambda: new_id("line"), spoken=spoken, max_length=NAME_LENGTH)


def _supplier(field: Field) -> QWidget:
    return SupplierField()


def _plain_choice(field: Field) -> QWidget:
    return ChoiceField()  # the section that uses it knows what there is to choose


MAKERS: dict[Editor, Callable[[Field], QWidget]] = {
    Editor.LINE: _line,
    Editor.TEXT: _text,
    Editor.CHOICE: _choice,
    Editor.FLAG: _flag,
    Editor.DURATION: _duration,
    Editor.PERCENT: _percent,
    Editor.LINES: _lines,
    Editor.SUPPLIER: _supplier,
    Editor.LANE: _plain_choice,
    Editor.FACET: _plain_choice,
    Editor.STREAM_LINK: _plain_choice,
}


def make_editor(field: Field) -> FieldEditor:
    """Return a new editor, also a QWidget, for a field; KeyError for those with a section of their own."""
    widget = MAKERS[field.editor](field)
    dress(widget, field)
    if isinstance(widget, TextField):
        # An empty text says what belongs into it: that is when one wants to know.
        hint = field.placeholder or (field.help if field.editor is Editor.TEXT else "")
        widget.set_hint(tr(hint) if hint else "")
    return cast(FieldEditor, widget)


def dress(widget: QWidget, field: Field) -> None:
    """Give an editor its object name, accessible name, tooltip and status tip."""
    widget.setObjectName(object_name(field))
    widget.setAccessibleName(tr(field.label))
    widget.setAccessibleDescription(tr(field.help))
    widget.setToolTip(escape_tooltip(tr(field.help)))
    widget.setStatusTip(tr(field.help))


def as_widget(editor: Any) -> QWidget:
    """Return an editor as the widget it is."""
    return cast(QWidget, editor)
