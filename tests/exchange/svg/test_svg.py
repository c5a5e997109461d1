"""The SVG picture: what it shows, in which colours, that text stays text, that it carries the document."""

from __future__ import annotations

import base64
import re
import time
import zlib

import pytest

from tests.exchange.sample import laptop
from tests.exchange.svg.reading import LINK, SVG, groups, opened, render, replaced, texts, titles
from tests.sample import sample
from vsdesigner.commands import flows, steps
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.carried import carried_text
from vsdesigner.exchange.options import ExportOptions
from vsdesigner.exchange.registry import EXPORTERS, Cancelled
from vsdesigner.exchange.svg import cards
from vsdesigner.exchange.svg.colours import FixedColours
from vsdesigner.model.errors import UserError
from vsdesigner.model.parts import Duration, RaciMark, TimeUnit
from vsdesigner.model.pictures import encoded
from vsdesigner.model.place import Place
from vsdesigner.model.records import Flow, FlowKind, Lane, Note, NoteKind, Phase, Step, Stream
from vsdesigner.palette import DARK, LIGHT, PRINT, Scheme
from vsdesigner.storage.json_format import encode

NASTY = {
    "markup": "</text><script>alert(1)</script><b onload='x'>&amp;",
    "attribute": '" onload="alert(1)" x=\'',
    "comment": "<!-- --> ]]> <![CDATA[ <?php ?>",
    "entity": "&lol; &#60;script&#62; %xxe;",
    "controls": "a\x00b\x07c\x1fd\x9f",
    "broken": "\ud83d lone \udc00 \ufffe \uffff",
    "rtl": "שלום עולם \u202eabc\u202c",
    "emoji": "🚀👩‍👩‍👧‍👦é́́" * 12,
    "long": "word " * 100,
    "unbroken": "x" * 500,
    "cdata": "vsdesigner:document>QUJD</vsdesigner:document>",
}
PIXEL = encoded(
    bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc000"
        "000301010018dd8db00000000049454e44ae426082"
    )
)


def told(view: Snapshot) -> list[str]:
    stream = view.streams[0].id
    return [f"{view.number(step.id)}. {step.name}" for step in view.steps(stream)]


def test_everything_of_the_stream_is_there_as_text() -> None:
    view = laptop()
    root = opened(render(view))
    said = " ".join(texts(root))
    for step in view.steps(view.streams[0].id):
        assert step.name in said
    for word in (
        "Demand",
        "An employee asks for",
        "Value",
        "People work from",
        "Engage",
        "Design",
        "Transition",
    ):
        assert word in said, word
    assert set(told(view)) <= set(titles(root))
    assert titles(root)[0] == "Service value stream: Provide a laptop"
    described = root.find(f"{SVG}desc")
    assert described is not None
    assert described.text == f"Provide a laptop with 4 steps. {'; '.join(told(view))}"


def test_cards_flows_notes_and_phases_can_be_addressed() -> None:
    view = sample()
    stream = view.streams[0].id
    root = opened(render(view))
    for kind, records in (
        ("step", view.steps(stream)),
        ("flow", view.flows(stream)),
        ("note", view.notes(stream)),
        ("terminal", view.terminals(stream)),
        ("phase", view.phases(stream)),
        ("lane", view.lanes),
    ):
        assert len(list(groups(root, kind))) == len(records), kind
    assert "Think" in texts(root)
    assert "Mind the gap" in texts(root)


def test_kinds_of_flows_differ() -> None:
    view = sample()
    stream = view.streams[0].id
    draft = Draft(view)
    lines = draft.view.flows(stream)
    draft.update(lines[0].id, kind=FlowKind.INFORMATION)
    root = opened(render(draft.view))
    dashes: dict[FlowKind, set[str]] = {}
    for flow, group in zip(
        sorted(draft.view.flows(stream), key=lambda flow: flow.id), groups(root, "flow"), strict=True
    ):
        assert group.attrib["id"].endswith(flow.id)
        line = group.find(f"{SVG}path")
        assert line is not None
        dashes.setdefault(flow.kind, set()).add(line.attrib.get("stroke-dasharray", ""))
    assert dashes[FlowKind.MAIN] == {""}
    assert dashes[FlowKind.REWORK] == {"7.9 5"}
    assert dashes[FlowKind.INFORMATION] == {"2 3.4"}


