"""Writes elements of HTML: every text and every value is escaped here and nowhere else."""

from __future__ import annotations

import html
from collections.abc import Mapping

from vsdesigner.exchange.xml_text import xml_clean

_EMPTY = frozenset({"meta", "input", "link", "br"})


def words(text: str) -> str:
    """Return user text as it stands between tags."""
    return html.escape(xml_clean(text), quote=False)


def element(name: str, attributes: Mapping[str, str] | None = None, *inside: str) -> str:
    """Return an element; `inside` is markup already."""
    opened = name + "".join(
        f' {key}="{html.escape(xml_clean(value))}"' for key, value in (attributes or {}).items()
    )
    return f"<{opened}>" if name in _EMPTY else f"<{opened}>{''.join(inside)}</{name}>"


def said(name: str, text: str, attributes: Mapping[str, str] | None = None) -> str:
    """Return an element with user text, which reads in its own direction."""
    return element(name, {"dir": "auto", **(attributes or {})}, words(text))
