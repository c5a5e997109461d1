"""What comes home from sheets beside the steps: times, the calendar, the cover, resources; what is told."""

from __future__ import annotations

from typing import Any

import pytest
from openpyxl import Workbook

from tests.exchange.excel.way_back.test_rows import home, problems, row_of, said
from tests.exchange.sample import laptop
from vsdesigner.document.draft import Draft
from vsdesigner.model.parts import Calendar, Duration, TimeUnit
from vsdesigner.model.records import Step, Stream, StreamState


def test_times_of_the_metrics_come_home() -> None:
    draft = Draft(laptop())
    first, second, third, _ = draft.view.steps(draft.view.streams[0].id)
    draft.update(first.id, process_time=Duration(likely=2.0, unit=TimeUnit.HOURS), complete_and_accurate=80.0)
    draft.update(third.id, complete_and_accurate=100 / 3, wait_time=Duration(likely=1 / 3))
    draft.update(second.id, wait_time=Duration(minimum=1.0, maximum=3.0, unit=TimeUnit.DAYS))
    base = draft.view

    def edit(workbook: Workbook) -> None:
        sheet = workbook["Metrics"]
        head = next(row for row in sheet.iter_rows() if row[0].value == "Value Stream Step")
        column = {cell.value: cell.column for cell in head}
        row = row_of(sheet, first.id)
        sheet.cell(row, column["Process time"]).value = 3
        sheet.cell(row, column["Complete and accurate"]).value = 0.9
        sheet.cell(row_of(sheet, second.id), column["Wait unit"]).value = "weeks"
        row = row_of(sheet, third.id)
        sheet.cell(row, column["Process time"]).value = 20
        sheet.cell(row, column["Process unit"]).value = "minutes"

    untouched = home(base, lambda _workbook: None)
    assert (said(untouched), problems(untouched)) == ([], [])
    result = home(base, edit)
    after = result.theirs
    assert after.get(first.id, Step).process_time == Duration(likely=3.0, unit=TimeUnit.HOURS)
    assert after.get(first.id, Step).complete_and_accurate == 90.0
    assert after.get(second.id, Step).wait_time == Duration(minimum=1.0, maximum=3.0, unit=TimeUnit.WEEKS)
    assert after.get(third.id, Step).process_time == Duration(likely=20.0, unit=TimeUnit.MINUTES)
    assert problems(result) == []


def test_what_is_wrong_in_a_cell_is_told_with_its_column_and_its_words() -> None:
    draft = Draft(laptop())
    first, second, third, _ = draft.view.steps(draft.view.streams[0].id)
    draft.update(first.id, process_time=Duration(likely=2.0, unit=TimeUnit.DAYS))

    def edit(workbook: Any) -> None:
        sheet = workbook["Metrics"]
        head = next(row for row in sheet.iter_rows() if row[0].value == "Value Stream Step")
        column = {cell.value: cell.column for cell in head}
        for id, header, text in (
            (first.id, "Process time", "five"),
            (first.id, "Wait time", "2 weeks"),
            (second.id, "Wait unit", "moons"),
            (third.id, "Complete and accurate", "most"),
        ):
            sheet.cell(row_of(sheet, id), column[header]).value = text
        matrix = workbook["RACI"]
        matrix.cell(row_of(matrix, first.id), 4).value = "X"

    result = home(draft.view, edit)
    rest = [text.partition(", column ")[2] for text in problems(result)]
    role = draft.view.roles[1].name
    assert sorted(rest) == sorted(
        [
            "“Process time”: “five” is no time; it needs a number such as 2 or 1.5.",
            "“Wait unit”: “moons” is no unit of time; it needs minutes, hours, days or weeks.",
            "“Complete and accurate”: “most” is not a percentage from 0 to 100.",
            f"“{role}”: “X” is not among the letters of this document: R, A, C, I.",
        ]
    )
    step = result.theirs.get(first.id, Step)
    assert step.wait_time == Duration(likely=2.0, unit=TimeUnit.WEEKS)


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_working_calendar_comes_home_and_places_are_told(language: str) -> None:
    draft = Draft(laptop())
    stream = draft.view.streams[0].id
    first, *_ = draft.view.steps(stream)
    draft.update(first.id, process_time=Duration(likely=2.0, unit=TimeUnit.HOURS))
    words = {"en": ("Metrics", "Hours\na day", "branch"), "de": ("Kennzahlen", "Stunden\nje Tag", "Nebenweg")}
    title, label, elsewhere = words[language]

    def edit(workbook: Any, hours: object = 6) -> None:
        sheet = workbook[title]
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value == label:
                    sheet.cell(cell.row + 1, cell.column).value = hours
        place = next(c for c in sheet[row_of(sheet, first.id)] if c.column == 8)
        place.value = elsewhere

    result = home(draft.view, edit, language=language)
    assert result.theirs.get(stream, Stream).calendar == Calendar(hours_per_day=6.0, days_per_week=5.0)
    assert len(said(result)) == 1
    assert len(problems(result)) == 1
    assert "counts inside the workbook only: here the flows say where a step stands" in problems(result)[0]
    result = home(draft.view, lambda workbook: edit(workbook, "all of them"), language=language)
    assert result.theirs.get(stream, Stream).calendar == Calendar()
    assert any("“all of them” is no number up to 24" in text for text in problems(result))


