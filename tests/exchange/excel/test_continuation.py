"""Texts that are too long for a cell or a row of Excel: split, marked, nothing lost."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.excel.reading import opened, render, shown
from tests.exchange.sample import StepSketch, laptop, sketched
from vsdesigner.document.draft import Draft
from vsdesigner.exchange.excel.continuation import Slot, spread
from vsdesigner.exchange.excel.heights import MOST_CHARACTERS, line_count, most_lines, units16
from vsdesigner.exchange.excel.text_cells import pieces

SIXTY = [f"Task number {number}" for number in range(60)]


def test_sixty_tasks_go_on_in_a_row_marked_continued() -> None:
    view = sketched((StepSketch("Migrate everything", "plan", tasks=SIXTY, raci={"Agent": "A/R"}),))
    step = view.steps(view.streams[0].id)[0]
    book = opened(render(view))
    rows = shown(book["Tasks"], hidden=True)[3:]
    assert [row[:2] for row in rows] == [
        ["Migrate everything", "Plan"],
        ["Migrate everything (continued)", "Plan"],
    ]
    assert "\n".join(row[2] for row in rows).split("\n") == [f"– {task}" for task in SIXTY]
    assert [row[3] for row in rows] == [step.id, f"{step.id} +1"]
    assert book["Tasks"].tables["Tasks"].ref == "A3:D5"
    assert [row[2] for row in shown(book["RACI"])[3:]] == [""]
    assert all((entry.height or 0) <= 409 for sheet in book for entry in sheet.row_dimensions.values())


def test_a_long_description_goes_on() -> None:
    text = " ".join(f"word{number}" for number in range(1200))
    draft = Draft(laptop())
    draft.update(draft.view.streams[0].id, description=text)
    rows = shown(opened(render(draft.view))["Use case"])[2:]
    labels = [row[0] for row in rows if row[0].startswith("Description")]
    assert labels == ["Description", *["Description (continued)"] * (len(labels) - 1)]
    assert len(labels) > 2
    assert "".join(row[1] for row in rows[: len(labels)]) == text


def test_the_check_stands_in_the_first_row_of_a_long_name_only() -> None:
    view = sketched((StepSketch("Name " * 99, "plan", raci={"Agent": "A/R"}),))
    longer = "Very long name " * 300
    draft = Draft(view)
    step = draft.view.steps(draft.view.streams[0].id)[0]
    draft.replace(step.model_copy(update={"name": longer}))
    sheet = opened(render(draft.view), results=True)["RACI"]
    rows = shown(sheet)[3:]
    assert len(rows) > 1
    assert rows[0][5] == "ok"
    assert all(row[2:] == ["", "", "", ""] for row in rows[1:])
    assert rows[1][0].endswith("(continued)")
    assert "".join(row[0].removesuffix(" (continued)") for row in rows) == longer


def test_a_cell_over_the_limit_of_characters_is_split() -> None:
    text = "́" * 40_000  # takes no width at all
    slot = Slot(points=300.0, size=10.0)
    rows = spread(["Name", text], [slot, slot])
    assert len(rows) > 1
    assert "".join(row.texts[1] for row in rows) == text
    assert all(units16(row.texts[1]) <= MOST_CHARACTERS for row in rows)
    assert [row.texts[0] for row in rows][1:] == ["Name (continued)"] * (len(rows) - 1)


LINES = st.lists(st.text(st.sampled_from("ab c漢🚀"), max_size=60), min_size=1, max_size=90).map("\n".join)


@given(LINES, st.floats(40, 300))
def test_pieces_fit_and_are_the_text(text: str, points: float) -> None:
    found = pieces(text, points, 10)
    for piece in found:
        assert line_count(piece, points, 10) <= most_lines(10) + 1  # a word cut anywhere may count once more
        assert units16(piece) <= MOST_CHARACTERS
    assert "".join(found).replace("\n", "") == text.replace("\n", "")


def test_a_list_is_cut_between_its_items() -> None:
    items = [f"– item {number} " + "with words " * 6 for number in range(40)]
    found = pieces("\n".join(items), 120, 10)
    assert len(found) > 3
    assert "\n".join(found).split("\n") == items


def test_heights_of_rows_grow_with_their_text() -> None:
    sketches = [StepSketch(f"Step {count}", "plan", tasks=SIXTY[:count]) for count in (1, 2, 3, 5, 8, 13, 21)]
    sheet = opened(render(sketched(sketches)))["Tasks"]
    heights = [sheet.row_dimensions[row].height for row in range(4, 11)]
    assert all(later > earlier for earlier, later in pairwise(heights))
    assert heights[-1] - heights[-2] == 8 * 13.5
