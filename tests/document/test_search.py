"""Finding words in all text of a document."""

from __future__ import annotations

import time
import unicodedata
from typing import Annotated, get_args, get_origin, get_type_hints

import pytest
from pydantic import StringConstraints

from tests.sample import sample
from vsdesigner.commands import streams
from vsdesigner.document.draft import Draft
from vsdesigner.document.search import Hit, Query, limit_at, occurrences, text_at, texts, with_text_at
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import Facet, Part, Task
from vsdesigner.model.records import SECTIONS, DocumentSettings, Lane, Record, Step
from vsdesigner.model.reference import default_lanes
from vsdesigner.model.text import Name, text_limit

PARTS = (*SECTIONS.values(), DocumentSettings)


def document(*names: str, tasks: tuple[str, ...] = ()) -> Snapshot:
    draft = Draft(streams.new_document())
    stream = draft.view.streams[0].id
    for order, name in enumerate(names):
        draft.add(
            Step(
                id=f"s{order}",
                stream=stream,
                lane="plan",
                name=name,
                order=order,
                tasks=tuple(Task(id=f"t{order}-{at}", text=text) for at, text in enumerate(tasks)),
            )
        )
    return draft.view


def words(view: Snapshot, query: Query) -> list[tuple[str, str]]:
    return [(hit.record, hit.words) for hit in occurrences(view, query)]


def test_finds_every_place_in_reading_order() -> None:
    view = document("Log it", "Close the log", tasks=("Write the log", "Read it"))
    assert [(hit.record, hit.path, hit.start) for hit in occurrences(view, Query("log"))] == [
        ("s0", ("name",), 0),
        ("s0", ("tasks", 0, "text"), 10),
        ("s1", ("name",), 10),
        ("s1", ("tasks", 0, "text"), 10),
    ]


def test_case_counts_when_asked() -> None:
    view = document("Log, log, LOG")
    assert words(view, Query("log")) == [("s0", "Log"), ("s0", "log"), ("s0", "LOG")]
    assert words(view, Query("log", match_case=True)) == [("s0", "log")]


def test_whole_words_when_asked() -> None:
    view = document("Log the catalog, log-in and logs of log")
    assert [hit.start for hit in occurrences(view, Query("log", whole_words=True))] == [0, 17, 36]


def test_whole_words_of_signs_are_found_too() -> None:
    assert words(document("Learn C++ now"), Query("C++", whole_words=True)) == [("s0", "C++")]
    assert words(document("R&D and XR&D"), Query("R&D", whole_words=True)) == [("s0", "R&D")]


def test_signs_of_patterns_are_letters_here() -> None:
    assert words(document("a.b axb (a*"), Query("a.b")) == [("s0", "a.b")]
    assert words(document("a.b axb (a*"), Query("(a*")) == [("s0", "(a*")]


def test_accents_are_found_however_they_are_written_down() -> None:
    decomposed = unicodedata.normalize("NFD", "Café öffnen")
    for text in ("Café öffnen", decomposed):
        for query in ("café", unicodedata.normalize("NFD", "café")):
            assert len(occurrences(document(text), Query(query))) == 1


def test_what_the_program_wrote_into_the_lanes_is_no_hit_until_it_is_changed() -> None:
    view = document("Log")
    lane = view.lanes[0]
    assert lane.purpose
    assert occurrences(view, Query(lane.purpose)) == []
    assert occurrences(view, Query(lane.name)) == []
    draft = Draft(view)
    draft.update(lane.id, purpose=f"{lane.purpose} We do it daily.")
    assert [(hit.record, hit.path) for hit in occurrences(draft.view, Query(lane.purpose))] == [
        (lane.id, ("purpose",))
    ]


def test_nothing_is_found_without_words() -> None:
    assert occurrences(document("Log"), Query("")) == []
    assert occurrences(document("Log"), Query("xyz")) == []


def test_the_shown_stream_alone() -> None:
    view = sample()
    first, other = (stream.id for stream in view.streams)
    everywhere = occurrences(view, Query("e"))
    here = occurrences(view, Query("e", stream=other))
    assert {view.get(hit.record, Record).id for hit in here} == {
        hit.record
        for hit in everywhere
        if hit.record == other or hit.record in {s.id for s in view.steps(other)}
    }
    there = {hit.record for hit in occurrences(view, Query("e", stream=first))}
    assert not there & {role.id for role in view.roles}
    assert {role.id for role in view.roles} <= {hit.record for hit in everywhere}


# -- read from the model ------------------------------------------------------------------------------------
def test_every_long_string_of_the_model_is_text_and_nothing_else_is() -> None:
    """A new field of type Name or Text is found because of its type; whoever adds another kind sees this."""
    found = {}
    for kind in (*PARTS, Facet, Task):
        for name, annotation in get_type_hints(kind, include_extras=True).items():
            if get_origin(annotation) is Annotated and get_args(annotation)[0] is str:
                found[kind.__name__, name] = text_limit(annotation)
    not_text = {key for key, limit in found.items() if limit is None}
    assert {name for _, name in not_text} <= {
        *("id", "stream", "lane", "facet", "substream", "variant_of", "source", "target"),
        *("source_side", "target_side", "color", "picture", "check_profile"),
    }
    assert found["Step", "name"] == 500
    assert found["Step", "presenter_notes"] == 10_000
    assert found["Task", "text"] == 10_000


class Later(Part):
    """A part of a later version of the program."""

    remark: Name = ""
    code: Annotated[str, StringConstraints(max_length=5)] = "x"
    facets: tuple[Facet, ...] = ()
    maybe: Task | None = None


def test_a_new_field_is_found_by_its_type() -> None:
    later = Later(
        remark="one",
        code="no",
        facets=(Facet(id="f", name="two", qualifier="three"),),
        maybe=Task(id="t", text="four"),
    )
    assert list(texts(later)) == [
        (("remark",), "one"),
        (("facets", 0, "name"), "two"),
        (("facets", 0, "qualifier"), "three"),
        (("maybe", "text"), "four"),
    ]


def test_every_text_of_a_rich_document_is_found_read_and_written() -> None:
    view = sample()
    count = 0
    for record in view.records.values():
        for path, text in texts(record):
            count += 1
            assert text_at(record, path) == text
            assert limit_at(record, path) in (500, 10_000)
            changed = with_text_at(record, path, "Z")
            assert text_at(changed, path) == "Z"
            assert with_text_at(changed, path, text) == record
            shipped = isinstance(record, Lane) and text == text_at(default_lanes()[record.order], path)
            hit = Hit(record.id, path, 0, len(text), text)
            assert (hit in occurrences(view, Query(text, match_case=True))) is not shipped
    assert count > 50


def test_a_way_that_leads_nowhere() -> None:
    step = document("Log", tasks=("one",)).get("s0", Step)
    assert text_at(step, ("tasks", 5, "text")) is None
    assert text_at(step, ("order",)) is None
    assert text_at(step, ("name", "x")) is None
    with pytest.raises(KeyError):
        limit_at(step, ("order",))


def test_a_thousand_steps_with_ten_tasks_each_take_less_than_100_ms() -> None:
    view = document(
        *(f"Step number {number} of many" for number in range(1_000)),
        tasks=tuple(f"Task number {number} with some words" for number in range(10)),
    )
    times = []
    for query in ("number", "words", "nothing of that"):
        before = time.process_time()
        occurrences(view, Query(query))
        times.append(time.process_time() - before)
    print("find in 1,000 steps:", [f"{each * 1000:.0f} ms" for each in times])
    assert min(times) < 0.1
