"""The exporters that the program knows: menu, command line and tests ask here what can be written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import PurePath

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.excel.choices import SHEETS
from vsdesigner.exchange.excel.languages import LANGUAGE
from vsdesigner.exchange.options import PAPER, ExportOptions, Option, OptionKind
from vsdesigner.exchange.picture_options import EXTENT, OUTLINES, PAGE_THEME, THEME, TRANSPARENT
from vsdesigner.exchange.pptx.options import OPTIONS as SLIDE_OPTIONS
from vsdesigner.model.errors import UserError

__all__ = [
    "EXPORTERS",
    "Cancelled",
    "ExportOptions",
    "Exporter",
    "Progress",
    "Question",
    "exporter_for",
    "register",
]

Progress = Callable[[float], None]
Question = Callable[[], bool]
Render = Callable[[Snapshot, ExportOptions, Progress, Question], bytes]


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format. `suffix` starts with a dot, in lower case; `options` are what can be chosen for it.

    `one_stream` says that a file shows one stream only; `carries` that it can hold the document itself.

    `render(snapshot, options, progress, cancelled)` returns the whole file and touches no disk. It calls
    `progress` with 0.0 to 1.0, asks `cancelled` now and then and raises `Cancelled` when told so; whatever
    the user has to know is a `UserError`. It may run in any thread.
    """

    id: str
    label: str
    suffix: str
    mime: str
    render: Render
    options: tuple[Option, ...] = ()
    one_stream: bool = False
    carries: bool = False

    def checked(self, options: ExportOptions) -> ExportOptions:
        """Return the options with every value as this format takes it; raises `UserError` for others."""
        known = {option.id: option for option in self.options}
        foreign = sorted(options.values.keys() - known.keys())
        if foreign:
            raise UserError(f"{self.label} does not know the option “{foreign[0]}”.")
        values = {id: known[id].checked(value) for id, value in options.values.items()}
        return replace(options, values=values)


class Cancelled(Exception):  # noqa: N818  # the user's wish, not an error
    """The export was stopped on request; there is nothing to write."""


EXPORTERS: dict[str, Exporter] = {}
#: Ids in the order in which they are offered: what is handed over most stands first. Others come behind.
ORDER = ("xlsx", "pptx", "pdf", "png", "svg", "html")


def register(exporter: Exporter) -> None:
    """Make an exporter known; one with the same id takes the place of the earlier one."""
    EXPORTERS[exporter.id] = exporter
    places = {id: ORDER.index(id) if id in ORDER else len(ORDER) for id in EXPORTERS}
    listed = sorted(EXPORTERS.values(), key=lambda each: places[each.id])
    EXPORTERS.clear()
    EXPORTERS.update((each.id, each) for each in listed)


def exporter_for(path: str | PurePath) -> Exporter:
    """Return the exporter for a file name, by its suffix; `UserError` when no exporter writes it."""
    name = PurePath(path).name
    suffix = PurePath(path).suffix.lower()
    for exporter in EXPORTERS.values():
        if exporter.suffix == suffix:
            return exporter
    known = ", ".join(f"{exporter.suffix} ({exporter.label})" for exporter in EXPORTERS.values())
    raise UserError(
        f"“{name}” does not say what to export: give the file a name that ends in one of these: {known}."
    )


def _render_workbook(
    snapshot: Snapshot, options: ExportOptions, progress: Progress, cancelled: Question
) -> bytes:
    from vsdesigner.exchange.excel.workbook import render  # openpyxl costs 0.1 s: only who exports pays

    return render(snapshot, options, progress, cancelled)


register(
    Exporter(
        id="xlsx",
        label="Excel workbook",
        suffix=".xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        render=_render_workbook,
        options=(
            Option(
                "row_per_task",
                "One row per task",
                "Repeat the cells of a step in a row for each of its tasks, to sort and count.",
                OptionKind.FLAG,
                default=False,
            ),
            SHEETS,
            LANGUAGE,
            PAPER,
        ),
        carries=True,
    )
)


def _render_svg(snapshot: Snapshot, options: ExportOptions, progress: Progress, cancelled: Question) -> bytes:
    from vsdesigner.exchange.svg.exporter import render  # only who exports pays

    return render(snapshot, options, progress, cancelled)


register(
    Exporter(
        id="svg",
        label="SVG picture",
        suffix=".svg",
        mime="image/svg+xml",
        render=_render_svg,
        options=(THEME, EXTENT, TRANSPARENT, OUTLINES),
        one_stream=True,
        carries=True,
    )
)


def _render_slides(
    snapshot: Snapshot, options: ExportOptions, progress: Progress, cancelled: Question
) -> bytes:
    from vsdesigner.exchange.pptx.slides import render  # python-pptx costs 0.3 s: only who exports pays

    return render(snapshot, options, progress, cancelled)


register(
    Exporter(
        id="pptx",
        label="PowerPoint slides",
        suffix=".pptx",
        mime="application/vnd.openxmlformats-officedocument.presentationml.presentation",
        render=_render_slides,
        options=SLIDE_OPTIONS,
        carries=True,
    )
)


def _render_page(
    snapshot: Snapshot, options: ExportOptions, progress: Progress, cancelled: Question
) -> bytes:
    from vsdesigner.exchange.html.exporter import render  # only who exports pays

    return render(snapshot, options, progress, cancelled)


register(
    Exporter(
        id="html",
        label="Web page",
        suffix=".html",
        mime="text/html",
        render=_render_page,
        options=(PAGE_THEME,),
    )
)
