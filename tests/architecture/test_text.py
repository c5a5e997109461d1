"""Text of users is shown letter by letter: the widgets that read rich text are fenced in."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.source import UI, calls, files, name_of, tree

# Who may name a class that guesses whether its text is rich.
RICH = {
    "QLabel": {"plain.py"},
    "QMessageBox": {"plain.py"},
    "QErrorMessage": set(),
    "QTextEdit": set(),
    "QGraphicsTextItem": set(),
    "QTextBrowser": {"page_dialog.py"},  # shows our own help, never a document's text
    "QTextDocument": {"page_dialog.py"},
}
STATIC_BOXES = {"about", "critical", "information", "question", "warning"}
TOOLTIPS = {"setToolTip", "setWhatsThis", "showText"}
SAFE = {"tr", "escape_tooltip", "toolTip"}


def rich_widgets(module: ast.Module, file_name: str) -> list[str]:
    """Classes that read rich text, made or inherited from where that is not their home."""
    found = []
    for node in ast.walk(module):
        if isinstance(node, ast.ClassDef):
            names = [last_part(base) for base in node.bases]
        elif isinstance(node, ast.Call):
            names = [last_part(node.func)]
        else:
            continue
        found += [f"{node.lineno}: {name}" for name in names if file_name not in RICH.get(name, {file_name})]
    return found


def last_part(node: ast.expr) -> str:
    """The name at the end of ``a.b.name``."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def static_boxes(module: ast.Module) -> list[str]:
    """Calls like ``QMessageBox.question``, which no one can make plain."""
    return [
        f"{node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(module)
        if isinstance(node, ast.Attribute)
        and node.attr in STATIC_BOXES
        and last_part(node.value).endswith("MessageBox")
    ]


def open_tooltips(module: ast.Module) -> list[str]:
    """Tooltips whose text is neither our own sentence nor escaped on the spot."""
    found = []
    for name, call in calls(module):
        if name not in TOOLTIPS or not call.args:
            continue
        text = call.args[1] if name == "showText" and len(call.args) > 1 else call.args[0]
        if not is_safe(text):
            found.append(f"{call.lineno}: {ast.unparse(call)}")
    return found


def is_safe(text: ast.expr) -> bool:
    """A literal, a translated literal, something escaped, or a choice between such."""
    if isinstance(text, ast.Constant):
        return True
    if isinstance(text, ast.IfExp):
        return is_safe(text.body) and is_safe(text.orelse)
    if isinstance(text, ast.Call) and last_part(text.func) in SAFE:
        return last_part(text.func) != "tr" or all(isinstance(arg, ast.Constant) for arg in text.args)
    return False


def found_in_ui(look) -> dict[str, list[str]]:
    return {name_of(path): hits for path in files(UI) if (hits := look(path))}


def test_rich_text_has_no_way_in() -> None:
    assert found_in_ui(lambda path: rich_widgets(tree(path), path.name)) == {}


def test_no_ready_made_message_box() -> None:
    assert found_in_ui(lambda path: static_boxes(tree(path))) == {}


def test_tooltips_are_escaped() -> None:
    assert found_in_ui(lambda path: open_tooltips(tree(path))) == {}


@pytest.mark.parametrize(
    "code",
    ["label = QLabel(name)", "class Name(QLabel): pass", "x = QtWidgets.QTextEdit()", "QMessageBox(self)"],
)
def test_a_rich_widget_is_found(code: str) -> None:
    assert rich_widgets(ast.parse(code), "some.py") != []


def test_a_static_box_is_found() -> None:
    assert static_boxes(ast.parse("QMessageBox.question(self, title, text)")) != []
    assert static_boxes(ast.parse("PlainMessageBox.warning(self, title, text)")) != []


@pytest.mark.parametrize(
    "code",
    [
        "x.setToolTip(step.name)",
        "x.setToolTip(tr('Open {name}').format(name=name))",
        "x.setToolTip(f'{name}')",
        "x.setToolTip(tr(name))",
        "x.setToolTip('' if empty else name)",
        "QToolTip.showText(point, name)",
    ],
)
def test_an_open_tooltip_is_found(code: str) -> None:
    assert open_tooltips(ast.parse(code)) != []


@pytest.mark.parametrize(
    "code",
    ["x.setToolTip(tr('Save the stream'))", "x.setToolTip(escape_tooltip(name))", "x.setToolTip('')"],
)
def test_a_safe_tooltip_is_left_alone(code: str) -> None:
    assert open_tooltips(ast.parse(code)) == []
