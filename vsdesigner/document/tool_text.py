"""Reads what people type for a tool: a category, alone or with products behind a colon or in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vsdesigner.model.text import NAME_LENGTH, clean

_FOR_EXAMPLE = (
    *(r"e\.?\s?g\.?", "for example", "such as"),
    *(r"z\.?\s?B\.?", "zum Beispiel", r"p\.?\s?ex\.?", "par exemple"),
)
_EXAMPLES = re.compile(rf"\s*\(\s*(?:{'|'.join(_FOR_EXAMPLE)})\s*[,:]?\s*", re.IGNORECASE)


def read_products(text: str) -> tuple[str, ...]:
    """Return the products of a text separated by commas, semicolons or line ends, each once."""
    found: dict[str, str] = {}
    for part in re.split(r"[,;\n]", clean(text)):
        name = part.strip().removesuffix(".").strip()[:NAME_LENGTH]
        if name:
            found.setdefault(name.casefold(), name)
    return tuple(found.values())


def written_products(products: Iterable[str]) -> str:
    """Return products as one reads and types them."""
    return ", ".join(products)


def read_tool(text: str) -> tuple[str, tuple[str, ...]]:
    """Return category and products of a text such as ``Meeting tools (e.g., Teams, Zoom)``.

    Brackets that do not say "e.g." belong to the category: ``Access management (IAM)``.
    """
    line = " ".join(clean(text).split()).lstrip("–—-•* ").strip()
    examples = _EXAMPLES.search(line)
    if examples:
        category, products = line[: examples.start()], line[examples.end() :].rstrip(".;, ").removesuffix(")")
    else:
        category, _, products = line.partition(":")
    category = category.strip(" .,;")[:NAME_LENGTH]
    return (category, read_products(products)) if category else (line[:NAME_LENGTH], ())
