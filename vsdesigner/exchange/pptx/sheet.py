"""One slide while it is being filled: native shapes, connectors and tables with alternative texts.

Measures are points from the slide's top left corner. What is added first is read first and lies at the back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from vsdesigner.exchange.pptx.elbows import elbow
from vsdesigner.exchange.pptx.text import Paragraph, emu, is_right_to_left, markup
from vsdesigner.exchange.xml_text import xml_clean
from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.palette import Rgb

_ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}
_MOST_NAME = 200  # characters of a shape's name
_MOST_WORDS = 2_000  # characters of an alternative text


@dataclass(frozen=True, slots=True)
class Look:
    """How a shape looks: preset geometry, fill and line (None for none), line width in pt, preset dash,
    share of the shorter side that round corners take, inner margins, where the text stands."""

    preset: str = "rect"
    fill: Rgb | None = None
    line: Rgb | None = None
    line_width: float = 0.75
    dash: str = ""
    round: float | None = None
    margins: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)  # left, top, right, bottom
    anchor: str = "middle"
    wrap: bool = True  # whether text goes on in a new line where the shape ends


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell with its ground; `upright` turns its text by 90°, read from below."""

    paragraphs: Sequence[Paragraph]
    fill: Rgb | None = None
    anchor: str = "top"
    upright: bool = False


CELL_MARGINS = (6.0, 4.0)  # pt: beside and above the text of a cell


