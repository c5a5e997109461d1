"""The lanes on slides: native shapes, connectors glued to them, readable, piece by piece if long."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import Any

import pytest
from PIL import Image

from tests.exchange.pptx.reading import EMU, everything, opened, render, texts, titles, ways
from tests.exchange.sample import StepSketch, laptop, sketched
from tests.gallery.branch_office import branch_office
from vsdesigner.commands import flows, notes
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.pictures import encoded
from vsdesigner.model.place import Place
from vsdesigner.model.records import FlowKind, NoteKind, TerminalKind
from vsdesigner.resource import resource_path
from vsdesigner.storage.json_format import decode

CARD, NUMBER = "Card ", "Number "


def joined(view: Snapshot) -> Snapshot:
    """The sample with flows from demand over its steps to value, and one back."""
    draft = Draft(view)
    stream = view.streams[0].id
    ids = [step.id for step in view.steps(stream)]
    demand, value = (view.terminal(stream, kind).id for kind in (TerminalKind.DEMAND, TerminalKind.VALUE))
    for source, target in pairwise((demand, *ids, value)):
        flows.connect(draft, source, target)
    back = flows.connect(draft, ids[2], ids[0])
    draft.update(back, kind=FlowKind.REWORK, label="wrong model")
    return draft.view


def drawing(view: Snapshot) -> Any:
    deck = opened(render(view, slides=("lanes",)))
    assert len(deck.slides) == 1
    return deck.slides[0]


def boxes(slide: Any) -> dict[int, Any]:
    return {shape.shape_id: shape for shape in everything(slide.shapes)}


def sides(shape: Any) -> list[tuple[float, float]]:
    """The connection sites of a box in pt: top, left, bottom, right."""
    x, y = shape.left / EMU, shape.top / EMU
    width, height = shape.width / EMU, shape.height / EMU
    return [(x + width / 2, y), (x, y + height / 2), (x + width / 2, y + height), (x + width, y + height / 2)]


def test_every_step_is_a_shape_with_its_text_and_number() -> None:
    view = joined(laptop())
    shapes = list(everything(drawing(view).shapes))
    cards = {shape.name: shape.text_frame.text for shape in shapes if shape.name.startswith(CARD)}
    steps = view.steps(view.streams[0].id)
    assert cards == {f"{CARD}{view.number(step.id)}": step.name for step in steps}
    numbers = [shape.text_frame.text for shape in shapes if shape.name.startswith(NUMBER)]
    assert numbers == ["1", "2", "3", "4"]
    lanes = [shape.text_frame.text for shape in shapes if shape.name.startswith("Lane header")]
    assert lanes == [lane.name for lane in view.lanes]


def test_connectors_are_glued_to_the_shapes_that_the_flows_join() -> None:
    slide = drawing(joined(laptop()))
    shapes = boxes(slide)
    names = [
        (shapes[way.start[0]].name, shapes[way.end[0]].name) for way in ways(slide) if way.start and way.end
    ]
    assert sorted(names) == sorted(
        [
            ("Demand", "Card 1"),
            ("Card 1", "Card 2"),
            ("Card 2", "Card 3"),
            ("Card 3", "Card 4"),
            ("Card 4", "Value"),
            ("Card 3", "Card 1"),
        ]
    )


@pytest.mark.parametrize("view", [joined(laptop()), branch_office()], ids=["sample", "forty steps"])
def test_ways_end_at_the_sites_they_are_glued_to_and_run_upright(view: Snapshot) -> None:
    count = 0
    for slide in opened(render(view, slides=("lanes",))).slides:
        shapes = boxes(slide)
        for way in ways(slide):
            for glue, point in ((way.start, way.points[0]), (way.end, way.points[-1])):
                if glue:
                    assert sides(shapes[glue[0]])[glue[1]] == pytest.approx(point, abs=0.6), way
                    count += 1
            for here, there in pairwise(way.points):
                assert min(abs(here[0] - there[0]), abs(here[1] - there[1])) <= 2.6, way
    assert count > 10


def test_no_way_runs_through_a_card_that_it_does_not_join() -> None:
    view = branch_office()
    crossed = []
    for slide in list(opened(render(view, slides=("lanes",))).slides)[1:]:
        shapes = boxes(slide)
        cards = {id: shape for id, shape in shapes.items() if shape.name.startswith(CARD)}
        for way in ways(slide):
            ends = {glue[0] for glue in (way.start, way.end) if glue}
            for id, card in cards.items():
                if id not in ends and any(cuts(card, piece) for piece in pairwise(way.points)):
                    crossed.append((slide.shapes.title.text_frame.text, way.words, card.text_frame.text))
    assert crossed == []


def cuts(card: Any, piece: tuple[tuple[float, float], tuple[float, float]]) -> bool:
    (x1, y1), (x2, y2) = piece
    left, top = card.left / EMU + 1, card.top / EMU + 1
    right, bottom = left + card.width / EMU - 2, top + card.height / EMU - 2
    return min(x1, x2) < right and max(x1, x2) > left and min(y1, y2) < bottom and max(y1, y2) > top


def test_kinds_of_flows_differ_and_labels_are_text() -> None:
    view = joined(laptop())
    slide = drawing(view)
    dashes = {way.words: way.dash for way in ways(slide) if way.start}
    assert dashes["Flow from step 1 to step 2"] == ""
    assert dashes["Rework from step 3 to step 1: wrong model"] == "dash"
    assert "wrong model" in texts(slide)


def test_names_stay_inside_their_cards_and_can_be_read() -> None:
    for slide in list(opened(render(branch_office(), slides=("lanes",))).slides)[1:]:
        for shape in everything(slide.shapes):
            if shape.name.startswith(CARD):
                size = shape.text_frame.paragraphs[0].runs[0].font.size.pt
                assert size >= 9


def test_everything_stands_on_the_slide() -> None:
    deck = opened(render(branch_office(), slides=("lanes",)))
    for slide in deck.slides:
        for shape in everything(slide.shapes):
            if shape.is_placeholder:
                continue
            assert shape.left >= 0 and shape.left + shape.width <= deck.slide_width, shape.name
            assert shape.top >= 0 and shape.top + shape.height <= deck.slide_height, shape.name


def test_a_long_stream_has_an_overview_and_marks_where_it_goes_on() -> None:
    view = branch_office()
    deck = opened(render(view, slides=("lanes",)))
    assert titles(deck) == [
        "Value stream map: overview",
        *(f"Value stream map ({number} of 5)" for number in range(1, 6)),
    ]
    steps = view.steps(view.streams[0].id)
    shown = [
        shape.text_frame.text
        for slide in list(deck.slides)[1:]
        for shape in everything(slide.shapes)
        if shape.name.startswith(CARD)
    ]
    assert sorted(shown) == sorted(step.name for step in steps), "each step stands on one slide"
    numbers = [shape.text_frame.text for shape in deck.slides[0].shapes if shape.name.startswith("Step ")]
    assert numbers == [str(number) for number in range(1, 41)]


def test_a_flow_between_two_slides_is_marked_on_both() -> None:
    view = branch_office()
    slides = list(opened(render(view, slides=("lanes",))).slides)[1:]
    drawn: dict[str, int] = {}
    for slide in slides:
        for way in ways(slide):
            if way.start and way.end:
                drawn[way.words] = drawn.get(way.words, 0) + 1
    assert len(drawn) == len(view.flows(view.streams[0].id))
    place = {
        view.number(step.id): number
        for step in view.steps(view.streams[0].id)
        for number, slide in enumerate(slides)
        if any(shape.name == f"{CARD}{view.number(step.id)}" for shape in everything(slide.shapes))
    }
    for words, count in drawn.items():
        ends = [int(word.strip(":")) for word in words.replace(":", " ").split() if word.isdigit()]
        if len(ends) == 2:
            assert count == (1 if place[ends[0]] == place[ends[1]] else 2), words


def test_long_names_become_small_and_are_never_cut() -> None:
    name = "Agree with everybody " * 23
    slide = drawing(sketched([StepSketch(name.strip(), "engage"), StepSketch("Short", "plan")]))
    card = next(shape for shape in everything(slide.shapes) if shape.name == "Card 1")
    assert card.text_frame.text == name.strip()


def test_notes_are_boxes_and_pictures_are_pictures() -> None:
    draft = Draft(laptop())
    stream, lane = draft.view.streams[0].id, draft.view.lanes[0].id
    target = io.BytesIO()
    Image.new("RGB", (80, 40), "red").save(target, "PNG")
    notes.add(draft, stream, Place(lane, 900.0, 30.0), text="Ask Bo\nfirst")
    picture = notes.add(draft, stream, Place(lane, 1200.0, 30.0), text="A red field")
    draft.update(picture, kind=NoteKind.PICTURE, picture=encoded(target.getvalue()))
    shapes = list(everything(drawing(draft.view).shapes))
    assert [shape.text_frame.text for shape in shapes if shape.name == "Note"] == ["Ask Bo\nfirst"]
    found = next(shape for shape in shapes if hasattr(shape, "image"))
    assert found.image.blob == target.getvalue()
    assert found._element.xpath(".//p:cNvPr")[0].get("descr") == "A red field"


def test_a_word_wider_than_any_card_is_broken_and_costs_no_slides() -> None:
    view = branch_office()
    draft = Draft(view)
    for step in view.steps(view.streams[0].id)[::4]:
        draft.update(step.id, name="Review the Datenschutzfolgenabschätzungsverfahrensdokumentation")
    before, after = (titles(opened(render(each, slides=("lanes",)))) for each in (view, draft.view))
    assert len(before) <= len(after) <= len(before) + 2


def test_demand_says_all_of_its_text_where_there_is_room() -> None:
    source = resource_path("examples", "three-phases.vstream").read_bytes()
    view = decode(source, "three-phases").snapshot
    words = "\n".join(texts(slide) for slide in opened(render(view)).slides if is_map(slide))
    assert view.streams[0].demand in words


def test_demand_and_value_have_a_name_on_a_long_overview() -> None:
    view = joined(sketched([StepSketch(f"Agree on the work of round {n}", "plan") for n in range(40)]))
    slides = opened(render(view)).slides
    overview = next(slide for slide in slides if "Value stream map: overview" in texts(slide))
    assert {"Demand", "Value"} <= set(texts(overview).split("\n"))


def is_map(slide: Any) -> bool:
    return "Value stream map" in texts(slide)
