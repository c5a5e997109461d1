"""What a step records, as blocks of its card."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import (
    duration_text,
    facet_name,
    one_line,
    practice_name,
    qualifier_text,
    role_name,
    spoken_number,
    stream_title,
)
from vsdesigner.model.parts import PracticeUse, RaciMark, SupplierKind, Task, ToolUse
from vsdesigner.model.records import Automation, Step, Stream, Tool
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.presentation.card.content import (
    Block,
    Chip,
    Chips,
    Figures,
    Ink,
    Letters,
    Named,
    Run,
    Words,
    paragraph_of,
    plain,
    section,
)

_AUTOMATION = {
    Automation.MANUAL: "By hand",
    Automation.AUTOMATED: "Automated",
    Automation.MIXED: "Partly automated",
}
_BETWEEN = " · "


def half_text(view: Snapshot, step: Step) -> str:
    """Return ``Build — no third parties``: which half of the activity it is; or nothing."""
    half, qualifier = facet_name(view, step), qualifier_text(view, step)
    text = tr("{half} — {qualifier}") if half and qualifier else "{half}{qualifier}"
    return text.format(half=one_line(half), qualifier=one_line(qualifier))


def step_blocks(view: Snapshot, step: Step, hidden: Collection[str], followed: str = "") -> Iterator[Block]:
    """Yield what is recorded, section by section, without those in `hidden`; a `followed` role is set off."""
    yield from section(tr("Tasks"), list(_tasks(view, step.tasks, raci="raci" not in hidden)))
    if "practices" not in hidden:
        yield from section(tr("Practices"), _practices(view, step))
    if "tools" not in hidden:
        as_items = "practices" not in hidden and _say_how(step.practices)
        yield from section(tr("Tools and technologies"), _tools(view, step.tools, as_items=as_items))
    if "raci" not in hidden:
        yield from section(tr("Who"), _who(view, step.raci, followed))
    if "times" not in hidden:
        yield from section(tr("Time and quality"), _times(step))
    yield from section(tr("In and out"), _listed(_in_and_out(step)))
    yield from section(tr("Also noted"), _listed(_further(step)))


def manner_blocks(view: Snapshot, step: Step) -> Iterator[Block]:
    """Yield how the step is done: by a partner, automated, seen by the customer, optional."""
    words = []
    if step.supplier.kind is SupplierKind.PARTNER:
        name = one_line(step.supplier.name)
        words.append(tr("Partner: {name}").format(name=name) if name else tr("By a partner"))
    if step.automation is not Automation.UNSAID:
        words.append(tr(_AUTOMATION[step.automation]))
    if step.customer_visible:
        words.append(tr("Seen by the customer"))
    if step.optional:
        words.append(tr("Optional"))
    inner = view.find(step.substream) if step.substream else None
    if isinstance(inner, Stream):
        words.append(tr("Stream of its own: {name}").format(name=one_line(stream_title(inner))))
    if words:
        yield Chips(tuple(Chip(text) for text in words))


def _tasks(view: Snapshot, tasks: Sequence[Task], *, raci: bool) -> Iterator[Block]:
    for task in tasks:
        if task.text.strip():
            yield Words(plain(one_line(task.text)), bullet=True, indent=task.indent)
        if raci and task.raci:
            who = [
                tr("{letters} {role}").format(letters=mark.letters, role=one_line(role_name(view, mark.role)))
                for mark in in_role_order(view, task.raci)
            ]
            yield Words(plain(_BETWEEN.join(who), Ink.MUTED), Letters.SMALL, indent=task.indent + 1)


def _practices(view: Snapshot, step: Step) -> list[Block]:
    names = [one_line(practice_name(view, use.practice)) for use in step.practices]
    if not _say_how(step.practices):
        return [Chips(tuple(map(Chip, names)), alike=True)] if names else []
    found: list[Block] = []
    for name, use in zip(names, step.practices, strict=True):
        runs = [Run(name, strong=True)]
        if use.contribution.strip():
            runs.append(Run("  " + one_line(use.contribution), Ink.MUTED))
        found.append(Words(tuple(runs), bullet=True))
    return found


def _say_how(uses: Sequence[PracticeUse]) -> bool:
    """Whether any practice says how it contributes."""
    return any(use.contribution.strip() for use in uses)


def _tools(view: Snapshot, uses: Sequence[ToolUse], *, as_items: bool) -> list[Block]:
    """Chips, or one item each: lists of a card have the same form."""
    chips = []
    for use in uses:
        tool = view.find(use.tool)
        name = one_line(tool.name if isinstance(tool, Tool) else use.tool)
        products = ", ".join(map(one_line, use.products))
        chips.append(Chip(products, name) if products else Chip(name))
    if as_items:
        return [paragraph_of(chip) for chip in chips]
    return [Chips(tuple(chips), alike=True)] if chips else []


def _who(view: Snapshot, marks: Sequence[RaciMark], followed: str) -> list[Block]:
    """A row for each letter, in the order of the document's letters: its name, and who holds it."""
    holders: dict[str, list[str]] = {}
    for mark in in_role_order(view, marks):
        for letter in mark.letters.split("/"):
            holders.setdefault(letter, []).append(mark.role)
    names = {known.letter: one_line(known.name) for known in view.settings.raci_letters}
    order = [letter for letter in names if letter in holders]
    order += [letter for letter in holders if letter not in names]
    return [_holders(view, names.get(letter, ""), holders[letter], letter, followed) for letter in order]


def _holders(view: Snapshot, name: str, roles: Sequence[str], letter: str, followed: str) -> Named:
    text, lit = "", (0, 0)
    for role in roles:
        text += ", " if text else ""
        begin = len(text)
        text += one_line(role_name(view, role))
        if role == followed:
            lit = (begin, len(text))
    return Named(name, text, letter, lit)


def _times(step: Step) -> list[Block]:
    quality = step.complete_and_accurate
    found = [
        (duration_text(step.process_time), tr("process")),
        (duration_text(step.wait_time), tr("wait")),
        ("" if quality is None else f"{spoken_number(quality)} %", tr("complete and accurate")),
    ]
    said = tuple((value, name) for value, name in found if value)
    return [Figures(said)] if said else []


def _in_and_out(step: Step) -> Iterator[tuple[str, Sequence[str]]]:
    yield tr("Inputs"), step.inputs
    yield tr("Information"), step.information
    yield tr("Outputs"), step.outputs


def _further(step: Step) -> Iterator[tuple[str, Sequence[str]]]:
    yield tr("Constraints"), step.constraints
    yield tr("Skills"), step.skills
    yield tr("Measures"), step.metrics
    yield tr("Service offerings"), step.service_offerings


def _listed(lists: Iterable[tuple[str, Sequence[str]]]) -> list[Block]:
    """A row for each list that has something in it."""
    found: list[Block] = []
    for title, names in lists:
        said = [one_line(name) for name in names if name.strip()]
        if said:
            found.append(Named(title, _BETWEEN.join(said)))
    return found


def in_role_order(view: Snapshot, marks: Iterable[RaciMark]) -> list[RaciMark]:
    """Return marks in the order of the document's roles."""
    places = {role.id: place for place, role in enumerate(view.roles)}
    return sorted(marks, key=lambda mark: places.get(mark.role, len(places)))
