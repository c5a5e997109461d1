"""The cells with one value: a text, a time, a share, a choice, yes or no, a partner, another stream."""

from __future__ import annotations

from collections.abc import Callable

from vsdesigner.commands.table.errors import CellError, quoted, within
from vsdesigner.commands.table.writing import Writing
from vsdesigner.document.amounts import read_duration, read_percent
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import duration_text, number_text, one_line, stream_title
from vsdesigner.language import say
from vsdesigner.model.parts import Duration, Supplier, SupplierKind, TimeUnit
from vsdesigner.model.records import Automation, Step, Stream
from vsdesigner.model.text import TEXT_LENGTH

Change = Callable[[Writing, Step, str], Step]
YES, NO = "Yes", "No"
_YES = frozenset({"yes", "y", "x", "true", "1", "on", "✓", "✔", "☑", "☒"})
_NO = frozenset({"", "no", "n", "false", "0", "off", "-", "–", "—", "☐"})
OWN = "Our own organization"
#: What the ways of carrying out a step are called; nothing for "not said".
AUTOMATION = {
    Automation.MANUAL: "By people",
    Automation.AUTOMATED: "By machines",
    Automation.MIXED: "By both",
}


# -- text -----------------------------------------------------------------------------------------------
def change_line(field: str) -> Change:
    """Return how one line of text is written; line breaks become spaces."""
    return lambda _writing, step, text: step.model_copy(update={field: within(one_line(text).strip())})


def change_text(field: str) -> Change:
    """Return how a text with line breaks is written."""
    return lambda _writing, step, text: step.model_copy(update={field: within(text, TEXT_LENGTH)})


# -- numbers --------------------------------------------------------------------------------------------
def read_time(field: str) -> Callable[[Snapshot, Step], str]:
    """Return how a time is shown: ``4 hours``, ``2 days (1-5)``."""
    return lambda _view, step: duration_text(getattr(step, field))


def change_time(field: str) -> Change:
    """Return how a time is written; without a unit it keeps that of the time before, else it is hours."""

    def change(_writing: Writing, step: Step, text: str) -> Step:
        present: Duration | None = getattr(step, field)
        if not text.strip():
            return step.model_copy(update={field: None})
        found = read_duration(text, present.unit if present else TimeUnit.HOURS)
        if found is None:
            sentence = say("“{text}” is not a time; type for example 4 h, 30 min, 1.5 days or 2-4 h.")
            raise CellError(sentence.format(text=quoted(text)))
        return step.model_copy(update={field: found})

    return change


def percent_text(_view: Snapshot, step: Step) -> str:
    """Return ``80 %``."""
    value = step.complete_and_accurate
    return "" if value is None else f"{number_text(value)} %"


def change_percent(_writing: Writing, step: Step, text: str) -> Step:
    """Write a share in percent, with or without the sign."""
    value = read_percent(text)
    if value is None and text.strip():
        sentence = say("“{text}” is not a percentage from 0 to 100.")
        raise CellError(sentence.format(text=quoted(text)))
    return step.model_copy(update={"complete_and_accurate": value})


# -- choices --------------------------------------------------------------------------------------------
def read_flag(field: str) -> Callable[[Snapshot, Step], str]:
    """Return how yes or no is shown: no is an empty cell."""
    return lambda _view, step: say(YES) if getattr(step, field) else ""


def flags(_view: Snapshot, _step: Step) -> tuple[str, ...]:
    """Return yes and no."""
    return say(YES), say(NO)


def change_flag(field: str) -> Change:
    """Return how yes or no is written."""

    def change(_writing: Writing, step: Step, text: str) -> Step:
        word = text.strip().casefold()
        if word not in _YES | _NO | {say(YES).casefold(), say(NO).casefold()}:
            sentence = say("“{text}” is neither yes nor no; type {yes}, or leave the cell empty.")
            raise CellError(sentence.format(text=quoted(text), yes=say(YES)))
        return step.model_copy(update={field: word in _YES or word == say(YES).casefold()})

    return change


