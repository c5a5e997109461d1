"""Check that every role is spelled in one way."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.spellings import Use, Variant, plain, variants
from vsdesigner.analysis.words import quoted
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say
from vsdesigner.model.records import Role

CHECK = Check(
    "role-spelled-two-ways",
    Level.HINT,
    "Role spelled two ways",
    "Two spellings of one role get two columns, and the letters of one person are torn apart.",
)


def find(view: Snapshot) -> Iterator[Finding]:
    """Yield one finding for each spelling of a role but the first one."""
    for usual, other in role_variants(view):
        text = say("The role {role} is also spelled {usual}.").format(
            role=quoted(other.spelling), usual=quoted(usual)
        )
        yield CHECK.on(other.record, "name", text)


def role_variants(view: Snapshot) -> Iterator[Variant]:
    """Yield the spellings of roles but the first of each; what is the same name altogether is one."""
    roles: dict[str, Role] = {}
    for role in view.roles:
        roles.setdefault(plain(role.name), role)
    yield from variants(Use(role.name.strip(), role.id) for role in roles.values())
