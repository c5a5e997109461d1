"""Where a diagram is cut when it goes over several pages, and which way the paper lies."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF

from tests.architecture.source import ROOT
from tests.examples.make_cloud_service import PATH as SAMPLE
from tests.ui.canvas.streams import large_stream
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.options import ExportOptions
from vsdesigner.exchange.paper_options import AUTO, SEVERAL_PAGES
from vsdesigner.storage import documents
from vsdesigner.ui.pictures.drawing import StreamDrawing
from vsdesigner.ui.pictures.paper.cutting import Cuts
from vsdesigner.ui.pictures.paper.diagram import UNDIVIDED, Spread, spread_for
from vsdesigner.ui.pictures.paper.sheet import paper_of
from vsdesigner.ui.pictures.printing import _printer_for, paper_in

pytestmark = pytest.mark.usefixtures("qapp")
THREE_PHASES = ROOT / "resources" / "examples" / "three-phases.vstream"


def tall_stream(steps: int) -> Snapshot:
    """Its lanes are too high to stand all on one page."""
    draft = Draft(large_stream(steps))
    for step in draft.view.steps(draft.view.streams[0].id):
        draft.update(step.id, height=200.0)
    return draft.view


def drawing_of(view: Snapshot) -> StreamDrawing:
    return StreamDrawing(view, view.streams[0].id, ExportOptions())


def parts_of(spread: Spread) -> list[QRectF]:
    return [
        QRectF(left, top, right - left, bottom - top)
        for left, right in spread.columns
        for top, bottom in spread.rows
    ]


@pytest.mark.parametrize("orientation", ["auto", "portrait", "landscape"])
@pytest.mark.parametrize("large", [False, True])
def test_no_card_is_cut_through(orientation: str, large: bool) -> None:
    view = tall_stream(60) if large else documents.read(THREE_PHASES).snapshot
    drawing = drawing_of(view)
    spread = spread_for(drawing, paper_of("A4", orientation), SEVERAL_PAGES)
    assert spread.pages > 1
    pages = parts_of(spread)
    for box in drawing.boxes:
        homes = [page for page in pages if page.intersects(box)]
        assert [page for page in homes if page.contains(box)], box
        assert len(homes) == 1, box
    assert min(left for left, _ in spread.columns) == drawing.content.left()
    assert max(bottom for _, bottom in spread.rows) == drawing.content.bottom()


def test_the_paper_lies_so_that_pages_are_few_and_full() -> None:
    drawing = drawing_of(documents.read(THREE_PHASES).snapshot)
    spread = spread_for(drawing, paper_of("A4", "auto"), AUTO)
    assert (len(spread.columns), len(spread.rows)) == (3, 1)
    assert spread.sheet.width > spread.sheet.height
    assert spread.scale >= UNDIVIDED
    assert drawing.area.height() * spread.scale > 0.95 * spread.sheet.content.height()


def test_rows_are_cut_between_lanes() -> None:
    drawing = drawing_of(tall_stream(80))
    spread = spread_for(drawing, paper_of("A4", "landscape"), SEVERAL_PAGES)
    borders = {band.top for band in drawing.layout.lanes}
    assert len(spread.rows) > 1
    assert {top for top, _ in spread.rows[1:]} <= borders


@pytest.mark.parametrize("path", [SAMPLE, THREE_PHASES])
def test_what_is_printed_is_cut_as_the_pdf(path: object) -> None:
    view = documents.read(SAMPLE if path == SAMPLE else THREE_PHASES).snapshot
    options = ExportOptions(streams=(view.streams[0].id,))
    paper = paper_in(_printer_for(view, options))
    name = "A4" if paper.upright.width > 790 and paper.upright.width < 800 else "Letter"
    drawing = drawing_of(view)
    printed, written = spread_for(drawing, paper, AUTO), spread_for(drawing, paper_of(name, "auto"), AUTO)
    assert [(round(a), round(b)) for a, b in printed.columns] == [
        (round(a), round(b)) for a, b in written.columns
    ]
    assert len(printed.rows) == len(written.rows)


def test_a_card_larger_than_a_page_is_cut_and_all_there() -> None:
    parts = Cuts([(0.0, 1_000.0)]).parts((0.0, 1_000.0), 300.0)
    assert parts[0][0] == 0.0
    assert parts[-1][1] == 1_000.0
    for (_, end), (start, _) in pairwise(parts):
        assert start <= end
    assert all(end - start <= 300.02 for start, end in parts)


def test_cards_that_leave_no_gap_are_whole_on_some_page() -> None:
    chance = random.Random(7)
    cards = [(x, x + 180.0) for x in (chance.uniform(0, 4_000) for _ in range(200))]
    parts = Cuts(cards).parts((0.0, 4_200.0), 900.0)
    assert all(end - start <= 900.02 for start, end in parts)
    for first, last in cards:
        assert any(start <= first and last <= end for start, end in parts), (first, last)
    assert len(parts) < 9


def test_lines_in_the_gap_where_a_page_ends_stand_inside_it() -> None:
    cards = [(x, x + 180.0) for x in (0.0, 270.0, 540.0, 810.0)]
    first, second = Cuts(cards).parts((-20.0, 1_010.0), 700.0)
    assert first[1] > 495.0 > second[0]  # the middle of the gap, where lines run
    assert second[0] > 450.0
    assert first[1] < 540.0
