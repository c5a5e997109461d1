"""The lanes of a stream as a drawing in the page, in which steps can be reached and opened."""

from __future__ import annotations

from collections.abc import Mapping

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import stream_title
from vsdesigner.exchange.html.colours import PageColours
from vsdesigner.exchange.svg.drawing import Drawer, Watch
from vsdesigner.exchange.svg.markup import Value, element_id, number, tag
from vsdesigner.language import say
from vsdesigner.model.records import Flow, FlowKind, Record, Step, Stream

_KINDS = (FlowKind.MAIN, FlowKind.ALTERNATIVE, FlowKind.REWORK, FlowKind.INFORMATION)


def lanes(view: Snapshot, stream: Stream, colours: PageColours, watch: Watch) -> str:
    """Return the drawing of a stream; `watch` is told how far it is, from 0 to 1."""
    drawer = Drawer(
        view,
        stream.id,
        colours,
        marks=lambda record: _marks(view, record),
        watch=watch,
        prefix=f"{element_id('stream', stream.id)}-",
    )
    drawing = drawer.whole()
    return tag(
        "svg",
        {
            "viewBox": drawing.view_box,
            "width": number(drawing.area.width),
            "height": number(drawing.area.height),
            "data-width": number(drawing.area.width),
            "data-height": number(drawing.area.height),
            "role": "group",
            "aria-label": say("Lanes of {name}").format(name=stream_title(stream)),
        },
        drawing.body(),
    )


def _marks(view: Snapshot, record: Record) -> Mapping[str, Value]:
    if not isinstance(record, Step):
        return {}
    return {
        "class": "step",
        "tabindex": "0",
        "role": "button",
        "aria-haspopup": "dialog",
        "data-next": _ends(view, view.outgoing(record.id), "target"),
        "data-previous": _ends(view, view.incoming(record.id), "source"),
    }


def _ends(view: Snapshot, flows: tuple[Flow, ...], end: str) -> str:
    """The steps at the other ends of flows, those of the main way first."""
    found = []
    for flow in sorted(flows, key=lambda flow: (_KINDS.index(flow.kind), flow.id)):
        other = view.find(getattr(flow, end))
        if isinstance(other, Step):
            found.append(element_id("step", other.id))
    return " ".join(dict.fromkeys(found))
