"""Check that tools and products are spelled in one way."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.spellings import Use, Variant, variants
from vsdesigner.analysis.words import quoted
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say
from vsdesigner.model.parts import ToolUse
from vsdesigner.model.records import Step, Tool

CHECK = Check(
    "tool-spelled-two-ways",
    Level.HINT,
    "Tool spelled two ways",
    "Two spellings of one tool count as two in every list, filter and sum.",
)


def find(view: Snapshot) -> Iterator[Finding]:
    """Yield one finding for each spelling but the most frequent one, where it stands first.

    Its `part` is the id of the category, or the product as it is written there.
    """
    for usual, other in category_variants(view):
        text = say("The tool category {tool} is also spelled {usual}.").format(
            tool=quoted(other.spelling), usual=quoted(usual)
        )
        yield CHECK.on(other.record, "tools", text, part=other.part)
    for usual, other in product_variants(view):
        text = say("The product {product} is also spelled {usual}.").format(
            product=quoted(other.spelling), usual=quoted(usual)
        )
        yield CHECK.on(other.record, "tools", text, part=other.spelling)


def category_variants(view: Snapshot) -> Iterator[Variant]:
    """Yield the spellings but the usual one of the categories that steps use."""
    found = ((step, view.find(use.tool)) for step, use in _uses(view))
    yield from variants(
        Use(tool.name.strip(), step.id, tool.id) for step, tool in found if isinstance(tool, Tool)
    )


def product_variants(view: Snapshot) -> Iterator[Variant]:
    """Yield the spellings but the usual one of the products that steps name."""
    yield from variants(
        Use(product.strip(), step.id) for step, use in _uses(view) for product in use.products
    )


def _uses(view: Snapshot) -> Iterator[tuple[Step, ToolUse]]:
    for stream in view.streams:
        for step in view.steps(stream.id):
            for use in step.tools:
                yield step, use
