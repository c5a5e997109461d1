"""The menus of the problems: what can be done about one finding, and which checks the document leaves out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from vsdesigner.analysis.finding import Check, Finding
from vsdesigner.language import say
from vsdesigner.ui import mending
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon
from vsdesigner.ui.plain import menu_text
from vsdesigner.ui.session import Session


def finding_menu(
    session: Session, finding: Finding, mend: Callable[[Finding, str], None], parent: QWidget
) -> QMenu:
    """Return the menu of a finding; it deletes itself."""
    menu = _menu(parent, "problems_menu")
    action = _add(menu, tr("Go There"), lambda: mending.go_to(session, finding), "Return")
    action.setIcon(icon("target"))
    choice = mending.is_choice(session, finding)  # then the key leads to the buttons
    for number, each in enumerate(mending.mends_of(session, finding)):
        key = "" if number or choice else "Ctrl+Return"
        action = _add(menu, menu_text(each.label), partial(mend, finding, each.label), key)
        action.setIcon(icon("arrange"))
    every = mending.mend_of_all(session, finding)
    if every is not None:
        _add(menu, menu_text(every.label), partial(mending.apply_mend, session, every))
    check = mending.check_of(finding)
    if check is not None:
        from vsdesigner.analysis.findings import OFF

        menu.addSeparator()
        _add_levels(menu, session, check)
        off = partial(mending.set_level, session, check.id, check.title, OFF)
        _add(menu, tr("Switch Off This Check"), off).setIcon(icon("hidden"))
    return menu


def _add_levels(menu: QMenu, session: Session, check: Check) -> None:
    from vsdesigner.analysis.findings import OFF, given_level, level_of

    now = level_of(session.now, check)
    present = OFF if now is None else now.value
    title = tr("Level of “{title}”").format(title=menu_text(say(check.title)))
    levels = menu.addMenu(title)
    levels.setObjectName("problems_levels")
    group = QActionGroup(levels)
    for level, words in mending.level_names().items():
        action = _add(levels, words, partial(mending.set_level, session, check.id, check.title, level))
        action.setCheckable(True)
        action.setChecked(level == present)
        group.addAction(action)
    if given_level(session.now, check.id):
        levels.addSeparator()
        _add(
            levels, tr("As the Profile Says"), partial(mending.set_level, session, check.id, check.title, "")
        )


def levels_menu(session: Session, parent: QWidget) -> QMenu:
    """Return the menu of the checks that this document has at a level of its own; it deletes itself."""
    from vsdesigner.analysis.findings import OFF

    menu = _menu(parent, "problems_off_menu")
    names = mending.level_names()
    for check, level in changed_checks(session):
        back = partial(mending.set_level, session, check.id, check.title, "")
        title = menu_text(say(check.title))
        if level == OFF:
            _add(menu, tr("Check Again: {title}").format(title=title), back)
        else:
            words = tr("Reset: {title} ({level} now)").format(title=title, level=names.get(level, level))
            _add(menu, words, back)
    menu.addSeparator()
    _add(menu, tr("Reset All"), lambda: mending.reset_levels(session)).setIcon(icon("reset"))
    return menu


def changed_checks(session: Session) -> list[tuple[Check, str]]:
    """Return the checks for which the document says a level, or off, with what it says."""
    from vsdesigner.analysis.findings import ALL_CHECKS, given_level

    found = ((check, given_level(session.now, check.id)) for check in ALL_CHECKS)
    return [(check, level) for check, level in found if level]


def _menu(parent: QWidget, name: str) -> QMenu:
    menu = QMenu(parent)
    menu.setObjectName(name)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _add(menu: QMenu, text: str, do: Callable[[], object], keys: str = "") -> QAction:
    action = QAction(text, menu)
    if keys:
        action.setShortcut(QKeySequence(keys))
        action.setShortcutVisibleInContextMenu(True)
    action.triggered.connect(lambda: do())
    menu.addAction(action)
    return action
