"""Reads the use case of a stream: label and value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from vsdesigner.commands import roles
from vsdesigner.commands.table.errors import CellError, few, within
from vsdesigner.commands.table.lines import filled, kept, unmarked
from vsdesigner.document.amounts import read_duration
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import (
    ITEM,
    lead_time_text,
    lead_times_text,
    list_text,
    responsibilities_text,
    responsibility_text,
    state_text,
    stream_title,
)
from vsdesigner.exchange.excel.languages import spellings
from vsdesigner.exchange.excel.reading.outcome import Problems
from vsdesigner.exchange.excel.reading.tables import UseCase, rejoined, same
from vsdesigner.language import say
from vsdesigner.model.parts import LeadTime, Responsibility, TimeUnit
from vsdesigner.model.records import Stream, StreamState
from vsdesigner.model.text import TEXT_LENGTH

T = TypeVar("T")
Field = tuple[Callable[[Snapshot, Stream], str], Callable[[Draft, Stream, str], Stream]]


def labels() -> list[str]:
    """Return the labels of the rows that can be read."""
    return list(_FIELDS)


def write_use_case(base: Snapshot, draft: Draft, stream: str, found: UseCase, problems: Problems) -> None:
    """Write the rows of a use case that say something else than the stream did."""
    before = base.find(stream)
    present = before if isinstance(before, Stream) else draft.get(stream, Stream)
    _write_title(draft, present, found, problems)
    for label, (row, pieces) in found.rows.items():
        read, change = _FIELDS[label]
        expected = read(base, present) if isinstance(before, Stream) else ""
        if same(pieces, expected):
            continue
        try:
            changed = change(draft, draft.get(stream, Stream), rejoined(pieces, expected))
        except CellError as error:
            problems.add(found.sheet, row, str(error))
            continue
        draft.replace(changed)
    for row, text in found.others:
        sentence = say("“{label}” is no row of a use case; it was left out.")
        problems.add(found.sheet, row, sentence.format(label=" ".join(text.split())[:60]))


def _write_title(draft: Draft, stream: Stream, found: UseCase, problems: Problems) -> None:
    title = " ".join(found.title.split())
    expected = " ".join(stream_title(stream).split())
    is_cut = title.endswith("…") and expected.startswith(title[:-1].rstrip())
    if not title or title == expected or is_cut:
        return
    try:
        draft.update(stream.id, name=within(title))
    except CellError as error:
        problems.add(found.sheet, found.row, str(error))


# -- fields -------------------------------------------------------------------------------------------------
def _text(name: str, limit: int = TEXT_LENGTH) -> Field:
    def read(_view: Snapshot, stream: Stream) -> str:
        return str(getattr(stream, name))

    def change(_draft: Draft, stream: Stream, text: str) -> Stream:
        return stream.model_copy(update={name: within(text.strip("\n"), limit)})

    return read, change


def _line(name: str) -> Field:
    read, _ = _text(name)

    def change(_draft: Draft, stream: Stream, text: str) -> Stream:
        return stream.model_copy(update={name: within(" ".join(text.split()))})

    return read, change


def _change_state(_draft: Draft, stream: Stream, text: str) -> Stream:
    return stream.model_copy(update={"state": changed_state(text)})


def changed_state(text: str) -> StreamState:
    """Return the state that a word in any language means; raises `CellError` for none."""
    wanted = "-".join(text.casefold().replace("-", " ").split())
    for state in StreamState:
        words = (*spellings(state.value), say(state.value)) if state.value else ()
        if wanted in map(str.casefold, words):
            return state
    choices = ", ".join(state.value for state in StreamState if state.value)
    sentence = say("“{text}” is no state of a stream; choose one of: {choices}.")
    raise CellError(sentence.format(text=text[:60], choices=choices))


def _change_offerings(_draft: Draft, stream: Stream, text: str) -> Stream:
    lines = filled(text)
    few(len(lines))
    repeated = kept(stream.service_offerings, lines, lambda name: (name, ITEM + name))
    names = [
        within(unmarked(line)) if old is None else old for line, old in zip(lines, repeated, strict=True)
    ]
    return stream.model_copy(update={"service_offerings": tuple(name for name in names if name)})


def _paired(
    present: Sequence[T], lines: Sequence[str], spelling: Callable[[T], str]
) -> list[tuple[T | None, T | None]]:
    """For each line the entry that it repeats, and for an edited one the entry that stood in its place."""
    repeated = kept(present, lines, lambda entry: (spelling(entry), ITEM + spelling(entry)))
    place = {id(entry): index for index, entry in enumerate(present)}
    taken = {id(entry) for entry in repeated if entry is not None}
    found: list[tuple[T | None, T | None]] = []
    expected = 0
    for entry in repeated:
        before = None
        if entry is not None:
            expected = place[id(entry)]
        elif expected < len(present) and id(present[expected]) not in taken:
            before = present[expected]
            taken.add(id(before))
        found.append((entry, before))
        expected += 1
    return found


def _change_lead_times(_draft: Draft, stream: Stream, text: str) -> Stream:
    lines = filled(text)
    few(len(lines))
    pairs = _paired(stream.lead_times, lines, lead_time_text)
    times = [
        same_one if same_one is not None else _lead_time(unmarked(line), before)
        for line, (same_one, before) in zip(lines, pairs, strict=True)
    ]
    return stream.model_copy(update={"lead_times": tuple(times)})


def _lead_time(line: str, before: LeadTime | None) -> LeadTime:
    """``Class: 1-3 days``; what is no time belongs to the name of the class."""
    name, _, span = line.rpartition(":")
    unit = before.unit if before else TimeUnit.DAYS
    time = read_duration(span, unit)
    if time is None:
        name, time = line, None
    least = most = None
    if time is not None:
        least = time.likely if time.minimum is None and time.maximum is None else time.minimum
        most = time.likely if time.minimum is None and time.maximum is None else time.maximum
        unit = time.unit
    made = LeadTime.new(within(name.strip()), least, most, unit)
    return made.model_copy(update={"id": before.id}) if before else made


def _change_responsibilities(draft: Draft, stream: Stream, text: str) -> Stream:
    lines = filled(text)
    few(len(lines))
    view = draft.view
    pairs = _paired(stream.responsibilities, lines, lambda duty: responsibility_text(view, duty))
    duties = [
        same_one if same_one is not None else _duty(draft, unmarked(line), before)
        for line, (same_one, before) in zip(lines, pairs, strict=True)
    ]
    return stream.model_copy(update={"responsibilities": tuple(duties)})


def _duty(draft: Draft, line: str, before: Responsibility | None) -> Responsibility:
    name, duty = _split(line, (role.name for role in draft.view.roles))
    role = roles.add_role(draft, within(name))
    made = Responsibility.new(role, within(duty, TEXT_LENGTH))
    return made.model_copy(update={"id": before.id}) if before else made


def _split(line: str, known: Iterable[str]) -> tuple[str, str]:
    """Role and duty of a line; the name of a role may hold a colon itself."""
    wanted = line.casefold()
    names = sorted((" ".join(name.split()) for name in known if name.strip()), key=len, reverse=True)
    for name in names:
        if wanted == name.casefold():
            return name, ""
        if wanted.startswith(f"{name.casefold()}:"):
            return name, line[len(name) + 1 :].strip()
    name, _, duty = line.partition(":")
    return (name.strip(), duty.strip()) if name.strip() else (line.strip(": "), "")


_FIELDS: dict[str, Field] = {
    "Owned by": _line("owner"),
    "Description": _text("description"),
    "Demand or Trigger": _text("demand"),
    "Outcomes": _text("outcomes"),
    "Value created": _text("value"),
    "Estimated or target lead time": (lambda _view, stream: lead_times_text(stream), _change_lead_times),
    "Roles and Responsibilities": (responsibilities_text, _change_responsibilities),
    "Service offerings": (lambda _view, stream: list_text(stream.service_offerings), _change_offerings),
    "State": (lambda _view, stream: state_text(stream), _change_state),
    "Version": _line("version"),
}
