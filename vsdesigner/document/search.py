"""Finds words in all text of a document, whatever record and field it stands in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import Part
from vsdesigner.model.records import (
    DocumentSettings,
    Flow,
    Lane,
    Note,
    Phase,
    Practice,
    Record,
    Role,
    Step,
    StreamMember,
    Tool,
)
from vsdesigner.model.reference import default_lanes
from vsdesigner.model.text import text_limit

#: The way from a record to one of its texts: names of fields and places in lists.
Path = tuple[str | int, ...]

_IN_STREAM: tuple[type[StreamMember], ...] = (Step, Flow, Phase, Note)
_SHARED: tuple[type[Record], ...] = (Lane, Role, Tool, Practice, DocumentSettings)


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. An empty `stream` is the whole document; else that stream and its members."""

    text: str
    match_case: bool = False
    whole_words: bool = False
    stream: str = ""


class Hit(NamedTuple):
    """One place where the words stand: `text` is the whole text there, the words are ``[start:end]``."""

    record: str
    path: Path
    start: int
    end: int
    text: str

    @property
    def words(self) -> str:
        """The words as they are written there."""
        return self.text[self.start : self.end]


def occurrences(view: Snapshot, query: Query) -> list[Hit]:
    """Return every hit in reading order: stream by stream in the order of the steps, then what is shared.

    What the program itself wrote into the lanes is no text of the user: it is left out until it is changed.
    """
    pattern = pattern_of(query)
    if pattern is None:
        return []
    search = pattern.finditer
    return [
        Hit(record.id, path, found.start(), found.end(), text)
        for record in _records(view, query.stream)
        for path, text in texts(record)
        if not (isinstance(record, Lane) and _is_shipped(record, path, text))
        for found in search(text)
    ]


def _is_shipped(lane: Lane, path: Path, text: str) -> bool:
    """Whether a text of a lane is the one that every new document begins with."""
    return any(text_at(shipped, path) == text for shipped in default_lanes() if shipped.id == lane.id)


def pattern_of(query: Query) -> re.Pattern[str] | None:
    """Return what matches the words of a query; None when it has none.

    A letter with an accent is found in both ways in which it can be written down.
    """
    if not query.text:
        return None
    forms = dict.fromkeys(
        (query.text, unicodedata.normalize("NFC", query.text), unicodedata.normalize("NFD", query.text))
    )
    return re.compile(
        "|".join(_guarded(form, query.whole_words) for form in sorted(forms, key=len, reverse=True)),
        0 if query.match_case else re.IGNORECASE,
    )


def _guarded(words: str, whole: bool) -> str:
    """The words as a pattern; with `whole` nothing that belongs to a word may touch their ends."""
    before = r"(?<!\w)" if whole and re.match(r"\w", words) else ""
    after = r"(?!\w)" if whole and re.search(r"\w\Z", words) else ""
    return before + re.escape(words) + after


def _records(view: Snapshot, stream: str) -> Iterator[Record]:
    for each in view.streams:
        if stream and each.id != stream:
            continue
        yield each
        for kind in _IN_STREAM:
            yield from view.all(kind, each.id)
    if not stream:
        for shared in _SHARED:
            yield from view.all(shared)


# -- which fields are text: read from the model's own types --------------------------------------------------
def texts(record: Part) -> Iterator[tuple[Path, str]]:
    """Yield every text of a record or part that is not empty, with the way to it."""
    for field in _text_fields(type(record)):
        value = getattr(record, field.name)
        if value:
            yield from field.read((field.name,), value)


def text_at(record: Part, path: Path) -> str | None:
    """Return the text at the end of a way; None when there is none any more."""
    value: Any = record
    for step in path:
        if isinstance(value, Part) and isinstance(step, str):
            value = getattr(value, step, None)
        elif isinstance(value, tuple) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value if isinstance(value, str) else None


def with_text_at(record: Part, path: Path, text: str) -> Part:
    """Return the record with another text at the end of a way that is there."""
    changed: Part = _with(record, path, text)
    return changed


def limit_at(record: Part, path: Path) -> int:
    """Return how many characters the text at the end of a way may have; KeyError when it is no text."""
    kind: type[Part] = type(record)
    limit: int | None = None
    for name in path:
        if isinstance(name, int):
            continue
        field = next((each for each in _text_fields(kind) if each.name == name), None)
        if field is None:
            raise KeyError(name)
        limit, kind = field.limit, field.part or kind
    if limit is None:
        raise KeyError(path)
    return limit


def _with(value: Any, path: Path, text: str) -> Any:
    if not path:
        return text
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return (*value[:step], _with(value[step], rest, text), *value[step + 1 :])
    return value.model_copy(update={step: _with(getattr(value, step), rest, text)})


_Read = Callable[[Path, Any], Iterator[tuple[Path, str]]]


class _TextField(NamedTuple):
    """A field that is text or holds text: its limit, or the type of the parts that have their own limits."""

    name: str
    read: _Read
    limit: int | None
    part: type[Part] | None


@cache
def _text_fields(kind: type[Part]) -> tuple[_TextField, ...]:
    """The fields of a type in which text can stand, in the order of the model.

    Text is what the model says is cleaned text, alone or in tuples and parts. Maps are settings, no prose.
    """
    hints = get_type_hints(kind, include_extras=True)
    found = (_text_field(name, hints[name]) for name in kind.model_fields)
    return tuple(field for field in found if field is not None)


def _text_field(name: str, annotation: object) -> _TextField | None:
    limit = text_limit(annotation)
    if limit is not None:
        return _TextField(name, _read_text, limit, None)
    bare = _bare(annotation)
    if isinstance(bare, type) and issubclass(bare, Part):
        return _TextField(name, _read_part, None, bare) if _text_fields(bare) else None
    if get_origin(bare) is tuple:
        inner = _text_field(name, get_args(bare)[0])
        return inner._replace(read=_reader_of_many(inner.read)) if inner is not None else None
    return None


def _bare(annotation: object) -> object:
    """The type without its bounds and without None."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        kinds = [kind for kind in get_args(annotation) if kind is not NoneType]
        return _bare(kinds[0]) if len(kinds) == 1 else annotation
    return annotation


def _read_text(path: Path, value: str) -> Iterator[tuple[Path, str]]:
    yield path, value


def _read_part(path: Path, value: Part) -> Iterator[tuple[Path, str]]:
    for rest, text in texts(value):
        yield (*path, *rest), text


def _reader_of_many(read: _Read) -> _Read:
    def read_many(path: Path, values: tuple[Any, ...]) -> Iterator[tuple[Path, str]]:
        for place, value in enumerate(values):
            if value:
                yield from read((*path, place), value)

    return read_many