def automation_text(_view: Snapshot, step: Step) -> str:
    """Return how the step is carried out, or nothing when that is not said."""
    return say(AUTOMATION[step.automation]) if step.automation in AUTOMATION else ""


def automations(_view: Snapshot, _step: Step) -> tuple[str, ...]:
    """Return the ways of carrying out a step."""
    return tuple(say(word) for word in AUTOMATION.values())


def change_automation(_writing: Writing, step: Step, text: str) -> Step:
    """Write how the step is carried out."""
    wanted = text.strip().casefold()
    if not wanted:
        return step.model_copy(update={"automation": Automation.UNSAID})
    for value, word in AUTOMATION.items():
        if wanted in (value.value, word.casefold(), say(word).casefold()):
            return step.model_copy(update={"automation": value})
    sentence = say("“{text}” cannot be chosen here; choose one of: {choices}.")
    choices = ", ".join(say(word) for word in AUTOMATION.values())
    raise CellError(sentence.format(text=quoted(text), choices=choices))


# -- others ---------------------------------------------------------------------------------------------
def supplier_text(_view: Snapshot, step: Step) -> str:
    """Return the partner's name; nothing for our own organization."""
    if step.supplier.kind is SupplierKind.PARTNER:
        return one_line(step.supplier.name) or say("A partner")
    return ""


def suppliers(view: Snapshot, step: Step) -> tuple[str, ...]:
    """Return our own organization and the partners that the document names."""
    named = {
        each.supplier.name
        for stream in view.streams
        for each in view.steps(stream.id)
        if each.supplier.kind is SupplierKind.PARTNER and each.supplier.name
    }
    return (say(OWN), *sorted(named, key=str.casefold))


def change_supplier(_writing: Writing, step: Step, text: str) -> Step:
    """Write who carries out the step: nothing or "our own organization", else the name of a partner."""
    name = within(one_line(text).strip())
    if name.casefold() in ("", OWN.casefold(), say(OWN).casefold()):
        return step.model_copy(update={"supplier": Supplier()})
    if name.casefold() in ("a partner", say("A partner").casefold()):
        return step.model_copy(update={"supplier": Supplier(kind=SupplierKind.PARTNER)})
    return step.model_copy(update={"supplier": Supplier(kind=SupplierKind.PARTNER, name=name)})


def substream_text(view: Snapshot, step: Step) -> str:
    """Return the title of the stream that runs in the place of this step."""
    stream = view.find(step.substream)
    return one_line(stream_title(stream)) if isinstance(stream, Stream) else ""


def substreams(view: Snapshot, step: Step) -> tuple[str, ...]:
    """Return the titles of the streams that a step may stand for."""
    return tuple(
        one_line(stream_title(stream)) for stream in view.streams if not reaches(view, stream.id, step.stream)
    )


def change_substream(writing: Writing, step: Step, text: str) -> Step:
    """Write which other stream runs here."""
    view, wanted = writing.view, one_line(text).strip().casefold()
    if not wanted:
        return step.model_copy(update={"substream": ""})
    named = [stream for stream in view.streams if one_line(stream_title(stream)).strip().casefold() == wanted]
    if not named:
        sentence = say("There is no stream called “{text}” in this document.")
        raise CellError(sentence.format(text=quoted(text)))
    found = next((stream for stream in named if not reaches(view, stream.id, step.stream)), None)
    if found is None:
        sentence = say("“{text}” would run within itself; a step stands for another stream.")
        raise CellError(sentence.format(text=quoted(text)))
    return step.model_copy(update={"substream": found.id})


def reaches(view: Snapshot, stream: str, wanted: str) -> bool:
    """Whether a stream is another one, or comes to it by steps that stand for streams."""
    seen: set[str] = set()
    open_ = [stream]
    while open_:
        id = open_.pop()
        if id == wanted:
            return True
        if id not in seen:
            seen.add(id)
            open_ += [step.substream for step in view.steps(id) if step.substream]
    return False
