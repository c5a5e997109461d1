"""The sheet with what each step needs besides people and tools: skills, information, suppliers, metrics."""

from __future__ import annotations

from vsdesigner.document.wording import list_text
from vsdesigner.exchange.excel.book import Book, SheetPlan
from vsdesigner.exchange.excel.columns import (
    activity_cell,
    activity_column,
    step_cell,
    step_column,
    text_cell,
)
from vsdesigner.exchange.excel.lists import ACTIVITIES, offer
from vsdesigner.exchange.excel.table_sheet import Column, TableRow, TableSpec, build
from vsdesigner.language import say
from vsdesigner.model.parts import Supplier, SupplierKind
from vsdesigner.model.records import Step


def has_content(book: Book, stream: str) -> bool:
    """Say whether any step names a resource."""
    return any(any(_texts(step)) for step in book.view.steps(stream))


def add(book: Book, plan: SheetPlan) -> None:
    """Add the sheet."""
    spec = TableSpec(
        plan=plan,
        name="Resources",
        title=say("Resources of each step"),
        columns=(
            step_column(22, 34),
            activity_column(16, 22),
            Column(say("Skills"), 20, 36),
            Column(say("Information"), 20, 36),
            Column(say("Suppliers"), 16, 28),
            Column(say("Metrics"), 20, 36),
        ),
        rows=[
            TableRow(
                step.id,
                (
                    step_cell(book, step),
                    activity_cell(book, step),
                    *(text_cell(book, text) for text in _texts(step)),
                ),
            )
            for step in book.stoppable(book.view.steps(plan.stream))
        ],
    )
    extent = build(book, spec)
    offer(extent.sheet, ACTIVITIES, extent.cells(1))


def _texts(step: Step) -> tuple[str, str, str, str]:
    return (
        list_text(step.skills),
        list_text(step.information),
        _supplier_text(step.supplier),
        list_text(step.metrics),
    )


def _supplier_text(supplier: Supplier) -> str:
    if supplier.kind is SupplierKind.OWN:
        return supplier.name
    return supplier.name or say("A partner")