def test_title_owner_and_version_of_the_cover_come_home() -> None:
    draft = Draft(laptop())
    stream = draft.view.streams[0].id
    draft.update(stream, owner="Kim", version="1", state=StreamState.AS_IS, status="draft")

    def edit(workbook: Any, owner: str = "Lee") -> None:
        cover = workbook["Cover"]
        title = next(r for r in range(1, 9) if cover.cell(r, 1).value == "Service value stream")
        cover.cell(title + 1, 1).value = "A laptop on day one"
        changes = {"Owner": owner, "Version": "2", "Status": "agreed", "State": "to-be", "Steps": "44"}
        for row in cover.iter_rows(max_col=2):
            if row[0].value in changes:
                row[1].value = changes[row[0].value]

    untouched = home(draft.view, lambda _workbook: None)
    assert (said(untouched), problems(untouched)) == ([], [])
    result = home(draft.view, edit)
    after = result.theirs.get(stream, Stream)
    assert (after.name, after.owner, after.version) == ("A laptop on day one", "Lee", "2")
    assert (after.status, after.state) == ("agreed", StreamState.TO_BE)
    assert problems(result) == ["Sheet “Cover”, row 9: “Steps” is counted by the program; “44” was left out."]

    def both(workbook: Any) -> None:
        edit(workbook)
        case = workbook["Use case"]
        next(r for r in case.iter_rows(max_col=2) if r[0].value == "Owned by")[1].value = "Max"

    result = home(draft.view, both)
    assert result.theirs.get(stream, Stream).owner == "Max"
    assert any("something else than on sheet “Use case”" in text for text in problems(result))
    result = home(draft.view, lambda workbook: edit(workbook, "x" * 5_000))
    assert result.theirs.get(stream, Stream).owner == "Kim"


def test_resources_come_home() -> None:
    draft = Draft(laptop())
    first = draft.view.steps(draft.view.streams[0].id)[0]
    draft.update(first.id, skills=("Listening", "Typing"))

    def edit(workbook: Workbook) -> None:
        sheet = workbook["Resources"]
        head = next(row for row in sheet.iter_rows() if row[0].value == "Value Stream Step")
        column = {cell.value: cell.column for cell in head}
        row = row_of(sheet, first.id)
        sheet.cell(row, column["Skills"]).value = "– Listening\n– Asking"
        sheet.cell(row, column["Information"]).value = "– Catalogue"

    after = home(draft.view, edit).theirs.get(first.id, Step)
    assert (after.skills, after.information) == (("Listening", "Asking"), ("Catalogue",))
