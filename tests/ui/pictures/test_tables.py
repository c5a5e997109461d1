"""Tables on pages: letters in their colours, names of roles whole, and no page with nothing on it."""

from __future__ import annotations

import pytest

from tests.examples.make_cloud_service import PATH as SAMPLE
from tests.ui.pictures.reading import colours, exported
from tests.ui.pictures.test_pdf import boxes, titles
from vsdesigner.commands import raci, roles
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.letter_colours import letter_colours
from vsdesigner.exchange.options import ExportOptions
from vsdesigner.storage import documents
from vsdesigner.ui.export.pages import page_pictures
from vsdesigner.ui.painting import text
from vsdesigner.ui.pictures.paper.blocks import MOST_UPRIGHT, header_row

pytestmark = pytest.mark.usefixtures("qapp")
LONG = "Head of customer relationship and supplier management"


def sample() -> Snapshot:
    return documents.read(SAMPLE).snapshot


def test_letters_wear_the_colours_of_the_workbook() -> None:
    options = ExportOptions(values={"parts": ("raci",)})
    ((_, picture),) = page_pictures(sample(), options, lambda: False)
    seen = colours(picture, 2)
    for letter in ("A", "R", "C", "I"):
        assert letter_colours(letter)[0].hex.lower() in seen, letter


@pytest.mark.parametrize("width", [44.0, 60.0])
def test_a_long_name_of_a_role_stands_upright_in_several_lines(width: float) -> None:
    _, cell = header_row(("Step", LONG), (200.0, width), narrow_from=1, upright=True).cells
    assert " ".join(line.words for line in cell.lines) == LONG
    assert sum(line.height for line in cell.lines) <= width
    assert all(text.width(line.words, line.role) <= MOST_UPRIGHT for line in cell.lines)


def test_a_word_without_end_still_fits() -> None:
    _, cell = header_row(("Step", "Long " + "x" * 300), (200.0, 44.0), narrow_from=1, upright=True).cells
    assert all(text.width(line.words, line.role) <= MOST_UPRIGHT for line in cell.lines)
    assert sum(line.height for line in cell.lines) <= 44.0


def test_a_use_case_that_nobody_wrote_is_no_page() -> None:
    draft = Draft(sample())
    stream = draft.view.streams[0].id
    assert "Use case" in titles(exported("pdf", draft.view, parts=("use_case", "steps")))
    empty = {"owner": "", "description": "", "demand": "", "outcomes": "", "value": ""}
    draft.update(stream, **empty, lead_times=(), service_offerings=(), version="", state="")
    found = titles(exported("pdf", draft.view, parts=("use_case", "steps")))
    assert found[:2] == ["Provision a managed cloud service", "Steps and activities"]
    assert "Use case" not in found
    alone = exported("pdf", draft.view, parts=("use_case",), options=ExportOptions(streams=(stream,)))
    assert len(boxes(alone)) == 1, "asked for alone it is a form to fill in"


def test_a_matrix_of_many_long_roles_can_be_written() -> None:
    draft = Draft(sample())
    step = draft.view.steps(draft.view.streams[0].id)[0].id
    for number in range(20):
        raci.set_letters(draft, step, roles.add_role(draft, f"{LONG} {number}"), "I")
    assert boxes(exported("pdf", draft.view, parts=("raci",)))
