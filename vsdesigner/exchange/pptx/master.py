"""The look that all slides share: theme, master and layouts, in the colours of the document's lanes.

Measures are points; a slide has 960 × 540 (16:9).
"""

from __future__ import annotations

from collections.abc import Sequence

from vsdesigner.exchange.pptx.text import emu
from vsdesigner.layout.geometry import Rect
from vsdesigner.palette import LIGHT, Rgb

WIDTH, HEIGHT = 960.0, 540.0
MARGIN = 40.0
TITLE = Rect(MARGIN, 20.0, WIDTH - 2 * MARGIN, 46.0)
CONTENT = Rect(MARGIN, 78.0, WIDTH - 2 * MARGIN, 424.0)
FOOTER = Rect(MARGIN, 511.0, 760.0, 18.0)
NUMBER = Rect(WIDTH - MARGIN - 100.0, 511.0, 100.0, 18.0)
COVER_TITLE = Rect(80.0, 120.0, 800.0, 150.0)
COVER_WORDS = Rect(80.0, 314.0, 800.0, 140.0)
COLUMN_GAP = 32.0
LEFT = Rect(MARGIN, 116.0, 500.0, 386.0)
RIGHT = Rect(MARGIN + 500.0 + COLUMN_GAP, 116.0, WIDTH - 2 * MARGIN - 500.0 - COLUMN_GAP, 386.0)
TITLE_SIZES = (26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 12.0, 11.0, 10.0, 9.0, 8.0, 7.0)

FONT = "Arial"
_BAND = 5.0  # height of the coloured band at the top
_ACCENTS = 6

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_TREE_HEAD = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
    "</a:xfrm></p:grpSpPr>"
)


def wrapped(markup: str) -> str:
    """Return markup inside an element that knows the namespaces of slides."""
    return f"<p:spTree {NAMESPACES}>{_TREE_HEAD}{markup}</p:spTree>"


def accents(colours: Sequence[Rgb]) -> list[Rgb]:
    """Return the six accents of the theme: the lanes' colours, filled up with the program's own."""
    more = (LIGHT.accent, LIGHT.ok, LIGHT.warning, LIGHT.danger, LIGHT.flow, LIGHT.muted)
    found = list(dict.fromkeys(colours))[:_ACCENTS]
    return [*found, *(colour for colour in more if colour not in found)][:_ACCENTS]


def theme_colours(colours: Sequence[Rgb]) -> str:
    """Return the colour scheme of the theme."""
    roles = {
        "dk1": LIGHT.text,
        "lt1": LIGHT.card,
        "dk2": LIGHT.muted,
        "lt2": LIGHT.window,
        **{f"accent{number}": colour for number, colour in enumerate(accents(colours), start=1)},
        "hlink": LIGHT.accent_ink,
        "folHlink": LIGHT.muted,
    }
    entries = "".join(
        f'<a:{role}><a:srgbClr val="{colour.hex[1:]}"/></a:{role}>' for role, colour in roles.items()
    )
    return f'<a:clrScheme {NAMESPACES} name="VS Designer">{entries}</a:clrScheme>'


def theme_fonts() -> str:
    """Return the fonts of the theme."""
    font = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    return (
        f'<a:fontScheme {NAMESPACES} name="VS Designer"><a:majorFont>{font}</a:majorFont>'
        f"<a:minorFont>{font}</a:minorFont></a:fontScheme>"
    )


def master_tree() -> str:
    """Return everything on the master."""
    width = WIDTH / _ACCENTS
    band = "".join(
        _stripe(20 + number, Rect(number * width, 0.0, width, _BAND), f"accent{number + 1}")
        for number in range(_ACCENTS)
    )
    return wrapped(
        band
        + _placeholder(2, "Title", "title", TITLE, "Click to edit the title")
        + _placeholder(3, "Text", "body", CONTENT, "Click to edit the text", index=1)
        + _footer(4)
    )


