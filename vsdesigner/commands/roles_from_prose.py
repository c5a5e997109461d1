"""The verb that makes roles of what the prose of a use case and of its tasks says."""

from __future__ import annotations

from collections.abc import Iterable

from vsdesigner.analysis.prose_roles import Mention, RoleCandidate
from vsdesigner.commands import raci, roles
from vsdesigner.document.draft import Draft
from vsdesigner.model.parts import Responsibility
from vsdesigner.model.records import Organisation, Step, Stream
from vsdesigner.model.text import LIST_LENGTH, NAME_LENGTH


def make_roles(draft: Draft, stream: str, candidates: Iterable[RoleCandidate]) -> list[str]:
    """Make a role of each candidate; returns their ids.

    What the use case says a role does becomes a line of its roles and responsibilities. A role that a task
    names, or a partner who carries out a step, gets the letter that the words suggest where the document has
    it; an A is never taken from somebody. A role that gets neither stands in the use case with no duty.
    """
    draft.get(stream, Stream)
    made: list[str] = []
    for candidate in candidates:
        known = roles.role_named(draft.view, candidate.name)
        role = roles.add_role(draft, candidate.name[:NAME_LENGTH])
        if known is None and candidate.organisation is not Organisation.OWN:
            roles.set_role(draft, role, organisation=candidate.organisation)
        lettered = [_give_letter(draft, role, mention) for mention in candidate.mentions]
        duties = [mention.duty for mention in candidate.mentions if mention.duty and not mention.task]
        _add_lines(draft, stream, role, duties or ([] if any(lettered) else [""]))
        made.append(role)
    return made


def _give_letter(draft: Draft, role: str, mention: Mention) -> bool:
    """Give the role the letter of a mention in a step; False when it can have none there."""
    step = draft.find(mention.record)
    known = {entry.letter for entry in draft.view.settings.raci_letters}
    if not isinstance(step, Step) or mention.letters not in known:
        return False
    if mention.task and all(line.id != mention.task for line in step.tasks):
        return False
    marks = raci.marks_of(step, mention.task)
    present = {letter for mark in marks for letter in mark.letters.split("/")}
    if mention.letters == raci.ACCOUNTABLE and raci.ACCOUNTABLE in present:
        return False
    if mention.letters not in raci.held(draft.view, (step.id, mention.task, role)).split("/"):
        raci.toggle_letter(draft, step.id, role, mention.letters, task=mention.task)
    return True


def _add_lines(draft: Draft, stream: str, role: str, duties: Iterable[str]) -> None:
    lines = list(draft.get(stream, Stream).responsibilities)
    for duty in duties:
        said = {roles.plain(line.duty) for line in lines if line.role == role}
        if roles.plain(duty) in said or (not duty and said) or len(lines) >= LIST_LENGTH:
            continue
        lines.append(Responsibility.new(role, duty))
    draft.update(stream, responsibilities=tuple(lines))
