"""The ways that may be taken at a fork, as blocks of its card."""

from __future__ import annotations

from collections.abc import Sequence

from vsdesigner.analysis.journey import Journey, Way
from vsdesigner.document.card_words import lane_colour, terminal_title
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import one_line, spoken_number
from vsdesigner.model.records import Step, Terminal
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.presentation.card.content import Block, Choice, section


def way_blocks(view: Snapshot, journey: Journey) -> tuple[Block, ...]:
    """Return the choice at a fork; nothing where only one way leads on."""
    ways = journey.ways
    if len(ways) < 2:
        return ()
    title = tr("Side by side") if _all_together(ways) else tr("Which way next?")
    return section(title, [_choice(view, index, ways) for index in range(len(ways))])


def way_text(view: Snapshot, way: Way) -> str:
    """Return ``Fixed → step 6: Confirm``, or ``to Value`` when the way says nothing itself."""
    label, target = one_line(way.label).strip(), _target(view, way)
    if label:
        return tr("{label} → {target}").format(label=label, target=target)
    return tr("to {target}").format(target=target)


def _all_together(ways: Sequence[Way]) -> bool:
    return all(way.together for way in ways)


def _choice(view: Snapshot, index: int, ways: Sequence[Way]) -> Choice:
    way = ways[index]
    remarks = []
    if way.share is not None and not (way.together and way.share == 1):
        share = spoken_number(round(way.share * 100, 1))
        remarks.append(tr("in {share} % of the cases").format(share=share))
    if index == 0:
        remarks.append(_first_of(ways))
    if way.back:
        remarks.append(tr("back again"))
    record = view.find(way.target) if way.target else None
    colour = lane_colour(view, record.lane) if isinstance(record, Step) else ""
    return Choice(index, way_text(view, way), tuple(remarks), main=index == 0, colour=colour)


def _first_of(ways: Sequence[Way]) -> str:
    """What is said of the way that is walked without a choice."""
    if _all_together(ways):
        return tr("these run side by side; this one is shown first")
    return tr("shown first") if ways[0].together else tr("main way")


def _target(view: Snapshot, way: Way) -> str:
    record = view.find(way.target) if way.target else None
    if isinstance(record, Step):
        name = one_line(record.name).strip() or tr("Unnamed step")
        return tr("step {number}: {name}").format(number=view.number(record.id), name=name)
    if isinstance(record, Terminal):
        return terminal_title(view, record)
    return tr("the closing")