@pytest.mark.parametrize("scheme", [LIGHT, DARK, PRINT], ids=lambda scheme: scheme.name)
def test_the_theme_is_chosen(scheme: Scheme) -> None:
    content = render(laptop(), values={"theme": scheme.name}).decode()
    assert f'fill="{scheme.canvas.hex}"' in content
    assert f'fill="{scheme.text.hex}"' in content
    assert f'fill="{scheme.lane(laptop().lanes[0].color).band.hex}"' in content
    assert ("fill-opacity" in content) is (scheme is not PRINT), "paper has no shadows"


def test_light_is_the_default_and_equal_documents_give_equal_bytes() -> None:
    assert render(sample()) == render(sample(), values={"theme": "light"})
    shuffled = Snapshot(reversed(list(sample().records.values())))
    assert render(shuffled) == render(sample())


def test_a_transparent_picture_has_no_ground() -> None:
    ground = f'height="{opened(render(laptop())).attrib["height"]}" fill="{LIGHT.canvas.hex}"'
    assert ground in render(laptop()).decode()
    clear = render(laptop(), values={"transparent": True}).decode()
    assert ground not in clear
    band = f'fill="{LIGHT.lane(laptop().lanes[0].color).band.hex}"'
    assert band in render(laptop()).decode()
    assert band not in clear, "the lanes are no ground either"


# -- extents ------------------------------------------------------------------------------------------------
def test_a_selection_shows_its_cards_and_the_flows_between() -> None:
    view = sample()
    stream = view.streams[0].id
    first, second, third, _ = view.steps(stream)
    root = opened(render(view, values={"extent": "selection"}, selection=(first.id, second.id)))
    assert [group.attrib["id"] for group in groups(root, "step")] == [f"step-{first.id}", f"step-{second.id}"]
    between = [flow for flow in view.flows(stream) if (flow.source, flow.target) == (first.id, second.id)]
    assert len(between) == len(list(groups(root, "flow"))) == 1
    assert third.name not in " ".join(texts(root))
    assert not list(groups(root, "lane"))


def test_a_selection_of_nothing_is_told_in_a_sentence() -> None:
    with pytest.raises(UserError, match="select steps first"):
        render(laptop(), values={"extent": "selection"}, selection=("nobody",))


def test_the_view_shows_what_lies_in_it_with_headers() -> None:
    view = laptop()
    stream = view.streams[0].id
    first, last = view.steps(stream)[0], view.steps(stream)[-1]
    root = opened(render(view, values={"extent": "view"}, area=(first.x - 30, 0.0, 250.0, 300.0)))
    assert [group.attrib["id"] for group in groups(root, "step")] == [f"step-{first.id}"]
    assert last.name not in " ".join(texts(root))
    assert (root.attrib["width"], root.attrib["height"]) == ("400", "300")
    assert "Engage" in texts(root)
    assert "Improve" not in texts(root), "lanes that are out of sight have no header"


def test_a_stream_is_chosen_by_its_id() -> None:
    view = sample()
    other = view.streams[1]
    root = opened(render(view, streams=(other.id,)))
    assert "Look back" in texts(root)
    assert len(list(groups(root, "step"))) == 1
    with pytest.raises(UserError, match="no stream “nowhere”"):
        render(view, streams=("nowhere",))


# -- what users write ---------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", NASTY)
@pytest.mark.parametrize("kind,field", [(Step, "name"), (Stream, "name"), (Lane, "name"), (Flow, "label")])
def test_hostile_text_stays_text(name: str, kind: type, field: str) -> None:
    content = render(replaced(sample(), kind, field, NASTY[name]))
    root = opened(content)
    assert carried_text(content, ".svg") is None
    assert b"<script" not in content
    assert len(list(groups(root, "step"))) == 4


@pytest.mark.parametrize("name", NASTY)
def test_hostile_notes_phases_and_values_stay_text(name: str) -> None:
    view = replaced(sample(), Note, "text", NASTY[name])
    view = replaced(view, Phase, "name", NASTY[name])
    for field in ("demand", "value"):
        view = replaced(view, Stream, field, NASTY[name])
    opened(render(view))


def test_text_from_right_to_left_begins_at_the_right() -> None:
    root = opened(render(replaced(laptop(), Step, "name", "שלום")))
    found = [text for text in root.iter(f"{SVG}text") if text.text == "שלום"]
    assert found
    assert {(text.attrib["direction"], text.attrib["text-anchor"]) for text in found} == {("rtl", "end")}


