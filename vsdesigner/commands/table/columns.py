"""Which columns the Tables view has: the method's own, further ones to choose, and one for each role."""

from __future__ import annotations

from collections.abc import Callable

from vsdesigner.commands.table import activity, duties, following, lines, uses, values
from vsdesigner.commands.table.column import Column, Kind, Reader
from vsdesigner.commands.table.writing import Writing
from vsdesigner.document.query import phase_of
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import (
    activity_text,
    facet_name,
    list_text,
    mapping_text,
    one_line,
    practices_text,
    role_name,
    tasks_text,
    tools_text,
)
from vsdesigner.model.fields import field
from vsdesigner.model.records import Role, Step

#: The columns of the method's tables, in its order: what the view shows at first.
METHOD = ("name", "lane", "tasks", "practices", "tools")
ROLE_PREFIX = "raci:"

_Choices = Callable[[Snapshot, Step], tuple[str, ...]]


def columns(view: Snapshot) -> tuple[Column, ...]:
    """Return every column there is for a document: those of the method first, roles last (``raci:<id>``)."""
    return (*_ALL, *(_role(view, role) for role in view.roles))


def _role(view: Snapshot, role: Role) -> Column:
    return Column(
        id=f"{ROLE_PREFIX}{role.id}",
        header=one_line(role_name(view, role.id)),
        help=field(Step, "raci").help,
        kind=Kind.LETTERS,
        read=duties.read_letters(role.id),
        change=duties.change_letters(role.id),
        choices=duties.letters,
        field="raci",
        part=role.id,
    )


def _of(
    name: str,
    kind: Kind,
    read: Reader,
    change: Callable[[Writing, Step, str], Step] | None,
    *,
    header: str = "",
    text: Reader | None = None,
    choices: _Choices | None = None,
    by_task: bool = False,
) -> Column:
    """The column of a described field."""
    described = field(Step, name)
    return Column(
        id=name,
        header=header or described.label,
        help=described.help,
        kind=kind,
        read=read,
        change=change,
        text=text,
        choices=choices,
        field=name,
        by_task=by_task,
    )


def _line(name: str, *, header: str = "") -> Column:
    def read(_view: Snapshot, step: Step) -> str:
        return one_line(getattr(step, name))

    return _of(name, Kind.LINE, read, values.change_line(name), header=header)


def _items(name: str, choices: _Choices | None = None) -> Column:
    return _of(
        name,
        Kind.ITEMS,
        lambda _view, step: list_text(getattr(step, name)),
        lines.change_names(name),
        text=lambda _view, step: lines.plain_lines(getattr(step, name)),
        choices=choices,
    )


def _time(name: str) -> Column:
    return _of(name, Kind.TIME, values.read_time(name), values.change_time(name))


def _flag(name: str) -> Column:
    return _of(name, Kind.FLAG, values.read_flag(name), values.change_flag(name), choices=values.flags)


def _phase(view: Snapshot, step: Step) -> str:
    found = phase_of(view, step.id)
    return one_line(found.name) if found else ""


def _offerings(view: Snapshot, step: Step) -> tuple[str, ...]:
    """The offerings that steps of the document name, for completion."""
    offered = (name for stream in view.streams for name in stream.service_offerings)
    return tuple(dict.fromkeys((*offered, *step.service_offerings)))


_ALL: tuple[Column, ...] = (
    _line("name", header="Value Stream Step"),
    _of(
        "lane",
        Kind.ACTIVITY,
        mapping_text,
        activity.change_mapping,
        header="Mapped SVC",
        text=activity.editing_text,
        choices=activity.names,
    ),
    _of(
        "tasks",
        Kind.ITEMS,
        lambda _view, step: tasks_text(step),
        lines.change_tasks,
        header="Task/Action",
        text=lines.tasks_for_editing,
        by_task=True,
    ),
    _of(
        "practices",
        Kind.PRACTICES,
        practices_text,
        uses.change_practices,
        text=uses.practices_for_editing,
        choices=uses.practice_names,
    ),
    _of(
        "tools",
        Kind.TOOLS,
        tools_text,
        uses.change_tools,
        header="Tools and Technologies",
        text=uses.tools_for_editing,
        choices=uses.tool_names,
    ),
    Column(
        "number",
        "Number",
        "The step's place in the stream; it follows from the flow.",
        Kind.FIXED,
        lambda view, step: str(view.number(step.id)),
    ),
    Column(
        "activity",
        "Activity",
        field(Step, "lane").help,
        Kind.ACTIVITY,
        activity_text,
        activity.change_activity,
        choices=activity.names,
        field="lane",
    ),
    _of("facet", Kind.CHOICE, facet_name, activity.change_facet, choices=activity.halves),
    _line("qualifier"),
    Column(
        "next",
        "What comes next",
        "The steps that follow, one a line: their number or name, and Value at the end of the stream.",
        Kind.ITEMS,
        following.next_text,
        following.change_next,
        choices=following.names,
    ),
    _time("process_time"),
    _time("wait_time"),
    _of("complete_and_accurate", Kind.PERCENT, values.percent_text, values.change_percent),
    _items("inputs"),
    _items("information"),
    _items("outputs"),
    _items("constraints"),
    _items("skills"),
    _items("metrics"),
    _items("service_offerings", _offerings),
    _of("supplier", Kind.LINE, values.supplier_text, values.change_supplier, choices=values.suppliers),
    _of(
        "automation",
        Kind.CHOICE,
        values.automation_text,
        values.change_automation,
        choices=values.automations,
    ),
    _flag("customer_visible"),
    _flag("optional"),
    _of(
        "presenter_notes",
        Kind.TEXT,
        lambda _view, step: step.presenter_notes,
        values.change_text("presenter_notes"),
    ),
    _of(
        "substream",
        Kind.CHOICE,
        values.substream_text,
        values.change_substream,
        choices=values.substreams,
    ),
    Column("phase", "Phase", "The phase that the step stands in on the drawing.", Kind.FIXED, _phase),
)
