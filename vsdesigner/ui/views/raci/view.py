"""The RACI view: the matrix with its letters above and its counts below, and all that one does in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from vsdesigner.commands import steps
from vsdesigner.commands.lists import set_tasks
from vsdesigner.commands.raci import Cell
from vsdesigner.model.errors import UserError
from vsdesigner.model.records import Step
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.plain import shortened
from vsdesigner.ui.roles import role_edits
from vsdesigner.ui.roles.prose_offer import ProseOffer
from vsdesigner.ui.session import Session
from vsdesigner.ui.theme import Theme
from vsdesigner.ui.views.grid.sheet import CLEAR, SheetVerb, SheetView
from vsdesigner.ui.views.raci import blocks, letters, menus
from vsdesigner.ui.views.raci.bar import NoSteps, OfferLine, RaciBar
from vsdesigner.ui.views.raci.footer import CountFooter
from vsdesigner.ui.views.raci.headed import headed
from vsdesigner.ui.views.raci.matrix_grid import MatrixGrid
from vsdesigner.ui.views.raci.model import FIRST_ROLE, NAME
from vsdesigner.ui.views.raci.rows import Key

ACTIVITY_FLAG = "raci.activity"
NAME_LENGTH = 40  # characters of a name in a sentence


class RaciView(SheetView):
    """Who is responsible for what in the shown stream."""

    grid: MatrixGrid

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, MatrixGrid(session), parent)
        self.setObjectName("raci_view")
        self.setAccessibleName(tr("RACI"))
        self.bar = RaciBar(self)
        self.no_steps = NoSteps(self)
        self.footer = CountFooter(self.grid, self)
        self.no_roles = OfferLine("raci_view.no_roles", self)
        self.no_roles.label.setText(
            tr("No roles yet. Who takes part? Each role gets a column, and a letter where it is involved.")
        )
        self.prose = ProseOffer(session, self)
        self.prose.heir = self.grid
        self.prose.setContentsMargins(8, 4, 8, 4)
        self._first_role = self.no_roles.add_button(
            tr("Add the First Role"), "raci_view.first_role", primary=True
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.bar, self.no_roles, self.prose):
            column.addWidget(part)
        column.addWidget(self.no_steps, 1)
        column.addWidget(self.grid, 1)
        column.addWidget(self.footer)
        self._connect()
        self.grid.show_activity(on=session.flags.flag(ACTIVITY_FLAG, default=False))
        self.following.watch()
        self._was_seen = False
        self._follow()

    def _connect(self) -> None:
        grid, head, session = self.grid, self.grid.head, self.session
        grid.typed.connect(self._on_typed)
        grid.cycled.connect(lambda: letters.cycle(session, grid.chosen_cells()))
        grid.shifted.connect(lambda role, by: role_edits.shift(session, role, by))
        grid.menu_asked.connect(lambda _index, at: menus.open_cell_menu(self, at))
        head.shifted.connect(lambda role, by: role_edits.shift(session, role, by))
        head.renamed.connect(lambda role, name: role_edits.rename(session, role, name))
        head.added.connect(self._on_added)
        head.moved.connect(lambda role, place: role_edits.move(session, role, place))
        head.remove_asked.connect(lambda role: role_edits.remove(session, role))
        head.menu_asked.connect(lambda role, at: menus.open_role_menu(self, role, at))
        grid.matrix.rebuilt.connect(self._follow)
        grid.matrix.recounted.connect(self._told_verbs)
        grid.matrix.renamed.connect(self._on_renamed)
        grid.selectionModel().selectionChanged.connect(self._told_verbs)
        self.bar.role_asked.connect(self.add_role)
        self.bar.tasks_switched.connect(lambda on: self._show_tasks(on=on))
        self.bar.activity_switched.connect(lambda on: self._show_activity(on=on))
        self.bar.letters_asked.connect(self.choose_letters)
        self._first_role.clicked.connect(self.add_role)
        self.no_steps.view_asked.connect(session.view_requested)
        session.field_requested.connect(self._on_field)
        session.role_requested.connect(self._on_role)
        session.replaced.connect(self._follow)
        self._verbs_timer = QTimer(self, singleShot=True, interval=0)
        self._verbs_timer.timeout.connect(self.verbs_changed)

    def _told_verbs(self) -> None:
        self._verbs_timer.start()

    # -- what is shown ----------------------------------------------------------------------------------
    def _follow(self) -> None:
        matrix = self.grid.matrix
        has_steps = bool(matrix.rows)
        self.bar.show_letters(matrix.letters)
        self.bar.show_tasks(possible=matrix.has_tasks, on=matrix.all_open)
        self.bar.activity.setChecked(self.grid.shows_activity)
        self.no_steps.setVisible(not has_steps)
        self.grid.setVisible(has_steps)
        self.no_roles.setVisible(has_steps and not matrix.roles)
        self._share_room()
        self.setFocusProxy(self.grid if has_steps else self.no_steps.lanes)
        self._told_verbs()

    def set_zoom(self, scale: float) -> None:
        super().set_zoom(scale)
        self.footer.follow()

    def set_theme(self, worn: Theme) -> None:
        super().set_theme(worn)
        self.grid.head.viewport().update()
        self.footer.update()
        self.bar.update()

    def _show_tasks(self, *, on: bool) -> None:
        self.grid.matrix.open_all(on=on)
        self.bar.show_tasks(possible=self.grid.matrix.has_tasks, on=self.grid.matrix.all_open)

    def _show_activity(self, *, on: bool) -> None:
        self.grid.show_activity(on=on)
        self.bar.activity.setChecked(on)
        self.session.flags.set_flag(ACTIVITY_FLAG, on=on)
        self._told_verbs()

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        self.grid.matrix.sleep(on=False)
        super().showEvent(event)
        self._follow()
        first, self._was_seen = not self._was_seen, bool(self.grid.matrix.rows)
        self.following.listen()
        if first and self.grid.matrix.rows and not self.session.selection:
            self.grid.go_in()
        elif first and len(self.session.selection) == 1 and self.grid.currentIndex().isValid():
            self.grid.go_to(self.grid.currentIndex().row(), FIRST_ROLE)  # where letters are typed
        QTimer.singleShot(0, self, self._take_keys)

    def _take_keys(self) -> None:
        """Let the keyboard be where one works: what was shown last time may not be there any more."""
        focus = QApplication.focusWidget()
        if focus is None or (self.isAncestorOf(focus) and not self.grid.isAncestorOf(focus)):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        above = (self.bar, self.no_roles, self.prose)
        taken = sum(each.sizeHint().height() for each in above if each.isVisibleTo(self))
        self.footer.give_room(self.height() - taken)

    @guarded
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.grid.matrix.sleep(on=True)

    def _on_field(self, record: str, field: str) -> None:
        """Somebody goes to a field: what it says of letters is in this matrix too."""
        name, _, part = field.partition(":")
        if not self.isVisible() or name not in ("raci", "tasks") or (name == "tasks" and not part):
            return
        if isinstance(self.session.now.find(record), Step):
            self.grid.go_to_cell((record, part if name == "tasks" else ""), part if name == "raci" else "")

    def _on_role(self, role: str) -> None:
        """Somebody goes to a role: to its column, and where there is none yet to its card."""
        grid = self.grid
        if grid.matrix.rows and grid.matrix.column_of(role) >= 0:
            grid.setFocus(Qt.FocusReason.OtherFocusReason)
            grid.go_to(max(0, grid.currentIndex().row()), grid.matrix.column_of(role))
        else:
            self.edit_role(role)

    # -- letters ----------------------------------------------------------------------------------------
    def _on_typed(self, text: str) -> None:
        cells = self.grid.chosen_cells()
        letter = letters.letter_for(self.session, text)
        known = ", ".join(entry.letter for entry in self.grid.matrix.letters)
        if not cells:
            self.session.said.emit(tr("Letters go into the columns of the roles."))
        elif letter in {entry.letter for entry in self.grid.matrix.letters}:
            letters.toggle(self.session, cells, letter)
        else:
            self.session.said.emit(tr("This document's letters are {letters}.").format(letters=known))

    def _clear(self) -> None:
        if self.grid.head.hasFocus():
            role_edits.remove(self.session, self.grid.role_here())
        else:
            letters.assign(self.session, self.grid.chosen_cells(), "")

    # -- roles ------------------------------------------------------------------------------------------
    def add_role(self) -> None:
        """Name a new role in the header."""
        if self.grid.matrix.rows:
            self.grid.begin_role()

    def _on_added(self, name: str) -> None:
        role = role_edits.add(self.session, name)
        row = max(0, self.grid.currentIndex().row())
        column = self.grid.matrix.column_of(role)
        if self.grid.head.field is None:
            self.grid.go_to(row, column)
        else:
            self.grid.setCurrentIndex(self.grid.matrix.index(row, column))
            self.grid.head.show_field()

    def edit_role(self, role: str) -> None:
        """Open the card of a role at its header."""
        from vsdesigner.ui.roles.role_card import open_role_card

        open_role_card(self.session, self, role, menus.header_place(self, role))

    def choose_letters(self) -> None:
        """Ask for the document's letter set."""
        from vsdesigner.ui.roles.letter_set_dialog import open_letter_set

        open_letter_set(self.session, self)

    # -- names ------------------------------------------------------------------------------------------
    def begin_rename(self, id: str) -> None:
        row = self.grid.matrix.row_of(id)
        if row >= 0:
            self.grid.go_to(row, NAME)
            self.grid.open_editor()

    def _rename_here(self) -> None:
        index = self.grid.currentIndex()
        role = self.grid.matrix.role_at(index.column())
        if role is not None or index.column() == self.grid.matrix.add_column:
            self.grid.begin_role(index.column())
        elif index.isValid():
            self.grid.go_to(index.row(), NAME)
            self.grid.open_editor()

    def _on_renamed(self, key: Key, typed: str) -> None:
        step = self.session.now.find(key[0])
        text = " ".join(typed.split())
        if not isinstance(step, Step):
            return
        label = tr("Rename “{name}”").format(name=shortened(text, NAME_LENGTH))
        if not key[1]:
            if " ".join(step.name.split()) != text:
                with self.session.edit(label) as draft:
                    steps.update(draft, (step.id,), name=text)
            return
        lines = [
            line.model_copy(update={"text": text}) if line.id == key[1] and text else line
            for line in step.tasks
        ]
        if [line.text for line in lines] != [" ".join(line.text.split()) for line in step.tasks]:
            with self.session.edit(label) as draft:
                set_tasks(draft, step.id, lines)

    # -- blocks -----------------------------------------------------------------------------------------
    def _copy(self) -> None:
        QGuiApplication.clipboard().setMimeData(blocks.copied(self.grid.matrix, self.grid.selected_block()))

    def _cut(self) -> None:
        self._copy()
        self._clear()

    def _paste(self) -> None:
        block = blocks.read(QGuiApplication.clipboard().mimeData())
        target = self.grid.selected_block()
        if not block or not target.isValid():
            return
        try:
            named = headed(self.session.now, self.session.stream, block)
            if named is not None:
                letters.put(self.session, named.texts, tr("Paste letters"))
                self._tell_strangers(named.strangers)
                return
            block = blocks.spread(block, target)
            texts, outside = blocks.laid(self.grid.matrix, block, target.top(), target.left())
        except UserError as error:
            self.session.tell(str(error))
            return
        if not texts:
            self.session.said.emit(tr("Letters go into the columns of the roles."))
            return
        letters.put(self.session, texts, tr("Paste letters"))
        if outside:
            self.session.tell(
                tr_count(
                    "1 cell had no place beside the last role or below the last step.",
                    "{count} cells had no place beside the last role or below the last step.",
                    outside,
                )
            )

    def _tell_strangers(self, names: Sequence[str]) -> None:
        if names:
            listed = ", ".join(f"“{shortened(' '.join(name.split()), NAME_LENGTH)}”" for name in names[:3])
            more = " …" if len(names) > 3 else ""
            text = tr("Left out, for no role, step or task here is called so: {names}")
            self.session.tell(text.format(names=listed + more))

    def _fill_down(self) -> None:
        block, matrix = self.grid.selected_block(), self.grid.matrix
        source = block.top() if block.height() > 1 else block.top() - 1
        texts: dict[Cell, str] = {}
        for column in range(block.left(), block.right() + 1):
            above = matrix.role_at(column)
            for row in range(source + 1, block.bottom() + 1):
                cell = matrix.cell_at(row, column)
                if cell is not None and above is not None:
                    texts[cell] = matrix.rows[source].letters.get(above.id, "")
        if texts:
            letters.put(self.session, texts, tr("Fill letters down"))

    def _can_fill(self) -> bool:
        block = self.grid.selected_block()
        return block.isValid() and bool(self.grid.chosen_cells()) and (block.top() > 0 or block.height() > 1)

    def _has_cells(self) -> bool:
        return bool(self.grid.chosen_cells())

    def _has_role(self) -> bool:
        return bool(self.grid.role_here())

    verbs: Mapping[str, SheetVerb] = {}


