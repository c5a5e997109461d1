"""Reads SVG files back, as a strict reader would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.options import ExportOptions, Value
from vsdesigner.exchange.registry import EXPORTERS
from vsdesigner.model.parts import Part

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
KNOWN = {"svg", "title", "desc", "metadata", "g", "rect", "path", "text", "image", "defs", "use"}


def render(view: Snapshot, *, values: dict[str, Value] | None = None, **options: Any) -> bytes:
    """Return a document as SVG."""
    exporter = EXPORTERS["svg"]
    chosen = exporter.checked(ExportOptions(values=values or {}, **options))
    return exporter.render(view, chosen, lambda share: None, lambda: False)


def opened(content: bytes) -> Element:
    """Return the root of a file in which everything is as it has to be, whatever the document says."""
    root = ElementTree.fromstring(content)  # noqa: S314  # our own file
    ids: list[str] = []
    for element in root.iter():
        name = element.tag.removeprefix(SVG)
        if name == "{urn:vsdesigner:document:1}document":
            continue
        assert name in KNOWN, name
        ids += [element.attrib["id"]] if "id" in element.attrib else []
        for key, value in element.attrib.items():
            assert not key.lower().startswith("on"), key
            assert key != "style"
            assert "url(" not in value
            if name == "use":
                assert key != LINK or re.match(r"#icon-[a-z]+$", value)
            elif key == LINK:
                assert re.match(r"data:image/(png|jpeg);base64,[A-Za-z0-9+/=]+$", value)
    assert len(ids) == len(set(ids))
    return root


def texts(root: Element) -> list[str]:
    """Return what is written, line by line."""
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def titles(root: Element) -> list[str]:
    """Return the names that readers of a screen hear."""
    return [element.text or "" for element in root.iter(f"{SVG}title")]


def groups(root: Element, kind: str) -> Iterator[Element]:
    """Yield the groups of a kind of record: ``step``, ``flow``, ``note`` …"""
    for element in root.iter(f"{SVG}g"):
        if element.attrib.get("id", "").startswith(f"{kind}-"):
            yield element


def replaced(view: Snapshot, kind: type[Part], field: str, text: str) -> Snapshot:
    """Return the document with this text in a field of every record of a kind, past the model's cleaning."""
    return Snapshot(
        record.model_copy(update={field: text}) if isinstance(record, kind) else record
        for record in view.records.values()
    )
