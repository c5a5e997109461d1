"""All colours of the window live in the theme."""

from __future__ import annotations

import ast
import re

import pytest

from tests.architecture.source import UI, calls, files, name_of, tree

# theme.py has the colours; colour.py calculates with them.
HOMES = {"theme.py", "colour.py"}
LITERAL = re.compile(r"#(?:[0-9A-Fa-f]{3,4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})\b|\b(?:rgba?|hsla?|hsva?)\(")
MAKERS = {
    "QColor",
    "fromRgb",
    "fromRgba",
    "fromRgbF",
    "fromHsl",
    "fromHsv",
    "fromHslF",
    "fromHsvF",
    "fromString",
}
COLOURLESS = {"transparent"}


def docstrings(module: ast.Module) -> set[ast.expr]:
    """The string nodes that nobody but a reader sees."""
    return {
        node.value
        for node in ast.walk(module)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def literal_colours(module: ast.Module) -> list[str]:
    """Every colour that is written down in a module, with its line."""
    silent, found = docstrings(module), []
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in silent:
            found += [f"{node.lineno}: {hit}" for hit in LITERAL.findall(node.value)]
        elif isinstance(node, ast.Attribute) and ast.unparse(node.value).endswith("GlobalColor"):
            found += [f"{node.lineno}: GlobalColor.{node.attr}"] if node.attr not in COLOURLESS else []
    for name, call in calls(module):
        if name in MAKERS and call.args and all(isinstance(arg, ast.Constant) for arg in call.args):
            found.append(f"{call.lineno}: {ast.unparse(call)}")
    return found


def test_no_colour_outside_the_theme() -> None:
    found = {
        name_of(path): hits
        for path in files(UI)
        if path.name not in HOMES and (hits := literal_colours(tree(path)))
    }
    assert found == {}


@pytest.mark.parametrize(
    "code",
    [
        'label.setStyleSheet("color: #1B2330")',
        'label.setStyleSheet("color: rgba(0,0,0,12)")',
        'pen = QPen("#fff")',
        "ink = QColor(1, 2, 3)",
        'ink = QColor("red")',
        "ink = QColor.fromRgb(0)",
        "painter.setPen(Qt.GlobalColor.red)",
        "painter.setPen(QtCore.Qt.GlobalColor.red)",
    ],
)
def test_a_literal_colour_is_found(code: str) -> None:
    assert literal_colours(ast.parse(code)) != []


@pytest.mark.parametrize(
    "code",
    [
        'def lane(colour):\n    """The lane of a colour such as #1B2330."""',
        "picture.fill(Qt.GlobalColor.transparent)",
        "ink = QColor(theme.text)",
        'title = "Issue #12 is open"',
    ],
)
def test_what_is_no_colour_is_left_alone(code: str) -> None:
    assert literal_colours(ast.parse(code)) == []
