"""Writes elements of XML: every text and every value is escaped here and nowhere else."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from vsdesigner.exchange.xml_text import xml_clean

Value = str | float
_NOT_IN_IDS = re.compile(r"[^A-Za-z0-9_-]")


def words(text: str) -> str:
    """Return user text as it stands between tags."""
    return html.escape(xml_clean(text), quote=False)


def number(value: float) -> str:
    """Return a coordinate: at most two decimals and nothing needless."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def tag(name: str, attributes: Mapping[str, Value] | None = None, *inside: str) -> str:
    """Return an element; `inside` is markup already. Attributes with an empty text are left out."""
    opened = name + "".join(
        f' {key}="{_value(value)}"' for key, value in (attributes or {}).items() if value != ""
    )
    if not inside:
        return f"<{opened}/>"
    return f"<{opened}>{''.join(inside)}</{name}>"


def _value(value: Value) -> str:
    if isinstance(value, str):
        return html.escape(xml_clean(value)).replace("\n", "&#10;").replace("\t", "&#9;")
    return number(value)


def element_id(kind: str, record: str) -> str:
    """Return the id of what is drawn of a record: ``step-`` and the record's id, safe in any selector."""
    return f"{kind}-{_NOT_IN_IDS.sub(lambda found: f'_{ord(found[0]):x}_', record)}"
