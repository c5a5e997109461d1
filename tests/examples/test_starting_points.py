"""What ships to start from is what the makers give, is in order, and can be handed over as it is."""

from __future__ import annotations

import json
from functools import cache
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from jsonschema import Draft202012Validator

from tests.cli.build import run
from tests.examples.make import CARDS, INDEX, RESOURCES, STORIES, everything
from vsdesigner import cli
from vsdesigner.analysis.findings import find_all
from vsdesigner.analysis.method import progress
from vsdesigner.analysis.profiles import PROFILES
from vsdesigner.document.references import dangling
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.registry import EXPORTERS, ExportOptions
from vsdesigner.model.records import SETTINGS_ID, Step
from vsdesigner.storage import documents
from vsdesigner.storage.json_format import encode
from vsdesigner.storage.schema import json_schema
from vsdesigner.storage.starting_points import StartingPoint, examples, open_starting_point, templates

SHIPPED = [RESOURCES / folder / card.file for folder, cards in CARDS.items() for card in cards]
TEMPLATES = [path for path in SHIPPED if path.parent.name == "templates"]
every_file = pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
every_template = pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)


@cache
def shipped(path: Path) -> Snapshot:
    return documents.read(path).snapshot


def steps_of(view: Snapshot) -> list[Step]:
    return [step for stream in view.streams for step in view.steps(stream.id)]


# -- the files ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("path", everything(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_files_are_what_the_makers_give(path: Path) -> None:
    assert path.read_bytes() == everything()[path], "make it anew: python -m tests.examples.make"


@pytest.mark.parametrize("folder", CARDS)
def test_nothing_lies_there_that_nobody_makes(folder: str) -> None:
    made = {path.name for path in everything() if path.parent.name == folder}
    assert {path.name for path in (RESOURCES / folder).iterdir()} == made
    assert {card.file for card in CARDS[folder]} == made - {INDEX}


@pytest.mark.parametrize("folder", CARDS)
def test_the_list_says_what_one_finds(folder: str) -> None:
    rows = json.loads((RESOURCES / folder / INDEX).read_text(encoding="utf-8"))
    assert [row["file"] for row in rows] == [card.file for card in CARDS[folder]]
    for row in rows:
        assert set(row) == {"file", "title", "summary", "adapt"}
        assert row["title"]
        assert row["summary"].endswith(".")
        assert row["summary"].count(". ") == 0, "one sentence"
        assert len(row["summary"]) <= 64, "a tile has no room for more"
        assert bool(row["adapt"]) == (folder == "templates")


def test_the_order_is_that_of_a_journey_through_the_job() -> None:
    assert [card.title for card in CARDS["templates"]] == [
        "Development of a new service",
        "Restoration of a live service",
        "User incident",
        "Service request",
        "Change",
        "New feature",
    ]
    assert [path.stem for path in SHIPPED if path.parent.name == "examples"] == [
        "cloud-service",
        "restore-cloud-service",
        "three-phases",
        "coffee-shop",
    ]


@every_file
def test_it_opens_without_repairs_and_is_saved_unchanged(path: Path) -> None:
    loaded = documents.read(path)
    assert loaded.problems == ()
    assert dangling(loaded.snapshot) == []
    assert encode(loaded.snapshot) == path.read_bytes()


@every_file
def test_the_schema_takes_it(path: Path) -> None:
    Draft202012Validator(json_schema()).validate(json.loads(path.read_text(encoding="utf-8")))


# -- what they say ------------------------------------------------------------------------------------------
@pytest.mark.parametrize("profile", PROFILES)
@every_file
def test_nothing_is_to_be_found_in_it(path: Path, profile: str) -> None:
    view = shipped(path)
    settings = view.settings.model_copy(update={"check_profile": profile})
    assert find_all(Snapshot((settings, *(r for id, r in view.records.items() if id != SETTINGS_ID)))) == ()


@every_file
def test_the_guide_has_nothing_left_to_ask_for(path: Path) -> None:
    """All but the last look, which is the user's own."""
    view = shipped(path)
    for stream in view.streams:
        *steps, hand_over = progress(view, stream.id)
        assert [step.said for step in steps if not step.is_done] == []
        assert hand_over.id == "hand_over"


