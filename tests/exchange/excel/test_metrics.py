"""The sheet of times: its formulas, calculated by LibreOffice, say what the program says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.exchange.excel.office import OFFICE, converted, without_results
from tests.exchange.excel.reading import opened, render, shown
from tests.exchange.sample import LAPTOP, laptop, sketched
from vsdesigner.analysis.times import step_times, stream_times
from vsdesigner.cli.documents import open_document
from vsdesigner.commands import flows
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import Calendar, Duration, TimeUnit
from vsdesigner.model.records import Step, Stream, TerminalKind
from vsdesigner.resource import resource_path

KEYS = ("Lead_time", "Process_time", "Wait_time", "Flow_efficiency", "Rolled_quality", "Effort")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")


def timed() -> Snapshot:
    """A stream with every unit, bounds without a likely value, a branch, a step after value, and gaps."""
    draft = Draft(sketched((*LAPTOP, *LAPTOP[:2]), name="Times"))
    stream = draft.view.streams[0].id
    draft.update(stream, calendar=Calendar(hours_per_day=7.5, days_per_week=4.5))
    steps = draft.view.steps(stream)
    units = TimeUnit.MINUTES, TimeUnit.HOURS, TimeUnit.DAYS, TimeUnit.WEEKS
    for number, step in enumerate(steps):
        unit = units[number % 4]
        process = Duration(likely=1.1 * number + 0.3, unit=unit) if number != 2 else None
        wait = Duration(minimum=1.0, maximum=2.5, unit=units[(number + 1) % 4])
        quality = 97.5 - number if number != 1 else None
        draft.update(step.id, process_time=process, wait_time=wait, complete_and_accurate=quality)
    draft.update(steps[3].id, wait_time=None, process_time=Duration(maximum=3.0, unit=TimeUnit.DAYS))
    demand, value = (draft.view.terminal(stream, kind).id for kind in TerminalKind)
    first, second, third, fourth, fifth, _ = (step.id for step in steps)
    for source, target in (
        (demand, first),
        (first, second),
        (first, third),
        (second, fourth),
        (third, fourth),
        (fourth, value),
        (fourth, fifth),
    ):
        flows.connect(draft, source, target)
    return draft.view


def example(name: str) -> Snapshot:
    return open_document(resource_path(f"examples/{name}.vstream"))


DOCUMENTS: dict[str, Callable[[], Snapshot]] = {
    "timed": timed,
    **{
        name: partial(example, name)
        for name in ("cloud-service", "restore-cloud-service", "three-phases", "coffee-shop")
    },
}


@dataclass
class Numbers:
    """What a metrics sheet shows: the key numbers by name, and the hours of each step by id."""

    keys: dict[str, Any]
    steps: dict[str, tuple[Any, Any, Any]]


def numbers(content: bytes, stream: Stream, view: Snapshot) -> Numbers:
    book = opened(content, results=True)
    [sheet] = [
        sheet
        for sheet in book
        if sheet.title.endswith("Metrics") and sheet["A2"].value == stream.name and sheet["A1"].value
    ]
    keys = {name: sheet[_place(sheet, name)].value for name in KEYS}
    ids = {step.id for step in view.steps(stream.id)}
    rows = [row for row in sheet.iter_rows(values_only=True) if row[11] in ids]
    return Numbers(keys, {str(row[11]): (row[8], row[9], row[10]) for row in rows})


def _place(sheet: Worksheet, name: str) -> str:
    return str(sheet.defined_names[name].attr_text).rpartition("!")[2].replace("$", "")


def check(found: Numbers, view: Snapshot, stream: str) -> None:
    times = stream_times(view, stream)
    scale = 60.0 if 0 < times.lead.likely < 1 else 1.0  # short streams are shown in minutes
    wanted = (
        times.lead.likely * scale,
        times.process.likely * scale,
        times.wait.likely * scale,
        times.efficiency,
        times.rolled_quality,
        times.effort * scale,
    )
    for name, value in zip(KEYS, wanted, strict=True):
        got = found.keys[name]
        assert (got in (None, "")) if value is None else got == pytest.approx(value, rel=1e-12), name
    calendar = view.get(stream, Stream).calendar
    assert found.steps.keys() == {step.id for step in view.steps(stream)}
    for step in view.steps(stream):
        process, wait = step_times(step, calendar)
        lead = step_times(step, calendar).lead
        for got, span in zip(found.steps[step.id], (process, wait, lead), strict=True):
            assert (
                (got in (None, "")) if span is None else got == pytest.approx(span.likely * scale, rel=1e-12)
            )


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_results_beside_the_formulas_are_the_program_s(name: str) -> None:
    view = DOCUMENTS[name]()
    content = render(view, sheets=("metrics",))
    for stream in view.streams:
        check(numbers(content, stream, view), view, stream.id)


@needs_office
@pytest.mark.parametrize("name", DOCUMENTS)
def test_libreoffice_calculates_the_program_s_numbers(name: str, tmp_path: Path) -> None:
    view = DOCUMENTS[name]()
    [calculated] = converted(without_results(render(view, sheets=("metrics",))), tmp_path, "xlsx")
    for stream in view.streams:
        check(numbers(calculated.read_bytes(), stream, view), view, stream.id)


@needs_office
def test_a_changed_cell_recalculates(tmp_path: Path) -> None:
    view = timed()
    stream = view.streams[0]
    step = view.get(stream_times(view, stream.id).path[0], Step)
    book = opened(render(view, sheets=("metrics",)))
    sheet: Any = book["Metrics"]
    sheet[_place(sheet, "Hours_per_day")] = 6.0
    sheet[_place(sheet, "Days_per_week")] = 4.0
    [row] = [cells[0].row for cells in sheet.iter_rows(min_row=6) if cells[11].value == step.id]
    sheet.cell(row, 3, 2.0)
    sheet.cell(row, 4, "weeks")
    path = tmp_path / "edited.xlsx"
    book.save(path)
    [calculated] = converted(path.read_bytes(), tmp_path, "xlsx")
    draft = Draft(view)
    draft.update(stream.id, calendar=Calendar(hours_per_day=6.0, days_per_week=4.0))
    draft.update(step.id, process_time=Duration(likely=2.0, unit=TimeUnit.WEEKS))
    check(numbers(calculated.read_bytes(), stream, draft.view), draft.view, stream.id)


def test_the_place_of_every_step_is_said() -> None:
    view = timed()
    rows = shown(opened(render(view, sheets=("metrics",)), results=True)["Metrics"])
    head = next(index for index, row in enumerate(rows) if row[0] == "Value Stream Step")
    assert rows[head] == [
        "Value Stream Step",
        "Mapped SVC",
        "Process time",
        "Process unit",
        "Wait time",
        "Wait unit",
        "Complete and accurate",
        "Place in the stream",
        "Process (hours)",
        "Wait (hours)",
        "Lead (hours)",
    ]
    places = [row[7] for row in rows[head + 1 : head + 7]]
    assert places == ["main path", "branch", "main path", "main path", "after value", "apart"]


def test_units_and_places_are_chosen_from_lists() -> None:
    sheet = opened(render(timed(), sheets=("metrics",)))["Metrics"]
    found = {(rule.formula1, str(rule.sqref)) for rule in sheet.data_validations.dataValidation}
    assert found == {
        ("Activities", "B7:B12"),
        ("Time_units", "D7:D12"),
        ("Time_units", "F7:F12"),
        ("Places", "H7:H12"),
    }
    assert sheet.freeze_panes == "B7"
    assert sheet.print_title_rows == "$6:$6"
    names = {name: entry.attr_text for name, entry in sheet.defined_names.items()}
    assert names["Place"] == "'Metrics'!$H$7:$H$12"
    assert names["Process_times"] == "'Metrics'!$I$7:$I$12"


def test_a_short_stream_is_shown_in_minutes() -> None:
    view = example("coffee-shop")
    assert 0 < stream_times(view, view.streams[0].id).lead.likely < 1
    rows = shown(opened(render(view, sheets=("metrics",)), results=True).worksheets[0])
    words = "\n".join(text for row in rows for text in row)
    assert "Lead time\n(minutes)" in words
    assert "Lead (minutes)" in words
    assert "hours" not in words


def test_without_any_time_there_is_no_such_sheet() -> None:
    assert "Metrics" not in opened(render(laptop(), sheets=("steps", "metrics"))).sheetnames
