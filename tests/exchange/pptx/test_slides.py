"""Which slides there are, what stands on them, and what the file says of itself."""

from __future__ import annotations

import io
import time
import zipfile
from typing import Any

import pytest

from tests.bench.streams import large_document
from tests.exchange.pptx.reading import EMU, MOMENT, everything, opened, render, texts, titles
from tests.exchange.sample import StepSketch, laptop, sketched
from tests.gallery.branch_office import branch_office
from vsdesigner.commands import roles, streams
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.pptx import step_slides
from vsdesigner.exchange.pptx.text import text_width
from vsdesigner.exchange.registry import EXPORTERS, Cancelled, ExportOptions, exporter_for
from vsdesigner.model.errors import UserError
from vsdesigner.model.parts import Duration, RaciMark, TimeUnit


def changed(view: Snapshot, id: str, **fields: Any) -> Snapshot:
    draft = Draft(view)
    draft.update(id, **fields)
    return draft.view


def first_step(view: Snapshot) -> str:
    return view.steps(view.streams[0].id)[0].id


def test_the_slides_come_in_the_order_in_which_they_are_told() -> None:
    view = laptop()
    view = changed(view, first_step(view), process_time=Duration(likely=1.0))
    assert titles(opened(render(view))) == [
        "Provide a laptop",
        "Use case",
        "Value stream map",
        "Take the order",
        "Pick the model",
        "Buy and set it up",
        "Hand it over",
        "Responsibilities (RACI)",
        "Times and quality",
    ]


def test_every_placeholder_is_one_of_its_layout() -> None:
    for view in (laptop(), streams.new_document(), branch_office()):
        for slide in opened(render(view)).slides:
            known = {shape.placeholder_format.idx for shape in slide.slide_layout.placeholders}
            used = [shape.placeholder_format.idx for shape in slide.placeholders]
            assert set(used) <= known and len(set(used)) == len(used)


def test_shapes_have_numbers_of_their_own() -> None:
    for slide in opened(render(branch_office(), slides=("lanes", "raci", "title"))).slides:
        ids = [shape.shape_id for shape in everything(slide.shapes)]
        assert len(set(ids)) == len(ids)


def test_only_chosen_slides_are_made() -> None:
    deck = opened(render(laptop(), slides=("title", "raci")))
    assert titles(deck) == ["Provide a laptop", "Responsibilities (RACI)"]


def test_parts_are_named_in_the_order_of_the_slides() -> None:
    deck = opened(render(laptop()))
    names = [str(slide.part.partname) for slide in deck.slides]
    assert names == [f"/ppt/slides/slide{number}.xml" for number in range(1, len(names) + 1)]


def test_the_deck_is_wide_and_every_slide_has_a_title_of_its_own() -> None:
    deck = opened(render(branch_office()))
    assert deck.slide_width is not None and deck.slide_height is not None
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9)
    found = titles(deck)
    assert all(found) and len(set(found)) == len(found)


def test_the_title_is_read_first_and_everything_else_has_words() -> None:
    for slide in opened(render(laptop())).slides:
        shapes = list(everything(slide.shapes))
        assert shapes[0] == slide.shapes.title
        for shape in shapes:
            if not shape.is_placeholder:
                xml = shape._element.xml
                words = shape._element.xpath(".//p:cNvPr")[0].get("descr")
                assert words or "adec:decorative" in xml, shape.name


def test_a_step_says_what_is_done_with_what_and_by_whom() -> None:
    slide = opened(render(laptop())).slides[3]
    found = texts(slide)
    for words in (
        "Ask what is needed",
        "Note the delivery address",
        "Service desk: single contact",
        "Relationship management",
        "Chat (e.g., Teams, Signal)",
        "A/R  Agent",
        "C  Requester",
        "Engage",
    ):
        assert words in found
    margins = {part.text: part._p.pPr.get("marL") for part in paragraphs(slide) if part._p.pPr is not None}
    assert int(margins["Note the delivery address"]) > int(margins["Ask what is needed"]) > 0


def paragraphs(slide: Any) -> list[Any]:
    frames = [shape.text_frame for shape in slide.placeholders if shape.has_text_frame]
    return [paragraph for frame in frames for paragraph in frame.paragraphs if paragraph.text]


def test_times_and_quality_stand_on_the_step() -> None:
    view = laptop()
    hours = Duration(likely=3.0, unit=TimeUnit.HOURS)
    view = changed(view, first_step(view), process_time=hours, complete_and_accurate=87.5)
    found = texts(opened(render(view)).slides[3])
    assert "Process time\n3 hours" in found
    assert "Complete and accurate\n87.5 %" in found


def test_presenter_notes_become_speaker_notes() -> None:
    view = laptop()
    view = changed(view, first_step(view), presenter_notes="Tell the story\nof the lost laptop")
    slide = opened(render(view)).slides[3]
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None and frame.text == "Tell the story\nof the lost laptop"
    deck = slide.part.package.presentation_part._element
    assert [child.tag.rpartition("}")[2] for child in deck][:3] == [
        "sldMasterIdLst",
        "notesMasterIdLst",
        "sldIdLst",
    ]


