"""The method's tables as HTML: use case, steps with all they hold, responsibilities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from vsdesigner.document.card_words import lane_colour
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import (
    duration_text,
    letters_of,
    mapping_text,
    number_text,
    practice_text,
    return_notes,
    stream_title,
    tool_text,
    use_case_rows,
)
from vsdesigner.exchange.html.colours import PageColours
from vsdesigner.exchange.html.markup import element, said, words
from vsdesigner.exchange.letter_colours import letter_place
from vsdesigner.exchange.svg.markup import element_id
from vsdesigner.language import say
from vsdesigner.model.parts import RaciMark, SupplierKind, Task
from vsdesigner.model.records import Automation, Role, Step, Stream


class Tables:
    """Writes the tables of one stream. `shown` are the ids of the streams that the page holds."""

    def __init__(self, view: Snapshot, stream: Stream, colours: PageColours, shown: Sequence[str]) -> None:
        self._view = view
        self._stream = stream
        self._colours = colours
        self._shown = frozenset(shown)
        self._steps = view.steps(stream.id)

    # -- use case ---------------------------------------------------------------------------------------
    def use_case(self) -> str:
        """Return the use case as a list of terms."""
        rows = [
            element("div", None, element("dt", None, words(say(label))), said("dd", text))
            for label, text in use_case_rows(self._view, self._stream)
            if text
        ]
        return element("dl", {"class": "use-case"}, *rows) if rows else ""

    # -- steps ------------------------------------------------------------------------------------------
    def steps(self) -> str:
        """Return the table with a row for each step, and the notes below it."""
        heads = (
            say("Value stream step"),
            say("Mapped activity"),
            say("Actions and tasks"),
            say("Practices"),
            say("Tools and technologies"),
            say("Times and details"),
        )
        body = [self._step_row(step) for step in self._steps]
        notes = [said("li", note) for note in return_notes(self._view, self._stream.id)]
        return _table(say("Steps of {name}").format(name=stream_title(self._stream)), heads, body) + (
            element("ul", {"class": "notes"}, *notes) if notes else ""
        )

    def _step_row(self, step: Step) -> str:
        view = self._view
        cells = (
            said("td", mapping_text(view, step), {"class": "activity"}),
            _cell(_tasks(step.tasks)),
            _cell(_list(practice_text(view, use) for use in step.practices)),
            _cell(_list(tool_text(view, use) for use in step.tools)),
            _cell(self._details(step)),
        )
        return element("tr", self._row_attributes("row", step), self._step_head(step), *cells)

    def _row_attributes(self, kind: str, step: Step) -> dict[str, str]:
        place = self._colours.place(lane_colour(self._view, step.lane))
        return {"id": element_id(kind, step.id), "class": f"lane{place}"}

    def _step_head(self, step: Step) -> str:
        number = element("span", {"class": "number"}, str(self._view.number(step.id)))
        link = said("a", step.name or say("Unnamed step"), {"href": f"#/{element_id('step', step.id)}"})
        return element("th", {"scope": "row"}, number, link)

    def _details(self, step: Step) -> str:
        """What else is known of a step; what only the presenter should see is not."""
        partner = step.supplier.name if step.supplier.kind is SupplierKind.PARTNER else ""
        automation = {
            Automation.MANUAL: say("by hand"),
            Automation.AUTOMATED: say("automated"),
            Automation.MIXED: say("partly automated"),
        }.get(step.automation, "")
        quality = step.complete_and_accurate
        facts = (
            (say("Process time"), duration_text(step.process_time)),
            (say("Wait time"), duration_text(step.wait_time)),
            (say("Complete and accurate"), f"{number_text(quality)} %" if quality is not None else ""),
            (say("Inputs"), _joined(step.inputs)),
            (say("Information"), _joined(step.information)),
            (say("Outputs"), _joined(step.outputs)),
            (say("Constraints"), _joined(step.constraints)),
            (say("Skills"), _joined(step.skills)),
            (say("Metrics"), _joined(step.metrics)),
            (say("Service offerings"), _joined(step.service_offerings)),
            (say("Carried out by"), partner),
            (say("Work"), automation),
            (say("Seen by the customer"), say("yes") if step.customer_visible else ""),
            (say("Optional"), say("yes") if step.optional else ""),
        )
        rows = [
            element("div", None, element("dt", None, words(label)), said("dd", text))
            for label, text in facts
            if text
        ]
        listed = element("dl", {"class": "facts"}, *rows) if rows else ""
        return listed + self._way_down(step)

    def _way_down(self, step: Step) -> str:
        """The link to the stream that a step stands for, where the page holds it."""
        if step.substream not in self._shown:
            return ""
        below = self._view.get(step.substream, Stream)
        text = say("Open the stream “{name}”").format(name=stream_title(below))
        return said("a", text, {"class": "down", "href": f"#/{element_id('stream', below.id)}"})

    # -- responsibilities -------------------------------------------------------------------------------
    def responsibilities(self) -> str:
        """Return the matrix with what the letters mean; nothing while there are no letters."""
        rows = list(self._matrix_rows())
        held = {mark.role for step in self._steps for mark in _all_marks(step)}
        roles = [role for role in self._view.roles if role.id in held]
        if not roles:
            return ""
        row = partial(self._matrix_row, roles)
        heads = (say("Value stream step"), *(role.name for role in roles))
        caption = say("Responsibilities in {name}").format(name=stream_title(self._stream))
        body = [row(step, task, marks) for step, task, marks in rows]
        letters = [
            element(
                "div",
                None,
                element("dt", {"class": _letter_class(entry.letter)}, words(entry.letter)),
                said("dd", f"{entry.name}. {entry.meaning}" if entry.meaning else entry.name),
            )
            for entry in self._view.settings.raci_letters
        ]
        legend = element("dl", {"class": "letters"}, *letters)
        return _table(caption, heads, body, kind="matrix") + legend

    def _matrix_rows(self) -> Iterable[tuple[Step, Task | None, tuple[RaciMark, ...]]]:
        for step in self._steps:
            yield step, None, step.raci
            for task in step.tasks:
                if task.raci:
                    yield step, task, task.raci

    def _matrix_row(
        self, roles: Sequence[Role], step: Step, task: Task | None, marks: tuple[RaciMark, ...]
    ) -> str:
        cells = []
        for role in roles:
            letters = letters_of(marks, role.id)
            shown = element("span", {"class": _letter_class(letters)}, words(letters)) if letters else ""
            cells.append(element("td", None, shown))
        attributes = self._row_attributes("raci", step)
        if task is None:
            return element("tr", attributes, self._step_head(step), *cells)
        attributes |= {"id": element_id("raci-task", task.id), "data-step": element_id("raci", step.id)}
        attributes["class"] += " task"
        return element("tr", attributes, said("th", task.text, {"scope": "row"}), *cells)


def _letter_class(letters: str) -> str:
    return f"letter letter{letter_place(letters)}"


def _all_marks(step: Step) -> Iterable[RaciMark]:
    yield from step.raci
    for task in step.tasks:
        yield from task.raci


def _table(caption: str, heads: Sequence[str], body: Iterable[str], kind: str = "wide") -> str:
    head = element(
        "thead", None, element("tr", None, *(said("th", head, {"scope": "col"}) for head in heads))
    )
    table = element("table", {"class": kind}, said("caption", caption), head, element("tbody", None, *body))
    frame = {"class": "table", "tabindex": "0", "role": "region", "aria-label": caption}
    return element("div", frame, table)


def _cell(inside: str) -> str:
    return element("td", None, inside)


def _list(lines: Iterable[str]) -> str:
    entries = [said("li", line) for line in lines]
    return element("ul", None, *entries) if entries else ""


def _tasks(tasks: Sequence[Task]) -> str:
    entries = [said("li", task.text, {"class": "sub"} if task.indent else None) for task in tasks]
    return element("ul", None, *entries) if entries else ""


def _joined(names: Iterable[str]) -> str:
    return "; ".join(names)
