"""Roles that prose names: found where somebody does something, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.graph import STREAM, graph
from vsdesigner.analysis.prose_roles import RoleCandidate, candidates
from vsdesigner.commands import roles, roles_from_prose
from vsdesigner.document.draft import Draft
from vsdesigner.model.parts import RaciLetter, RaciMark, Responsibility, Supplier, SupplierKind, Task
from vsdesigner.model.records import Organisation, Role, Step, Stream

PIECES = (
    *(
        "the",
        "service",
        "desk",
        "manager",
        "logs",
        "is",
        "responsible",
        "for",
        "by",
        "approved",
        "to",
        "informs",
    ),
    *(
        "Desk:",
        "_",
        ":",
        ".",
        "head",
        "of",
        "IT",
        "engineers",
        "will",
        "\n",
        "-",
        "escalates",
        "and",
        "owner:",
    ),
)


@pytest.fixture
def draft() -> Draft:
    return Draft(graph("D>a a>V"))


def found(draft: Draft, text: str) -> list[RoleCandidate]:
    draft.update(STREAM, description=text)
    return list(candidates(draft.view, STREAM))


@pytest.mark.parametrize(
    ("text", "name", "letters", "duty"),
    [
        ("The service desk logs the call.", "Service desk", "R", "Logs the call."),
        ("Service desk agent logs the call", "Service desk agent", "R", "Logs the call."),
        (
            "First, our buyer orders the laptop",
            "Buyer",
            "R",
            "Orders the laptop.",
        ),
        ("The architect will usually review the design.", "Architect", "R", "Reviews the design."),
        ("Network engineers configure the switches.", "Network engineers", "R", "Configure the switches."),
        (
            "When the L1 engineer closes it, all is well.",
            "L1 engineer",
            "R",
            "Closes it, all is well.",
        ),
        ("The product owner decides what comes first.", "Product owner", "A", "Decides what comes first."),
        ("The service owner is accountable for it all.", "Service owner", "A", "Is accountable for it all."),
        ("The caretaker is responsible for the keys.", "Caretaker", "R", "Is responsible for the keys."),
        ("The finance department must be informed.", "Finance department", "I", ""),
        ("The change is approved by the change manager.", "Change manager", "A", ""),
        ("It is installed by the network team within a day.", "Network team", "R", ""),
        ("Inform the requester", "Requester", "I", ""),
        ("We consult the security architect, too.", "Security architect", "C", ""),
        ("What is left gets escalated to the on-call engineer.", "On-call engineer", "", ""),
        ("Head of IT approves the budget.", "Head of IT", "A", "Approves the budget."),
        ("The IT department buys it.", "IT department", "R", "Buys it."),
        ("– Service desk: logs the call", "Service desk", "R", "Logs the call."),
        ("Roles:\n1. Barista: prepares the drink", "Barista", "R", "Prepares the drink."),
        (
            "* Floor manager: whatever is left",
            "Floor manager",
            "R",
            "Whatever is left.",
        ),
    ],
)
def test_named_in_prose(draft: Draft, text: str, name: str, letters: str, duty: str) -> None:
    (candidate,) = found(draft, text)
    assert candidate.name == name
    assert "".join(candidate.letters) == letters
    assert candidate.duty == duty
    assert candidate.sentence in text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The system logs the ticket.",
        "The customer portal sends a mail.",
        "Customer orders are checked before noon.",
        "Customer orders arrive all day.",
        "User requests from the portal",
        "User reports",
        "Demand from a customer who wants a laptop.",
        "A customer asks for a new service in their cloud environment.",
        "The customer gets on with their own business.",
        "This allows the client to focus on other things.",
        "The process ensures that nothing is forgotten.",
        "Let users test it, and have the stakeholders sign it off.",
        "Let the users test it.",
        "Write the instructions, and train users and support teams.",
        "Ask the customer what should get better.",
        "Put it on the team's sprint board.",
        "The team builds it.",
        "It is sent by email and paid by card.",
        "Simple service: 1-3 days",
        "Value: saves time and money",
        "Note: call the customer",
        "Please remember: logs the call",
        "The result is responsible for everything.",
        "The weather is informed.",
        "Der Kunde bestellt einen Laptop. Die IT prüft ihn.",
        "a" * 9_000,
        "::: , by the . by by to the",
    ],
)
def test_nobody_named(draft: Draft, text: str) -> None:
    assert found(draft, text) == []


def test_the_texts_of_a_stream(draft: Draft) -> None:
    """Every text is read, and each mention says where it stands."""
    client = roles.add_role(draft, "Client")
    draft.update(
        STREAM,
        owner="Head of operations",
        demand="The sales manager registers the order.",
        outcomes="The auditor confirms that it works.",
        value="The buyer pays less.",
        responsibilities=(Responsibility(id="d", role=client, duty="Informs the account manager."),),
    )
    draft.update(
        "a",
        tasks=(Task(id="t", text="Field engineer installs the box"),),
        supplier=Supplier(kind=SupplierKind.PARTNER, name="Boxes & Sons"),
    )
    places = {
        candidate.name: (*candidate.mentions[0][:3], candidate.letters)
        for candidate in candidates(draft.view, STREAM)
    }
    assert places == {
        "Head of operations": (STREAM, "owner", "", ("A",)),
        "Sales manager": (STREAM, "demand", "", ("R",)),
        "Auditor": (STREAM, "outcomes", "", ("R",)),
        "Buyer": (STREAM, "value", "", ("R",)),
        "Account manager": (STREAM, "responsibilities", "", ("I",)),
        "Field engineer": ("a", "tasks", "t", ("R",)),
        "Boxes & Sons": ("a", "supplier", "", ("R",)),
    }


@pytest.mark.parametrize("owner", ["John Doe", "Marta Lindqvist", "", "Us"])
def test_a_person_is_no_role(draft: Draft, owner: str) -> None:
    draft.update(STREAM, owner=owner)
    assert candidates(draft.view, STREAM) == ()


@pytest.mark.parametrize(
    "role", ["service desk", "Service Desks", " The global Service desk", "Service desk lead"]
)
def test_what_is_a_role_already(draft: Draft, role: str) -> None:
    draft.add(Role(id="r", name=role))
    assert found(draft, "The service desk logs the call.") == []


def test_an_owner_is_no_news_where_somebody_answers(draft: Draft) -> None:
    draft.update(STREAM, owner="Head of product")
    assert [each.name for each in candidates(draft.view, STREAM)] == ["Head of product"]
    draft.add(Role(id="r", name="Manager"))
    draft.update("a", raci=(RaciMark(role="r", letters="A/R"),))
    assert candidates(draft.view, STREAM) == ()


def test_a_partner_is_no_news_where_somebody_does_the_work(draft: Draft) -> None:
    draft.update("a", supplier=Supplier(kind=SupplierKind.PARTNER, name="Acme"))
    assert [each.name for each in candidates(draft.view, STREAM)] == ["Acme"]
    draft.add(Role(id="r", name="Provider"))
    draft.update("a", raci=(RaciMark(role="r", letters="R"),))
    assert candidates(draft.view, STREAM) == ()


def test_another_role_of_the_same_kind_is_offered(draft: Draft) -> None:
    roles.add_role(draft, "Service desk")
    (candidate,) = found(draft, "The service desk agent logs the call. The local desk repairs it.")[:1]
    assert candidate.name == "Service desk agent"
    assert [each.name for each in found(draft, "The local desk repairs it.")] == ["Local desk"]


def test_a_short_name_means_the_long_one(draft: Draft) -> None:
    (candidate,) = found(draft, "The service desk logs the call. Then the desk closes the ticket.")
    assert candidate.name == "Service desk"
    assert [mention.duty for mention in candidate.mentions] == ["Logs the call.", "Closes the ticket."]


def test_whom_a_role_belongs_to(draft: Draft) -> None:
    text = "The client approves it. The supplier delivers it. The barista serves it."
    assert {each.name: each.organisation for each in found(draft, text)} == {
        "Client": Organisation.CUSTOMER,
        "Supplier": Organisation.PARTNER,
        "Barista": Organisation.OWN,
    }
    draft.update("a", supplier=Supplier(kind=SupplierKind.PARTNER, name="Acme"))
    assert found(draft, "")[0].organisation is Organisation.PARTNER


@example("Desk: _")
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=12).map(" ".join))
def test_any_text_is_read(text: str) -> None:
    """Whatever stands there, nothing breaks, and each name stands in the text."""
    draft = Draft(graph("D>a a>V"))
    draft.update(STREAM, description=text)
    said = draft.get(STREAM, Stream).description.casefold()
    for candidate in candidates(draft.view, STREAM):
        assert all(word in said for word in candidate.name.casefold().split())
        assert candidate.name.strip()
    roles_from_prose.make_roles(draft, STREAM, candidates(draft.view, STREAM))


# -- the verb -------------------------------------------------------------------------------------------
def make(draft: Draft) -> list[str]:
    return roles_from_prose.make_roles(draft, STREAM, candidates(draft.view, STREAM))


def test_roles_are_made_with_their_duties(draft: Draft) -> None:
    draft.update(
        STREAM,
        description="The service desk logs the call. The supplier delivers the part.",
        owner="John Doe",
    )
    desk, supplier = make(draft)
    assert [role.name for role in draft.view.roles] == ["Service desk", "Supplier"]
    assert draft.get(supplier, Role).organisation is Organisation.PARTNER
    assert [(line.role, line.duty) for line in draft.get(STREAM, Stream).responsibilities] == [
        (desk, "Logs the call."),
        (supplier, "Delivers the part."),
    ]
    assert candidates(draft.view, STREAM) == (), "the offer is gone once it was taken"
    assert draft.get("a", Step).raci == ()


def test_tasks_give_letters(draft: Draft) -> None:
    tasks = (
        Task(id="t1", text="Service desk logs the call"),
        Task(id="t2", text="Inform the account manager"),
    )
    draft.update("a", tasks=tasks, supplier=Supplier(kind=SupplierKind.PARTNER, name="Acme"))
    desk, manager, acme = make(draft)
    step = draft.get("a", Step)
    assert step.tasks[0].raci == (RaciMark(role=desk, letters="R"),)
    assert step.tasks[1].raci == (RaciMark(role=manager, letters="I"),)
    assert step.raci == (RaciMark(role=acme, letters="R"),)
    assert draft.get(STREAM, Stream).responsibilities == (), "the letters say it"


def test_an_a_is_taken_from_nobody(draft: Draft) -> None:
    boss = roles.add_role(draft, "Boss")
    mark = RaciMark(role=boss, letters="A")
    draft.update("a", tasks=(Task(id="t", text="The change manager approves it", raci=(mark,)),))
    (manager,) = make(draft)
    assert draft.get("a", Step).tasks[0].raci == (mark,)
    assert [(line.role, line.duty) for line in draft.get(STREAM, Stream).responsibilities] == [(manager, "")]


def test_letters_that_the_set_lacks_are_not_given(draft: Draft) -> None:
    draft.update("document", raci_letters=(RaciLetter(letter="D", name="Does"),))
    draft.update("a", tasks=(Task(id="t", text="Service desk logs the call"),))
    make(draft)
    assert draft.get("a", Step).tasks[0].raci == ()


def test_a_line_that_stands_there_is_not_written_again(draft: Draft) -> None:
    draft.update(
        STREAM, description="The service desk logs the call.", value="The service desk logs the call."
    )
    chosen = candidates(draft.view, STREAM)
    for _time in range(2):
        roles_from_prose.make_roles(draft, STREAM, chosen)
    assert len(draft.get(STREAM, Stream).responsibilities) == 1
    assert len(draft.view.roles) == 1
