"""Templates and examples: what the program knows of them, and what a damaged installation does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vsdesigner import language
from vsdesigner.document.fresh_ids import with_fresh_ids
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.model.records import DocumentSettings, Lane
from vsdesigner.resource import resource_path
from vsdesigner.storage import documents, starting_points
from vsdesigner.storage.starting_points import Kind, StartingPoint


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of resources of its own, with one template and one example."""
    example = resource_path("examples", "cloud-service.vstream")
    for folder, name in (("templates", "mine"), ("examples", "seen")):
        place = tmp_path / folder
        place.mkdir()
        (place / f"{name}.vstream").write_bytes(example.read_bytes())
        entry = {"file": f"{name}.vstream", "title": name.title(), "summary": f"About {name}."}
        if folder == "templates":
            entry["adapt"] = "Change it."
        write_index(place, [entry])
    monkeypatch.setattr(starting_points, "resource_path", lambda *parts: existing(tmp_path.joinpath(*parts)))
    return tmp_path


def existing(path: Path) -> Path:
    if not path.exists():
        raise FileNotFoundError(path)
    return path


def write_index(folder: Path, entries: object) -> None:
    (folder / "index.json").write_text(json.dumps(entries), encoding="utf-8")


def own_ids(view: Snapshot) -> set[str]:
    return {id for id, record in view.records.items() if not isinstance(record, Lane | DocumentSettings)}


def test_the_empty_stream_comes_first(shipped: Path) -> None:
    empty, mine = starting_points.templates()
    assert (empty.id, empty.path, empty.notice) == ("empty", None, "")
    assert mine == StartingPoint(
        "mine", Kind.TEMPLATE, "Mine", "About mine.", "Change it.", shipped / "templates" / "mine.vstream"
    )
    assert mine.notice == "This is a starting point. Change it."
    (seen,) = starting_points.examples()
    assert (seen.id, seen.kind, seen.notice) == ("seen", Kind.EXAMPLE, "")


def test_what_ships_is_there_and_opens() -> None:
    points = (*starting_points.templates(), *starting_points.examples())
    assert len({point.id for point in points}) == len(points) >= 2
    for point in points:
        assert point.title and point.summary
        assert bool(point.notice) == (point.kind is Kind.TEMPLATE and point.path is not None)
        assert starting_points.open_starting_point(point).streams


def test_a_template_opened_twice_shares_no_id(shipped: Path) -> None:
    mine = starting_points.starting_point("mine")
    one, other = (starting_points.open_starting_point(mine) for _ in range(2))
    assert len(own_ids(one)) == len(own_ids(other)) > 10
    assert not own_ids(one) & own_ids(other)
    assert mine.path is not None
    file = documents.read(mine.path).snapshot
    assert not own_ids(one) & own_ids(file)
    assert len(with_fresh_ids(file)) == len(one)


def test_an_example_is_what_its_file_is(shipped: Path) -> None:
    seen = starting_points.starting_point("seen")
    assert seen.path is not None
    assert starting_points.open_starting_point(seen) == documents.read(seen.path).snapshot


def test_the_empty_stream_opens_fresh_each_time() -> None:
    empty = starting_points.starting_point("empty")
    one, other = (starting_points.open_starting_point(empty) for _ in range(2))
    assert not one.steps(one.streams[0].id)
    assert not own_ids(one) & own_ids(other)


def test_an_unknown_one_is_told_with_those_there_are(shipped: Path) -> None:
    with pytest.raises(UserError, match=r"There is no template or example “nope”, only empty, mine, seen\."):
        starting_points.starting_point("nope")


def test_a_missing_or_damaged_file_is_told(shipped: Path) -> None:
    mine = starting_points.starting_point("mine")
    assert mine.path is not None
    mine.path.write_text("{", encoding="utf-8")
    with pytest.raises(UserError, match=r"mine\.vstream"):
        starting_points.open_starting_point(mine)
    mine.path.unlink()
    with pytest.raises(UserError, match=r"mine\.vstream"):
        starting_points.open_starting_point(mine)


def test_a_file_that_needs_repair_is_not_offered_as_sound(shipped: Path) -> None:
    mine = starting_points.starting_point("mine")
    assert mine.path is not None
    content = json.loads(mine.path.read_text(encoding="utf-8"))
    content["flows"][0]["target"] = "nowhere"
    mine.path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(UserError, match="“Mine” is damaged") as told:
        starting_points.open_starting_point(mine)
    assert told.value.details


@pytest.mark.logs("the list of templates cannot be read")
@pytest.mark.parametrize("damage", ["gone", "no json", "no text"])
def test_a_damaged_list_leaves_the_empty_stream(shipped: Path, damage: str) -> None:
    index = shipped / "templates" / "index.json"
    if damage == "gone":
        index.unlink()
    else:
        index.write_bytes(b"[{" if damage == "no json" else b"\xff\xfe\xff")
    assert [point.id for point in starting_points.templates()] == ["empty"]


@pytest.mark.logs("an entry in the list of templates names no file")
@pytest.mark.parametrize("entry", [7, {}, {"file": ""}, {"file": "../examples/seen.vstream"}, {"file": 3}])
def test_an_entry_that_is_none_is_left_out(shipped: Path, entry: object) -> None:
    write_index(shipped / "templates", [entry, {"file": "mine.vstream"}])
    assert [point.id for point in starting_points.templates()] == ["empty", "mine"]
    assert starting_points.starting_point("mine").title == "mine"


def test_a_list_that_is_something_else_has_nothing(shipped: Path) -> None:
    write_index(shipped / "examples", {"file": "seen.vstream"})
    assert starting_points.examples() == ()


def test_its_sentences_are_translated(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_translate", str.upper)
    empty, mine = starting_points.templates()
    assert (empty.title, mine.title, mine.summary) == ("EMPTY STREAM", "MINE", "ABOUT MINE.")
    assert mine.id == "mine" and mine.path is not None and mine.path.exists()
