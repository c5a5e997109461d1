"""A workbook that went out, was edited as a stakeholder would, and comes home with exactly those changes."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from openpyxl import Workbook, load_workbook

from tests.examples.make_cloud_service import PATH as SAMPLE
from tests.exchange.excel.way_back.kit import edited, exported, read
from tests.exchange.sample import laptop
from vsdesigner.document.merging import differences, merge
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import practice_name, tool_text
from vsdesigner.exchange.excel.languages import LANGUAGES, words
from vsdesigner.exchange.excel.reading import Origin
from vsdesigner.model.records import Flow, Placed, Practice, Record, Step, Stream, Terminal, Tool
from vsdesigner.storage import documents

SOFFICE = shutil.which("soffice")
LAYOUT = ("x", "y", "width", "height", "bends", "label_place", "source_side", "target_side", "pinned")
NEW = "Let the architecture be reviewed"


def sample() -> Snapshot:
    return documents.read(SAMPLE).snapshot


def _set(workbook: Workbook, sheet: str, cell: str, text: str | None) -> None:
    workbook[sheet][cell] = text


class Typed(NamedTuple):
    """What a stakeholder types in a language."""

    days: str
    weeks: str
    hours: str  # up to four of them
    state: str
    step: str
    example: str


TYPED = {
    "en": Typed("days", "weeks", "up to 4 hours", "to-be", "Step", "e.g."),
    "de": Typed("Tage", "Wochen", "bis zu 4 Stunden", "soll", "Schritt", "z. B."),
    "fr": Typed("jours", "semaines", "jusqu’à 4 heures", "Cible", "Étape", "p. ex."),
}


def twenty_cells(workbook: Workbook, language: str = "en") -> None:
    """What a stakeholder does to the sample in half an hour: twenty cells."""
    names, typed = words(language), TYPED[language]
    case, steps = names["Use case"], names["Steps"]
    # 1-3: the use case
    _set(workbook, case, "B2", "Ada Weiss")
    _set(
        workbook,
        case,
        "B7",
        f"– Simple service: 1-2 {typed.days}\n– Complex service: 1-2 {typed.weeks}\n"
        f"– Custom requirements: 2-4 {typed.weeks}\n– Emergency: {typed.hours}",
    )
    _set(workbook, case, "B10", typed.state)
    # 4-5: a step renamed on one sheet only, a qualifier in other words
    _set(workbook, steps, "A5", "Plan the set-up")
    _set(workbook, steps, "B7", f"Obtain/Build (a supplier builds it) ({typed.step} 4)")
    # 6-9: tasks: one added with one below it, order changed, one reworded, one removed
    tasks = workbook[names["Tasks"]]
    tasks["C4"] = f"{tasks['C4'].value}\n– Agree on the next meeting\n    – Send the invitation"
    first, second, third = str(tasks["C5"].value).split("\n")
    tasks["C5"] = "\n".join((third, first, second))
    tasks["C6"] = str(tasks["C6"].value).replace("Sketch the infrastructure", "Draw the infrastructure")
    lines = str(tasks["C7"].value).split("\n")
    tasks["C7"] = "\n".join(lines[:2] + lines[3:])
    # 10-13: a practice goes, one comes, a product comes, a category comes
    practices = workbook[names["Practices and tools"]]
    practices["D4"] = str(practices["D4"].value).replace("\n– Service desk", "")
    practices["D5"] = f"{practices['D5'].value}\n– Risk management: keeps an eye on what may go wrong"
    practices["E6"] = str(practices["E6"].value).replace("Visio", "Visio, Whiteboard")
    practices["E10"] = f"{practices['E10'].value}\n- Dashboards ({typed.example} Grafana)"
    # 14-17: letters: another one, one cleared, the A given away
    _set(workbook, "RACI", "C5", "I")
    _set(workbook, "RACI", "D4", "r, a")
    matrix = workbook["RACI"]
    next(cell for cell in matrix[7] if cell.value == "I").value = None
    columns = {matrix.cell(3, column).value: column for column in range(1, matrix.max_column + 1)}
    matrix.cell(9, columns["L2 Engineers"]).value = "R"
    matrix.cell(9, columns["Cloud Enablement Engineer"]).value = "A"
    # 18-20: a row inserted, with three cells
    tasks.insert_rows(7)
    tasks["A7"], tasks["B7"] = NEW, "Design and Transition"
    tasks["C7"] = "– Ask two architects\n– Note what they say"
    # and one row deleted
    row = next(number for number in range(4, 20) if tasks.cell(number, 4).value == "step-deploy")
    tasks.delete_rows(row)


def _fields(before: Record, after: Record) -> set[str]:
    return {name for name in type(before).model_fields if getattr(before, name) != getattr(after, name)}


def _changed(base: Snapshot, theirs: Snapshot) -> dict[str, set[str]]:
    """Record → fields that differ, without the numbers that follow from the flow."""
    both = base.records.keys() & theirs.records.keys()
    found = {id: _fields(base.records[id], theirs.records[id]) - {"order"} for id in both}
    return {id: fields for id, fields in found.items() if fields}


def _check_twenty(base: Snapshot, theirs: Snapshot) -> None:
    stream = base.streams[0].id
    case = theirs.get(stream, Stream)
    assert case.owner == "Ada Weiss"
    assert case.state.value == "to-be"
    before = base.get(stream, Stream).lead_times
    assert [lead.id for lead in case.lead_times[:3]] == [lead.id for lead in before]
    assert case.lead_times[0] == before[0].model_copy(update={"maximum": 2.0})
    assert case.lead_times[1:3] == before[1:]
    emergency = case.lead_times[3]
    assert (emergency.service_class, emergency.minimum, emergency.maximum) == ("Emergency", None, 4.0)
    assert emergency.unit.value == "hours"

    def step(id: str) -> Step:
        return theirs.get(id, Step)

    assert step("step-plan").name == "Plan the set-up"
    assert step("step-build").qualifier == "a supplier builds it"
    old = {
        id: base.get(id, Step).tasks for id in ("step-requirements", "step-plan", "step-design", "step-build")
    }
    added = step("step-requirements").tasks
    assert added[:3] == old["step-requirements"]
    assert [(task.text, task.indent) for task in added[3:]] == [
        ("Agree on the next meeting", 0),
        ("Send the invitation", 1),
    ]
    one, two, three = old["step-plan"]
    assert step("step-plan").tasks == (three, one, two)
    words = old["step-design"][0].text.replace("Sketch", "Draw")
    assert step("step-design").tasks == (
        old["step-design"][0].model_copy(update={"text": words}),
        *old["step-design"][1:],
    )
    assert step("step-build").tasks == (*old["step-build"][:2], *old["step-build"][3:])
    assert step("step-requirements").practices == base.get("step-requirements", Step).practices[:-1]
    new = step("step-plan").practices[-1]
    assert practice_name(theirs, new.practice) == "Risk management"
    assert new.contribution == "keeps an eye on what may go wrong"
    assert tool_text(theirs, step("step-design").tools[1]) == "Diagramming tools (e.g., Visio, Whiteboard)"
    assert tool_text(theirs, step("step-improve").tools[-1]) == "Dashboards (e.g., Grafana)"

    roles = {role.name: role.id for role in base.roles}
    letters = {
        (id, role): next((mark.letters for mark in step(id).raci if mark.role == roles[role]), "")
        for id, role in (
            ("step-plan", "Client"),
            ("step-requirements", "L1 Engineer"),
            ("step-release", "L2 Engineers"),
            ("step-release", "Cloud Enablement Engineer"),
        )
    }
    assert list(letters.values()) == ["I", "A/R", "R", "A"]
    assert [mark.letters for mark in step("step-build").raci] == ["A/R", "R"]

    made = next(each for each in theirs.steps(stream) if each.name == NEW)
    assert [task.text for task in made.tasks] == ["Ask two architects", "Note what they say"]
    assert made.lane == "design_and_transition"
    assert {flow.source for flow in theirs.incoming(made.id)} == {"step-design"}
    assert {flow.target for flow in theirs.outgoing(made.id)} == {
        flow.target for flow in base.outgoing("step-design")
    }
    assert "step-deploy" not in theirs
    numbers = [each.name for each in theirs.steps(stream)]
    assert numbers.index(NEW) == numbers.index(base.get("step-design", Step).name) + 1

    changed = _changed(base, theirs)
    expected = {
        stream: {"owner", "lead_times", "state"},
        "step-plan": {"name", "tasks", "practices", "raci"},
        "step-build": {"qualifier", "tasks", "raci"},
        "step-requirements": {"tasks", "practices"},
        "step-design": {"tasks", "tools"},
        "step-improve": {"tools"},
        "step-release": {"raci"},
    }
    rest = {id: fields for id, fields in changed.items() if id not in expected}
    assert {id: changed.get(id) for id in expected} == expected
    for id, fields in rest.items():
        record = base.records[id]
        assert (isinstance(record, Flow) and fields <= {"source", "target"}) or (
            isinstance(record, Tool) and fields == {"products"}
        ), (id, fields)
    gone = {type(base.records[id]) for id in base.records.keys() - theirs.records.keys()}
    come = {type(theirs.records[id]) for id in theirs.records.keys() - base.records.keys()}
    assert gone <= {Step, Flow}
    assert come <= {Step, Flow, Practice, Tool}


def _check_layout(base: Snapshot, theirs: Snapshot) -> None:
    """Whatever both have stands where it stood; ends that find their place by themselves may follow."""
    for id in base.records.keys() & theirs.records.keys():
        before, after = base.records[id], theirs.records[id]
        if isinstance(before, Terminal) and not before.pinned:
            continue
        for name in LAYOUT:
            if name in type(before).model_fields and (isinstance(before, Placed) or name not in ("x", "y")):
                assert getattr(after, name) == getattr(before, name), (id, name)


def _converted(content: bytes, folder: Path) -> bytes:
    """Return the workbook as LibreOffice saves it after opening it."""
    folder.mkdir(parents=True, exist_ok=True)
    source = folder / "out.xlsx"
    source.write_bytes(content)
    target = folder / "saved"
    command: list[Any] = [
        SOFFICE,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        target,
        source,
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)  # our own call
    return (target / "out.xlsx").read_bytes()


@pytest.mark.parametrize("by_task", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("document", [sample, laptop])
def test_a_workbook_that_nobody_edited_changes_nothing(document: Any, language: str, by_task: bool) -> None:
    base = document()
    result = read(exported(base, row_per_task=by_task, language=language))
    assert result.origin is Origin.OWN
    assert result.base == base
    assert differences(result.base, result.theirs) == ()
    assert result.theirs == base
    assert result.problems == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_twenty_cells_come_home_and_nothing_else(language: str) -> None:
    base = sample()
    content = edited(exported(base, language=language), lambda book: twenty_cells(book, language))
    result = read(content)
    assert result.base == base
    _check_twenty(base, result.theirs)
    _check_layout(base, result.theirs)
    assert result.problems == ()


def test_they_merge_into_the_document_they_came_from() -> None:
    base = sample()
    result = read(edited(exported(base), twenty_cells))
    merged = merge(result.base, base, result.theirs)
    assert not merged.conflicts
    _check_twenty(base, merged.snapshot)
    _check_layout(base, merged.snapshot)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("language", ["en", "de"])
def test_the_same_after_a_pass_through_libreoffice(language: str, tmp_path: Path) -> None:
    base = sample()
    content = _converted(exported(base, language=language), tmp_path / "before")
    untouched = read(content)
    assert differences(base, untouched.theirs) == ()
    assert untouched.problems == ()
    again = _converted(edited(content, lambda book: twenty_cells(book, language)), tmp_path / "after")
    assert words(language)["Tasks"] in load_workbook(io.BytesIO(again)).sheetnames
    result = read(again)
    assert result.origin is Origin.OWN
    assert result.base == base
    _check_twenty(base, result.theirs)
    _check_layout(base, result.theirs)
    assert result.problems == ()