@every_file
def test_every_use_case_is_complete(path: Path) -> None:
    status = "Template" if path in TEMPLATES else "Example"
    view = shipped(path)
    for stream in view.streams:
        assert stream.name
        assert stream.short_name
        assert stream.owner
        assert stream.description
        assert stream.demand
        assert stream.outcomes
        assert stream.value
        assert stream.lead_times
        assert stream.version
        assert stream.status == status
        taking_part = {mark.role for step in view.steps(stream.id) for mark in step.raci}
        assert taking_part == {line.role for line in stream.responsibilities}
        assert all(line.duty for line in stream.responsibilities)


@pytest.mark.parametrize(
    "path",
    [RESOURCES / folder / story.file for folder, stories in STORIES.items() for story in stories],
    ids=lambda path: path.stem,
)
def test_every_step_has_everything(path: Path) -> None:
    view = shipped(path)
    assert all(stream.service_offerings for stream in view.streams)
    assert all(role.duty for role in view.roles)
    for step in steps_of(view):
        assert 2 <= len(step.tasks) <= 5, step.name
        assert step.practices
        assert all(use.contribution for use in step.practices), step.name
        assert step.tools
        assert step.process_time
        assert step.wait_time
        assert step.complete_and_accurate is not None
        assert step.inputs
        assert step.outputs
        letters = [letter for mark in step.raci for letter in mark.letters.split("/")]
        assert letters.count("A") == 1, step.name
        assert "R" in letters, step.name


@every_file
def test_ids_and_sentences_are_for_people(path: Path) -> None:
    """An id made by chance would make the file another one each time; doubled spaces are a slip."""
    text = path.read_text(encoding="utf-8")
    for step in steps_of(shipped(path)):
        assert step.id.startswith("step-")
        assert step.id.removeprefix("step-").replace("-", "").isalpha()
        for line in (*(task.text for task in step.tasks), *(use.contribution for use in step.practices)):
            assert not line or line.endswith((".", "?")), line
            assert not line or line[0].isupper(), line
    assert all("  " not in line.lstrip() for line in text.splitlines())


@every_template
def test_every_template_says_that_it_is_a_starting_point(path: Path) -> None:
    view = shipped(path)
    for stream in view.streams:
        texts = [note.text for note in view.notes(stream.id)]
        assert any(text.startswith("A starting point: adapt it.") for text in texts)


# -- what one does with them --------------------------------------------------------------------------------
@every_file
def test_it_becomes_a_workbook(path: Path) -> None:
    view = shipped(path)
    content = EXPORTERS["xlsx"].render(view, ExportOptions(), lambda share: None, lambda: False)
    book = openpyxl.load_workbook(BytesIO(content))
    cells = {
        str(cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
    everything_said = "\n".join(cells)
    for step in steps_of(view):
        assert step.name in everything_said


@every_file
def test_the_command_line_takes_it(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(path), "--fail-on", "hint"]) == 0
    assert cli.main(["export", str(path), "--to", str(tmp_path / "out.xlsx")]) == 0
    assert (tmp_path / "out.xlsx").stat().st_size > 0
    capsys.readouterr()


def test_the_program_itself_takes_one_of_them(tmp_path: Path) -> None:
    path = RESOURCES / "examples" / "coffee-shop.vstream"
    assert run("check", path).returncode == 0
    assert run("export", path, "--to", tmp_path / "out.xlsx").returncode == 0


@pytest.mark.long
@every_file
def test_the_program_itself_takes_each_of_them(path: Path, tmp_path: Path) -> None:
    assert run("check", path).returncode == 0
    assert run("export", path, "--to", tmp_path / "out.xlsx").returncode == 0


@pytest.mark.parametrize("point", [*templates(), *examples()], ids=lambda point: point.id)
def test_the_program_finds_it_and_starts_with_it(point: StartingPoint) -> None:
    opened = open_starting_point(point)
    assert dangling(opened) == []
    if point.path is not None:
        assert point.path in SHIPPED
        assert find_all(opened) == ()
