"""The ways that may be taken at a fork, as blocks of its card."""

from __future__ import annotations

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
    title = tr("Side by side") if all(way.together for way in ways) else tr("Which way next?")
    return section(title, [_choice(view, index, way) for index, way in enumerate(ways)])


def way_text(view: Snapshot, way: Way) -> str:
    """Return ``Resolved at first contact → Value``, or where the way leads when it says nothing itself."""
    label, target = one_line(way.label).strip(), _target(view, way)
    return tr("{label} → {target}").format(label=label, target=target) if label else target


def _choice(view: Snapshot, index: int, way: Way) -> Choice:
    remarks = []
    if way.share is not None and not (way.together and way.share == 1):
        remarks.append(tr("{share} %").format(share=spoken_number(round(way.share * 100, 1))))
    if index == 0:
        remarks.append(tr("main way") if not way.together else tr("first"))
    if way.back:
        remarks.append(tr("back again"))
    record = view.find(way.target) if way.target else None
    colour = lane_colour(view, record.lane) if isinstance(record, Step) else ""
    return Choice(index, way_text(view, way), tuple(remarks), main=index == 0, colour=colour)


def _target(view: Snapshot, way: Way) -> str:
    record = view.find(way.target) if way.target else None
    if isinstance(record, Step):
        name = one_line(record.name).strip() or tr("Unnamed step")
        return tr("{number} {name}").format(number=view.number(record.id), name=name)
    if isinstance(record, Terminal):
        return terminal_title(view, record)
    return tr("Closing")
