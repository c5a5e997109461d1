"""What is said of each element for those who hear the drawing: one sentence, the place in the flow first."""

from __future__ import annotations

from collections import Counter

from vsdesigner.analysis.finding import Level
from vsdesigner.document.query import phase_members
from vsdesigner.document.snapshot import MissingRecordError, Snapshot
from vsdesigner.document.wording import number_text, role_name, series_text
from vsdesigner.model.records import Flow, Lane, Note, Phase, Step, Stream, Terminal
from vsdesigner.ui.canvas.context_menu import kind_names
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.lane_words import lane_title
from vsdesigner.ui.note_words import note_name
from vsdesigner.ui.painting.looks import accountable_role, terminal_text, terminal_title
from vsdesigner.ui.plain import shortened

LONGEST = 200  # characters of a text that is said as part of a sentence


class Speech:
    """Says the elements of one snapshot; what is wrong with them is looked up once and only when asked."""

    def __init__(self, view: Snapshot) -> None:
        self.view = view
        self._wrong: dict[str, Counter[tuple[str, Level]]] = {}  # stream → (record, level) → how many

    def words(self, id: str) -> str:
        """Return the sentence for a step, terminal, note, flow or lane; empty for anything else."""
        record = self.view.find(id)
        if isinstance(record, Step):
            return self._step(record)
        if isinstance(record, Terminal):
            return self._terminal(record)
        if isinstance(record, Flow):
            return self._flow(record)
        if isinstance(record, Phase):
            return self._phase(record)
        return _note(record) if isinstance(record, Note) else ""

    def lane(self, lane: str, stream: str) -> str:
        """Return ``Lane Engage, 2 steps.``"""
        count = sum(1 for step in self.view.steps(stream) if step.lane == lane)
        steps = tr_count("1 step", "{count} steps", count) if count else tr("no steps")
        return tr("Lane {lane}, {steps}.").format(lane=_called(self.view, lane), steps=steps)

    def end(self, id: str) -> str:
        """Return what the end of a flow is called: the step's name, demand, value."""
        record = self.view.find(id)
        if isinstance(record, Step):
            flat = _flat(record.name)
            return flat or tr("step {number}").format(number=self.view.number(id))
        return terminal_title(self.view, record).lower() if isinstance(record, Terminal) else ""

    # -- inside -----------------------------------------------------------------------------------------
    def _step(self, step: Step) -> str:
        view = self.view
        place = tr("Step {number} of {count}").format(
            number=view.number(step.id), count=len(view.steps(step.stream))
        )
        role, letters = accountable_role(view, step.raci)
        answers = ""
        if role:
            answers = tr("accountable {role}").format(role=role_name(view, role))
        elif letters:
            answers = tr("nobody accountable")
        parts = (
            place,
            _flat(step.name) or tr("without a name"),
            tr("lane {lane}").format(lane=_called(view, step.lane)),
            self._joined(step.id),
            answers,
            self._faults(step),
        )
        return _sentence(parts)

    def _terminal(self, terminal: Terminal) -> str:
        said = shortened(_flat(terminal_text(self.view, terminal)), LONGEST).rstrip(".")
        return _sentence((terminal_title(self.view, terminal), said, self._joined(terminal.id)))

    def _flow(self, flow: Flow) -> str:
        head = tr("{kind} from {source} to {target}").format(
            kind=kind_names()[flow.kind], source=self.end(flow.source), target=self.end(flow.target)
        )
        label = tr("labelled {label}").format(label=_flat(flow.label)) if flow.label.strip() else ""
        share = "" if flow.share is None else tr("{share} percent").format(share=number_text(flow.share))
        return _sentence((head, label, share))

    def _phase(self, phase: Phase) -> str:
        held = [each for each in phase_members(self.view, phase.id) if isinstance(each, Step)]
        steps = tr_count("1 step", "{count} steps", len(held)) if held else tr("no steps")
        return _sentence((tr("Phase"), _flat(phase.name) or tr("without a name"), steps))

    def _joined(self, id: str) -> str:
        """What leads here and what follows: ``from Triage, to Fix and to Escalate``."""
        come = [tr("from {source}").format(source=self.end(flow.source)) for flow in self.view.incoming(id)]
        go = [tr("to {target}").format(target=self.end(flow.target)) for flow in self.view.outgoing(id)]
        found = [series_text(words) for words in (come, go) if words]
        return ", ".join(found) or tr("not connected")

    def _faults(self, step: Step) -> str:
        if step.stream not in self._wrong:
            from vsdesigner.analysis.findings import find_in_stream  # late: the first frame checks nothing

            try:
                stream = self.view.get(step.stream, Stream)
            except MissingRecordError:
                return ""
            found = find_in_stream(self.view, stream)
            self._wrong[step.stream] = Counter((each.record, each.level) for each in found)
        wrong = self._wrong[step.stream]
        errors, warnings = wrong[step.id, Level.ERROR], wrong[step.id, Level.WARNING]
        said = (
            tr_count("1 error", "{count} errors", errors) if errors else "",
            tr_count("1 warning", "{count} warnings", warnings) if warnings else "",
        )
        return ", ".join(words for words in said if words)


def lane_of(view: Snapshot, id: str) -> str:
    """Return the lane that an element stands in, empty for flows."""
    lane = getattr(view.find(id), "lane", "")
    return lane if isinstance(lane, str) and isinstance(view.find(lane), Lane) else ""


def _called(view: Snapshot, lane: str) -> str:
    """A lane as its header names it."""
    record = view.find(lane)
    return lane_title(record) if isinstance(record, Lane) else ""


def _note(note: Note) -> str:
    return _sentence((note_name(note), shortened(_flat(note.text), LONGEST) or tr("empty")))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _sentence(parts: tuple[str, ...]) -> str:
    words = ", ".join(part for part in parts if part)
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."
