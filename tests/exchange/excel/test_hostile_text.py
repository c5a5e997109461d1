"""Nasty strings in every text field: the file stays whole, and text stays text."""

from __future__ import annotations

import io
import zipfile
from typing import Any
from xml.etree import ElementTree

import pytest
from openpyxl import Workbook

from tests.exchange.excel.reading import ALL, opened, part, render, shown, unescaped
from tests.exchange.sample import laptop, with_extras
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.xml_text import xml_clean
from vsdesigner.model.parts import (
    Duration,
    Facet,
    LeadTime,
    Part,
    PracticeUse,
    RaciLetter,
    Responsibility,
    Supplier,
    SupplierKind,
    Task,
    ToolUse,
)
from vsdesigner.model.records import Lane, Role, Step, Stream, Tool

NASTY = {
    "formula": "=cmd()|' /C calc'!A0",
    "plus": "+1+1",
    "minus": "-2+3",
    "at": "@SUM(1)",
    "tab": "\t=1+1",
    "return": "\r=1+1",
    "number": "007",
    "date": "1/2",
    "boolean": "TRUE",
    "error": "#REF!",
    "apostrophe": "'quoted'",
    "markup": "<b>&amp; ]]> <!-- </c>",
    "escape": "_x0041_ and _x000D_ and _x005F_",
    "controls": "a\x00b\x07c\x1fd\x9f",
    "broken": "\ud83d lone \udc00 \ufffe \uffff",
    "separators": "a\u2028b\u2029c",
    "rtl": "شهادة \u202eabc\u202c עברית",
    "emoji": "🚀👩‍👩‍👧‍👦é́́",
    "marks": "́" * 40,
    "unbroken": "x" * 200,
    "spaces": "  leading and trailing  ",
    "empty": "",
    "lines": "one\ntwo\n\nthree",
}


TEXT_FIELDS: tuple[tuple[type[Part], str], ...] = (
    (Lane, "name"),
    (Role, "name"),
    (Tool, "name"),
    (Stream, "name"),
    (Stream, "owner"),
    (Stream, "description"),
    (Stream, "demand"),
    (Stream, "outcomes"),
    (Stream, "value"),
    (Stream, "version"),
    (Stream, "service_offerings"),
    (Step, "name"),
    (Step, "qualifier"),
    (Facet, "name"),
    (Task, "text"),
    (PracticeUse, "contribution"),
    (ToolUse, "products"),
    (LeadTime, "service_class"),
    (Responsibility, "duty"),
    (RaciLetter, "name"),
)


FURTHER_FIELDS: tuple[tuple[type[Part], str], ...] = (
    (Lane, "alias"),
    (Lane, "purpose"),
    (Stream, "status"),
    (Step, "skills"),
    (Step, "information"),
    (Step, "metrics"),
    (Supplier, "name"),
    (RaciLetter, "meaning"),
)


