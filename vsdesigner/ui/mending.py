"""What can be done about a finding wherever it is shown: go there, mend it, ask for it at another level."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.document.change import Change
from vsdesigner.model.records import SETTINGS_ID, Flow, Role, Step, StreamMember, Tool
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.session import Session

if TYPE_CHECKING:
    from vsdesigner.commands.mends import Mend

FEW = 3  # mends that a menu or a row offers


def go_to(session: Session, finding: Finding) -> bool:
    """Select what a finding is about and put the keyboard into the field; False when it is gone."""
    return go_to_field(session, finding.record, finding.field, finding.part)


def go_to_field(session: Session, record: str, field: str = "", part: str = "") -> bool:
    """Select a record and put the keyboard into one of its fields, at a task or role (`part`) of it.

    Without a field, what is drawn is only selected and shown. False when the record is gone.
    """
    found = session.now.find(record)
    if record == SETTINGS_ID or found is None:
        return False
    if isinstance(found, Tool):  # a tool is written where steps name it
        users = (
            step.id
            for stream in session.now.streams
            for step in session.now.steps(stream.id)
            if any(use.tool == record for use in step.tools)
        )
        user = next(users, "")
        if user:
            session.field_requested.emit(user, "tools")
        return bool(user)
    if isinstance(found, Role) and not _holds_letters(session, record):
        session.view_requested.emit("raci")  # where it can be given letters
        session.role_requested.emit(record)
    elif field or not isinstance(found, StreamMember):
        session.field_requested.emit(record, f"{field}:{part}" if field and part else field)
    else:
        session.reveal((record,))
    return True


def _holds_letters(session: Session, role: str) -> bool:
    from vsdesigner.analysis.checks.role_without_letter import roles_in_use  # late: as below

    return role in roles_in_use(session.now)


def mends_of(session: Session, finding: Finding) -> tuple[Mend, ...]:
    """Return what can be done about a finding in one step, the most obvious first."""
    from vsdesigner.commands.mends import mends_for  # late: nobody mends in the first frame

    return mends_for(session.now, finding)


def is_choice(session: Session, finding: Finding) -> bool:
    """Say whether there are several ways to mend a finding of which only a person can know the right one."""
    from vsdesigner.commands.mends import SAFE

    return finding.check not in SAFE and len(mends_of(session, finding)) > 1


def mend_of_all(session: Session, finding: Finding) -> Mend | None:
    """Return the mend of all findings of the same kind at once, where none needs a look of its own."""
    from vsdesigner.commands.mends import mend_all

    alike = [other for other in session.problems.findings if other.check == finding.check]
    return mend_all(session.now, alike)


def apply_mend(session: Session, mend: Mend) -> None:
    """Put something right, as one undo step that is called like the mend, and show what it changed."""
    session.committing.emit()
    changes: list[Change] = []
    session.changed.connect(changes.append)
    try:
        with session.edit(mend.label) as draft:
            mend.verb(draft)
    finally:
        session.changed.disconnect(changes.append)
    for change in changes:
        _show_changed(session, change)


def _show_changed(session: Session, change: Change) -> None:
    """Select the steps that a mend has changed, else the flows; those are seen on the drawing only."""
    left = [record for id in (*change.added, *change.updated) if (record := session.now.find(id)) is not None]
    steps = [record.id for record in left if isinstance(record, Step)]
    flows = [record.id for record in left if isinstance(record, Flow)]
    if flows:
        session.view_requested.emit("lanes")
    if steps or flows:
        session.reveal(steps or flows)


def menu_mends(session: Session, record: str) -> list[tuple[str, Callable[[], None]]]:
    """Return what the menu of something drawn offers against what is wrong with it: words and what they do.

    What is only not written yet is no entry: the fields wait for it anyway.
    """
    found: list[tuple[str, Callable[[], None]]] = []
    for finding in session.problems.of(record):
        if finding.level.reaches(Level.WARNING) and not finding.unwritten:
            found += [
                (mend.label, partial(apply_mend, session, mend)) for mend in mends_of(session, finding)[:1]
            ]
    return found[:FEW]


def check_of(finding: Finding) -> Check | None:
    """Return the kind of a finding."""
    from vsdesigner.analysis.findings import ALL_CHECKS  # late: as above

    return next((check for check in ALL_CHECKS if check.id == finding.check), None)


def level_names() -> dict[str, str]:
    """Return the levels that a check can be given, with their words, in the order of a menu."""
    from vsdesigner.analysis.findings import OFF

    return {
        Level.ERROR.value: tr("Error"),
        Level.WARNING.value: tr("Warning"),
        Level.HINT.value: tr("Hint"),
        OFF: tr("Off"),
    }


def set_level(session: Session, check: str, title: str, level: str) -> None:
    """Ask for a check at another level in this document, `off` for not at all, "" for as the profile says."""
    from vsdesigner.commands import checks
    from vsdesigner.language import say

    words = level_names().get(level)
    label = (
        tr("Set the check “{title}” to {level}").format(title=say(title), level=words)
        if words
        else tr("Reset the check “{title}”").format(title=say(title))
    )
    with session.edit(label) as draft:
        checks.set_level(draft, check, level)


def reset_levels(session: Session) -> None:
    """Leave the levels of all checks to the profile."""
    from vsdesigner.commands import checks

    with session.edit(tr("Reset the levels of all checks")) as draft:
        checks.reset_levels(draft)


def set_profile(session: Session, profile: str) -> None:
    """Choose what is asked of the document."""
    from vsdesigner.analysis.profiles import profile_named
    from vsdesigner.commands import checks
    from vsdesigner.language import say

    label = tr("Check as “{profile}”").format(profile=say(profile_named(profile).title))
    with session.edit(label) as draft:
        checks.set_profile(draft, profile)
