"""Mends of tools: one category or product in two spellings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from vsdesigner.analysis.checks.tool_spelled_two_ways import category_variants, product_variants
from vsdesigner.analysis.finding import Finding
from vsdesigner.analysis.spellings import core
from vsdesigner.commands import tools
from vsdesigner.commands.mends.labels import merge_label
from vsdesigner.commands.mends.mend import Mend
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Step


def merge_spellings(view: Snapshot, finding: Finding) -> Iterator[Mend]:
    """Offer each of the two spellings for all steps that name the tool or product."""
    place = (finding.record, finding.part)
    for usual, other in category_variants(view):
        if (other.record, other.part) == place:
            yield from _one_category(view, (usual, other.spelling))
            return
    for usual, other in product_variants(view):
        if (other.record, other.spelling) == place:
            yield from _one_product(view, (usual, other.spelling))
            return


def _one_category(view: Snapshot, spellings: tuple[str, str]) -> Iterator[Mend]:
    used = {use.tool for step in _steps(view) for use in step.tools}
    same = [tool for tool in view.tools if tool.id in used and core(tool.name) == core(spellings[0])]
    ids = [tool.id for tool in same]
    count = len({tool.name.strip() for tool in same})
    for spelling in spellings:
        keep = next(tool.id for tool in same if tool.name.strip() == spelling)
        yield Mend(merge_label(count, spelling), partial(tools.merge_tools, keep=keep, others=ids))


def _one_product(view: Snapshot, spellings: tuple[str, str]) -> Iterator[Mend]:
    products = {product.strip() for step in _steps(view) for use in step.tools for product in use.products}
    same = [product for product in products if core(product) == core(spellings[0])]
    for spelling in spellings:
        verb = partial(tools.respell_product, spellings=same, name=spelling)
        yield Mend(merge_label(len(same), spelling), verb)


def _steps(view: Snapshot) -> Iterator[Step]:
    for stream in view.streams:
        yield from view.steps(stream.id)
