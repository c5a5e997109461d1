"""No exception leaves an override of a Qt virtual: every one of them carries the guard."""

from __future__ import annotations

import ast
import importlib
import inspect

import pytest
import shiboken6
from PySide6.QtCore import QAbstractListModel, QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from tests.architecture.source import UI, files, module_of, name_of, tree
from vsdesigner.ui.guard import guarded, is_guarded

# Python cannot tell whether a method of Qt is virtual, so every method with the name of one counts. Names
# that are none, and that nothing but our own code calls, would stand here with their reason.
NOT_VIRTUAL: dict[str, str] = {}


def is_of_qt(kind: type) -> bool:
    """Whether a class comes from Qt and not from us."""
    return kind.__module__.split(".")[0] in ("PySide6", "shiboken6", "Shiboken")


def unguarded(kind: type) -> list[str]:
    """The methods of ``kind`` that stand in for a method of a Qt base class without a guard."""
    if is_of_qt(kind) or not issubclass(kind, shiboken6.Shiboken.Object):
        return []
    bases = [base for base in kind.__mro__ if is_of_qt(base)]
    found = []
    for own in (base for base in kind.__mro__ if base is not object and not is_of_qt(base)):
        for name, member in vars(own).items():
            function = member.__func__ if isinstance(member, classmethod | staticmethod) else member
            if (
                inspect.isfunction(function)
                and not name.startswith("__")
                and name not in NOT_VIRTUAL
                and any(callable(vars(base).get(name)) for base in bases)
                and not is_guarded(function)
            ):
                found.append(f"{own.__module__}.{own.__qualname__}.{name}")
    return found


def classes() -> list[type]:
    """Every class of the window."""
    found = []
    for path in files(UI):
        module = importlib.import_module(module_of(path))
        found += [
            kind
            for kind in vars(module).values()
            if inspect.isclass(kind) and kind.__module__ == module.__name__
        ]
    return found


@pytest.mark.usefixtures("qapp")
def test_every_override_is_guarded() -> None:
    found = {fault for kind in classes() for fault in unguarded(kind)}
    assert sorted(found) == []


def hidden_classes(module: ast.Module) -> list[str]:
    """Classes inside functions, which the test above would not see."""
    return [
        f"{inner.lineno}: {inner.name}"
        for outer in ast.walk(module)
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(outer)
        if isinstance(inner, ast.ClassDef) and inner.bases
    ]


def test_no_class_hides_in_a_function() -> None:
    found = {name_of(path): hits for path in files(UI) if (hits := hidden_classes(tree(path)))}
    assert found == {}


def test_a_hidden_class_is_found() -> None:
    assert hidden_classes(ast.parse("def make():\n    class Window(QWidget): pass")) != []


class Careless(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        """Would end the process."""

    @guarded(default=0)
    def heightForWidth(self, width: int) -> int:
        return width

    def our_own(self) -> None:
        """None of Qt's business."""


class Mixin:
    def rowCount(self, _parent: object = None) -> int:
        return 0


class Model(Mixin, QAbstractListModel):
    @guarded(default=None)
    def data(self, _index: object, _role: int = 0) -> object:
        return None


class Harmless(Mixin):
    pass


class Plain(QObject):
    def paintEvent(self) -> None:
        """No virtual of this base."""


def test_a_missing_guard_is_found() -> None:
    assert [fault.rpartition(".")[2] for fault in unguarded(Careless)] == ["paintEvent"]
    assert [fault.rpartition(".")[2] for fault in unguarded(Model)] == ["rowCount"], "also in a mixin"


def test_what_is_no_override_is_left_alone() -> None:
    assert unguarded(Harmless) == []
    assert unguarded(Plain) == []


def test_there_is_something_to_look_at() -> None:
    assert len([kind for kind in classes() if issubclass(kind, shiboken6.Shiboken.Object)]) > 20
