"""The door to translations: every sentence the user reads goes through here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

CONTEXT = "vsdesigner"


def tr(text: str, context: str = CONTEXT) -> str:
    """``text`` in the language of the program; works before and without an application object.

    Translate whole sentences and fill in names afterwards: ``tr("Open {name}").format(name=name)``.
    """
    return QCoreApplication.translate(context, text)


def tr_count(one: str, many: str, count: int) -> str:
    """The sentence for ``count`` things: ``tr_count("1 step", "{count} steps", n)`` fills in ``{count}``."""
    return tr(one if count == 1 else many).format(count=count)
