"""What makes the file an Excel workbook and not a grid of texts: tables, lists, formats, page, properties."""

from __future__ import annotations

import html
import io
import tempfile
import zipfile
from typing import Any

import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from tests.exchange.excel.reading import MOMENT, opened, part, render
from tests.exchange.sample import StepSketch, laptop, sketched
from vsdesigner.document.draft import Draft
from vsdesigner.exchange.excel.heights import text_width, wrap

TABLE_SHEETS = {"Steps": 4, "Tasks": 4, "Practices and tools": 4, "RACI": 5}  # rows of the table


@pytest.fixture(scope="module")
def book() -> Any:
    return opened(render(laptop()))


@pytest.mark.parametrize(("title", "count"), TABLE_SHEETS.items())
def test_a_table_covers_header_and_rows_and_nothing_merged(book: Any, title: str, count: int) -> None:
    sheet: Worksheet = book[title]
    [table] = sheet.tables.values()
    header = [cell.value for cell in sheet[3]]
    last = get_column_letter(len(header))
    assert table.ref == table.autoFilter.ref == f"A3:{last}{3 + count}"
    assert [column.name for column in table.tableColumns] == header
    assert all(cell.data_type == "s" for cell in sheet[3])
    assert all(merged.min_row > 3 + count for merged in sheet.merged_cells.ranges)


def test_tables_of_a_workbook_have_ids_and_names_of_their_own(book: Any) -> None:
    tables = [table for sheet in book for table in sheet.tables.values()]
    assert len({table.id for table in tables}) == len({table.displayName.casefold() for table in tables}) == 4


@pytest.mark.parametrize("title", TABLE_SHEETS)
def test_header_and_first_column_stay_in_view(book: Any, title: str) -> None:
    assert book[title].freeze_panes == "B4"


@pytest.mark.parametrize("title", TABLE_SHEETS)
def test_a_table_prints_in_landscape_one_page_wide(book: Any, title: str) -> None:
    sheet: Worksheet = book[title]
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9
    assert sheet.sheet_properties.pageSetUpPr == PageSetupProperties(fitToPage=True)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$3:$3"


def test_the_use_case_prints_in_portrait(book: Any) -> None:
    assert book["Use case"].page_setup.orientation == "portrait"
    assert book["Use case"].sheet_properties.pageSetUpPr.fitToPage


def test_letter_paper_when_asked() -> None:
    assert all(
        sheet.page_setup.paperSize == 1 for sheet in opened(render(laptop(), paper="Letter")).worksheets[:5]
    )


def test_the_footer_says_stream_sheet_and_page(book: Any) -> None:
    for sheet in book.worksheets[:5]:
        footer = sheet.oddFooter
        assert footer.left.text == "Provide a laptop"
        assert footer.center.text == sheet.title
        assert footer.right.text == "Page &P of &N"
        assert {footer.left.font, footer.center.font, footer.right.font} == {"Calibri,Regular"}


def test_codes_in_a_name_are_no_codes_in_the_footer() -> None:
    content = render(sketched((), name="R&D & 9 &P " + "very long " * 30))
    xml = part(content, "xl/worksheets/sheet2.xml")
    footer = html.unescape(xml.split("<oddFooter>")[1].split("</oddFooter>")[0])
    assert "R&&D && 9 &&P very long" in footer
    assert "…" in footer
    assert len(footer) <= 255


def test_activities_and_letters_are_chosen_from_hidden_ranges(book: Any) -> None:
    assert book.defined_names["Activities"].attr_text == "Lists!$A$2:$A$7"
    assert book.defined_names["RaciLetters"].attr_text == "Lists!$B$2:$B$6"
    assert [row[0] for row in book["Lists"].iter_rows(min_row=2, max_row=7, values_only=True)] == [
        "Engage",
        "Plan",
        "Design and Transition",
        "Obtain/Build",
        "Deliver and Support",
        "Improve",
    ]
    found = {
        title: {
            (rule.formula1, str(rule.sqref)): rule.showErrorMessage
            for rule in book[title].data_validations.dataValidation
        }
        for title in TABLE_SHEETS
    }
    assert found == {
        "Steps": {("Activities", "B4:B7"): False},
        "Tasks": {("Activities", "B4:B7"): True},
        "Practices and tools": {("Activities", "B4:B7"): True},
        "RACI": {("Activities", "B4:B8"): True, ("RaciLetters", "C4:E8"): True},
    }


def test_values_of_the_use_case_have_names(book: Any) -> None:
    names = {name: entry.attr_text for name, entry in book["Use case"].defined_names.items()}
    assert names["Owned_by"] == "'Use case'!$B$2"
    assert names["Roles_and_Responsibilities"] == "'Use case'!$B$8"
    assert len(names) == 7


def named_cells(book: Any) -> dict[str, str]:
    """The names of single words on the hidden sheet, and where these are."""
    places = {name: entry.attr_text.partition("!")[2] for name, entry in book.defined_names.items()}
    return {name: place.replace("$", "") for name, place in places.items() if ":" not in place}