class Sheet:
    """Collects the markup of one slide."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._last = 1
        self.notes = ""
        self.title = ""

    @property
    def count(self) -> int:
        """How many shapes there are, each with those inside groups."""
        return self._last - 1

    @property
    def markup(self) -> str:
        """Everything that was added, in its order."""
        return "".join(self._parts)

    def placeholder(
        self,
        kind: str,
        paragraphs: Sequence[Paragraph],
        *,
        index: int = 0,
        frame: Rect | None = None,
        field: str = "",
    ) -> int:
        """Fill a placeholder of the layout: ``title``, ``body`` …; `field` is one that fills itself."""
        name = {"title": "Title", "ctrTitle": "Title", "subTitle": "Subtitle", "ftr": "Footer"}.get(
            kind, kind
        )
        number = f' idx="{index}"' if index else ""
        text = markup(paragraphs)
        if field:
            text = f'<a:p><a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="{field}">'
            text += "<a:rPr/><a:t>‹#›</a:t></a:fld></a:p>"
        id = self._new_id()
        self._parts.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name.capitalize()} {id}"/>'
            '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f'<p:nvPr><p:ph type="{kind}"{number}/></p:nvPr></p:nvSpPr>'
            f"<p:spPr>{_xfrm(frame) if frame else ''}</p:spPr>"
            f"<p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>{text}</p:txBody></p:sp>"
        )
        return id

    def box(
        self,
        name: str,
        words: str,
        frame: Rect,
        look: Look,
        paragraphs: Sequence[Paragraph] = (),
        *,
        link: str = "",
    ) -> int:
        """Add a shape; `words` are read to who does not see it, empty for mere decoration.

        `link` is the relationship of the slide that a click on it shows.
        """
        id = self._new_id()
        jump = f'<a:hlinkClick r:id="{link}" action="ppaction://hlinksldjump"/>' if link else ""
        kind = "" if look.fill or look.line else ' txBox="1"'
        self._parts.append(
            f"<p:sp><p:nvSpPr>{_identity(id, name, words, jump)}"
            f"<p:cNvSpPr{kind}/><p:nvPr/></p:nvSpPr>"
            f"<p:spPr>{_xfrm(frame)}{_geometry(look)}{_fill(look.fill)}{_line(look)}</p:spPr>"
            f"{_body(look, paragraphs)}</p:sp>"
        )
        return id

    def begin_group(self, name: str, words: str, frame: Rect) -> int:
        """Open a group around the next shapes, in the slide's own measures; `end_group` closes it."""
        id = self._new_id()
        place = f'x="{emu(frame.x)}" y="{emu(frame.y)}"'
        extent = f'cx="{emu(frame.width)}" cy="{emu(frame.height)}"'
        self._parts.append(
            f"<p:grpSp><p:nvGrpSpPr>{_identity(id, name, words)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
            f"<p:grpSpPr><a:xfrm><a:off {place}/><a:ext {extent}/><a:chOff {place}/><a:chExt {extent}/>"
            "</a:xfrm></p:grpSpPr>"
        )
        return id

    def end_group(self) -> None:
        self._parts.append("</p:grpSp>")

    def connector(
        self,
        name: str,
        words: str,
        points: Sequence[Point],
        look: Look,
        *,
        start: tuple[int, int] | None = None,
        end: tuple[int, int] | None = None,
        arrow: bool = True,
    ) -> int:
        """Add a connector through `points`; `start` and `end` are the shape that it is glued to and the site
        there (0 top, 1 left, 2 bottom, 3 right)."""
        found = elbow(points)
        glue = f'<a:stCxn id="{start[0]}" idx="{start[1]}"/>' if start else ""
        glue += f'<a:endCxn id="{end[0]}" idx="{end[1]}"/>' if end else ""
        turn = ' rot="5400000"' if found.quarter else ""
        turn += ' flipH="1"' if found.flip_across else ""
        turn += ' flipV="1"' if found.flip_upright else ""
        bends = "".join(
            f'<a:gd name="adj{number}" fmla="val {value}"/>'
            for number, value in enumerate(found.bends, start=1)
        )
        id = self._new_id()
        frame = Rect(found.x, found.y, found.width, found.height)
        self._parts.append(
            f"<p:cxnSp><p:nvCxnSpPr>{_identity(id, name, words)}<p:cNvCxnSpPr>{glue}</p:cNvCxnSpPr><p:nvPr/>"
            f"</p:nvCxnSpPr><p:spPr>{_xfrm(frame, turn)}"
            f'<a:prstGeom prst="{found.preset}"><a:avLst>{bends}</a:avLst></a:prstGeom>'
            f"{_line(look, arrow=arrow)}</p:spPr></p:cxnSp>"
        )
        return id

    def picture(self, name: str, words: str, frame: Rect, relationship: str) -> int:
        """Add a picture of the package."""
        id = self._new_id()
        self._parts.append(
            f'<p:pic><p:nvPicPr>{_identity(id, name, words)}<p:cNvPicPr><a:picLocks noChangeAspect="1"/>'
            f'</p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="{relationship}"/>'
            f"<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{_xfrm(frame)}"
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )
        return id

    def chart(self, name: str, words: str, frame: Rect, relationship: str) -> int:
        """Add the frame of a chart of the package."""
        kind = "http://schemas.openxmlformats.org/drawingml/2006/chart"
        return self._graphic(name, words, frame, kind, f'<c:chart xmlns:c="{kind}" r:id="{relationship}"/>')

    def table(
        self,
        name: str,
        words: str,
        corner: Point,
        widths: Sequence[float],
        rows: Sequence[tuple[float, Sequence[TableCell]]],
        line: Rgb,
        *,
        heading: bool = True,
    ) -> int:
        """Add a table; `rows` are heights and cells, with `heading` the first row holds the headings."""
        first = 'firstRow="1"' if heading else 'firstCol="1"'
        columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in widths)
        border = _borders(line)
        body = "".join(
            f'<a:tr h="{emu(height)}">{"".join(_cell(cell, border) for cell in cells)}</a:tr>'
            for height, cells in rows
        )
        markup = f"<a:tbl><a:tblPr {first}/><a:tblGrid>{columns}</a:tblGrid>{body}</a:tbl>"
        frame = Rect(corner.x, corner.y, sum(widths), sum(height for height, _ in rows))
        kind = "http://schemas.openxmlformats.org/drawingml/2006/table"
        return self._graphic(name, words, frame, kind, markup)

    def _graphic(self, name: str, words: str, frame: Rect, kind: str, content: str) -> int:
        id = self._new_id()
        xfrm = _xfrm(frame).replace("a:xfrm", "p:xfrm")
        self._parts.append(
            f"<p:graphicFrame><p:nvGraphicFramePr>{_identity(id, name, words)}<p:cNvGraphicFramePr>"
            '<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
            f'{xfrm}<a:graphic><a:graphicData uri="{kind}">{content}</a:graphicData></a:graphic>'
            "</p:graphicFrame>"
        )
        return id

    def _new_id(self) -> int:
        self._last += 1
        return self._last


