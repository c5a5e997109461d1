"""The pages of the help: the guide that ships, and the list of keys made from the table of actions."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from vsdesigner.resource import resource_path
from vsdesigner.ui.actions.spec import ActionSpec, sequences
from vsdesigner.ui.actions.specs import ACTIONS
from vsdesigner.ui.i18n import tr

# Keys of their own for "save" and the like: they work, but few keyboards have them.
MEDIA_KEYS = frozenset(("New", "Open", "Save", "Undo", "Redo", "Close", "Help", "Zoom In", "Zoom Out"))
GROUPS = {
    "file": "File",
    "edit": "Edit",
    "view": "View",
    "insert": "Insert",
    "arrange": "Arrange",
    "flow": "Flow",
    "table": "Table",
    "stream": "Stream",
    "lane": "Lane",
    "phase": "Phase",
    "raci": "Responsibility",
    "present": "Present",
    "help": "Help",
}


def guide() -> str:
    """Return the guide as Markdown; raises FileNotFoundError when the installation is incomplete."""
    return resource_path("help", "guide.md").read_text(encoding="utf-8")


def shortcuts() -> str:
    """Return the page of keys as Markdown: every action, then what the keys do where one works."""
    parts = [f"# {tr('Keyboard shortcuts')}", tr("Every action of the menus, with its keys.")]
    for group, title in GROUPS.items():
        rows = [_row(spec) for spec in ACTIONS if spec.group == group]
        parts.append(f"## {tr(title)}\n\n| {tr('Action')} | {tr('Keys')} |\n|---|---|\n" + "\n".join(rows))
    parts.append(_while_presenting())
    parts.append(resource_path("help", "keys.md").read_text(encoding="utf-8"))
    return "\n\n".join(parts)


def presenting_keys() -> str:
    """Return the keys of a presentation as Markdown."""
    return _while_presenting()


def key_names(spec: ActionSpec) -> str:
    """Return the keys of an action as this platform writes them; a dash when it has none."""
    form = QKeySequence.SequenceFormat
    shown = [each for each in sequences(spec) if each.toString(form.PortableText) not in MEDIA_KEYS]
    return ", ".join(each.toString(form.NativeText) for each in shown) or "–"


def plain_text(spec: ActionSpec) -> str:
    """Return what an action is called, without the mark of its menu key and without dots."""
    return tr(spec.text).replace("&", "").rstrip("…")


def _while_presenting() -> str:
    """What the keys of a presentation do, made from its table of commands."""
    from vsdesigner.ui.presentation.all_commands import COMMANDS  # late: the guide does without
    from vsdesigner.ui.presentation.covers.help_overlay import rows_of

    head = f"## {tr('While presenting')}\n\n| {tr('Action')} | {tr('Keys')} |\n|---|---|"
    lines = [head]
    for row in rows_of(COMMANDS):
        words = _escaped(row.text)
        lines.append(f"| {words} | {_escaped(', '.join(row.keys))} |" if row.keys else f"| **{words}** | |")
    return "\n".join(lines)


def _row(spec: ActionSpec) -> str:
    cells = (plain_text(spec), key_names(spec))
    return "| " + " | ".join(_escaped(cell) for cell in cells) + " |"


def _escaped(text: str) -> str:
    return "".join(f"\\{letter}" if letter in "\\|*_`[]<>#" else letter for letter in text)
