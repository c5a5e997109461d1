"""Verbs on roles: made, changed, put in order, merged and removed, with what hangs on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vsdesigner.commands.raci import Marks, change_rows, in_role_order, spelled
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say
from vsdesigner.model.errors import UserError
from vsdesigner.model.ids import new_id
from vsdesigner.model.parts import RaciLetter, RaciMark, Responsibility
from vsdesigner.model.records import Role, Stream
from vsdesigner.model.text import TEXT_LENGTH

#: What `set_role` may change.
FIELDS = frozenset({"name", "duty", "organisation", "organisation_name"})


def role_named(view: Snapshot, name: str, but: str = "") -> Role | None:
    """Return the role with this name (case and spaces ignored) that is not `but`, or None."""
    wanted = plain(name)
    return next((role for role in view.roles if role.id != but and plain(role.name) == wanted), None)


def plain(name: str) -> str:
    """Return a name in the form in which roles must differ."""
    return " ".join(name.casefold().split())


def add_role(draft: Draft, name: str, after: str = "") -> str:
    """Return the id of the role with this name, made when there is none: last, or behind the role `after`."""
    found = role_named(draft.view, name)
    if found is not None:
        return found.id
    order = max((role.order for role in draft.view.roles), default=-1) + 1
    id = draft.add(Role(id=new_id("role"), name=name.strip(), order=order)).id
    if after:
        draft.get(after, Role)
        ids = [role.id for role in draft.view.roles if role.id != id]
        reorder_role(draft, id, ids.index(after) + 1)
    return id


def rename_role(draft: Draft, role: str, name: str) -> None:
    """Give a role another name wherever it stands."""
    set_role(draft, role, name=name)


def set_role(draft: Draft, role: str, **fields: object) -> None:
    """Change name, duty, organisation or organisation_name of a role; TypeError for other fields."""
    draft.get(role, Role)
    unknown = fields.keys() - FIELDS
    if unknown:
        raise TypeError(f"a role has no {', '.join(sorted(unknown))} to set")
    for name in ("name", "organisation_name"):
        text = fields.get(name)
        if isinstance(text, str):
            fields[name] = text.strip()
    draft.update(role, **fields)


def reorder_role(draft: Draft, role: str, position: int) -> None:
    """Put a role at `position` (0-based) among the roles; the letters of all rows follow this order."""
    draft.get(role, Role)
    ids = [other.id for other in draft.view.roles if other.id != role]
    ids.insert(max(0, min(position, len(ids))), role)
    for order, id in enumerate(ids):
        draft.update(id, order=order)
    view = draft.view
    change_rows(draft, lambda marks: in_role_order(view, marks))


def remove_role(draft: Draft, role: str) -> None:
    """Remove a role with all its letters and duties."""
    draft.get(role, Role)
    draft.remove(role)


def merge_roles(draft: Draft, keep: str, others: Iterable[str]) -> None:
    """Let `keep` stand for the other roles too: their letters, lines of use cases and duties go to it.

    In each row it holds the letters of all of them, in the order of the letter set and the A once; duties
    that differ are joined, one a line. Raises UserError when they are too long for that.
    """
    kept = draft.get(keep, Role)
    merged = [draft.get(id, Role) for id in dict.fromkeys(others) if id != keep]
    gone = {role.id for role in merged}
    if not gone:
        return
    view = draft.view
    known = view.settings.raci_letters
    change_rows(draft, lambda marks: in_role_order(view, _joined_marks(marks, keep, gone, known)))
    for stream in draft.view.streams:
        lines = _joined_lines(stream, keep, gone)
        if lines != stream.responsibilities:
            draft.update(stream.id, responsibilities=lines)
    same = (role for role in merged if role.organisation is kept.organisation)
    name = kept.organisation_name or next(filter(None, (role.organisation_name for role in same)), "")
    draft.update(keep, duty=_joined_duty([kept, *merged]), organisation_name=name)
    for role in merged:
        draft.remove(role.id)


def _joined_marks(marks: Marks, keep: str, gone: set[str], known: Sequence[RaciLetter]) -> list[RaciMark]:
    mine = [mark for mark in marks if mark.role == keep or mark.role in gone]
    found = [mark for mark in marks if mark not in mine]
    if mine:
        first = next((mark for mark in mine if mark.role == keep), mine[0])
        letters = spelled(known, "/".join(mark.letters for mark in mine))
        found.append(first.model_copy(update={"role": keep, "letters": letters}))
    return found


def _joined_lines(stream: Stream, keep: str, gone: set[str]) -> tuple[Responsibility, ...]:
    """The lines of a use case with the roles repointed; one that then says the same again is left out."""
    found: list[Responsibility] = []
    seen: set[str] = set()
    for line in stream.responsibilities:
        if line.role in gone or line.role == keep:
            if plain(line.duty) in seen:
                continue
            seen.add(plain(line.duty))
        found.append(line.model_copy(update={"role": keep}) if line.role in gone else line)
    return tuple(found)


def _joined_duty(roles: Sequence[Role]) -> str:
    duties: dict[str, str] = {}
    for role in roles:
        duties.setdefault(plain(role.duty), role.duty.strip())
    joined = "\n".join(filter(None, duties.values()))
    if len(joined) > TEXT_LENGTH:
        raise UserError(
            say("The duties of these roles are too long to stand together; shorten one, then merge again.")
        )
    return joined
