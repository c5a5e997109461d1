"""Mends of roles: the same one twice, in two spellings, without a part to play."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vsdesigner.analysis.checks.role_spelled_two_ways import role_variants
from vsdesigner.analysis.checks.role_without_letter import roles_in_use
from vsdesigner.analysis.finding import Finding
from vsdesigner.analysis.spellings import core, plain
from vsdesigner.analysis.words import quoted
from vsdesigner.commands import roles
from vsdesigner.commands.mends.labels import merge_label
from vsdesigner.commands.mends.mend import Mend
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say
from vsdesigner.model.records import Role
from vsdesigner.model.text import TEXT_LENGTH


def merge_twins(view: Snapshot, finding: Finding) -> Iterator[Mend]:
    """Offer to merge all roles of one name into the first."""
    role = view.find(finding.record)
    if not isinstance(role, Role) or not role.name.strip():
        return
    same = [other for other in view.roles if plain(other.name) == plain(role.name)]
    if len(same) > 1 and _fit_together(same):
        label = say("Merge the {count} roles {role} into one").format(count=len(same), role=quoted(role.name))
        yield _merging(label, same[0].id, same)


def merge_spellings(view: Snapshot, finding: Finding) -> Iterator[Mend]:
    """Offer each of the two spellings for all roles of that name."""
    variant = next((found for found in role_variants(view) if found.other.record == finding.record), None)
    if variant is None:
        return
    same = [role for role in view.roles if core(role.name) == core(variant.usual)]
    if not _fit_together(same):
        return
    count = len({plain(role.name) for role in same})
    for spelling in (variant.usual, variant.other.spelling):
        keep = next(role.id for role in same if role.name.strip() == spelling)
        yield _merging(merge_label(count, spelling), keep, same)


def remove_unused(view: Snapshot, finding: Finding) -> Iterator[Mend]:
    """Offer to remove a role that is written down nowhere else either."""
    role = view.find(finding.record)
    if not isinstance(role, Role) or role.duty.strip() or role.id in roles_in_use(view):
        return
    if any(line.role == role.id for stream in view.streams for line in stream.responsibilities):
        return
    named = bool(role.name.strip())
    label = say("Remove the role {role}") if named else say("Remove the role without a name")
    yield Mend(label.format(role=quoted(role.name)), lambda draft: roles.remove_role(draft, finding.record))


def _fit_together(roles: Iterable[Role]) -> bool:
    """Whether the duties of roles are short enough to stand in one field, each on its line."""
    return sum(len(role.duty) + 1 for role in roles) <= TEXT_LENGTH


def _merging(label: str, keep: str, same: Iterable[Role]) -> Mend:
    others = [role.id for role in same if role.id != keep]
    return Mend(label, lambda draft: roles.merge_roles(draft, keep, others))
