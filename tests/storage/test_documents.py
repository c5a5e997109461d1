"""Opening and saving documents."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings

from tests.sample import sample
from tests.strategies import documents as any_document
from vsdesigner.commands import streams
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.model.parts import Task
from vsdesigner.model.records import Note, Step
from vsdesigner.storage import documents, json_format, json_text, record_texts, sections
from vsdesigner.storage.backups import backup_paths
from vsdesigner.storage.folders import backup_folder
from vsdesigner.storage.json_format import decode, encode
from vsdesigner.storage.plain import plain_record
from vsdesigner.storage.record_texts import RecordTexts


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(any_document())
def test_saving_and_opening(tmp_path: Path, snapshot: Snapshot) -> None:
    path = tmp_path / "a.vstream"
    state = documents.save(path, snapshot, backup_folder())
    loaded = documents.read(path)
    assert loaded.snapshot == snapshot
    assert loaded.state == state == documents.file_state(path)
    assert documents.changed_on_disk(path, state) is documents.DiskChange.SAME


def test_saving_again_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a.vstream", tmp_path / "b.json"
    documents.save(first, sample())
    documents.save(second, documents.read(first).snapshot)
    assert first.read_bytes() == second.read_bytes()


def test_the_former_version_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.vstream"
    documents.save(path, sample(), backup_folder())
    documents.save(path, streams.new_document(), backup_folder())
    assert documents.read(backup_paths(path, backup_folder())[0]).snapshot == sample()


def test_an_imperfect_document_is_saved_all_the_same(tmp_path: Path) -> None:
    """References to nothing, two tasks with one id: said when it is opened, never a reason not to save."""
    flow = next(record for id, record in sample().records.items() if id.startswith("flow"))
    note = sample().get("note-1", Note)
    step = Step(id="s", stream=note.stream, lane="plan", tasks=(Task(id="t"), Task(id="t")))
    view = sample().evolve({flow.id: flow.model_copy(update={"target": "nowhere"}), "s": step})
    documents.save(tmp_path / "a", view)
    loaded = documents.read(tmp_path / "a")
    assert len(loaded.problems) == 2
    assert "nowhere" in loaded.problems[0].text + loaded.problems[1].text


@pytest.mark.logs("the text of a.vstream does not read")
@pytest.mark.parametrize("x", [float("nan"), 5e6, "40"])
def test_what_would_not_open_again_is_not_saved(tmp_path: Path, x: object) -> None:
    """Values that got round validation; the other records were checked by an earlier save."""
    path = tmp_path / "a.vstream"
    documents.save(path, sample())
    broken = sample().evolve({"note-1": sample().get("note-1", Note).model_copy(update={"x": x})})
    with pytest.raises(UserError, match=r"“a\.vstream” was not saved: a check found.*is as it was before"):
        documents.save(path, broken)
    assert documents.read(path).snapshot == sample()


@pytest.mark.parametrize(
    ("module", "name", "limit"),
    [
        (json_text, "CONTAINER_LIMIT", 20),
        (json_text, "VALUE_LIMIT", 20),
        (json_text, "DEPTH_LIMIT", 3),
        (sections, "RECORD_LIMIT", 20),
    ],
)
def test_what_is_too_much_to_open_is_not_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str, limit: int
) -> None:
    monkeypatch.setattr(module, name, limit)
    with pytest.raises(UserError, match="was not saved: a check found") as refused:
        documents.save(tmp_path / "a.vstream", sample())
    assert refused.value.details
    assert not (tmp_path / "a.vstream").exists()


def test_too_many_steps_are_not_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sections.LIMITS, "steps", 4)
    with pytest.raises(UserError) as refused:
        documents.save(tmp_path / "a.vstream", sample())
    assert "has 5 steps; 4 is the most that can be opened" in refused.value.details[0]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100,
        '"[' * 100,
        '\\"[' * 100,
        "\\" * 99 + "{" * 99,
        '\\\\"]' * 50,
        '","[' * 50,
        '"' * 101,
        "]}" * 99,
    ],
)
def test_brackets_in_texts_are_text(tmp_path: Path, text: str) -> None:
    view = sample().evolve({"note-1": sample().get("note-1", Note).model_copy(update={"text": text})})
    documents.save(tmp_path / "a.vstream", view)
    assert documents.read(tmp_path / "a.vstream").snapshot == view


def test_a_writer_that_forgets_something_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The text is compared with the document itself, not with what the writer thinks of it."""
    monkeypatch.setattr(json_format, "_texts", RecordTexts())
    monkeypatch.setattr(
        record_texts,
        "plain_record",
        lambda record: {key: value for key, value in plain_record(record).items() if key != "purpose"},
    )
    with pytest.raises(UserError, match="a check found that it would not open again"):
        documents.save(tmp_path / "a", sample())
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize("extras", [{"x": 1}, {"version": "1.9"}, {"x": {"b": [1], "a": None}}])
def test_the_check_compares_the_whole_document(extras: dict[str, object]) -> None:
    view = Snapshot(sample().records.values(), extras)
    documents.check(encode(view), view, "x")
    with pytest.raises(UserError):
        documents.check(encode(sample()), view, "x")
    with pytest.raises(UserError):
        documents.check(encode(view), sample(), "x")


def test_the_check_sees_a_record_too_many_or_too_few() -> None:
    fewer = sample().evolve({"note-1": None})
    with pytest.raises(UserError):
        documents.check(encode(sample()), fewer, "x")
    with pytest.raises(UserError):
        documents.check(encode(fewer), sample(), "x")


def test_a_document_too_large_to_be_opened_is_not_saved(tmp_path: Path) -> None:
    notes = [
        Note(id=f"note-{n}", stream=sample().streams[0].id, lane="plan", text="x" * 9_990)
        for n in range(2_200)
    ]
    view = Snapshot([*sample().records.values(), *notes[2:]])
    with pytest.raises(UserError, match="has grown beyond 20 MB"):
        documents.save(tmp_path / "a", view)
    assert not (tmp_path / "a").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes")
def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for place, says in (
        (tmp_path, "there is a folder of that name"),
        (tmp_path / "pipe", "it is not an ordinary file"),
        (tmp_path / "nowhere", "there is no such file"),
        (Path("/dev/zero"), "it is not an ordinary file"),
        (tmp_path / "a\0b", "its name has characters"),
    ):
        with pytest.raises(UserError, match=f"cannot be read: {says}"):
            documents.read(place)


def test_opening_takes_a_file_of_any_name(tmp_path: Path) -> None:
    path = tmp_path / "noise ümläut.json"
    path.write_bytes(encode(sample()))
    assert documents.read(path).snapshot == decode(encode(sample()), "x").snapshot