def _replaced(view: Snapshot, texts: dict[tuple[type[Part], str], str]) -> Snapshot:
    """Put texts into fields of every record or part of a kind, past the model's own cleaning."""

    def changed(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(changed(entry) for entry in value)
        if not isinstance(value, Part):
            return value
        fields = {name: changed(getattr(value, name)) for name in type(value).model_fields}
        for (kind, field), text in texts.items():
            if isinstance(value, kind):
                fields[field] = (text,) if isinstance(fields[field], tuple) else text
        return value.model_copy(update=fields)

    return Snapshot(changed(record) for record in view.records.values())


@pytest.mark.parametrize("name", NASTY)
def test_a_nasty_string_in_every_text_field(name: str) -> None:
    texts = {(kind, field): f"{NASTY[name]} {kind.__name__} {field}".lower() for kind, field in TEXT_FIELDS}
    book = _whole(render(_replaced(with_extras(laptop()), texts)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    formulas = [cell.coordinate for cell in cells if cell.data_type == "f"]
    assert formulas == [f"F{row}" for row in range(4, 9)], "only the Check column calculates"
    assert all(cell.data_type in "sf" for cell in cells)
    seen = [" ".join(entry.split()) for sheet in book for row in shown(sheet) for entry in row]
    for place, text in texts.items():
        wanted = " ".join(xml_clean(text).split())
        assert any(wanted in entry for entry in seen), f"{place} is in no cell"


@pytest.mark.parametrize("name", NASTY)
def test_a_nasty_string_on_every_sheet(name: str) -> None:
    fields = (*TEXT_FIELDS, *FURTHER_FIELDS)
    texts = {(kind, field): f"{NASTY[name]} {kind.__name__} {field}".lower() for kind, field in fields}
    draft = Draft(with_extras(laptop()))
    for step in draft.view.steps(draft.view.streams[0].id):
        partner = Supplier(kind=SupplierKind.PARTNER, name="Partner")
        draft.update(step.id, process_time=Duration(likely=1.0), supplier=partner)
    book = _whole(render(_replaced(draft.view, texts), sheets=ALL))
    assert len(book.sheetnames) == 12
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    own = ("=IF(", "=SUM(", "=SUMIF(", "=Process_time")
    for cell in cells:
        if cell.data_type == "f":
            assert getattr(cell.value, "text", str(cell.value)).startswith(own)
    seen = [" ".join(entry.split()) for sheet in book for row in shown(sheet) for entry in row]
    for place, text in texts.items():
        wanted = " ".join(xml_clean(text).split())
        assert any(wanted in entry for entry in seen), f"{place} is in no cell"


@pytest.mark.parametrize("field", ["name", "qualifier", "skills", "information", "metrics"])
def test_text_that_is_longer_than_a_cell_is_on_its_sheets_in_pieces(field: str) -> None:
    words = " ".join(f"w{number}" for number in range(7_000))  # 40,888 characters
    view = _replaced(laptop(), {(Step, field): words})
    book = _whole(render(view, sheets=ALL))
    title = {"name": "Tasks", "qualifier": "Steps"}.get(field, "Resources")
    text = " ".join(entry for row in shown(book[title]) for entry in row)
    assert all(f"w{number}" in text for number in range(0, 7_000, 99))
    for sheet in book:
        assert all((entry.height or 0) <= 409 for entry in sheet.row_dimensions.values())
        assert all(len(entry) <= 32_767 for row in shown(sheet) for entry in row)


def _whole(content: bytes) -> Workbook:
    """Return the workbook when every part is well-formed XML and every header cell names its column."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            ElementTree.fromstring(archive.read(name))  # noqa: S314  # our own file
    book = opened(content)
    for sheet in book:
        for table in sheet.tables.values():
            names = [column.name for column in table.tableColumns]
            header = int(table.ref.partition(":")[0].lstrip("A"))
            assert [unescaped(cell.value) for cell in sheet[header]][: len(names)] == names
            assert len({name.casefold() for name in names}) == len(names)
            assert all(name.strip() for name in names)
    return book


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "007", "TRUE"])
def test_text_stays_text_when_somebody_edits_the_cell(text: str) -> None:
    book = opened(render(_replaced(laptop(), {(Step, "name"): text})))
    for title in ("Steps", "Tasks", "Practices and tools", "RACI"):
        cell = book[title]["A4"]
        assert cell.data_type == "s"
        assert cell.quotePrefix
    assert opened(render(_replaced(laptop(), {(Stream, "owner"): text})))["Use case"]["B2"].quotePrefix


def test_an_escape_is_shown_as_it_was_written() -> None:
    view = _replaced(laptop(), {(Role, "name"): "_x0041_"})
    content = render(view)
    assert "_x005F_x0041_" in part(content, "xl/worksheets/sheet5.xml")
    assert 'name="_x005F_x0041_"' in part(content, "xl/tables/table4.xml")
    assert shown(opened(content)["RACI"])[2][2] == "_x0041_"


def test_roles_that_are_called_alike_or_like_a_column() -> None:
    view = laptop()
    names = iter(["Check", "agent", "Agent"])
    roles = [role.model_copy(update={"name": next(names)}) for role in view.roles]
    others = [record for record in view.records.values() if not isinstance(record, Role)]
    header = shown(opened(render(Snapshot([*others, *roles])))["RACI"])[2]
    assert header == ["Value Stream Step", "Mapped SVC", "Check 2", "agent", "Agent 2", "Check"]


def test_properties_survive_nasty_names() -> None:
    view = _replaced(
        laptop(),
        {
            (Stream, "name"): "a\x00\x1f\ud800<&" + "y" * 400,
            (Stream, "owner"): "\x07'=" + "🚀" * 200,
        },
    )
    properties = opened(render(view)).properties
    assert properties.title.startswith("a<&yyy") and len(properties.title) == 255
    assert properties.creator.startswith("'=🚀")