def _identity(id: int, name: str, words: str, link: str = "") -> str:
    title = quoteattr(_attribute(name, _MOST_NAME))
    if words:
        description = quoteattr(_attribute(words, _MOST_WORDS))
        return f'<p:cNvPr id="{id}" name={title} descr={description}>{link}</p:cNvPr>'
    decorative = (
        '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
        "</a:ext></a:extLst>"
    )
    return f'<p:cNvPr id="{id}" name={title} descr="">{link}{decorative}</p:cNvPr>'


def _attribute(text: str, most: int) -> str:
    line = " ".join(xml_clean(text).split())
    return line if len(line) <= most else line[: most - 1] + "…"


def _xfrm(frame: Rect, turn: str = "") -> str:
    return (
        f'<a:xfrm{turn}><a:off x="{emu(frame.x)}" y="{emu(frame.y)}"/>'
        f'<a:ext cx="{emu(frame.width)}" cy="{emu(frame.height)}"/></a:xfrm>'
    )


def _geometry(look: Look) -> str:
    share = "" if look.round is None else f'<a:gd name="adj" fmla="val {round(look.round * 100_000)}"/>'
    return f'<a:prstGeom prst="{look.preset}"><a:avLst>{share}</a:avLst></a:prstGeom>'


def _fill(colour: Rgb | None) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour.hex[1:]}"/></a:solidFill>' if colour else "<a:noFill/>"


def _line(look: Look, *, arrow: bool = False) -> str:
    if look.line is None:
        return "<a:ln><a:noFill/></a:ln>"
    dash = f'<a:prstDash val="{look.dash}"/>' if look.dash else ""
    head = '<a:round/><a:tailEnd type="triangle" w="med" len="med"/>' if arrow else ""
    return f'<a:ln w="{emu(look.line_width)}">{_fill(look.line)}{dash}{head}</a:ln>'


def _body(look: Look, paragraphs: Sequence[Paragraph]) -> str:
    left, top, right, bottom = map(emu, look.margins)
    wrap = "square" if look.wrap else "none"
    return (
        f'<p:txBody><a:bodyPr wrap="{wrap}" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}" '
        f'rtlCol="0" anchor="{_ANCHORS[look.anchor]}"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        f"{markup(paragraphs)}</p:txBody>"
    )


def _borders(line: Rgb) -> str:
    inner = f'w="{emu(0.75)}"><a:solidFill><a:srgbClr val="{line.hex[1:]}"/></a:solidFill>'
    none = "<a:noFill/>"
    return (
        f'<a:lnL w="0">{none}</a:lnL><a:lnR w="0">{none}</a:lnR><a:lnT {inner}</a:lnT><a:lnB {inner}</a:lnB>'
    )


def _cell(cell: TableCell, border: str) -> str:
    side, above = map(emu, CELL_MARGINS)
    turn = ' vert="vert270"' if cell.upright else ""
    direction = ' rtlCol="1"' if any(is_right_to_left(part.text) for part in cell.paragraphs) else ""
    return (
        f"<a:tc><a:txBody><a:bodyPr{direction}/><a:lstStyle/>{markup(cell.paragraphs)}</a:txBody>"
        f'<a:tcPr marL="{side}" marR="{side}" marT="{above}" marB="{above}"{turn} '
        f'anchor="{_ANCHORS[cell.anchor]}">{border}{_fill(cell.fill)}</a:tcPr></a:tc>'
    )