def test_steps_on_the_map_lead_to_their_slides() -> None:
    deck = opened(render(laptop()))
    drawing = deck.slides[2]
    links = [shape.click_action.target_slide for shape in everything(drawing.shapes) if "Card" in shape.name]
    assert links == list(deck.slides)[3:7]


def test_long_lists_go_on_on_further_slides_and_nothing_is_lost() -> None:
    tasks = [f"Task {number} of a long list that somebody wrote down one afternoon" for number in range(80)]
    deck = opened(render(sketched([StepSketch("Long", "engage", tasks=tasks)]), slides=("steps",)))
    assert len(deck.slides) > 2
    assert titles(deck)[:2] == [
        f"Long (1 of {len(deck.slides)})",
        f"Long (continued, 2 of {len(deck.slides)})",
    ]
    found = [line for slide in deck.slides for line in texts(slide).split("\n") if line.startswith("Task ")]
    assert found == tasks


def test_a_paragraph_that_is_higher_than_a_slide_is_divided() -> None:
    words = [f"word{number}" for number in range(1_100)]
    deck = opened(
        render(sketched([StepSketch("Long", "engage", tasks=[" ".join(words)])]), slides=("steps",))
    )
    assert len(deck.slides) > 1
    found = " ".join(texts(slide) for slide in deck.slides).split()
    assert [word for word in found if word.startswith("word")] == words


def test_phases_are_told_as_tables() -> None:
    view = branch_office()
    deck = opened(render(view, slides=("steps",), steps_as="phase"))
    phases = [phase.name for phase in view.phases(view.streams[0].id)]
    found = list(dict.fromkeys(title.split(" (")[0] for title in titles(deck)))
    assert [title for title in found if title in phases] == phases
    everywhere = "\n".join(texts(slide) for slide in deck.slides)
    assert all(step.name in everywhere for step in view.steps(view.streams[0].id))


def test_without_phases_the_steps_stand_in_one_table() -> None:
    assert titles(opened(render(laptop(), slides=("steps",), steps_as="phase"))) == ["Steps"]


def test_the_matrix_has_a_row_for_each_step_and_task_with_letters() -> None:
    slide = opened(render(laptop(), slides=("raci",))).slides[0]
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["", "Step", "Requester", "Agent", "Buyer"]
    assert rows[1] == ["1", "Take the order", "C", "A/R", ""]
    assert rows[3] == ["", "Compare what the shelf has", "I", "", "A"]
    assert len(rows) == 6


def test_roles_without_letters_in_this_stream_take_no_column() -> None:
    view = sketched([StepSketch("Only", "engage", raci={"Agent": "A/R"})], ("Agent", "Idle"))
    slide = opened(render(view, slides=("raci",))).slides[0]
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    assert [cell.text for cell in table.rows[0].cells] == ["", "Step", "Agent"]


def test_a_wide_matrix_is_divided_by_roles_and_rows() -> None:
    roles = [f"Role number {number} of a large organization" for number in range(45)]
    steps = [StepSketch(f"Step {number}", "engage", raci={roles[number % 45]: "A"}) for number in range(40)]
    deck = opened(render(sketched(steps, roles), slides=("raci",)))
    seen: set[tuple[str, str]] = set()
    for slide in deck.slides:
        table = next(shape.table for shape in slide.shapes if shape.has_table)
        assert all(column.width >= 24 * 12_700 for column in table.columns)
        heads = [" ".join(cell.text.split()) for cell in table.rows[0].cells]
        assert sum(column.width for column in table.columns) <= deck.slide_width - 2 * 40 * 12_700 + 100
        for row in list(table.rows)[1:]:
            cells = [cell.text for cell in row.cells]
            seen |= {(cells[1], head) for head, letters in zip(heads, cells, strict=True) if letters == "A"}
    assert seen == {(f"Step {number}", roles[number % 45]) for number in range(40)}


@pytest.mark.parametrize("slides", ["use_case", "raci", "steps"])
def test_tables_end_above_the_footer(slides: str) -> None:
    words = "what has to be done in the office before anybody may go home " * 4
    steps = [
        StepSketch(
            f"Step {number} {words[: number * 9]}", "engage", tasks=[words] * (number % 5), raci={"A": "A"}
        )
        for number in range(30)
    ]
    view = sketched(steps, ("A", "B"))
    view = changed(view, view.streams[0].id, description=words * 6, outcomes=words * 9, value=words * 30)
    deck = opened(render(view, slides=(slides,), steps_as="phase"))
    assert len(deck.slides) > 1
    for slide in deck.slides:
        table = next(shape for shape in slide.shapes if shape.has_table)
        height = sum(row.height for row in table.table.rows)
        assert table.top + height <= 503 * 12_700, slide.shapes.title


