"""What stands on a card of a presentation, as values: blocks of plain text, without any measure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Ink(StrEnum):
    """The colours of words."""

    TEXT = "text"
    MUTED = "muted"
    LANE = "lane"  # of the card's lane
    ACCENT = "accent"


class Letters(StrEnum):
    """The sizes of words; what they are in px is measured later."""

    GRAND = "grand"
    TITLE = "title"
    LEAD = "lead"  # between title and text
    TEXT = "text"
    SMALL = "small"  # the least that is read from afar


class Fill(StrEnum):
    """The grounds of chips."""

    NONE = "none"  # words only, beside chips
    OUTLINE = "outline"
    LANE = "lane"
    ACCENT = "accent"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look."""

    text: str
    ink: Ink = Ink.TEXT
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a section: never the last on a page, and said again where its section goes on."""

    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; line feeds begin new ones. `bullet` puts a dot before it, `indent` counts levels."""

    runs: tuple[Run, ...]
    letters: Letters = Letters.TEXT
    bullet: bool = False
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Banner:
    """A line across the card on a ground of its own: a phase begins."""

    text: str


@dataclass(frozen=True, slots=True)
class Named:
    """A name at the left and what it is at the right; `mark` stands in a badge before the name.

    `lit` is the part of the text, from and up to a place in it, that is set off.
    """

    name: str
    text: str
    mark: str = ""
    lit: tuple[int, int] = (0, 0)

    @property
    def runs(self) -> tuple[Run, ...]:
        """The text."""
        first, last = self.lit
        found = (
            Run(self.text[:first]),
            Run(self.text[first:last], Ink.ACCENT, strong=True),
            Run(self.text[last:]),
        )
        return tuple(run for run in found if run.text) or (Run(""),)


@dataclass(frozen=True, slots=True)
class Chip:
    """A few words on a ground of their own. `name` stands quietly before them, `colour` is a lane's."""

    text: str
    name: str = ""
    fill: Fill = Fill.OUTLINE
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Chips:
    """Chips side by side, in as many rows as they need; one too long for a row becomes a paragraph.

    Of those that come `again`, the filled ones stand on each further page, too, and tell whose it is.
    All that are `alike` have the same form on one card: where some are too long for chips, all are items.
    """

    chips: tuple[Chip, ...]
    again: bool = False
    alike: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """Large values over what they are, side by side."""

    figures: tuple[tuple[str, str], ...]  # value, name


@dataclass(frozen=True, slots=True)
class Tally:
    """How often something in a lane's `colour` occurs; without one it is quiet."""

    count: str
    name: str
    colour: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A way that can be taken, by its key or a press; `text` says where it leads."""

    index: int
    text: str
    remarks: tuple[str, ...] = ()
    main: bool = False
    colour: str = ""  # of the target's lane; empty for the ends

    @property
    def key(self) -> str:
        """The digit that takes it."""
        return str(self.index + 1)


Block = Heading | Words | Banner | Named | Chips | Figures | Tally | Choice


@dataclass(frozen=True, slots=True)
class Content:
    """What one card says: its `name` is said first, `colour` is the lane's, empty for the accent."""

    name: str
    blocks: tuple[Block, ...]
    colour: str = ""

    @property
    def spoken(self) -> str:
        """Everything as sentences, for screen readers."""
        return "\n".join(filter(None, (_said(block) for block in self.blocks)))


#: The colours of words on chips' grounds.
CHIP_INKS = {Fill.LANE: Ink.LANE, Fill.ACCENT: Ink.ACCENT, Fill.NONE: Ink.MUTED, Fill.OUTLINE: Ink.TEXT}
FILLED = (Fill.LANE, Fill.ACCENT)


def paragraph_of(chip: Chip) -> Words:
    """Return a chip as a paragraph."""
    runs = [Run(chip.text, CHIP_INKS[chip.fill], chip.fill in FILLED)]
    if chip.name:
        runs.insert(0, Run(f"{chip.name}  ", Ink.MUTED))
    return Words(tuple(runs), Letters.TEXT, bullet=chip.fill is Fill.OUTLINE)


def plain(text: str, ink: Ink = Ink.TEXT, *, strong: bool = False) -> tuple[Run, ...]:
    """Return words of one look."""
    return (Run(text, ink, strong),)


def section(title: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks under a heading; nothing of nothing."""
    return (Heading(title), *blocks) if blocks else ()


def texts(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield all words of blocks in the order in which they stand there."""
    for block in blocks:
        yield from _texts(block)


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text) | Banner(text=text):
            yield text
        case Words(runs=runs):
            yield from (run.text for run in runs)
        case Named(name=name, text=text, mark=mark):
            yield from (mark, name, text)
        case Chips(chips=chips):
            for chip in chips:
                yield from (chip.name, chip.text)
        case Figures(figures=figures):
            for value, name in figures:
                yield from (value, name)
        case Tally(count=count, name=name):
            yield from (count, name)
        case Choice():
            yield from (block.key, block.text, *block.remarks)


def _said(block: Block) -> str:
    match block:
        case Heading(text=text):
            return f"{text}:"
        case Banner(text=text):
            return text
        case Words(runs=runs):
            return "".join(run.text for run in runs)
        case Named(name=name, text=text):
            return f"{name}: {text}"
        case Chips(chips=chips):
            return ", ".join(f"{chip.name}: {chip.text}" if chip.name else chip.text for chip in chips)
        case Figures(figures=figures):
            return ", ".join(f"{name}: {value}" for value, name in figures)
        case Tally(count=count, name=name):
            return f"{name}: {count}"
        case Choice():
            return ", ".join((f"{block.key}: {block.text}", *block.remarks))
