"""What of a document the command palette can go to: every thing with a name, as entries to be searched.

The key of an entry says what it is: its kind and the ids that lead there, with tabs between them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import practice_name, role_name
from vsdesigner.model.records import Flow, Step, Stream, Terminal, TerminalKind
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.lane_words import title_of
from vsdesigner.ui.search.matching import Entry
from vsdesigner.ui.stream_tabs import stream_title

STEP, STREAM, ROLE, TOOL, PRODUCT = "step", "stream", "role", "tool", "product"
PRACTICE, PHASE, FLOW, TASK, NOTE = "practice", "phase", "flow", "task", "note"

#: Among things that fit equally these come first.
_WEIGHTS = {
    STEP: 0.1,
    STREAM: 0.15,
    ROLE: 0.25,
    TOOL: 0.3,
    PRODUCT: 0.3,
    PRACTICE: 0.3,
    PHASE: 0.35,
    FLOW: 0.4,
    TASK: 0.45,
    NOTE: 0.5,
}
_ELSEWHERE = 0.25  # what is in another stream than the shown one

#: Icons of the kinds; a step has its number instead.
GLYPHS = {
    STEP: "step",
    STREAM: "stream",
    ROLE: "role",
    TOOL: "tool",
    PRODUCT: "tool",
    PRACTICE: "practice",
    PHASE: "phase",
    FLOW: "flow",
    TASK: "task",
    NOTE: "note",
}


def kind_words() -> dict[str, str]:
    """Return what each kind of thing is called."""
    return {
        STEP: tr("Step"),
        STREAM: tr("Stream"),
        ROLE: tr("Role"),
        TOOL: tr("Tool"),
        PRODUCT: tr("Tool"),
        PRACTICE: tr("Practice"),
        PHASE: tr("Phase"),
        FLOW: tr("Flow"),
        TASK: tr("Task"),
        NOTE: tr("Note"),
    }


def key_of(kind: str, *ids: str) -> str:
    """Return the key of a thing."""
    return "\t".join((kind, *ids))


def parts_of(key: str) -> tuple[str, ...]:
    """Return kind and ids of a thing's key."""
    return tuple(key.split("\t"))


def entries(view: Snapshot, shown: str, where: str = "") -> Iterator[Entry]:
    """Yield everything of a document; what is in the stream `shown` ranks before the rest.

    `where` is the name of the document when it stands in another window.
    """
    words = kind_words()
    for stream in view.streams:
        yield from _of_stream(view, stream, shown, where, words)
    yield from _shared(view, where, words)


def users(view: Snapshot, kind: str, *ids: str) -> list[Step]:
    """Return the steps that have a role, tool, product or practice, stream by stream in their order."""
    steps = (step for stream in view.streams for step in view.steps(stream.id))
    if kind == ROLE:
        return [step for step in steps if any(mark.role == ids[0] for mark in step.raci)]
    if kind == TOOL:
        return [step for step in steps if any(use.tool == ids[0] for use in step.tools)]
    if kind == PRODUCT:
        tool, product = ids
        return [
            step for step in steps if any(use.tool == tool and product in use.products for use in step.tools)
        ]
    return [step for step in steps if any(use.practice == ids[0] for use in step.practices)]


# -- streams ------------------------------------------------------------------------------------------------
def _of_stream(
    view: Snapshot, stream: Stream, shown: str, where: str, words: dict[str, str]
) -> Iterator[Entry]:
    away = 0.0 if stream.id == shown else _ELSEWHERE
    title = _short(stream_title(stream))
    place = _joined((title if away or where else "", where))

    def entry(kind: str, ids: tuple[str, ...], text: str, detail: str) -> Entry:
        said = _joined((detail, place))
        return Entry(key_of(kind, *ids), text, said, words[kind], _WEIGHTS[kind] + away)

    steps = tr_count("1 step", "{count} steps", len(view.steps(stream.id)))
    yield entry(STREAM, (stream.id,), stream_title(stream), steps)._replace(detail=_joined((steps, where)))
    for number, step in enumerate(view.steps(stream.id), start=1):
        called = _step_words(number, step)
        lane = _joined((tr("Step {number}").format(number=number), title_of(view, step.lane)))
        yield entry(STEP, (step.id,), _flat(step.name) or tr("Unnamed step"), lane)
        for task in step.tasks:
            if task.text.strip():
                yield entry(TASK, (step.id, task.id), task.text, called)
    others = [(FLOW, flow.id, flow.label, _flow_words(view, flow)) for flow in view.flows(stream.id)]
    others += [(PHASE, phase.id, phase.name, "") for phase in view.phases(stream.id)]
    others += [(NOTE, note.id, note.text, "") for note in view.notes(stream.id)]
    for kind, id, text, detail in others:
        if text.strip():
            yield entry(kind, (id,), text, detail)


def _flow_words(view: Snapshot, flow: Flow) -> str:
    return tr("{source} to {target}").format(
        source=_end_words(view, flow.source), target=_end_words(view, flow.target)
    )


def _end_words(view: Snapshot, id: str) -> str:
    record = view.find(id)
    if isinstance(record, Step):
        return _short(_flat(record.name)) or tr("Step {number}").format(number=view.number(id))
    is_demand = isinstance(record, Terminal) and record.kind is TerminalKind.DEMAND
    return tr("Demand") if is_demand else tr("Value")


def _step_words(number: int, step: Step) -> str:
    called = tr("Step {number}").format(number=number)
    return f"{called}, {_short(_flat(step.name))}" if step.name.strip() else called


# -- what all streams share ---------------------------------------------------------------------------------
def _shared(view: Snapshot, where: str, words: dict[str, str]) -> Iterator[Entry]:
    """Roles all of them, for each is a column of the matrix; tools and practices as far as steps use them."""
    counts: dict[str, int] = defaultdict(int)
    for stream in view.streams:
        for step in view.steps(stream.id):
            for key in _used_by(step):
                counts[key] += 1
    for role in view.roles:
        counts.setdefault(key_of(ROLE, role.id), 0)
    for key, count in counts.items():
        kind, *ids = parts_of(key)
        text, of = _shared_words(view, kind, ids)
        used = tr_count("in 1 step", "in {count} steps", count) if count else tr("in no step yet")
        if text.strip():
            yield Entry(key, text, _joined((of, used, where)), words[kind], _WEIGHTS[kind])


def _used_by(step: Step) -> set[str]:
    found = {key_of(ROLE, mark.role) for mark in step.raci}
    found |= {key_of(PRACTICE, use.practice) for use in step.practices}
    for use in step.tools:
        found.add(key_of(TOOL, use.tool))
        found |= {key_of(PRODUCT, use.tool, product) for product in use.products if "\t" not in product}
    return found


def _shared_words(view: Snapshot, kind: str, ids: list[str]) -> tuple[str, str]:
    """The name of a shared thing, and what it belongs to."""
    if kind == ROLE:
        return role_name(view, ids[0]), ""
    if kind == PRACTICE:
        return practice_name(view, ids[0]), ""
    tool = view.find(ids[0])
    name = str(getattr(tool, "name", ids[0]))
    return (ids[1], name) if kind == PRODUCT else (name, "")


# -- words --------------------------------------------------------------------------------------------------
def _joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _short(text: str, length: int = 40) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
