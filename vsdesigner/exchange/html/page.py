"""Puts the page together: head with its own security policy, bar, a section for each stream, the card."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime

from vsdesigner.analysis.times import stream_times
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import date_text, hours_text, stream_title, use_case_title
from vsdesigner.exchange.html.colours import PageColours
from vsdesigner.exchange.html.lanes import lanes
from vsdesigner.exchange.html.markup import element, said, words
from vsdesigner.exchange.html.tables import Tables
from vsdesigner.exchange.svg.drawing import Watch
from vsdesigner.exchange.svg.icons import definitions
from vsdesigner.exchange.svg.markup import element_id
from vsdesigner.language import say, say_count
from vsdesigner.model.records import Step, Stream
from vsdesigner.resource import resource_path


def page(view: Snapshot, streams: Sequence[Stream], theme: str, made: datetime, watch: Watch) -> str:
    """Return the whole file. `theme` is what it opens in: ``auto``, ``light`` or ``dark``."""
    colours = PageColours()
    ids = [stream.id for stream in streams]
    sections = [
        _section(view, stream, colours, ids, _share_of(watch, index, len(streams)))
        for index, stream in enumerate(streams)
    ]
    style = _resource("page.css") + colours.style_sheet()
    script = _resource("page.js")
    root = {"lang": "en"} | ({"data-theme": theme} if theme in ("light", "dark") else {})
    head = element(
        "head",
        None,
        element("meta", {"charset": "utf-8"}),
        element("meta", {"http-equiv": "Content-Security-Policy", "content": _policy(style, script)}),
        element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("meta", {"name": "color-scheme", "content": "light dark"}),
        element("meta", {"name": "referrer", "content": "no-referrer"}),
        element("title", None, words(_title(streams))),
        element("style", None, style),
    )
    body = element(
        "body",
        None,
        element("a", {"class": "skip", "href": "#main"}, words(say("Skip to the stream"))),
        element("svg", {"class": "drawings", "aria-hidden": "true"}, definitions()),
        _bar(streams, theme),
        element("main", {"id": "main", "tabindex": "-1"}, *sections),
        _card(),
        element(
            "footer",
            {"class": "made"},
            words(say("Made with VS Designer on {date}.").format(date=date_text(made))),
        ),
        element("script", None, script),
    )
    return f"<!DOCTYPE html>\n{element('html', root, head, body)}\n"


def _share_of(watch: Watch, index: int, count: int) -> Watch:
    return lambda share: watch((index + share) / count)


def _resource(name: str) -> str:
    return resource_path("web", name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Nothing is loaded from anywhere, and only our own style and script are taken."""
    rules = {
        "default-src": "'none'",
        "style-src": _fingerprint(style),
        "script-src": _fingerprint(script),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{rule} {value}" for rule, value in rules.items())


def _fingerprint(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _title(streams: Sequence[Stream]) -> str:
    first = stream_title(streams[0])
    if len(streams) == 1:
        return first
    return say("{name} and {count} more").format(name=first, count=len(streams) - 1)


def _bar(streams: Sequence[Stream], theme: str) -> str:
    links = [
        element("li", None, said("a", stream_title(stream), {"href": f"#/{element_id('stream', stream.id)}"}))
        for stream in streams
    ]
    several = len(links) > 1
    navigation = (
        element("nav", {"aria-label": say("Streams")}, element("ul", None, *links)) if several else ""
    )
    hint = say("Search steps, tasks, roles …")
    search = element(
        "div",
        {"class": "search", "role": "search"},
        element(
            "input",
            {
                "id": "search",
                "type": "search",
                "placeholder": hint,
                "aria-label": hint,
                "autocomplete": "off",
                "spellcheck": "false",
                "aria-controls": "found",
            },
        ),
        element(
            "p",
            {
                "id": "count",
                "role": "status",
                "data-none": say("Nothing found"),
                "data-one": say("1 step found"),
                "data-many": say("{count} steps found"),
            },
        ),
        element("ol", {"id": "found", "hidden": ""}),
    )
    choices = (("auto", say("As the system")), ("light", say("Light")), ("dark", say("Dark")))
    options = [
        element("option", {"value": value} | ({"selected": ""} if value == theme else {}), words(label))
        for value, label in choices
    ]
    tools = element(
        "div",
        {"class": "tools"},
        element("select", {"id": "theme", "aria-label": say("Theme")}, *options),
        element("button", {"id": "print", "type": "button"}, words(say("Print"))),
    )
    return element("header", {"class": "bar"}, navigation, search, tools)


def _section(view: Snapshot, stream: Stream, colours: PageColours, shown: Sequence[str], watch: Watch) -> str:
    tables = Tables(view, stream, colours, shown)
    id = element_id("stream", stream.id)
    parts = [
        *_ways_up(view, stream, shown),
        said("h1", stream_title(stream), {"id": f"{id}-title"}),
        element("p", {"class": "figures"}, words(" · ".join(_figures(view, stream)))),
        said("p", stream.description, {"class": "said"}) if stream.description else "",
        _part(say("Use case"), tables.use_case(), f"{id}-use-case", "about", is_open=False),
        _part(say("Lanes"), _frame(lanes(view, stream, colours, watch)), f"{id}-lanes", "drawing"),
        _part(say("Steps"), tables.steps(), f"{id}-steps", "tables"),
        _part(say("Responsibilities"), tables.responsibilities(), f"{id}-raci", "tables"),
    ]
    attributes = {"id": id, "class": "stream", "aria-labelledby": f"{id}-title"}
    return element("section", attributes, *parts)


def _part(title: str, inside: str, id: str, kind: str, *, is_open: bool = True) -> str:
    if not inside:
        return ""
    heading = element("summary", None, element("h2", None, words(title)))
    attributes = {"class": f"part {kind}", "id": id} | ({"open": ""} if is_open else {})
    return element("details", attributes, heading, inside)


def _frame(drawing: str) -> str:
    """The drawing with what changes its size."""
    buttons = (
        ("smaller", "−", say("Smaller")),
        ("larger", "+", say("Larger")),
        ("fit", say("Fit"), say("Fit the lanes into the window")),
        ("natural", "100 %", say("Natural size")),
    )
    zoom = [
        element(
            "button", {"type": "button", "data-zoom": name, "title": help, "aria-label": help}, words(text)
        )
        for name, text, help in buttons
    ]
    hint = say("Click a step for its card. With the keyboard: arrow keys go along the flow, Enter opens.")
    return element("div", {"class": "zoom"}, *zoom, element("p", {"class": "hint"}, words(hint))) + element(
        "div", {"class": "lanes"}, drawing
    )


def _ways_up(view: Snapshot, stream: Stream, shown: Sequence[str]) -> Iterable[str]:
    """Links to the steps that stand for this stream."""
    for other in shown:
        for step in view.all(Step, other):
            if step.substream == stream.id:
                name = step.name or say("Unnamed step")
                above = stream_title(view.get(other, Stream))
                text = say("← Back to step {number}, {name}, of {stream}")
                text = text.format(number=view.number(step.id), name=name, stream=above)
                link = said("a", text, {"href": f"#/{element_id('step', step.id)}"})
                yield element("p", {"class": "up"}, link)


def _figures(view: Snapshot, stream: Stream) -> Iterable[str]:
    """The stream in a line: what it is, who owns it, how large it is and how long it takes."""
    yield use_case_title(stream).partition(":")[0]
    if stream.owner:
        yield say("Owned by {name}").format(name=stream.owner)
    yield say_count("1 step", "{count} steps", len(view.steps(stream.id)))
    times = stream_times(view, stream.id)
    if times.process.likely:
        yield say("Process time {time}").format(time=hours_text(times.process.likely, stream.calendar))
    if times.wait.likely and times.efficiency is not None:
        yield say("Lead time {time}").format(time=hours_text(times.lead.likely, stream.calendar))
        yield say("Flow efficiency {share} %").format(share=round(100 * times.efficiency))


def _card() -> str:
    close = say("Close")
    head = element(
        "header",
        None,
        element("span", {"class": "number"}),
        element("h2", {"id": "card-title", "tabindex": "-1", "dir": "auto"}),
        element("button", {"type": "button", "class": "close", "aria-label": close, "title": close}, "×"),
    )
    steps = element(
        "footer",
        None,
        element("button", {"type": "button", "class": "previous"}, words(say("← Previous"))),
        element("button", {"type": "button", "class": "next"}, words(say("Next →"))),
    )
    attributes = {
        "id": "card",
        "role": "dialog",
        "aria-labelledby": "card-title",
        "hidden": "",
        "data-raci": say("Responsibilities"),
    }
    return element("aside", attributes, head, element("div", {"class": "content"}), steps)