def test_letters_are_coloured_with_the_a_first(book: Any) -> None:
    rules = {
        str(area.sqref): [rule.formula[0] for rule in area.rules]
        for area in book["RACI"].conditional_formatting
    }
    assert rules["C4:E8"] == [f'ISNUMBER(SEARCH("/{letter}/","/"&C4&"/"))' for letter in "ARCI"]
    assert rules["F4:F8"] == ["F4=Check_ok", "LEN(F4)>0"]
    fills = [
        rule.dxf.fill.bgColor.rgb
        for area in book["RACI"].conditional_formatting
        for rule in area.rules
        if rule.dxf.fill
    ]
    assert len(set(fills)) == 5


def test_the_check_counts_and_brings_its_result(book: Any) -> None:
    formula = book["RACI"]["F4"].value
    assert formula == (
        '=IF(COUNTA(C4:E4)=0,Check_empty,CHOOSE(MIN(COUNTIF(C4:E4,"*A*"),3)+1,Check_no_A,'
        'IF(COUNTIF(C4:E4,"*R*")>0,Check_ok,Check_no_R),Check_two_A,Check_several_A))'
    )
    words = {name: book["Lists"][place].value for name, place in named_cells(book).items()}
    assert words["Check_ok"] == "ok"
    assert words["Check_several_A"] == "several A"
    results = opened(render(laptop()), results=True)["RACI"]
    assert [results.cell(row, 6).value for row in range(4, 9)] == ["ok", "ok", "no R", "no A", "no R"]


def test_cells_share_named_styles_with_a_named_font(book: Any) -> None:
    for sheet in book.worksheets[:5]:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    assert cell.style.startswith("VS "), f"{sheet.title} {cell.coordinate}"
                    assert cell.font.name == "Calibri"
    assert len(book._named_styles) < 30


def test_how_a_table_looks(book: Any) -> None:
    sheet = book["Tasks"]
    head, step, activity, text = sheet["A3"], sheet["A4"], sheet["B4"], sheet["C4"]
    assert head.font.b and head.font.color.rgb == "FFFFFFFF" and head.fill.fgColor.rgb == "FF1B2330"
    assert step.font.b and not text.font.b
    for cell in (step, activity, text):
        assert cell.alignment.wrap_text
        assert cell.alignment.vertical == "top"
        assert cell.alignment.indent == 1
        assert cell.border.top.style == cell.border.bottom.style == "thin"
    assert (activity.border.left.style, activity.border.left.color.rgb) == ("thick", "FF0E8A8A")


def test_a_pale_activity_is_written_in_a_darker_shade() -> None:
    draft = Draft(sketched((StepSketch("Work", "engage"),)))
    draft.update("engage", color="#FFE14D")
    cell = opened(render(draft.view))["Tasks"]["B4"]
    assert cell.border.left.color.rgb == "FFFFE14D"
    red, green, blue = (int(cell.font.color.rgb[at : at + 2], 16) for at in (2, 4, 6))
    assert red < 0x90 and green < 0x80 and blue < 0x30


def test_document_properties(book: Any) -> None:
    properties = book.properties
    assert properties.title == "Provide a laptop"
    assert properties.creator == "Ada Weiss"
    assert properties.created == properties.modified == MOMENT


def test_upright_names_keep_away_from_the_edge() -> None:
    roles = ("Datenschutzbeauftragte/r", "Supplier Contoso GmbH & Co. KG", "Service level manager", "CAB")
    head = opened(render(sketched((), roles=roles)))["RACI"]
    height = head.row_dimensions[3].height
    assert head["C3"].alignment.textRotation == 90
    for name in roles:
        for font in (0.92, 1.0, 1.1, 1.2):  # Calibri is narrower than what is measured, others are wider
            lines = wrap(name, height / font, 10.0, bold=True)
            assert max(text_width(line.rstrip(), 10.0, bold=True) for line in lines) * font <= height - 6


def test_short_role_names_stand_level_and_long_ones_upright() -> None:
    level = opened(render(laptop()))["RACI"]
    assert level["C3"].alignment.textRotation == 0
    roles = ("Agent", "Officer responsible for the procurement of equipment")
    upright = opened(render(sketched((), roles=roles)))["RACI"]
    assert upright["C3"].alignment.textRotation == upright["D3"].alignment.textRotation == 90
    assert upright["A3"].alignment.textRotation == 0
    assert 100 < upright.row_dimensions[3].height <= 200
    assert upright.column_dimensions["C"].width < 8


def test_columns_fill_the_page_and_no_more(book: Any) -> None:
    for title in TABLE_SHEETS:
        sheet = book[title]
        widths = [entry.width for entry in sheet.column_dimensions.values() if not entry.hidden]
        assert sum(widths) == pytest.approx(146.6, abs=0.2), title


def test_equal_documents_give_equal_bytes() -> None:
    view = laptop()
    content = render(view)
    assert render(view) == content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_nothing_touches_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a temporary file was made")

    for name in ("NamedTemporaryFile", "TemporaryFile", "mkstemp", "SpooledTemporaryFile"):
        monkeypatch.setattr(tempfile, name, refuse)
    monkeypatch.setattr("openpyxl.worksheet._writer.NamedTemporaryFile", refuse)
    assert render(laptop()).startswith(b"PK")
