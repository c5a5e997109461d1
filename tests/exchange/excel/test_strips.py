"""A long stream on paper: cut between its cards into strips that can be read, whole ones on each page."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.excel.office import OFFICE, converted
from tests.exchange.excel.painter import BESIDE, Painter, painting
from tests.exchange.excel.reading import opened, part, render, shown
from tests.exchange.sample import LAPTOP, StepSketch, sketched
from tests.gallery.branch_office import branch_office
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.excel import page, strips
from vsdesigner.exchange.excel.diagram import FEW_STEPS
from vsdesigner.exchange.excel.strips import LEAST_NAME, NAME_SIZE, UNDIVIDED_NAME, Room, cut, pages, parts
from vsdesigner.exchange.pictures import Survey
from vsdesigner.exchange.registry import EXPORTERS, Cancelled, ExportOptions
from vsdesigner.layout.geometry import Rect

POINT = 12_700
PDF_INFO = shutil.which("pdfinfo")
PDF_TEXT = shutil.which("pdftotext")
PDF_IMAGES = shutil.which("pdfimages")


def columns_of(count: int, rows: int = 1) -> Survey:
    """A drawing with so many columns of cards, 270 px apart, and so many rows."""
    cards = {
        f"{x} {y}": Rect(40 + 270.0 * x, 26 + 136.0 * y, 190, 84) for x in range(count) for y in range(rows)
    }
    return Survey(Rect(-150, 0, 270.0 * count + 230, 136.0 * rows), BESIDE, 0.0, cards)


ROOM = Room(745.0, 480.0, 47.0, 30.0)


def test_parts_end_between_cards() -> None:
    cards = [(40.0 + 270 * number, 230.0 + 270 * number) for number in range(10)]
    found = parts(0.0, 2740.0, 900.0, cards)
    assert found[0][0] == 0.0 and found[-1][1] == 2740.0
    for (_, end), (start, _) in pairwise(found):
        assert end == start
        assert not any(first - 10 < end < last + 10 for first, last in cards)
    assert all(end - start <= 900 for start, end in found)


def test_a_card_that_must_be_cut_is_shown_again() -> None:
    cards = [(100.0 * number, 100.0 * number + 150) for number in range(12)]  # no gap anywhere
    found = parts(0.0, 1250.0, 400.0, cards)
    for first, last in cards:
        assert any(start <= first and last <= end for start, end in found)
    assert all(end - start <= 400.01 for start, end in found)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.floats(0, 5000), st.floats(20, 300)), min_size=1, max_size=40),
    st.floats(330, 1500),
)
def test_parts_cover_everything_and_every_card_is_whole_somewhere_or_has_no_room(
    cards: list[tuple[float, float]], room: float
) -> None:
    spans = [(start, start + length) for start, length in cards]
    end = max(last for _, last in spans) + 40
    found = parts(0.0, end, room, spans)
    assert found[0][0] == 0.0 and found[-1][1] == end
    assert all(last - first <= room + 0.02 for first, last in found)
    assert all(later[0] <= earlier[1] for earlier, later in pairwise(found)), "nothing is left out"
    assert all(later[1] > earlier[1] for earlier, later in pairwise(found)), "each shows something new"


@pytest.mark.parametrize(("columns", "rows"), [(14, 4), (30, 5), (60, 3), (20, 12)])
def test_strips_can_be_read_and_fit(columns: int, rows: int) -> None:
    survey = columns_of(columns, rows)
    found = cut(survey, ROOM)
    assert found.scale * NAME_SIZE >= UNDIVIDED_NAME
    if any(row for row, _ in found.places):
        assert found.scale * NAME_SIZE >= LEAST_NAME - 0.01
    for frame in found.frames:
        assert frame.width * found.scale <= ROOM.width + 0.01
        assert frame.height * found.scale <= ROOM.height - ROOM.first - ROOM.extra + 0.01
    for card in survey.cards.values():
        assert sum(inside.encloses(card) for inside in found.inside) == 1
    widths = [inside.width for inside, (row, _) in zip(found.inside, found.places, strict=True) if row == 0]
    assert min(widths) > 0.5 * max(widths), "the last one is no scrap"


def test_as_many_whole_strips_as_fit_stand_on_a_page() -> None:
    survey = columns_of(40, 1)
    found = cut(survey, ROOM)
    heights = [frame.height * found.scale + ROOM.extra for frame in found.frames]
    on_pages = pages(found, ROOM)
    assert [number for numbers in on_pages for number in numbers] == list(range(len(found.frames)))
    assert max(map(len, on_pages)) > 1
    for index, numbers in enumerate(on_pages):
        assert sum(heights[number] for number in numbers) <= ROOM.height - (0 if index else ROOM.first)


def test_empty_parts_are_left_out_and_neighbours_are_found_beyond_them() -> None:
    cards = {"a": Rect(40, 26, 190, 84), "b": Rect(8000, 26, 190, 84)}
    found = cut(Survey(Rect(-150, 0, 8400, 136), BESIDE, 0.0, cards), ROOM)
    assert len(found.frames) == 2
    assert found.places[1][1] > 1
    assert (found.neighbour(0, 0, 1), found.neighbour(1, 0, -1)) == (1, 0)
    assert found.neighbour(1, 0, 1) is None and found.neighbour(0, 1, 0) is None


# -- the sheet ----------------------------------------------------------------------------------------------
def long_stream(count: int = 30) -> Snapshot:
    lanes = ("engage", "plan", "obtain_build")
    return sketched(
        [StepSketch(f"Step with a name {number}", lanes[number % 3]) for number in range(count)],
        name="A long way",
    )


def exported(view: Snapshot, **options: Any) -> tuple[bytes, Painter]:
    painter = Painter()
    with painting(painter):
        return render(view, sheets=("diagram",), **options), painter


def breaks(sheet: Any) -> list[int]:
    return [each.id for each in sheet.row_breaks.brk]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("view", [long_stream(), branch_office()], ids=["chain", "branch office"])
def test_a_long_stream_is_cut_into_strips(view: Snapshot, paper: str) -> None:
    content, painter = exported(view, paper=paper)
    assert not painter.asked, "no whole picture"
    sheet: Any = opened(content)["Diagram"]
    images = sheet._images
    assert len(images) == len(painter.frames) > 1
    landscape = sheet.page_setup.orientation == "landscape"
    wide, high = page.page_points(paper, landscape=landscape)
    assert not sheet.sheet_properties.pageSetUpPr.fitToPage, "Excel heeds no page breaks otherwise"
    last_row = max(sheet.row_dimensions)
    heights = [sheet.row_dimensions[row].height for row in range(1, last_row + 1)]
    assert all((height / 0.75).is_integer() for height in heights)
    ends = [0, *breaks(sheet), last_row]
    assert all(sum(heights[first:last]) <= high for first, last in pairwise(ends)), "each fits on its page"
    for image in images:
        width, height = image.anchor.ext.width / POINT, image.anchor.ext.height / POINT
        first = image.anchor._from.row
        assert width <= wide
        end = next(last for start, last in pairwise(ends) if start <= first < last)
        assert sum(heights[first:end]) >= height, "a picture ends before its page"
    scale = images[0].anchor.ext.width / POINT / painter.frames[0].width
    assert scale * NAME_SIZE >= UNDIVIDED_NAME


def test_strips_say_what_they_show() -> None:
    view = long_stream()
    content, painter = exported(view)
    rows = [row[0] for row in shown(opened(content)["Diagram"]) if row[0]]
    count = len(painter.frames)
    assert rows[0] == "The stream in its lanes"
    assert rows[2].startswith(f"Part 1 of {count}: steps 1 to ")
    assert rows[2].endswith(" · ▶ continues in part 2")
    assert "◀ continued from part 1 · ▶ continues in part 3" in rows[3]
    assert rows[-1].endswith(f"◀ continued from part {count - 1}")
    drawing = part(content, "xl/drawings/drawing1.xml")
    assert drawing.count('descr="Part ') == count
    assert 'descr="Part 1 of' in drawing and "A long way: 1 Step with a name 0 (Engage). 2" in drawing
    for number in range(1, 31):
        assert drawing.count(f" {number} Step with a name {number - 1} (") == 1
    assert len(set(re.findall(r'cNvPr id="(\d+)"', drawing))) == count
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert sum(name.startswith("xl/media/") for name in archive.namelist()) == count


def test_the_link_back_stands_beside_the_name() -> None:
    with painting(Painter()):
        sheet: Any = opened(render(long_stream(), sheets=("cover", "diagram")))["Diagram"]
    [place] = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.value == "Contents"]
    assert sheet[place].hyperlink.location == "'Cover'!A1"
    assert any(place in area for area in sheet.merged_cells.ranges)


@pytest.mark.parametrize("count", [4, 10, FEW_STEPS])
def test_few_steps_stay_in_one_picture(count: int) -> None:
    content, painter = exported(sketched((LAPTOP * 3)[:count]))
    assert len(painter.asked) == 1 and not painter.frames
    sheet: Any = opened(content)["Diagram"]
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 1)
    assert not breaks(sheet)


def test_many_steps_that_can_be_read_on_one_page_do_too() -> None:
    class Small(Painter):
        def survey(self, view: Snapshot, stream: str) -> Survey:
            cards = {step.id: Rect(0, 0, 190, 84) for step in view.steps(stream)}
            return Survey(Rect(0, 0, 1500, 800), BESIDE, 0.0, cards)

    painter = Small()
    with painting(painter):
        render(long_stream(), sheets=("diagram",))
    assert painter.asked and not painter.frames


def test_what_would_take_too_many_pages_is_one_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strips, "MOST_STRIPS", 3)
    _, painter = exported(long_stream())
    assert painter.asked and not painter.frames


def test_cutting_can_be_stopped() -> None:
    class Stopping(Painter):
        def parts(self, view: Snapshot, stream: str, scale: float, frames: Sequence[Rect]) -> Any:
            for content in super().parts(view, stream, scale, frames):
                stopped.append(True)
                yield content

    stopped: list[bool] = []
    with painting(Stopping()), pytest.raises(Cancelled):
        options = ExportOptions(values={"sheets": ("diagram",)})
        EXPORTERS["xlsx"].render(long_stream(), options, lambda share: None, lambda: bool(stopped))
    assert len(stopped) == 1


@pytest.mark.skipif(
    OFFICE is None or PDF_TEXT is None or PDF_IMAGES is None, reason="LibreOffice or poppler is not installed"
)
@pytest.mark.parametrize(("paper", "language"), [("A4", "de"), ("Letter", "en")])
def test_libreoffice_prints_whole_strips_on_each_page(paper: str, language: str, tmp_path: Path) -> None:
    content, painter = exported(branch_office(), paper=paper, language=language)
    sheet: Any = opened(content).worksheets[0]
    wanted = len(breaks(sheet)) + 1
    [pdf] = converted(content, tmp_path, "pdf")

    def told(tool: str | None, *arguments: str) -> str:
        command = [str(tool), *arguments]
        return subprocess.run(command, check=True, capture_output=True).stdout.decode()

    text = told(PDF_TEXT, "-layout", str(pdf), "-").split("\f")[:-1]
    assert len(text) == wanted, "no page beside or behind those of the strips"
    images = told(PDF_IMAGES, "-list", str(pdf)).splitlines()[2:]
    assert len(images) == len(painter.frames), "none is cut by the end of a page"
    word = {"de": "Teil", "en": "Part"}[language]
    assert [page_text.count(f"{word} ") > 0 for page_text in text] == [True] * wanted