def _on_role(edit: str) -> SheetVerb:
    """The verb that does something with the role in whose column the keyboard is."""

    def do(view: RaciView) -> None:
        role = view.grid.role_here()
        if edit == "card":
            view.edit_role(role)
        elif edit == "remove":
            role_edits.remove(view.session, role)
        else:
            role_edits.shift(view.session, role, 1 if edit == "right" else -1)

    return SheetVerb(do, RaciView._has_role)


def _never(_view: RaciView) -> bool:
    return False


RaciView.verbs = {
    "edit.copy": SheetVerb(RaciView._copy, lambda view: view.grid.currentIndex().isValid()),
    "edit.cut": SheetVerb(RaciView._cut, RaciView._has_cells),
    "edit.paste": SheetVerb(RaciView._paste, lambda view: view.grid.currentIndex().isValid()),
    "edit.duplicate": SheetVerb(
        RaciView._fill_down,
        RaciView._can_fill,
        text="Fill Down",
        tip="Copy the letters of the uppermost selected cells into those below them.",
    ),
    "edit.delete": SheetVerb(RaciView._clear, RaciView._has_cells, text=CLEAR[0], tip=CLEAR[1]),
    "edit.delete_leaving_gap": SheetVerb(
        RaciView._clear, _never
    ),  # it would delete steps that are only looked at
    "edit.rename": SheetVerb(RaciView._rename_here, lambda view: view.grid.currentIndex().isValid()),
    "edit.select_all": SheetVerb(
        lambda view: view.grid.selectAll(), lambda view: bool(view.grid.matrix.rows)
    ),
    "raci.add_role": SheetVerb(RaciView.add_role, lambda view: bool(view.grid.matrix.rows)),
    "raci.rename_role": SheetVerb(
        lambda view: view.grid.begin_role(view.grid.currentIndex().column()), RaciView._has_role
    ),
    "raci.edit_role": _on_role("card"),
    "raci.move_role_left": _on_role("left"),
    "raci.move_role_right": _on_role("right"),
    "raci.remove_role": _on_role("remove"),
    "raci.clear": SheetVerb(RaciView._clear, RaciView._has_cells),
    "raci.fill_down": SheetVerb(RaciView._fill_down, RaciView._can_fill),
    "raci.show_tasks": SheetVerb(
        lambda view: view._show_tasks(on=not view.grid.matrix.all_open),
        lambda view: view.grid.matrix.has_tasks,
        lambda view: view.grid.matrix.all_open,
    ),
    "raci.count_tasks": SheetVerb(
        lambda view: view.grid.matrix.count_tasks(on=not view.grid.matrix.with_tasks),
        on=lambda view: view.grid.matrix.with_tasks,
    ),
    "raci.show_activity": SheetVerb(
        lambda view: view._show_activity(on=not view.grid.shows_activity),
        on=lambda view: view.grid.shows_activity,
    ),
}
