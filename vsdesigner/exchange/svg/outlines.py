"""Turns the text of a finished drawing into shapes, with letters from whoever knows fonts.

The program puts somebody in who can outline text; this package knows no fonts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from vsdesigner.exchange.svg.markup import number
from vsdesigner.language import say
from vsdesigner.model.errors import UserError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SVG = "http://www.w3.org/2000/svg"
_PREFIXES = {
    "": _SVG,
    "xlink": "http://www.w3.org/1999/xlink",
    "vsdesigner": "urn:vsdesigner:document:1",
}
_INHERITED = ("font-size", "font-weight", "text-anchor", "direction")
_FIRST_PICTURE = 0x1F000  # emoji have colours, not outlines


class Outline(NamedTuple):
    """The shape of a line that begins at the origin of its base line: path data and width in px."""

    path: str
    width: float


#: Outlines text of a size in px and a weight as in CSS. Safe to call from any thread.
Outliner: TypeAlias = Callable[[str, float, int], Outline]

_outliner: Outliner | None = None


def set_outliner(outliner: Outliner | None) -> None:
    """Let `outliner` make shapes of letters from now on."""
    global _outliner
    _outliner = outliner


def outlined(drawing: bytes) -> bytes:
    """Return an SVG file of ours with shapes instead of text; `UserError` while nobody knows fonts.

    What is written stays known to readers of a screen; emoji stay text.
    """
    from xml.etree import ElementTree  # only who wants outlines pays

    from defusedxml.ElementTree import fromstring

    if _outliner is None:
        raise UserError(
            say("Text can be turned into outlines only where fonts can be read; leave it as text.")
        )
    root = fromstring(drawing)
    _outline_in(root, {}, _outliner)
    for prefix, space in _PREFIXES.items():
        ElementTree.register_namespace(prefix, space)
    text: str = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _outline_in(element: Element, inherited: Mapping[str, str], outliner: Outliner) -> None:
    known = {**inherited, **{key: element.attrib[key] for key in _INHERITED if key in element.attrib}}
    if element.tag == f"{{{_SVG}}}text":
        _outline(element, known, outliner)
    for child in element:
        _outline_in(child, known, outliner)


def _outline(element: Element, known: Mapping[str, str], outliner: Outliner) -> None:
    text = element.text or ""
    if any(ord(letter) >= _FIRST_PICTURE for letter in text):
        return
    made = outliner(text, float(known["font-size"]), int(known.get("font-weight", "400")))
    x, y = float(element.attrib["x"]), float(element.attrib["y"])
    if known.get("text-anchor") == "middle":
        x -= made.width / 2  # at an "end" that reads leftwards x is the left edge already
    fill = element.attrib.get("fill")
    element.tag = f"{{{_SVG}}}path"
    element.attrib.clear()
    element.attrib |= {
        "d": made.path,
        "transform": f"translate({number(x)} {number(y)})",
        "role": "img",
        "aria-label": text,
    }
    if fill:
        element.attrib["fill"] = fill
    element.text = None
