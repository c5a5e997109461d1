"""Records: frozen, strict, with defaults for everything that may be left open."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from vsdesigner.model.fields import FIELDS, Editor, field, fields_of
from vsdesigner.model.ids import ID_LENGTH, ID_PATTERN, new_id
from vsdesigner.model.parts import Duration, LeadTime, Part, RaciMark, Task, TimeUnit
from vsdesigner.model.records import SECTIONS, DocumentSettings, Flow, Lane, Record, Role, Step, Stream
from vsdesigner.model.reference import default_lanes, lane_aliases, practice_catalog

KINDS = [*SECTIONS.values(), DocumentSettings]
STEP: dict[str, Any] = {"id": "s", "stream": "t", "lane": "plan"}


def parts() -> set[type[BaseModel]]:
    found: set[type[BaseModel]] = set()
    stack: list[type[BaseModel]] = [Part]
    while stack:
        kind = stack.pop()
        found.add(kind)
        stack += kind.__subclasses__()
    return found


def test_every_record_type_has_a_section() -> None:
    leaves = {kind for kind in parts() if issubclass(kind, Record) and not kind.__subclasses__()}
    assert leaves == set(KINDS)


@pytest.mark.parametrize("kind", sorted(parts(), key=lambda kind: kind.__name__))
def test_everything_is_frozen_and_keeps_unknown_fields(kind: type[BaseModel]) -> None:
    assert kind.model_config["frozen"] is True
    assert kind.model_config["extra"] == "allow"


@pytest.mark.parametrize("kind", KINDS)
def test_only_what_identifies_a_record_is_needed(kind: type[Record]) -> None:
    needed = {name for name, info in kind.model_fields.items() if info.is_required()}
    assert needed <= {"id", "stream", "lane", "name", "color", "kind", "source", "target"}


@pytest.mark.parametrize("kind", KINDS)
def test_defaults_are_valid_themselves(kind: type[Record]) -> None:
    """Defaults are not validated when a record is made: they have to be right by themselves."""
    samples: dict[str, Any] = {
        **STEP,
        "name": "n",
        "color": "#000000",
        "kind": "demand",
        "source": "a",
        "target": "b",
    }
    if kind.__name__ != "Terminal":
        del samples["kind"]
    record = kind.model_validate(
        {name: value for name, value in samples.items() if name in kind.model_fields}
    )
    again = kind.model_validate(record.model_dump())
    assert again == record
    assert kind.model_validate_json(record.model_dump_json()) == record


@pytest.mark.parametrize(
    "fields",
    [
        {"x": "1"},
        {"x": True},
        {"x": float("nan")},
        {"x": float("inf")},
        {"x": 1_000_001.0},
        {"order": 1.0},
        {"order": "1"},
        {"optional": 1},
        {"optional": "true"},
        {"name": 5},
        {"inputs": "one"},
        {"inputs": [5]},
        {"automation": "robot"},
        {"width": 0.0},
        {"complete_and_accurate": 100.5},
        {"tasks": [{"text": "no id"}]},
        {"raci": [{"role": "r", "letters": "a"}]},
        {"raci": [{"role": "r", "letters": "A//R"}]},
        {"process_time": {"likely": -1.0}},
        {"process_time": {"unit": "years"}},
    ],
)
def test_nothing_is_guessed(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Step.model_validate({**STEP, **fields})


def test_nothing_can_be_set() -> None:
    with pytest.raises(ValidationError):
        Step.model_validate(STEP).name = "x"  # type: ignore[misc]  # the point of the test


def test_whole_numbers_are_fine_where_numbers_are() -> None:
    step = Step.model_validate({**STEP, "x": 40})
    assert step.x == 40.0
    assert isinstance(step.x, float)


def test_unknown_fields_are_kept_and_compared() -> None:
    one, other = (Task.model_validate({"id": "t", "x_new": value}) for value in (1, 2))
    assert one.unknown_fields == {"x_new": 1}
    assert one != other
    assert Task(id="t").unknown_fields == {}


def test_new_parts_have_ids_of_their_own() -> None:
    assert Task.new("x").id != Task.new("x").id
    lead = LeadTime.new("Simple", 1.0, None, TimeUnit.DAYS)
    assert (lead.service_class, lead.minimum, lead.maximum, lead.unit) == ("Simple", 1.0, None, TimeUnit.DAYS)
    assert RaciMark(role="r", letters="A/R").letters == "A/R"
    assert Duration() == Duration(unit=TimeUnit.HOURS)


def test_new_ids() -> None:
    ids = {new_id("step") for _ in range(2_000)}
    assert len(ids) == 2_000
    assert all(ID_PATTERN.match(id) and len(id) == len("step-") + ID_LENGTH for id in ids)


# -- fields and reference data --------------------------------------------------------------------------
def test_every_described_field_exists_once() -> None:
    assert len({(entry.kind, entry.name) for entry in FIELDS}) == len(FIELDS)
    for entry in FIELDS:
        assert entry.name in entry.kind.model_fields, entry
        assert entry.label
        assert entry.help.endswith((".", "…"))
        assert field(entry.kind, entry.name) is entry
        assert isinstance(entry.editor, Editor)


@pytest.mark.parametrize(
    ("kind", "elsewhere"),
    [
        (Step, "id stream x y order width height further_lanes variant_of"),
        (Stream, "id order short_name variant_of numbering calendar lane_views"),
        (Flow, "id stream source target bends label_place source_side target_side"),
        (Role, "id order"),
    ],
)
def test_fields_without_a_description_are_known(kind: type[Record], elsewhere: str) -> None:
    """A new field has to be described, or named here because something else edits it."""
    described = {entry.name for entry in fields_of(kind)}
    assert set(kind.model_fields) - described == set(elsewhere.split())


def test_the_six_activities() -> None:
    lanes = default_lanes()
    assert [lane.order for lane in lanes] == list(range(6))
    assert {lane.id for lane in lanes if lane.facets} == {"design_and_transition", "obtain_build"}
    aliases = lane_aliases()
    assert aliases["design & transition"] == "design_and_transition"
    assert set(aliases.values()) == {lane.id for lane in lanes}
    assert all(isinstance(lane, Lane) for lane in lanes)


def test_the_catalogue() -> None:
    catalog = practice_catalog()
    assert len(catalog) == 34
    lanes = {lane.id for lane in default_lanes()}
    spellings = [name.casefold() for entry in catalog.values() for name in (entry.name, *entry.aliases)]
    assert len(set(spellings)) == len(spellings), "a name means one practice"
    for id, entry in catalog.items():
        assert entry.id == id
        assert ID_PATTERN.match(id)
        assert set(entry.contribution) <= lanes
        assert set(entry.contribution.values()) <= {0, 1, 2}
