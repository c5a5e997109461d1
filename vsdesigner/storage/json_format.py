"""The document as text: `encode` writes it for people and for git, `decode` reads what came from anywhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import from_json, to_json

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.model.records import Record
from vsdesigner.storage.collector import collector_paused
from vsdesigner.storage.disk_errors import shown
from vsdesigner.storage.faults import Faults
from vsdesigner.storage.file_state import FileState
from vsdesigner.storage.json_text import check_structure, parse
from vsdesigner.storage.migrations import NoWayError, Version, migrate
from vsdesigner.storage.plain import ALL_SECTIONS, SETTINGS_SECTION, section_of, sorted_values
from vsdesigner.storage.record_texts import RecordTexts
from vsdesigner.storage.repair import Problem, repaired
from vsdesigner.storage.sections import beyond_limits, read_records

__all__ = ["FORMAT", "VERSION", "Loaded", "Problem", "decode", "decode_exactly", "encode", "opens_again"]

FORMAT = "vsdesigner"
VERSION: Version = (1, 0)
_VERSION_TEXT = re.compile(r"(\d{1,4})\.(\d{1,4})")
_HEAD = ("format", "version")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document that was read.

    `snapshot` is whole: what `problems` lists is repaired in it already, so show them and ask before it
    is used. `version` is the file's; `state` is the file's on disk, None when it came from elsewhere.
    """

    snapshot: Snapshot
    problems: tuple[Problem, ...] = ()
    version: Version = VERSION
    state: FileState | None = None


# -- writing --------------------------------------------------------------------------------------------
_texts = RecordTexts()


def encode(snapshot: Snapshot) -> bytes:
    """Return the document as UTF-8 text; the same snapshot always gives the same bytes."""
    with collector_paused():
        parts = {
            name: _indented(to_json(sorted_values(value), indent=1), b" ")
            for name, value in snapshot.extras.items()
            if name not in _HEAD
        }
        for name, records in _sections(snapshot).items():
            if name == SETTINGS_SECTION:
                parts[name] = _indented(_texts.text_of(records[0]), b" ")
            else:
                rows = [_indented(_texts.text_of(record), b"  ") for record in records]
                parts[name] = b"[\n  " + b",\n  ".join(rows) + b"\n ]"
        _texts.forget_others()
        head = {"format": to_json(FORMAT), "version": to_json(_version_to_write(snapshot.extras))}
        lines = [to_json(name) + b": " + value for name, value in (*head.items(), *sorted(parts.items()))]
        return b"{\n " + b",\n ".join(lines) + b"\n}\n"


def _sections(snapshot: Snapshot) -> dict[str, list[Record]]:
    """Section → its records by id; sections without any are left out."""
    found: dict[str, list[Record]] = {}
    for _, record in sorted(snapshot.records.items()):
        found.setdefault(section_of(record), []).append(record)
    return found


def _indented(text: bytes, indent: bytes) -> bytes:
    """Line ends inside strings are escaped, so every real one starts a line of ours."""
    return text.replace(b"\n", b"\n" + indent)


def _version_to_write(extras: Mapping[str, object]) -> str:
    """The newer minor version that the document came with, else ours."""
    return str(extras.get("version", version_text(VERSION)))


def version_text(version: Version) -> str:
    """Return ``1.0``."""
    return f"{version[0]}.{version[1]}"


def opens_again(content: bytes, snapshot: Snapshot, name: str) -> bool:
    """Say whether `content` reads as exactly this document; may raise `UserError` when it does not read.

    Records whose text was found right before, and that are the same objects still, are not built again.
    """
    with collector_paused():
        check_structure(content, name)
        tree = from_json(content, allow_inf_nan=False)
        if too_many := beyond_limits(tree):
            raise UserError(f"“{shown(name)}” cannot be opened again: {too_many}.")
        sections = _sections(snapshot)
        extras = {key: value for key, value in tree.items() if key not in sections and key not in _HEAD}
        kept = {key: value for key, value in snapshot.extras.items() if key not in _HEAD}
        if (
            tree["format"] != FORMAT
            or tree["version"] != _version_to_write(snapshot.extras)
            or extras != kept
        ):
            return False
        same = all(_reads_as(tree.get(section, []), records) for section, records in sections.items())
        if same:
            _texts.set_checked(dict(snapshot.records))
        return same


def _reads_as(rows: Any, records: list[Record]) -> bool:
    if isinstance(rows, dict):  # the settings
        rows = [rows]
    return len(rows) == len(records) and all(
        _texts.is_checked(record) or type(record).model_validate(row) == record
        for row, record in zip(rows, records, strict=True)
    )


# -- reading --------------------------------------------------------------------------------------------
def decode(content: bytes, name: str) -> Loaded:
    """Return the document that `content` holds, whole and repaired; `name` is what messages call it.

    Raises `UserError`, with the first 20 faults in its details, for everything that cannot be repaired.
    """
    loaded = decode_exactly(content, name)
    snapshot, problems = repaired(loaded.snapshot)
    return Loaded(snapshot, problems, loaded.version)


def decode_exactly(content: bytes, name: str) -> Loaded:
    """Do what `decode` does without repairing: references may lead to nothing, demand may be missing."""
    with collector_paused():
        tree = parse(content, name)
        version = _checked_version(tree, name)
        tree = _migrated(tree, version, name)
        faults = Faults()
        records = read_records(tree, faults)
        if faults:
            raise faults.refusal(name)
        extras = {key: value for key, value in tree.items() if key not in ALL_SECTIONS and key not in _HEAD}
        if version > VERSION:
            extras["version"] = version_text(version)
        return Loaded(Snapshot(records, extras), (), version)


def _checked_version(tree: Mapping[str, Any], name: str) -> Version:
    if tree.get("format") != FORMAT:
        raise UserError(f"“{shown(name)}” is JSON, but not a document of VS Designer.")
    found = tree.get("version")
    match = _VERSION_TEXT.fullmatch(found) if isinstance(found, str) else None
    if match is None:
        raise UserError(f"“{shown(name)}” does not say in which version of the format it is written.")
    version = int(match[1]), int(match[2])
    if version[0] > VERSION[0]:
        raise UserError(
            f"“{shown(name)}” was written by a newer VS Designer: its format is version "
            f"{version_text(version)}, this program reads up to {VERSION[0]}. "
            f"Get a VS Designer that reads version {version[0]} to open it."
        )
    return version


def _migrated(tree: dict[str, Any], version: Version, name: str) -> dict[str, Any]:
    try:
        return migrate(tree, version, VERSION)
    except NoWayError as error:
        raise UserError(
            f"“{shown(name)}” is written in version {version_text(version)} of the format, "
            "which this program does not know."
        ) from error
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise UserError(
            f"“{shown(name)}” is written in version {version_text(version)} of the format and is damaged: "
            "it could not be brought to the present one."
        ) from error
