"""Mends of tools: one category or product in two spellings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from vsdesigner.analysis.checks.tool_spelled_two_ways import category_variants, product_variants
from vsdesigner.analysis.finding import Finding
from vsdesigner.analysis.spellings import core
from vsdesigner.analysis.words import quoted
from vsdesigner.commands import tools
from vsdesigner.commands.mends.mend import Mend
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say
from vsdesigner.model.records import Step


def merge_spellings(view: Snapshot, finding: Finding) -> Iterator[Mend]:
    """Offer each of the two spellings for all steps that name the tool or product."""
    for usual, other in category_variants(view):
        if (other.record, other.part) == (finding.record, finding.part):
            for spelling in (usual, other.spelling):
                yield Mend(_label(spelling), _one_category(view, spelling))
            return
    for usual, other in product_variants(view):
        if (other.record, other.spelling) == (finding.record, finding.part):
            for spelling in (usual, other.spelling):
                yield Mend(_label(spelling), _one_product(view, spelling))
            return


def _label(spelling: str) -> str:
    return say("Merge the two spellings into {name}").format(name=quoted(spelling))


def _one_category(view: Snapshot, spelling: str) -> Callable[[Draft], None]:
    used = {use.tool for step in _steps(view) for use in step.tools}
    same = [tool for tool in view.tools if tool.id in used and core(tool.name) == core(spelling)]
    keep = next(tool.id for tool in same if tool.name.strip() == spelling)
    return lambda draft: tools.merge_tools(draft, keep, [tool.id for tool in same])


def _one_product(view: Snapshot, spelling: str) -> Callable[[Draft], None]:
    products = {product for step in _steps(view) for use in step.tools for product in use.products}
    same = sorted(product for product in products if core(product) == core(spelling))
    return lambda draft: tools.respell_product(draft, same, spelling)


def _steps(view: Snapshot) -> Iterator[Step]:
    for stream in view.streams:
        yield from view.steps(stream.id)
