"""What the inspector suggests: practices, tools and roles, those of the document first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import practice_name, tool_text
from vsdesigner.model.parts import ToolUse
from vsdesigner.model.records import Lane, Step
from vsdesigner.model.reference import practice_catalog
from vsdesigner.ui.editors.suggestions import Suggestion
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.lane_words import lane_title

STRONG, SOME = 2, 1


class Usage:
    """How often practices and tools are used in a document; counted once per state of it."""

    def __init__(self) -> None:
        self._seen: Snapshot | None = None
        self.practices: Counter[str] = Counter()
        self.tools: Counter[tuple[str, tuple[str, ...]]] = Counter()

    def of(self, view: Snapshot) -> Usage:
        """Count again if the document is another one than the last time."""
        if view is not self._seen:
            self._seen = view
            self.practices = Counter(use.practice for step in all_steps(view) for use in step.practices)
            self.tools = Counter((use.tool, use.products) for step in all_steps(view) for use in step.tools)
        return self


def all_steps(view: Snapshot) -> Iterator[Step]:
    """Yield the steps of all streams."""
    for stream in view.streams:
        yield from view.steps(stream.id)


def practice_suggestions(
    view: Snapshot, usage: Usage, lanes: Collection[str], chosen: Collection[str]
) -> list[Suggestion]:
    """Return the practices not chosen yet: those that contribute much first, then used ones, then by
    contribution and by name. (Who types gets used ones first: `matching` sees to that.)"""
    counts = usage.of(view).practices
    found: list[tuple[tuple[bool, bool, int, str], Suggestion]] = []
    for practice in view.practices:
        if practice.id not in chosen:
            used = counts[practice.id]
            entry = Suggestion(
                practice.name, practice.id, _used_text(used) or tr("own practice"), used=bool(used)
            )
            found.append(((True, not used, -SOME, practice.name.casefold()), entry))
    for known in practice_catalog().values():
        if known.id not in chosen:
            used = counts[known.id]
            grade = max((known.contribution.get(lane, 0) for lane in lanes), default=0)
            detail = _used_text(used) or _grade_text(view, grade, lanes)
            entry = Suggestion(known.name, known.id, detail, known.aliases, used=bool(used))
            found.append(((grade != STRONG, not used, -grade, known.name.casefold()), entry))
    found.sort(key=lambda item: item[0])
    return [entry for _, entry in found]


def _used_text(count: int) -> str:
    return tr_count("in 1 step of this document", "in {count} steps of this document", count) if count else ""


def _grade_text(view: Snapshot, grade: int, lanes: Collection[str]) -> str:
    if grade != STRONG or len(lanes) != 1:
        return ""
    lane = view.find(next(iter(lanes)))
    return (
        tr("contributes much to {activity}").format(activity=lane_title(lane))
        if isinstance(lane, Lane)
        else ""
    )


def tool_suggestions(view: Snapshot, usage: Usage, chosen: Collection[str]) -> list[Suggestion]:
    """Return tools not chosen yet: with the products they come with elsewhere, then categories alone.

    The payload is the tool's id with those products.
    """
    found: list[Suggestion] = []
    names = {tool.id: tool for tool in view.tools}
    for (id, products), count in usage.of(view).tools.most_common():
        if id in names and id not in chosen and products:
            text = tool_text(view, ToolUse(tool=id, products=products))
            found.append(Suggestion(text, id, _used_text(count), used=True, payload=(id, products)))
    for tool in view.tools:
        if tool.id not in chosen:
            found.append(
                Suggestion(tool.name, tool.id, tr("without products"), tool.products, payload=(tool.id, ()))
            )
    return found


def role_suggestions(view: Snapshot) -> list[Suggestion]:
    """Return the roles of the document in their order."""
    return [Suggestion(role.name, role.name) for role in view.roles]


def practice_label(view: Snapshot, id: str) -> tuple[str, bool]:
    """Return a practice's name and whether it is the document's own."""
    return practice_name(view, id), id in view