def cover_tree() -> str:
    """Return the layout of the first slide of a stream."""
    width, x = 44.0, COVER_TITLE.x
    marks = "".join(
        _stripe(20 + number, Rect(x + number * (width + 6.0), 288.0, width, 7.0), f"accent{number + 1}")
        for number in range(_ACCENTS)
    )
    return wrapped(
        marks
        + _placeholder(2, "Title", "ctrTitle", COVER_TITLE, "Click to edit the title")
        + _placeholder(3, "Subtitle", "subTitle", COVER_WORDS, "Click to edit the subtitle", index=1)
        + _footer(4)
    )


def title_tree() -> str:
    """Return the layout with a title and free room."""
    return wrapped(_placeholder(2, "Title", "title", None, "Click to edit the title") + _footer(4))


def columns_tree() -> str:
    """Return the layout with a title and two columns of text."""
    return wrapped(
        _placeholder(2, "Title", "title", None, "Click to edit the title")
        + _placeholder(3, "Left text", "body", LEFT, "Click to edit the text", index=13)
        + _placeholder(4, "Right text", "body", RIGHT, "Click to edit the text", index=14)
        + _footer(5)
    )


def text_styles() -> str:
    """Return the text styles of the master."""
    fonts = '<a:latin typeface="+{0}-lt"/><a:ea typeface="+{0}-ea"/><a:cs typeface="+{0}-cs"/>'
    ink = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
    title = (
        '<a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        '<a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f'<a:buNone/><a:defRPr sz="2600" b="1" kern="1200">{ink}{fonts.format("mj")}</a:defRPr></a:lvl1pPr>'
    )
    body = "".join(
        f'<a:lvl{level}pPr marL="{emu(14 * (level - 1))}" indent="0" algn="l">'
        '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="1400" kern="1200">{ink}{fonts.format("mn")}</a:defRPr></a:lvl{level}pPr>'
        for level in range(1, 6)
    )
    return (
        f"<p:txStyles {NAMESPACES}><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>"
        f"<p:otherStyle>{body}</p:otherStyle></p:txStyles>"
    )


def _stripe(id: int, frame: Rect, colour: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="Colour {id}"/><p:cNvSpPr/>'
        '<p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{_place(frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>'
        "<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
    )


def _footer(id: int) -> str:
    return _small(id, "Footer", "ftr", 11, FOOTER, "l", "<a:p/>") + _small(
        id + 1,
        "Page",
        "sldNum",
        12,
        NUMBER,
        "r",
        '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr/><a:t>‹#›</a:t>'
        "</a:fld></a:p>",
    )


def _small(id: int, name: str, kind: str, index: int, frame: Rect, align: str, text: str) -> str:
    style = (
        f'<a:lstStyle><a:lvl1pPr algn="{align}"><a:defRPr sz="1000"><a:solidFill><a:schemeClr val="tx2"/>'
        "</a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>"
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{kind}" sz="quarter" idx="{index}"/></p:nvPr></p:nvSpPr><p:spPr>{_place(frame)}'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" '
        f'rIns="0" bIns="0" anchor="ctr"/>{style}{text}</p:txBody></p:sp>'
    )


def _placeholder(id: int, name: str, kind: str, frame: Rect | None, prompt: str, *, index: int = 0) -> str:
    number = f' idx="{index}"' if index else ""
    anchor = {"title": "ctr", "ctrTitle": "b"}.get(kind, "t")
    style = ""
    if kind == "ctrTitle":
        style = '<a:lvl1pPr algn="l"><a:defRPr sz="4000" b="1"/></a:lvl1pPr>'
    elif kind == "subTitle":
        style = '<a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="1800"/></a:lvl1pPr>'
    shape = f'{_place(frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' if frame else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{kind}"{number}/></p:nvPr></p:nvSpPr><p:spPr>{shape}</p:spPr>'
        f'<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}">'
        "<a:normAutofit/></a:bodyPr>"
        f"<a:lstStyle>{style}</a:lstStyle><a:p><a:r><a:rPr/><a:t>{prompt}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def _place(frame: Rect) -> str:
    return (
        f'<a:xfrm><a:off x="{emu(frame.x)}" y="{emu(frame.y)}"/>'
        f'<a:ext cx="{emu(frame.width)}" cy="{emu(frame.height)}"/></a:xfrm>'
    )