def test_a_long_name_is_whole_and_stays_inside_its_card() -> None:
    root = opened(render(replaced(laptop(), Step, "name", "word " * 100)))
    card = next(groups(root, "step"))
    assert sum((text.text or "").count("word") for text in card.iter(f"{SVG}text")) == 100
    heights = [float(box.attrib["height"]) for box in card.iter(f"{SVG}rect") if box.attrib.get("rx") == "8"]
    assert max(float(text.attrib["y"]) for text in card.iter(f"{SVG}text")) < max(heights)


def test_pictures_are_inside_the_file() -> None:
    draft = Draft(laptop())
    stream = draft.view.streams[0].id
    note = Note(
        id="n", stream=stream, lane="plan", kind=NoteKind.PICTURE, picture=PIXEL, text='A "dot" & more', x=9.0
    )
    draft.add(note)
    root = opened(render(draft.view))
    (image,) = root.iter(f"{SVG}image")
    assert image.attrib[LINK] == f"data:image/png;base64,{PIXEL}"
    assert 'A "dot" & more' in titles(root)
    broken = draft.view.get("n", Note).model_copy(update={"picture": "javascript:alert(1)"})
    root = opened(render(Snapshot([*(r for r in draft.view.records.values() if r.id != "n"), broken])))
    assert not list(root.iter(f"{SVG}image"))
    assert any(text.startswith("This picture cannot") for text in texts(root))


def test_a_step_that_stands_for_a_stream_is_a_pile() -> None:
    view = sample()
    piled = next(step for step in view.steps(view.streams[0].id) if step.substream)
    root = opened(render(view))
    boxes = {
        group.attrib["id"]: sum(1 for box in group.iter(f"{SVG}rect") if box.attrib.get("rx") == "8")
        for group in groups(root, "step")
    }
    assert boxes.pop(f"step-{piled.id}") == max(boxes.values()) + 2


# -- the document inside ------------------------------------------------------------------------------------
def test_the_document_comes_back_out() -> None:
    view = sample()
    source = encode(view).decode()
    content = render(view, source=source)
    opened(content)
    assert carried_text(content, ".svg") == source
    assert carried_text(render(view), ".svg") is None


def test_a_broken_or_huge_load_counts_as_nothing() -> None:
    content = render(laptop(), source=encode(laptop()).decode())
    start = content.index(b"<vsdesigner:document")
    assert carried_text(content[: start + 200], ".svg") is None
    inner = re.compile(rb"(<vsdesigner:document[^>]*>)[^<]*")
    assert carried_text(inner.sub(rb"\1QUJD", content), ".svg") is None
    assert carried_text(inner.sub(rb"\1!!!!", content), ".svg") is None
    bomb = base64.b64encode(zlib.compress(b"0" * (60 * 1024 * 1024), 9))
    begun = time.perf_counter()
    assert carried_text(inner.sub(rb"\1" + bomb, content), ".svg") is None
    assert carried_text(b"<vsdesigner:document" * 200_000, ".svg") is None
    assert time.perf_counter() - begun < 5


# -- size ---------------------------------------------------------------------------------------------------
def test_a_thousand_steps_are_drawn_quickly_and_can_be_stopped() -> None:
    draft = Draft(laptop())
    stream = draft.view.streams[0].id
    lanes = [lane.id for lane in draft.view.lanes]
    before = ""
    for index in range(1_000):
        step = steps.add(draft, stream, Place(lanes[index % 6], 260.0 * index, 30.0), f"Step {index}")
        if before:
            flows.connect(draft, before, step)
        before = step
    begun = time.perf_counter()
    content = render(draft.view)
    assert time.perf_counter() - begun < 10
    assert len(content) < 4_000_000
    asked = iter([False] * 3)
    with pytest.raises(Cancelled):
        EXPORTERS["svg"].render(draft.view, ExportOptions(), lambda share: None, lambda: next(asked, True))


def test_a_person_never_stands_without_letters() -> None:
    """On narrow footers the icon gives way to the letters, and without room for these it is gone."""
    draft = Draft(laptop())
    step = draft.view.steps(draft.view.streams[0].id)[0]
    role = draft.view.roles[0].id
    draft.update(role, name="Service desk lead")
    draft.update(
        step.id,
        raci=(RaciMark(role=role, letters="A"),),
        process_time=Duration(likely=20, unit=TimeUnit.MINUTES),
    )
    found = set()
    for width in range(60, 260):
        footer = cards._footer(
            draft.view, draft.view.get(step.id, Step), float(width), 80.0, FixedColours(LIGHT)
        )
        found.add(("#icon-role" in footer, ">SDL<" in footer))
    assert found == {(True, True), (False, True), (False, False)}