def test_the_times_are_a_table_and_a_chart_of_the_steps() -> None:
    view = branch_office()
    hours = [float(number) for number in range(1, 41)]
    for step, likely in zip(view.steps(view.streams[0].id), hours, strict=True):
        times = Duration(likely=likely / 10, unit=TimeUnit.HOURS)
        view = changed(view, step.id, process_time=times, wait_time=times)
    slide = opened(render(view, slides=("metrics",))).slides[0]
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    rows = {row.cells[0].text: row.cells[1].text for row in table.rows}
    assert rows["Flow efficiency"] == "50 %"
    chart = next(shape.chart for shape in slide.shapes if shape.has_chart)
    assert [series.name for series in chart.plots[0].series] == ["Process time", "Wait time"]
    assert list(chart.plots[0].series[0].values) == [likely / 10 for likely in hours]
    assert list(chart.plots[0].categories) == [str(number) for number in range(1, 41)]


def test_times_of_steps_that_nothing_joins_are_shown_and_not_added_up() -> None:
    view = laptop()
    view = changed(view, first_step(view), process_time=Duration(likely=1.0))
    slide = opened(render(view, slides=("metrics",))).slides[0]
    assert "not added up" in texts(slide)
    assert any(shape.has_chart for shape in slide.shapes)


def test_what_is_not_there_yet_gets_no_slide() -> None:
    assert titles(opened(render(streams.new_document()))) == ["Untitled stream", "Value stream map"]


@pytest.mark.parametrize("slides", [("use_case",), ("metrics",), ("raci",), ("use_case", "metrics")])
def test_a_deck_without_slides_is_refused(slides: tuple[str, ...]) -> None:
    with pytest.raises(UserError, match="nothing yet"):
        render(streams.new_document(), slides=slides)


def test_letters_of_a_narrow_column_stand_on_one_line() -> None:
    view = laptop()
    draft = Draft(view)
    names = ("CAB", "A desk with a long name", "Another desk with a long name", "Third", "Fourth", "Fifth")
    ids = [roles.add_role(draft, name) for name in (*names, "Head of customer relationship and a board")]
    for id in ids:
        draft.update(first_step(view), raci=tuple(RaciMark(role=id, letters="A/R") for id in ids))
    slide = opened(render(draft.view, slides=("raci",))).slides[0]
    (table,) = (shape.table for shape in slide.shapes if shape.has_table)
    for column, cell in zip(table.columns, table.rows[1].cells, strict=True):
        if cell.text == "A/R":
            free = (column.width - cell.margin_left - cell.margin_right) / EMU
            assert free >= text_width("A/R", 11.0, bold=True) * 1.05


def test_several_streams_follow_each_other_and_one_can_be_chosen() -> None:
    draft = Draft(laptop())
    second = streams.add(draft, "Second")
    assert titles(opened(render(draft.view, slides=("title",)))) == ["Provide a laptop", "Second"]
    options = ExportOptions(streams=(second,), created=MOMENT)
    content = EXPORTERS["pptx"].render(draft.view, options, lambda _: None, lambda: False)
    assert titles(opened(content))[0] == "Second"


def test_equal_documents_give_equal_bytes() -> None:
    view = laptop()
    step = first_step(view)
    view = changed(view, step, process_time=Duration(likely=1.0), presenter_notes="Notes")
    assert render(view, source="{}") == render(view, source="{}")


def test_the_file_says_what_it_is_and_when_it_was_made() -> None:
    view = laptop()
    view = changed(view, view.streams[0].id, owner="Ada")
    content = render(view)
    facts = opened(content).core_properties
    assert facts.comments == ""
    assert (facts.title, facts.author, facts.created, facts.modified) == (
        "Provide a laptop",
        "Ada",
        MOMENT,
        MOMENT,
    )
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert not [name for name in names if "printerSettings" in name or "thumbnail" in name]


def test_progress_runs_from_start_to_end_and_a_cancelled_export_gives_nothing() -> None:
    shares: list[float] = []
    EXPORTERS["pptx"].render(laptop(), ExportOptions(), shares.append, lambda: False)
    assert shares == sorted(shares) and 0 <= shares[0] < 1 and shares[-1] == 1.0
    assert len(set(shares)) > 8, "the steps are told one by one"
    for answers in (1, 4, 9, 14):
        asked = iter([False] * (answers - 1))
        with pytest.raises(Cancelled):
            EXPORTERS["pptx"].render(laptop(), ExportOptions(), lambda _: None, lambda: next(asked, True))  # noqa: B023


def test_no_slides_chosen_is_said() -> None:
    with pytest.raises(UserError, match="No slides are chosen"):
        render(laptop(), slides=())


def test_a_file_name_chooses_slides() -> None:
    assert exporter_for("handover.PPTX").id == "pptx"


def test_a_deck_tells_so_many_steps_and_says_that_there_are_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(step_slides, "MOST", 2)
    deck = opened(render(laptop(), slides=("steps",)))
    assert titles(deck) == ["Take the order", "Pick the model", "Further steps"]
    assert "has 4 steps; slides tell the first 2" in texts(deck.slides[-1])


@pytest.mark.long
def test_a_thousand_steps_take_less_than_twenty_seconds() -> None:
    view = large_document(1_000)
    start = time.perf_counter()
    content = render(view)
    assert time.perf_counter() - start < 20
    assert len(opened(content).slides) > 1_000
