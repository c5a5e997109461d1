"""What somebody wants exported, as a value that can be remembered and carried out again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.options import ExportOptions, Value
from vsdesigner.exchange.registry import Exporter
from vsdesigner.model.errors import UserError


@dataclass(frozen=True, slots=True)
class Wish:
    """One export: in which format (id of an exporter), to which file, with which choices.

    `streams` are ids, empty for all; `carry` puts the document into the file where the format can.
    """

    format: str
    path: Path
    values: Mapping[str, Value] = field(default_factory=dict)
    streams: tuple[str, ...] = ()
    carry: bool = True

    def options(self, exporter: Exporter, view: Snapshot, shown: str) -> ExportOptions:
        """Return the choices for a document as it is now; what it or the format no longer has is left out.

        A format of one stream gets the one that is `shown` when none was chosen.
        """
        streams = tuple(id for id in self.streams if view.find(id) is not None)
        if exporter.one_stream:
            streams = streams[:1] or (shown,)
        return ExportOptions(streams=streams, values=known_values(exporter, self.values))


def known_values(exporter: Exporter, values: Mapping[str, Value]) -> dict[str, Value]:
    """Return those values that a format takes."""
    found: dict[str, Value] = {}
    for option in exporter.options:
        if option.id in values:
            try:
                found[option.id] = option.checked(values[option.id])
            except UserError:  # an older version of the format had other choices
                continue
    return found


def text_of(document: Path, wish: Wish) -> str:
    """Return a wish for a document as one line of text, for the settings."""
    return json.dumps(
        {
            "document": str(document),
            "format": wish.format,
            "path": str(wish.path),
            "values": dict(wish.values),
            "streams": wish.streams,
            "carry": wish.carry,
        }
    )


def wish_from(text: str) -> tuple[Path, Wish] | None:
    """Read what `text_of` wrote; None when it is anything else: settings may be damaged."""
    try:
        found: dict[str, Any] = json.loads(text)
        document, path = Path(found["document"]), Path(found["path"])
        wish = Wish(
            str(found["format"]),
            path,
            {str(id): _value(value) for id, value in found["values"].items()},
            tuple(str(id) for id in found["streams"]),
            bool(found["carry"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return (document, wish) if document.is_absolute() and path.is_absolute() else None


def _value(value: Any) -> Value:
    if isinstance(value, list):
        return tuple(str(part) for part in value)
    if isinstance(value, bool | str | int | float):
        return value
    raise TypeError(value)
