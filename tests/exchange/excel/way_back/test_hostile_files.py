"""Workbooks made to do harm are refused in a sentence, quickly and in bounded memory."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import textwrap
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.exchange.excel.way_back.kit import edited, exported, read
from tests.exchange.sample import laptop
from vsdesigner.exchange.carried.xlsx import SHEET
from vsdesigner.exchange.excel.reading import Origin
from vsdesigner.model.errors import UserError

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MOST_SECONDS, MOST_MB = 5.0, 300

PROBE = textwrap.dedent(
    """
    import json, re, sys, time
    from pathlib import Path
    from vsdesigner.exchange.excel.reading import read_workbook
    from vsdesigner.model.errors import UserError
    content = Path(sys.argv[1]).read_bytes()
    try:  # what the process that made this one had counts otherwise
        Path("/proc/self/clear_refs").write_text("5")
    except OSError:
        pass
    start = time.monotonic()
    try:
        found = read_workbook(content, lambda text: (_ for _ in ()).throw(UserError("broken")))
        said = "read: " + str(found.origin)
    except UserError as error:
        said = str(error)
    seconds = time.monotonic() - start
    try:
        peak = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
    except OSError:
        peak = 0  # only Linux says it so
    print(json.dumps([said, seconds, peak]))
    """
)


def book(
    sheets: dict[str, str], shared: str = "", head: str = "", more: dict[str, bytes] | None = None
) -> bytes:
    """Return a workbook with these sheets' XML (inside ``sheetData``), packed as tightly as zip does."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        entries = "".join(
            f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(sheets, start=1)
        )
        archive.writestr(
            "xl/workbook.xml",
            f'{head}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{entries}</sheets></workbook>',
        )
        links = "".join(
            f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
            for n in range(1, len(sheets) + 1)
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>'
        )
        for n, rows in enumerate(sheets.values(), start=1):
            archive.writestr(
                f"xl/worksheets/sheet{n}.xml",
                f'{head}<worksheet xmlns="{MAIN}"><dimension ref="A1:XFD1048576"/>'
                f"<sheetData>{rows}</sheetData></worksheet>",
            )
        if shared:
            archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{shared}</sst>')
        for name, content in (more or {}).items():
            archive.writestr(name, content)
    return out.getvalue()


def cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


HEADER = f'<row r="1">{cell("A1", "Value Stream Step")}{cell("B1", "Mapped SVC")}</row>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


def zip_bomb() -> bytes:
    return book({"S": f"<row r='1'>{cell('A1', ' ' * 150_000_000)}</row>"})


def slow_bomb() -> bytes:
    """Just within what may be packed, each cell small."""
    row = "".join(cell(f"{chr(65 + column)}9", "x") for column in range(26))
    return book({"S": HEADER + f"<row>{row}</row>" * 45_000})


def tall_table() -> bytes:
    """Rows that all look like new steps."""
    rows = (f"<row>{cell(f'A{n}', f'Step {n}')}{cell(f'B{n}', 'Engage')}</row>" for n in range(2, 150_000))
    return book({"S": HEADER + "".join(rows)})


def many_strings() -> bytes:
    return book({"S": HEADER}, shared="<si><t>a</t></si>" * 3_500_000)


def entity_bomb() -> bytes:
    return book({"S": HEADER.replace("Mapped", "&i;")}, head=LAUGHS + "]>")


def outer_entity() -> bytes:
    return book({"S": HEADER}, head='<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>')


def many_sheets() -> bytes:
    return book({f"S{number}": "" for number in range(6_000)})


def many_parts() -> bytes:
    return book({"S": HEADER}, more={f"x/{number}": b"" for number in range(25_000)})


def far_cells() -> bytes:
    """A cell in the last row and column: nothing between may be made."""
    return book({"S": HEADER + f'<row r="1048576">{cell("XFD1048576", "x")}</row>'})


def lying_zip() -> bytes:
    """The directory says less than comes."""
    content = bytearray(book({"S": f"<row r='1'>{cell('A1', 'y' * 90_000_000)}</row>"}))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        true = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    number = true.to_bytes(4, "little")
    at = content.rfind(number)
    content[at : at + 4] = (1000).to_bytes(4, "little")
    return bytes(content)


def deep_elements() -> bytes:
    return book({"S": "<a>" * 3_000_000})


def cut_off() -> bytes:
    return book({"S": HEADER})[:-60]


def a_carrier_bomb() -> bytes:
    return book({SHEET: f"<row r='1'>{cell('A1', 'z' * 100_000_000)}</row>", "S": HEADER})


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (zip_bomb, "unpacked it holds more than"),
        (slow_bomb, "filled cells"),
        (tall_table, "more than 20,000 rows"),
        (many_strings, ""),
        (entity_bomb, "declares entities"),
        (outer_entity, "declares entities"),
        (many_sheets, "more than 5,000 sheets"),
        (many_parts, "more than 20,000 parts"),
        (far_cells, "read: method"),
        (lying_zip, "damaged"),
        (deep_elements, ""),
        (cut_off, "no Excel workbook"),
        (a_carrier_bomb, ""),
    ],
)
def test_harm_is_refused_quickly_and_in_bounded_memory(
    make: Callable[[], bytes], says: str, tmp_path: Path
) -> None:
    path = tmp_path / "hostile.xlsx"
    path.write_bytes(make())
    answer = subprocess.run(
        [sys.executable, "-c", PROBE, str(path)], capture_output=True, text=True, timeout=60, check=False
    )
    assert answer.returncode == 0, answer.stderr[-2000:]
    said, seconds, peak = json.loads(answer.stdout)
    print(make.__name__, said, round(seconds, 2), round(peak))
    assert says in said
    assert seconds < MOST_SECONDS
    assert peak < MOST_MB


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty", b""), ("text", b"PK but no more"), ("old", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)],
)
def test_what_is_no_workbook_is_said(name: str, content: bytes) -> None:
    with pytest.raises(UserError, match="no Excel workbook"):
        read(content)


def test_links_to_other_files_are_not_followed_and_do_no_harm() -> None:
    def link(workbook: object) -> None:
        sheet = workbook["Use case"]  # type: ignore[index]  # openpyxl's workbook
        sheet["B2"] = "='file:///etc/[passwd]x'!A1"

    result = read(edited(exported(laptop()), link))
    assert result.origin is Origin.OWN
    assert result.theirs.streams[0].owner == ""  # a formula without a result says nothing


def test_broken_parts_never_escape_as_something_else() -> None:
    content = exported(laptop())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name in parts:
        for broken in (b"", b"<", b"\xff\xfe\x00", parts[name][: len(parts[name]) // 2], b"<a/>"):
            out = io.BytesIO()
            with zipfile.ZipFile(out, "w") as archive:
                for other, text in parts.items():
                    archive.writestr(other, broken if other == name else text)
            try:
                read(out.getvalue())
            except UserError as error:
                assert str(error)
