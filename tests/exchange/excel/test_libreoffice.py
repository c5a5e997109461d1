"""A second opinion: LibreOffice opens the workbook, prints every line, and calculates what we say."""

from __future__ import annotations

import csv
import io
import itertools
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from tests.exchange.excel.office import OFFICE, converted, without_results
from tests.exchange.excel.reading import ALL, METHOD_SHEETS, opened, render, shown
from tests.exchange.sample import StepSketch, sketched
from vsdesigner.document.draft import Draft
from vsdesigner.exchange.excel.raci_check import check_for
from vsdesigner.model.parts import Duration, RaciMark, TimeUnit

PDF_TEXT = shutil.which("pdftotext")

pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")

_MARK = re.compile(r"end\d{3}")
WORDS = "provision the environment and agree on what is delivered with everybody who has to work in it"


def _text_of(pdf: Path) -> str:
    return subprocess.run(
        [str(PDF_TEXT), "-raw", str(pdf), "-"], check=True, capture_output=True
    ).stdout.decode()


@pytest.mark.skipif(PDF_TEXT is None, reason="pdftotext is not installed here")
@pytest.mark.parametrize("sheets", [METHOD_SHEETS, ALL], ids=["method", "all"])
def test_no_line_of_any_cell_is_cut_off(tmp_path: Path, sheets: tuple[str, ...]) -> None:
    ends = (f"end{number:03d}" for number in itertools.count())
    marks: list[str] = []

    def ending(text: str) -> str:
        marks.append(next(ends))
        return f"{text} {marks[-1]}"

    sketches = [
        StepSketch(
            ending(WORDS[: 40 * size]),
            lane,
            qualifier=ending(WORDS[:50]),
            tasks=[ending(WORDS[: 13 * (count % 7)]) for count in range(tasks)],
            practices=[("Service desk", ending(WORDS * size))],
            tools=[("Imaging", (ending(WORDS[:60]), ending("short")))],
        )
        for size, lane, tasks in (
            (1, "engage", 3),
            (2, "plan", 12),
            (1, "improve", 60),
            (2, "obtain_build", 31),
        )
    ]
    roles = [
        ending("Agent")
        if number == 0
        else ending("Officer for the procurement of equipment in the region")
        if number == 1
        else f"Role {number}"
        for number in range(9)
    ]
    draft = Draft(sketched(sketches, roles=roles, name=ending("A stream with a long name " + WORDS)))
    stream = draft.view.streams[0].id
    draft.update(
        stream,
        owner=ending("Ada"),
        description=ending(WORDS * 30),
        demand=ending(WORDS * 2),
        outcomes="\n".join(ending(WORDS[:30]) for _ in range(20)),
    )
    before = len(marks)
    draft.update("plan", alias=ending("Decide"), purpose=ending(WORDS * 3))
    for step in draft.view.steps(stream):
        draft.update(
            step.id,
            skills=(ending(WORDS[:70]), ending("short")),
            metrics=tuple(ending(WORDS[: 9 * size]) for size in range(12)),
            process_time=Duration(likely=1.5, unit=TimeUnit.DAYS),
        )
    if sheets is METHOD_SHEETS:  # those that only further sheets show
        marks = [mark for mark in marks if marks.index(mark) < before]
    content = render(draft.view, sheets=sheets)
    [pdf] = converted(content, tmp_path, "pdf")
    expected = Counter(
        mark
        for sheet in opened(content).worksheets
        if sheet.sheet_state == "visible"
        for row in shown(sheet)
        for text in row
        for mark in _MARK.findall(text)
    )
    printed = Counter(_MARK.findall(re.sub(r"\s+", "", _text_of(pdf))))  # a mark may be broken over two lines
    assert set(expected) == set(marks)
    assert {mark: printed[mark] for mark in expected if printed[mark] < expected[mark]} == {}


def test_the_check_formula_says_what_we_wrote_beside_it(tmp_path: Path) -> None:
    entries = ("", "R", "A", "A/R", "C/I")
    combinations = list(itertools.product(entries, repeat=3))
    sketches = [StepSketch(f"Step {number}", "plan") for number in range(len(combinations))]
    draft = Draft(sketched(sketches))
    roles = draft.view.roles
    for step, letters in zip(draft.view.steps(draft.view.streams[0].id), combinations, strict=True):
        raci = tuple(
            RaciMark(role=role.id, letters=entry) for role, entry in zip(roles, letters, strict=True) if entry
        )
        draft.replace(step.model_copy(update={"raci": raci}))
    content = without_results(render(draft.view))
    sheets = converted(
        content, tmp_path, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    )
    [raci_sheet] = [path for path in sheets if path.stem.endswith("RACI")]
    rows = list(csv.reader(io.StringIO(raci_sheet.read_text(encoding="utf-8"))))[3:]
    check = check_for("RACI", (), accountable_is_enough=False)
    assert [row[5] for row in rows] == [check.result(letters) for letters in combinations]
    assert {row[5] for row in rows} == {"ok", "no A", "no R", "two A", "several A", "empty"}
