"""What each action does: one short function of the window it was asked for in."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from vsdesigner.commands import streams
from vsdesigner.model.records import Stream
from vsdesigner.ui.deleting import NAME_LENGTH, delete_selection
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import shortened
from vsdesigner.ui.stream_tabs import stream_title

if TYPE_CHECKING:
    from vsdesigner.ui.actions.desk import Desk


# -- file ---------------------------------------------------------------------------------------------------
def new_document(desk: Desk) -> None:
    desk.files.new()


def new_from_template(desk: Desk) -> None:
    """Show the welcome page with the keyboard on the first template behind the empty stream."""
    from vsdesigner.ui.welcome.welcome import show_welcome  # late: the first frame may do without

    show_welcome(desk, at=1)


def show_welcome_page(desk: Desk) -> None:
    from vsdesigner.ui.welcome.welcome import show_welcome  # late: the first frame may do without

    show_welcome(desk)


def open_document(desk: Desk) -> None:
    desk.files.open()


def save_document(desk: Desk) -> None:
    desk.files.save()


def save_document_as(desk: Desk) -> None:
    desk.files.save_as()


def save_all(desk: Desk) -> None:
    desk.files.save_all()


def reopen_closed(desk: Desk) -> None:
    desk.files.reopen_closed()


def export_again(desk: Desk) -> None:
    desk.files.export_again()


def export_as(desk: Desk) -> None:
    desk.files.export_as()


def import_workbook(desk: Desk) -> None:
    desk.files.import_workbook()


def print_streams(desk: Desk) -> None:
    desk.files.print_streams()


def close_window(desk: Desk) -> None:
    desk.close()


def quit_program(desk: Desk) -> None:
    desk.files.quit()


# -- edit ---------------------------------------------------------------------------------------------------
def undo(desk: Desk) -> None:
    """Take back a step and say which: it may have happened off screen."""
    session = desk.session
    session.committing.emit()
    label, stream = session.history.undoText(), session.stream
    session.undo()
    if label:
        _say_what(desk, label, stream, tr("Undone: {step}"), tr("Undone in “{stream}”: {step}"))


def redo(desk: Desk) -> None:
    """Do a step again and say which."""
    session = desk.session
    session.committing.emit()
    label, stream = session.history.redoText(), session.stream
    session.redo()
    if label:
        _say_what(desk, label, stream, tr("Done again: {step}"), tr("Done again in “{stream}”: {step}"))


def _say_what(desk: Desk, label: str, stream: str, here: str, elsewhere: str) -> None:
    """In the status bar; over the drawing when that had to change to another stream to show it."""
    desk.show_message(here.format(step=label))
    session = desk.session
    if session.stream != stream:
        name = shortened(stream_title(session.now.get(session.stream, Stream)), NAME_LENGTH)
        session.tell(elsewhere.format(stream=name, step=label))


def delete_selected(desk: Desk) -> None:
    delete_selection(desk.session)


def delete_selected_leaving_gap(desk: Desk) -> None:
    delete_selection(desk.session, heal=False)


def rename_selected(desk: Desk) -> None:
    if desk.session.selection:
        desk.session.rename_requested.emit(desk.session.selection[0])
    else:
        desk.view.run("lane.rename")


def select_all(desk: Desk) -> None:
    now, stream = desk.session.now, desk.session.stream
    members = (*now.steps(stream), *now.flows(stream), *now.notes(stream))
    desk.session.select(member.id for member in members)


def edit_in_inspector(desk: Desk) -> None:
    desk.regions.show("inspector")
    desk.regions.focus("inspector")


# -- view ---------------------------------------------------------------------------------------------------
def zoom_in(desk: Desk) -> None:
    desk.view.zoom_in()


def zoom_out(desk: Desk) -> None:
    desk.view.zoom_out()


def zoom_reset(desk: Desk) -> None:
    desk.view.set_zoom(1.0)


def fit_stream(desk: Desk) -> None:
    desk.view.fit_all()


def fit_selection(desk: Desk) -> None:
    desk.view.fit_selection()


def toggle_palette(desk: Desk) -> None:
    desk.regions.toggle("palette")


def toggle_outline(desk: Desk) -> None:
    desk.regions.toggle("outline")


def toggle_inspector(desk: Desk) -> None:
    desk.regions.toggle("inspector")


def toggle_problems(desk: Desk) -> None:
    """Show the problems and go there; hide them when the keyboard is there already."""
    _show_or_leave(desk, "problems")


def toggle_guide(desk: Desk) -> None:
    """Show the guide and go there; hide it when the keyboard is there already."""
    _show_or_leave(desk, "guide")


def _show_or_leave(desk: Desk, region: str) -> None:
    if desk.regions.is_shown(region) and desk.regions.has_focus(region):
        desk.regions.toggle(region)
        return
    desk.regions.show(region)
    desk.regions.focus(region)


def focus_next_region(desk: Desk) -> None:
    desk.regions.focus_next(1)


def focus_previous_region(desk: Desk) -> None:
    desk.regions.focus_next(-1)


def theme_system(desk: Desk) -> None:
    desk.choose_theme("system")


def theme_light(desk: Desk) -> None:
    desk.choose_theme("light")


def theme_dark(desk: Desk) -> None:
    desk.choose_theme("dark")


def toggle_full_screen(desk: Desk) -> None:
    desk.set_full_screen(not desk.isFullScreen())


# -- stream -------------------------------------------------------------------------------------------------
def new_stream(desk: Desk) -> None:
    """Add a stream, show it and ask for its name."""
    session = desk.session
    session.committing.emit()
    with session.edit(tr("Add stream")) as draft:
        id = streams.add(draft)
    session.show_stream(id)
    desk.tabs.begin_rename(id)


def rename_stream(desk: Desk) -> None:
    desk.tabs.begin_rename(desk.session.stream)


def delete_stream(desk: Desk) -> None:
    """Remove the shown stream; not asked before, but told with a way back."""
    session = desk.session
    session.committing.emit()
    stream = session.now.get(session.stream, Stream)
    position = [other.id for other in session.now.streams].index(stream.id)
    name = shortened(stream_title(stream), NAME_LENGTH)
    with session.edit(tr("Delete stream “{name}”").format(name=name)) as draft:
        streams.delete(draft, stream.id)
    left = session.now.streams
    session.show_stream(left[min(position, len(left) - 1)].id)
    session.tell_with_undo(tr("The stream “{name}” was deleted.").format(name=name))


def move_stream_left(desk: Desk) -> None:
    _move_stream(desk, -1)


def move_stream_right(desk: Desk) -> None:
    _move_stream(desk, 1)


def _move_stream(desk: Desk, by: int) -> None:
    session = desk.session
    ids = [stream.id for stream in session.now.streams]
    with session.edit(tr("Move stream")) as draft:
        streams.reorder(draft, session.stream, ids.index(session.stream) + by)


def show_previous_stream(desk: Desk) -> None:
    _show_neighbour(desk, -1)


def show_next_stream(desk: Desk) -> None:
    _show_neighbour(desk, 1)


def _show_neighbour(desk: Desk, by: int) -> None:
    session = desk.session
    ids = [stream.id for stream in session.now.streams]
    session.show_stream(ids[(ids.index(session.stream) + by) % len(ids)])


# -- responsibility -----------------------------------------------------------------------------------------
def choose_letters(desk: Desk) -> None:
    from vsdesigner.ui.roles.letter_set_dialog import open_letter_set  # late: the first frame may do without

    open_letter_set(desk.session, cast(QWidget, desk))


def make_roles(desk: Desk) -> None:
    """Offer the roles that the texts of the shown stream name, or say that they name nobody new."""
    from vsdesigner.ui.roles.prose_offer import open_make_roles  # late: the first frame may do without

    open_make_roles(desk.session, cast(QWidget, desk))


# -- help ---------------------------------------------------------------------------------------------------
def show_guide(desk: Desk) -> None:
    desk.help.show_guide()


def show_shortcuts(desk: Desk) -> None:
    desk.help.show_shortcuts()


def open_example(desk: Desk) -> None:
    desk.files.open_example()


def show_log_folder(desk: Desk) -> None:
    desk.help.show_log_folder()


def show_about(desk: Desk) -> None:
    desk.help.show_about()
