"""What another version changed, as a person ticks it: differences that only make sense together are one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vsdesigner.document.merging import Difference, Side, merge
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import one_line, stream_title
from vsdesigner.model.records import Flow, Record, Step, Stream, StreamMember
from vsdesigner.ui.i18n import tr, tr_count


@dataclass(frozen=True, slots=True)
class ReviewedChange:
    """One line to tick. `keys` are of all differences that go with it; the values are readable text.

    `gone` and `added` say what comes along: the steps of a stream that went or came, the flows of a step.
    `conflict`: both sides changed it; then ticked means theirs, and not ticked ours.
    """

    keys: tuple[str, ...]
    text: str
    base: str
    ours: str
    theirs: str
    conflict: bool = False
    gone: str = ""
    added: str = ""

    @property
    def words(self) -> str:
        """All that is said of it, to be searched."""
        return "\n".join((self.text, self.base, self.ours, self.theirs, self.gone, self.added)).casefold()


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """The changes of one step, of a use case, or of what the streams share."""

    title: str
    changes: tuple[ReviewedChange, ...]


def review(base: Snapshot, ours: Snapshot, theirs: Snapshot) -> tuple[ChangeGroup, ...]:
    """Return what `theirs` brought since `base`, by stream and step; contradictions to `ours` first."""
    outcome = merge(base, ours, theirs)
    found = (*outcome.conflicts, *outcome.taken)
    views = (ours, theirs, base)
    bundles = _bundled(views, base, found)
    groups: dict[tuple[int, str, int, str], list[ReviewedChange]] = {}
    for lead, members in bundles:
        change = ReviewedChange(
            tuple(each.key for each in (lead, *members)),
            _sentence(lead, members),
            lead.base,
            lead.ours,
            lead.theirs,
            lead.conflict or any(each.conflict for each in members),
            _steps_of(base, lead) if not lead.theirs else "",
            "\n".join([*_listed(_steps_of(theirs, lead)), *(each.text for each in members)]),
        )
        groups.setdefault(_place(views, lead.record), []).append(change)
    return tuple(
        ChangeGroup(_title(views, place[3]), tuple(sorted(changes, key=lambda change: not change.conflict)))
        for place, changes in sorted(groups.items(), key=lambda item: item[0])
    )


def _sentence(lead: Difference, members: Sequence[Difference]) -> str:
    """The sentence of a difference, and how many flows go with it."""
    if not members:
        return lead.text
    flows = tr_count("One flow goes with it.", "{count} flows go with it.", len(members))
    return f"{lead.text} {flows}"


def _steps_of(view: Snapshot, lead: Difference) -> str:
    """The steps of a stream that came or went as a whole, a line each."""
    if lead.field or not isinstance(view.find(lead.record), Stream):
        return ""
    return "\n".join(f"{view.number(step.id)}  {one_line(step.name)}" for step in view.steps(lead.record))


def _listed(text: str) -> list[str]:
    return [text] if text else []


def choices(groups: Iterable[ChangeGroup], ticked: Mapping[ReviewedChange, bool]) -> dict[str, Side]:
    """Return the side of each difference for what was ticked and what was not."""
    return {
        key: Side.THEIRS if ticked[change] else Side.OURS
        for group in groups
        for change in group.changes
        for key in change.keys
    }


def _bundled(
    views: Sequence[Snapshot], base: Snapshot, found: Sequence[Difference]
) -> list[tuple[Difference, list[Difference]]]:
    """Each difference with those that follow from it: flows go with the step that came or went."""
    leads = {
        each.record: each for each in found if not each.field and isinstance(_find(views, each.record), Step)
    }
    bundles: dict[str, tuple[Difference, list[Difference]]] = {}
    later: list[tuple[Difference, str]] = []
    for each in found:
        step = _step_behind(views, each, leads)
        if step:
            later.append((each, step))
        else:
            bundles[each.key] = (each, [])
    for each, step in later:
        bundles[leads[step].key][1].append(each)
    return list(bundles.values())


def _step_behind(views: Sequence[Snapshot], difference: Difference, leads: Mapping[str, Difference]) -> str:
    """The step that came or went for which a flow changed; empty for other differences."""
    versions = [view.find(difference.record) for view in views]
    ends = [end for flow in versions if isinstance(flow, Flow) for end in (flow.source, flow.target)]
    return next((end for end in ends if end in leads), "")


def _find(views: Sequence[Snapshot], id: str) -> Record | None:
    return next((record for view in views if (record := view.find(id)) is not None), None)


def _place(views: Sequence[Snapshot], id: str) -> tuple[int, str, int, str]:
    """What groups are sorted by, the record that the group is about last; empty for what streams share."""
    record = _find(views, id)
    if isinstance(record, Flow):
        source = _find(views, record.source)
        record = source if isinstance(source, Step) else _find(views, record.stream)
    elif isinstance(record, StreamMember) and not isinstance(record, Step):
        record = _find(views, record.stream)
    if isinstance(record, Step):
        stream = _find(views, record.stream)
        return getattr(stream, "order", 0) + 1, record.stream, record.order + 1, record.id
    if isinstance(record, Stream):
        return record.order + 1, record.id, 0, record.id
    return 0, "", 0, ""


def _title(views: Sequence[Snapshot], id: str) -> str:
    record = _find(views, id)
    if isinstance(record, Step):
        view = next(view for view in views if id in view)
        return f"{view.number(id)}  {one_line(record.name)}".rstrip()
    if isinstance(record, Stream):
        return one_line(stream_title(record))
    return tr("Roles, tools and what else the streams share")
