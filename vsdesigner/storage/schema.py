"""Describes the file format as a JSON Schema, made from the records themselves."""

from __future__ import annotations

import inspect
import json
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from vsdesigner.model.fields import field
from vsdesigner.model.records import SECTIONS, Record
from vsdesigner.storage.json_format import FORMAT, VERSION, version_text
from vsdesigner.storage.plain import ALL_SECTIONS, SETTINGS_SECTION
from vsdesigner.storage.sections import LIMITS

SCHEMA_NAME = f"vstream-{version_text(VERSION)}.schema.json"


def json_schema() -> dict[str, Any]:
    """Return the schema (draft 2020-12) of a document file of the present version.

    Unknown fields are allowed everywhere: those of newer minor versions are kept. What no schema can say
    (ids used twice, references to nothing) is found when a file is read.
    """
    kinds = list(ALL_SECTIONS.values())
    references, generated = models_json_schema(
        [(kind, "validation") for kind in kinds], ref_template="#/$defs/{model}"
    )
    definitions = generated["$defs"]
    for model in _models(kinds):
        _tidy(definitions[model.__name__], model)
    for definition in definitions.values():
        definition.pop("title", None)
    sections: dict[str, Any] = {}
    for section, kind in SECTIONS.items():
        sections[section] = {"type": "array", "items": references[kind, "validation"]}
        if section in LIMITS:
            sections[section]["maxItems"] = LIMITS[section]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "VS Designer document",
        "description": "Service value streams with what they share: activities, roles, tools, own practices.",
        "type": "object",
        "required": ["format", "version"],
        "properties": {
            "format": {"const": FORMAT},
            "version": {"type": "string", "pattern": rf"^{VERSION[0]}\.[0-9]{{1,4}}$"},
            SETTINGS_SECTION: references[ALL_SECTIONS[SETTINGS_SECTION], "validation"],
            **dict(sorted(sections.items())),
        },
        "$defs": dict(sorted(definitions.items())),
    }


def schema_text() -> str:
    """Return the schema as the text that is shipped."""
    return json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n"


def _models(kinds: list[type[Record]]) -> set[type[BaseModel]]:
    """The records and every part that stands inside them."""
    found: set[type[BaseModel]] = set()
    stack: list[Any] = list(kinds)
    while stack:
        entry = stack.pop()
        if inspect.isclass(entry) and issubclass(entry, BaseModel):
            if entry not in found:
                found.add(entry)
                stack += [info.annotation for info in entry.model_fields.values()]
        else:
            stack += getattr(entry, "__args__", ())
    return found


def _tidy(definition: dict[str, Any], model: type[BaseModel]) -> None:
    """Give the fields the names and helps that the program shows."""
    text = (inspect.getdoc(model) or "").partition("\n\n")[0]
    definition["description"] = text.replace("\n", " ").replace("`", "")
    for name, entry in definition["properties"].items():
        entry.pop("title", None)
        if issubclass(model, Record):
            try:
                known = field(model, name)
            except KeyError:
                continue
            entry["title"], entry["description"] = known.label, known.help
