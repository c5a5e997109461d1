"""What the slides of a deck have in common: titles, footers, the moment to stop, links between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from pptx.slide import Slide, SlideLayout

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import stream_title
from vsdesigner.exchange.options import ExportOptions
from vsdesigner.exchange.pptx.master import FOOTER, TITLE, TITLE_SIZES
from vsdesigner.exchange.pptx.package import Package
from vsdesigner.exchange.pptx.sheet import Sheet
from vsdesigner.exchange.pptx.text import ellipsized, fitting_size, plain
from vsdesigner.exchange.registry import Cancelled
from vsdesigner.language import say
from vsdesigner.layout.geometry import Rect
from vsdesigner.model.records import Stream

T = TypeVar("T")
_FOOTER_SIZE = 10.0


@dataclass
class Deck:
    """The deck while it is being made. `stream` is the one whose slides come now.

    `step_slides` are the slides on which steps are told, for the links of the drawing. `progress` takes how
    many chapters are done; `chapter` says which one is being made.
    """

    view: Snapshot
    options: ExportOptions
    package: Package
    cancelled: Callable[[], bool]
    progress: Callable[[float], None]
    stream: Stream = field(default_factory=lambda: Stream(id="none"))
    step_slides: dict[str, Slide] = field(default_factory=dict)
    chapter: int = 0

    def advance(self, share: float) -> None:
        """Tell how much of the present chapter is done, 0.0 to 1.0."""
        self.progress(self.chapter + share)

    def titled(self, title: str, *, badge: float = 0.0) -> Sheet:
        """Return a new sheet with its title; `badge` pt at its left are kept free."""
        sheet = Sheet()
        frame = Rect(TITLE.x + badge, TITLE.y, TITLE.width - badge, TITLE.height)
        size = fitting_size(title, (frame.width, frame.height), TITLE_SIZES, bold=True)
        sheet.placeholder("title", [plain(title, size, bold=True)], frame=frame if badge else None)
        return sheet

    def add(self, sheet: Sheet, layout: SlideLayout | None = None) -> Slide:
        """Put a finished sheet into the deck, with the stream's name and the page below."""
        if self.cancelled():
            raise Cancelled
        slide = self.package.new_slide(layout or self.package.titled)
        self.finish(slide, sheet)
        return slide

    def finish(self, slide: Slide, sheet: Sheet) -> None:
        """Fill a slide that has been added before."""
        name = ellipsized(stream_title(self.stream), FOOTER.width, _FOOTER_SIZE)
        sheet.placeholder("ftr", [plain(name, _FOOTER_SIZE)], index=11)
        sheet.placeholder("sldNum", [], index=12, field="slidenum")
        self.package.fill(slide, sheet)

    def link(self, slide: Slide, step: str) -> str:
        """Return the relationship from a slide to the one that tells about a step; empty when none does."""
        target = self.step_slides.get(step)
        return self.package.link(slide, target) if target is not None else ""

    def stoppable(self, things: Iterable[T]) -> Iterator[T]:
        """Yield the things and ask before each whether to stop."""
        for thing in things:
            if self.cancelled():
                raise Cancelled
            yield thing


def page_title(title: str, page: int, pages: int) -> str:
    """Return the title of one of several slides that tell the same: they have to differ."""
    if pages == 1:
        return title
    words = say("{title} ({page} of {pages})") if page == 1 else say("{title} (continued, {page} of {pages})")
    return words.format(title=title, page=page, pages=pages)


def joined(parts: Sequence[str], between: str = " · ") -> str:
    """Return the parts that say something with a mark between them."""
    return between.join(part for part in parts if part)
