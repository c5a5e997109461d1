"""Changes roles from wherever they are shown, each in one undo step, and tells what hangs on them."""

from __future__ import annotations

from vsdesigner.commands import roles
from vsdesigner.document.wording import role_name
from vsdesigner.model.errors import UserError
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import shortened
from vsdesigner.ui.session import Session

NAME = 40  # characters of a name in a sentence


def _short(session: Session, role: str) -> str:
    return shortened(role_name(session.now, role), NAME)


def add(session: Session, name: str) -> str:
    """Add a role behind the others and return its id; one of this name is told and returned."""
    present = roles.role_named(session.now, name)
    if present is not None:
        session.tell(tr("There is a role “{name}” already.").format(name=shortened(name, NAME)))
        return present.id
    with session.edit(tr("Add the role “{name}”").format(name=shortened(name, NAME))) as draft:
        return roles.add_role(draft, name)


def rename(session: Session, role: str, name: str) -> None:
    """Give a role another name; a name that is taken is told, with the offer to make one role of both."""
    before = _short(session, role)
    if role not in session.now or not name.strip() or name.strip() == role_name(session.now, role):
        return
    taken = roles.role_named(session.now, name, but=role)
    if taken is not None:
        other = taken.id
        session.tell(
            tr("There is a role “{name}” already.").format(name=shortened(name, NAME)),
            tr("Merge the two"),
            lambda: merge(session, role, other),
        )
        return
    with session.edit(tr("Rename “{name}”").format(name=before)) as draft:
        roles.rename_role(draft, role, name)


def merge(session: Session, role: str, into: str) -> None:
    """Let one role stand for another as well, which goes."""
    if role not in session.now or into not in session.now:
        return
    name, kept = _short(session, role), _short(session, into)
    try:
        with session.edit(tr("Merge “{name}” into “{other}”").format(name=name, other=kept)) as draft:
            roles.merge_roles(draft, into, [role])
    except UserError as error:
        session.tell(str(error))
        return
    text = tr("“{other}” has the letters and duties of “{name}” now.").format(other=kept, name=name)
    session.tell_with_undo(text)


def move(session: Session, role: str, place: int) -> None:
    """Put a role at a place (0-based) among the roles."""
    ids = [entry.id for entry in session.now.roles]
    place = max(0, min(place, len(ids) - 1))
    if role not in ids or ids.index(role) == place:
        return
    with session.edit(tr("Move the role “{name}”").format(name=_short(session, role))) as draft:
        roles.reorder_role(draft, role, place)


def shift(session: Session, role: str, by: int) -> None:
    """Move a role by some places to the right, or to the left when `by` is less than 0."""
    ids = [entry.id for entry in session.now.roles]
    if role in ids:
        move(session, role, ids.index(role) + by)


def remove(session: Session, role: str) -> None:
    """Remove a role with its letters, and tell it."""
    if role not in session.now:
        return
    name = _short(session, role)
    with session.edit(tr("Remove the role “{name}”").format(name=name)) as draft:
        roles.remove_role(draft, role)
    text = tr("The role “{name}” is gone, with its letters in all steps.").format(name=name)
    session.tell_with_undo(text)
