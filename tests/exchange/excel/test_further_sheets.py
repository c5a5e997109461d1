"""Cover, diagram, resources, practice counts, problems and legend: what stands there and where it leads."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from openpyxl import Workbook

from tests.exchange.excel.painter import Painter, painting, png
from tests.exchange.excel.reading import ALL, opened, part, render, shown
from tests.exchange.sample import LAPTOP, StepSketch, add_steps, laptop, sketched
from vsdesigner.analysis.findings import find_all
from vsdesigner.commands import streams
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.excel.choices import DEFAULT_SHEETS, SHEET_CHOICES
from vsdesigner.exchange.excel.kinds import KINDS
from vsdesigner.exchange.registry import EXPORTERS, Cancelled, ExportOptions
from vsdesigner.model.errors import UserError
from vsdesigner.model.parts import Duration, Supplier, SupplierKind


@pytest.fixture
def painted() -> Iterator[list[tuple[str, float]]]:
    """A painter that notes what it was asked for."""
    painter = Painter()
    with painting(painter):
        yield painter.asked


@pytest.fixture
def unpainted() -> Iterator[None]:
    with painting(None):
        yield


def full() -> Snapshot:
    draft = Draft(laptop())
    stream = draft.view.streams[0]
    draft.update(stream.id, version="1.2", status="Agreed")
    first, second, *_ = draft.view.steps(stream.id)
    draft.update(
        first.id,
        skills=("Listening", "Writing"),
        information=("Order form",),
        supplier=Supplier(kind=SupplierKind.PARTNER, name="Desk Ltd"),
        metrics=("Orders a day",),
        process_time=Duration(likely=2.0),
    )
    draft.update(second.id, supplier=Supplier(kind=SupplierKind.PARTNER))
    return draft.view


def two_streams() -> Snapshot:
    draft = Draft(full())
    second = streams.add(draft, "Take a laptop back")
    draft.update(draft.view.streams[0].id, short_name="Laptop")
    draft.update(second, short_name="Return", owner="Bo")
    add_steps(draft, second, [StepSketch("Collect it", "engage")], ())
    return draft.view


def links(book: Workbook, title: str) -> dict[str, str]:
    """Cell → place that it leads to; every place exists."""
    found = {}
    linked = [cell.hyperlink for row in book[title].iter_rows() for cell in row if cell.hyperlink]
    for link in linked:
        sheet, _, cell = str(link.location).rpartition("!")
        name = sheet.strip("'").replace("''", "'")
        assert name in book.sheetnames
        assert book[name][cell] is not None
        found[link.ref] = f"{name}!{cell}"
    return found


def test_the_choices_are_the_kinds() -> None:
    assert [(kind.id, kind.name) for kind in KINDS] == [(choice.id, choice.name) for choice in SHEET_CHOICES]
    assert set(ALL) - set(DEFAULT_SHEETS) == {"problems"}
    option = next(option for option in EXPORTERS["xlsx"].options if option.id == "sheets")
    assert option.default == DEFAULT_SHEETS


def test_all_sheets_in_order(painted: object) -> None:
    book = opened(render(full(), sheets=ALL))
    assert book.sheetnames == [
        "Cover",
        "Use case",
        "Diagram",
        "Steps",
        "Tasks",
        "Practices and tools",
        "RACI",
        "Metrics",
        "Resources",
        "Practice counts",
        "Problems",
        "Legend",
        "Lists",
    ]
    assert book.active is book["Cover"]
    cover: Any = book["Cover"]
    assert cover.oddFooter.left.text == "Provide a laptop"


def test_the_order_of_the_choice_changes_nothing() -> None:
    book = opened(render(laptop(), sheets=("raci", "steps")))
    assert book.sheetnames == ["Steps", "RACI", "Lists"]


def test_sheets_with_nothing_to_show_are_left_out(unpainted: None) -> None:
    assert opened(render(sketched(()), sheets=ALL)).sheetnames == [
        "Cover",
        "Steps",
        "Tasks",
        "Practices and tools",
        "RACI",
        "Problems",
        "Legend",
        "Lists",
    ]
    with pytest.raises(UserError, match="nothing to show"):
        render(sketched(()), sheets=("diagram", "metrics"))


def test_the_cover_of_one_stream() -> None:
    book = opened(render(full(), sheets=ALL))
    rows = [row for row in shown(book["Cover"]) if any(row)]
    assert rows[:8] == [
        ["Service value stream", ""],
        ["Provide a laptop", ""],
        ["Owner", "Ada Weiss"],
        ["Status", "Agreed"],
        ["Version", "1.2"],
        ["Steps", "4"],
        ["Date", "14 March 2026"],
        ["Contents", ""],
    ]
    assert rows[8] == ["Use case", "Demand, outcomes, value, lead time, roles"]
    assert rows[-1] == ["Made with VS Designer on 14 March 2026.", ""]
    targets = links(book, "Cover").values()
    assert list(targets) == [f"{title}!A1" for title in book.sheetnames[1:-1]]


def test_the_cover_lists_streams_with_their_sheets() -> None:
    book = opened(render(two_streams(), sheets=ALL))
    rows = [row for row in shown(book["Cover"]) if any(row)]
    assert rows[:4] == [
        ["Service value streams", "", ""],
        ["2 value streams", "", ""],
        ["Provide a laptop", "", ""],
        ["Owner: Ada Weiss · Status: Agreed · Version: 1.2 · Steps: 4", "", ""],
    ]
    assert ["Take a laptop back", "", ""] in rows
    targets = list(links(book, "Cover").values())
    assert sorted(targets) == sorted(f"{title}!A1" for title in book.sheetnames[1:-1])
    assert "Return – Practice counts!A1" not in targets, "no practice contributes there"
    assert "Laptop – Practice counts!A1" in targets


def test_every_sheet_leads_back_to_the_cover(painted: object) -> None:
    book = opened(render(full(), sheets=ALL))
    for title in book.sheetnames[2:-1]:
        assert "Cover!A1" in links(book, title).values(), title
    assert not links(opened(render(full(), sheets=("steps",))), "Steps")


def test_the_picture_and_its_description(painted: list[tuple[str, float]]) -> None:
    view = full()
    content = render(view, sheets=("diagram",))
    [(stream, scale)] = painted
    assert stream == view.streams[0].id and 1.0 <= scale <= 3.0
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.read("xl/media/image1.png") == png(400, 100)
    drawing = part(content, "xl/drawings/drawing1.xml")
    words = (
        "Provide a laptop: 4 steps from demand to value. 1 Take the order (Engage)."
        " 2 Pick the model (Design and Transition). 3 Buy and set it up (Obtain/Build)."
        " 4 Hand it over (Design and Transition)."
    )
    assert f'descr="{words}"' in drawing
    sheet: Any = opened(content)["Diagram"]
    [image] = sheet._images
    width, height = image.anchor.ext.width / 12_700, image.anchor.ext.height / 12_700
    assert width == pytest.approx(4 * height, abs=1)
    assert 700 < width <= 769.9  # pt between the margins of A4
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 1)
    rows = [dimension.height for dimension in sheet.row_dimensions.values() if dimension.height]
    assert sum(rows) - 67 >= height, "the picture lies over rows that are there"
    assert max(rows) <= 409


def test_a_high_picture_stays_on_its_page() -> None:
    with painting(Painter(whole_size=(100, 400))):
        sheet: Any = opened(render(full(), sheets=("diagram",), paper="Letter"))["Diagram"]
    [image] = sheet._images
    assert image.anchor.ext.height / 12_700 < 612 - 72 * 1.35 - 67


def test_pictures_of_several_streams(painted: list[tuple[str, float]]) -> None:
    view = two_streams()
    content = render(view, sheets=("diagram",))
    assert [stream for stream, _ in painted] == [stream.id for stream in view.streams]
    for number in (1, 2):
        assert f"image{number}.png" in part(content, f"xl/drawings/_rels/drawing{number}.xml.rels")


def test_resources() -> None:
    rows = shown(opened(render(full(), sheets=("resources",)))["Resources"])
    assert rows[2] == ["Value Stream Step", "Mapped SVC", "Skills", "Information", "Suppliers", "Metrics"]
    assert rows[3] == [
        "Take the order",
        "Engage",
        "– Listening\n– Writing",
        "– Order form",
        "Desk Ltd",
        "– Orders a day",
    ]
    assert rows[4][4] == "A partner"
    assert rows[5] == ["Buy and set it up", "Obtain/Build", "", "", "", ""]


def test_practices_by_activity() -> None:
    draft = Draft(sketched((*LAPTOP, LAPTOP[0])))
    content = render(draft.view, sheets=("steps", "practice_counts"))
    title = "Practice counts"
    rows = shown(opened(content, results=True)[title])
    assert rows[2] == [
        "Practice",
        "Engage",
        "Plan",
        "Design and Transition",
        "Obtain/Build",
        "Deliver and Support",
        "Improve",
        "All",
        "Steps",
    ]
    assert rows[3] == ["Relationship management", "2", "", "", "", "", "", "2", "1 and 5"]
    assert rows[5] == ["Supplier management", "", "", "1", "", "", "", "1", "2"]
    assert rows[6] == ["All practices", "4", "0", "1", "0", "0", "0", "5", ""]
    book = opened(content)
    assert book[title]["H4"].value == "=SUM(B4:G4)"
    assert book[title]["B7"].value == "=SUM(B4:B6)"
    assert book[title]["B4"].value == 2
    assert links(book, title) == {"B4": "Steps!A4", "B5": "Steps!A4", "D6": "Steps!A5"}


def test_problems_say_where_and_lead_there() -> None:
    view = full()
    book = opened(render(view, sheets=("use_case", "steps", "raci", "problems")))
    rows = shown(book["Problems"])
    assert rows[2] == ["Level", "Where", "What", "Why"]
    findings = find_all(view)
    assert len(findings) > 3
    assert sorted(row[2] for row in rows[3:]) == sorted(finding.text for finding in findings)
    levels = [row[0] for row in rows[3:]]
    assert levels == sorted(levels, key=["Error", "Warning", "Hint"].index)
    found = links(book, "Problems")
    third = next(index for index, row in enumerate(rows, start=1) if row[1].startswith("Step 3"))
    assert found[f"B{third}"] == "Steps!A6"
    assert book["Problems"].conditional_formatting


def test_problems_of_chosen_streams_only() -> None:
    view = two_streams()
    second = view.streams[1]
    book = opened(render(view, streams=(second.id,), sheets=("problems",)))
    wheres = " ".join(row[1] for row in shown(book["Problems"])[3:])
    assert "Collect it" in wheres
    assert "Buy and set it up" not in wheres
    both = shown(opened(render(view, sheets=("problems",)))["Problems"])
    assert both[2] == ["Level", "Stream", "Where", "What", "Why"]
    assert {row[1] for row in both[3:]} >= {"Provide a laptop", "Take a laptop back"}


def test_no_problems_are_said_to_be_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vsdesigner.exchange.excel.book.find_all", lambda _view: ())
    rows = shown(opened(render(full(), sheets=("problems",)))["Problems"])
    assert any("nothing to mend" in row[0] for row in rows)


def test_the_legend() -> None:
    draft = Draft(full())
    draft.update("plan", alias="Decide", color="#FFF3B0")
    sheet = opened(render(draft.view, sheets=("raci", "legend")))["Legend"]
    rows = {row[0]: row[1] for row in shown(sheet) if row[0]}
    assert rows["Plan"].startswith("Called “Decide” here.\n")
    assert "Design: Transition not needed at this stage" in rows["Design and Transition"]
    assert rows["A  Accountable"] == "Answers for the result; exactly one role."
    assert rows["◀╌╌╌╌  Rework"]
    assert rows["Flow efficiency"]
    fills = {cell.value: (cell.fill.fgColor.rgb, cell.font.color.rgb) for (cell, *_) in sheet.iter_rows()}
    assert fills["Engage"] == ("FF0E8A8A", "FFFFFFFF")
    assert fills["Plan"] == ("FFFFF3B0", "FF1B2330"), "dark on a pale colour"


def test_letters_are_explained_only_where_they_stand() -> None:
    rows = shown(opened(render(full(), sheets=("steps", "legend")))["Legend"])
    assert not any(row[0].startswith("A  ") for row in rows)


def test_several_sheets_of_one_kind_keep_their_names_apart() -> None:
    book = opened(render(two_streams(), sheets=ALL))
    tables = [table.displayName for sheet in book for table in sheet.tables.values()]
    assert len(tables) == len(set(tables))
    assert all(len(title) <= 31 for title in book.sheetnames)


def test_progress_rises_and_cancelling_stops() -> None:
    shares: list[float] = []
    exporter = EXPORTERS["xlsx"]
    exporter.render(full(), ExportOptions(values={"sheets": ALL}), shares.append, lambda: False)
    assert shares == sorted(shares) and shares[-1] == 1.0 and len(shares) > 20


@pytest.mark.parametrize("patience", [0, 5, 10, 15, 20, 25, 30])
def test_cancelling_stops_wherever_it_is(patience: int) -> None:
    left = iter([False] * patience)
    with pytest.raises(Cancelled):
        EXPORTERS["xlsx"].render(
            full(), ExportOptions(values={"sheets": ALL}), lambda _share: None, lambda: next(left, True)
        )
