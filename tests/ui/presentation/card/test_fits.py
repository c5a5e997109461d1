"""Nothing that a presentation says is cut: measured on six screens, with all that ships and hostile texts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.examples.test_starting_points import SHIPPED, shipped
from tests.model_streams import model_stream, names
from tests.sample import sample
from tests.ui.presentation.sheets import SIZES, Desk, check, check_laid, letters
from vsdesigner.analysis.journey import StopKind
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import practice_name, role_name
from vsdesigner.model.records import Step, Stream, Tool
from vsdesigner.ui.presentation.areas import areas
from vsdesigner.ui.presentation.card.content import (
    Banner,
    Block,
    Chip,
    Chips,
    Choice,
    Content,
    Figures,
    Fill,
    Heading,
    Ink,
    Letters,
    Named,
    Run,
    Tally,
    Words,
    texts,
)
from vsdesigner.ui.presentation.card.layout import lay_out
from vsdesigner.ui.presentation.card.sheet import FOOT
from vsdesigner.ui.presentation.colours import presenting_theme

Load = Callable[[], Snapshot]
STREAMS = [
    *(
        pytest.param(partial(shipped, path), stream.id, id=stream.id)
        for path in SHIPPED
        for stream in shipped(path).streams
    ),
    *(pytest.param(partial(model_stream, name), name, id=name) for name in names()),
    pytest.param(sample, sample().streams[0].id, id="sample"),
]
THEME = presenting_theme(dark=False)


def recorded(view: Snapshot, step: Step) -> list[str]:
    """Everything that a step records in words, as far as an audience sees it."""
    found = [step.name, step.qualifier, step.supplier.name, *step.inputs, *step.outputs, *step.information]
    found += [*step.constraints, *step.skills, *step.metrics, *step.service_offerings]
    found += [task.text for task in step.tasks]
    found += [role_name(view, mark.role) for mark in step.raci]
    found += [role_name(view, mark.role) for task in step.tasks for mark in task.raci]
    for use in step.practices:
        found += [practice_name(view, use.practice), use.contribution]
    for tools in step.tools:
        found += [view.get(tools.tool, Tool).name, *tools.products]
    return [text for text in found if text]


def plainly(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(("load", "stream"), STREAMS)
def test_no_text_of_any_step_is_cut(qtbot: QtBot, load: Load, stream: str, size: tuple[int, int]) -> None:
    view = load()
    desk = Desk(qtbot, view, stream, size)
    seen = set()
    while True:
        stop = desk.show.stop
        assert desk.laid, stop
        for column in desk.laid:
            check(column, desk.show.unit)
        assert desk.show.pages == max(len(column.laid.pages) for column in desk.laid)
        if stop.kind is StopKind.STEP:
            seen.add(stop.id)
            words = plainly(desk.words())
            for text in recorded(view, view.get(stop.id, Step)):
                # A column of names beside it may come between its lines.
                assert plainly(text) in words or not letters([text]) - letters([words]), text
        if stop.kind is StopKind.CLOSING:
            break
        for _ in range(desk.show.pages):
            desk.show.next()
    for step in view.steps(stream):
        if step.id not in seen:
            desk.show.go_to(step.id)
            for column in desk.laid:
                check(column, desk.show.unit)


# -- hostile texts ------------------------------------------------------------------------------------------
PIECES = ["word", "a" * 200, "Donaudampfschifffahrt" * 9, "שלום עולם", "مرحبا بالعالم", "値の流れ" * 15]
PIECES += [
    "👩‍👩‍👧‍👦",
    "🏳️‍🌈",
    "e\u0301\u0302\u0303",
    "<b>&amp;</b>",
    "\u202eabc\u202c",
    "\t",
    "\n",
    "ffi ffl",
    "—",
]
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=30)), max_size=6).map(" ".join)
LONG = st.one_of(
    TEXTS, st.tuples(st.sampled_from(PIECES), st.integers(1, 40)).map(lambda pair: pair[0] * pair[1])
)
TEXT = LONG.map(
    lambda text: "".join(letter for letter in text if letter == "\n" or letter.isprintable()) or "x"
)
LINE = TEXT.map(lambda text: " ".join(text.split("\n")))
RUNS = st.lists(st.builds(Run, TEXT, st.sampled_from(Ink), st.booleans()), min_size=1, max_size=3).map(tuple)
COLOURS = st.sampled_from(["", "#C4631A", "#FFFFFF", "#000000"])
CHIP = st.builds(Chip, LINE, LINE | st.just(""), st.sampled_from(Fill), COLOURS)
MARK = st.sampled_from(["", "R", "ABC"])
BLOCK: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, LINE),
    st.builds(Words, RUNS, st.sampled_from(Letters), st.booleans(), st.integers(0, 2)),
    st.builds(Banner, LINE),
    st.builds(Named, LINE, LINE, MARK),
    st.builds(Chips, st.lists(CHIP, min_size=1, max_size=8).map(tuple)),
    st.builds(Figures, st.lists(st.tuples(LINE, LINE), min_size=1, max_size=4).map(tuple)),
    st.builds(Tally, st.integers(0, 9999).map(str), LINE, COLOURS),
    st.builds(
        Choice, st.integers(0, 99), LINE, st.lists(LINE, max_size=2).map(tuple), st.booleans(), COLOURS
    ),
)
CONTENT = st.builds(Content, LINE, st.lists(BLOCK, min_size=1, max_size=5).map(tuple), COLOURS)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
    max_examples=40,
)
@given(content=CONTENT, size=st.sampled_from(SIZES))
def test_hostile_texts_are_never_cut(qapp: QApplication, content: Content, size: tuple[int, int]) -> None:
    placed = areas(*size)
    width, height = placed.card.width - 88 * placed.unit, placed.card.height - 60 * placed.unit
    laid = lay_out(content, width, height, THEME, placed.unit, FOOT * placed.unit)
    check_laid(laid, (width, height), placed.unit)
    said = letters(texts(content.blocks))
    shown = letters(line.line.text for page in laid.pages for line in page.words)
    assert shown == said, (shown - said, said - shown)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_longest_texts_that_a_document_holds(qtbot: QtBot, size: tuple[int, int]) -> None:
    desk = Desk(qtbot, sample(), size=size)
    long_name, long_text = "Überaus" * 71, "lang und länger " * 600
    step = next(step for step in desk.show.view.steps(desk.show.stream) if step.tasks and step.raci)
    with desk.session.edit("Write a lot") as draft:
        draft.update(
            step.id,
            name=long_name,
            qualifier=long_name,
            tasks=tuple(task.model_copy(update={"text": long_text}) for task in step.tasks[:2]),
            practices=tuple(use.model_copy(update={"contribution": long_text}) for use in step.practices[:1]),
            inputs=(long_name, "短い", "קצר"),
            outputs=("w" * 500,),
        )
        stream = draft.view.get(desk.show.stream, Stream)
        draft.update(stream.id, name=long_name, owner=long_name, description=long_text, demand=long_text)
        for role in draft.view.roles:
            draft.update(role.id, name=f"{role.name} {long_name}"[:500])
    for column in desk.laid:
        check(column, desk.show.unit)
    for id in desk.show.journey.path:
        desk.show.go_to(id)
        check(desk.laid[0], desk.show.unit)
    desk.show.go_to_end()
    check(desk.laid[0], desk.show.unit)
