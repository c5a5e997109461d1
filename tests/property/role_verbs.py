"""The verbs on roles, their letters and the letter set, for the machine of `test_editor`."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from vsdesigner.analysis.prose_roles import candidates
from vsdesigner.commands import letter_sets, raci, roles, roles_from_prose
from vsdesigner.document.draft import Draft
from vsdesigner.model.parts import RaciLetter, Task
from vsdesigner.model.records import Organisation, Step

names = st.sampled_from(("Client", "Owner", "client", "Engineer", "", "=cmd()", "مرحبا", "x" * 500))
few_names = st.sampled_from(("Client", "Owner", "client", "Engineer"))
sentences = st.sampled_from(
    (
        "The service desk logs the call.",
        "Inform the client",
        "The boss approves it.",
        "Supplier: ships it",
        "",
    )
)
own_letters = st.sampled_from(("R", "A", "S", "D", "QA"))


def _role(draft: Draft, data: st.DataObject) -> str:
    return data.draw(st.sampled_from(draft.view.roles)).id


def _cells(draft: Draft, stream: str, data: st.DataObject) -> list[raci.Cell]:
    """Some cells of the matrix, with a role made where there are few."""
    for name in ("Client", "Engineer"):
        roles.add_role(draft, name)
    every = [
        raci.Cell(step.id, task, role.id)
        for step in draft.view.steps(stream)
        for task in ("", *(line.id for line in step.tasks))
        for role in draft.view.roles
    ]
    return data.draw(st.lists(st.sampled_from(every), min_size=1, max_size=5, unique=True))


def _letters(draft: Draft, data: st.DataObject) -> str:
    known = [entry.letter for entry in draft.view.settings.raci_letters]
    return "/".join(data.draw(st.lists(st.sampled_from(known), unique=True, max_size=3)))


def set_letters(draft: Draft, stream: str, data: st.DataObject) -> None:
    role = roles.add_role(draft, data.draw(few_names))
    step = data.draw(st.sampled_from(draft.view.steps(stream))).id
    tasks = ["", *(task.id for task in draft.get(step, Step).tasks)]
    raci.set_letters(draft, step, role, _letters(draft, data), task=data.draw(st.sampled_from(tasks)))


def toggle_letter(draft: Draft, stream: str, data: st.DataObject) -> None:
    role = roles.add_role(draft, data.draw(few_names))
    step = data.draw(st.sampled_from(draft.view.steps(stream))).id
    known = [entry.letter for entry in draft.view.settings.raci_letters]
    raci.toggle_letter(draft, step, role, data.draw(st.sampled_from(known)))


def set_many(draft: Draft, stream: str, data: st.DataObject) -> None:
    cells = _cells(draft, stream, data)
    raci.set_many(draft, cells, _letters(draft, data) if data.draw(st.booleans()) else _next(draft, cells))


def _next(draft: Draft, cells: list[raci.Cell]) -> str:
    return raci.next_letters(draft.view, cells)


def toggle_many(draft: Draft, stream: str, data: st.DataObject) -> None:
    known = [entry.letter for entry in draft.view.settings.raci_letters]
    raci.toggle_many(draft, _cells(draft, stream, data), data.draw(st.sampled_from(known)))


def add_role(draft: Draft, stream: str, data: st.DataObject) -> None:
    after = data.draw(st.sampled_from(["", *(role.id for role in draft.view.roles)]))
    roles.add_role(draft, data.draw(names), after)


def rename_role(draft: Draft, stream: str, data: st.DataObject) -> None:
    roles.rename_role(draft, _role(draft, data), data.draw(names))


def set_role(draft: Draft, stream: str, data: st.DataObject) -> None:
    fields: dict[str, object] = {
        "duty": data.draw(names),
        "organisation": data.draw(st.sampled_from(Organisation)),
        "organisation_name": data.draw(names),
    }
    field = data.draw(st.sampled_from(sorted(fields)))
    roles.set_role(draft, _role(draft, data), **{field: fields[field]})


def reorder_role(draft: Draft, stream: str, data: st.DataObject) -> None:
    roles.add_role(draft, "One more")
    roles.reorder_role(draft, _role(draft, data), data.draw(st.integers(-1, 6)))


def merge_roles(draft: Draft, stream: str, data: st.DataObject) -> None:
    roles.add_role(draft, "One more")
    ids = [role.id for role in draft.view.roles]
    others = data.draw(st.lists(st.sampled_from(ids), max_size=3))
    roles.merge_roles(draft, data.draw(st.sampled_from(ids)), others)


def remove_role(draft: Draft, stream: str, data: st.DataObject) -> None:
    roles.remove_role(draft, _role(draft, data))


def use_set(draft: Draft, stream: str, data: st.DataObject) -> None:
    chosen = data.draw(st.sampled_from(letter_sets.SETS))
    letter_sets.use_set(draft, chosen.id, keep=data.draw(st.booleans()))


def set_own_letters(draft: Draft, stream: str, data: st.DataObject) -> None:
    letters = data.draw(st.lists(own_letters, min_size=1, max_size=5, unique=True))
    present = [entry.letter for entry in draft.view.settings.raci_letters]
    renamed = {data.draw(st.sampled_from(present)): letters[0]} if data.draw(st.booleans()) else {}
    letter_sets.set_letters_of_document(
        draft,
        [RaciLetter(letter=letter, name=f"Means {letter}") for letter in letters],
        renamed=renamed,
        keep=data.draw(st.booleans()),
    )


def set_implied(draft: Draft, stream: str, data: st.DataObject) -> None:
    letter_sets.set_accountable_implies_responsible(draft, data.draw(st.booleans()))


def make_roles(draft: Draft, stream: str, data: st.DataObject) -> None:
    """Prose is written, and some of what it names becomes roles; the document may have moved on meanwhile."""
    draft.update(stream, description=data.draw(st.lists(sentences, max_size=3).map(" ".join)))
    for step in draft.view.steps(stream)[:1]:
        draft.update(step.id, tasks=(*step.tasks[:3], Task.new(data.draw(sentences))))
    found = candidates(draft.view, stream)
    if data.draw(st.booleans()):
        for step in draft.view.steps(stream):
            draft.update(step.id, tasks=())
    roles_from_prose.make_roles(draft, stream, [each for each in found if data.draw(st.booleans())])


VERBS: dict[Callable[[Draft, str, st.DataObject], None], tuple[Callable[..., object], ...]] = {
    set_letters: (raci.set_letters,),
    toggle_letter: (raci.toggle_letter,),
    set_many: (raci.set_many,),
    toggle_many: (raci.toggle_many,),
    add_role: (roles.add_role,),
    rename_role: (roles.rename_role,),
    set_role: (roles.set_role,),
    reorder_role: (roles.reorder_role,),
    merge_roles: (roles.merge_roles, raci.change_rows),
    remove_role: (roles.remove_role,),
    make_roles: (roles_from_prose.make_roles,),
    use_set: (letter_sets.use_set,),
    set_own_letters: (letter_sets.set_letters_of_document,),
    set_implied: (letter_sets.set_accountable_implies_responsible,),
}
NEEDS_STEP = frozenset({set_letters, toggle_letter, set_many, toggle_many})
NEEDS_ROLE = frozenset({rename_role, set_role, remove_role})
