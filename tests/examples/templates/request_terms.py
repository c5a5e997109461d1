"""What both variants of the service request share: who takes part, and what it is for."""

from __future__ import annotations

from tests.examples.entries import RoleEntry

USER, APPROVER, AGENT, LICENCES, TECHNICIAN, OWNER = (
    "User",
    "Line manager",
    "Service desk agent",
    "Licence manager",
    "Workplace engineer",
    "Catalogue owner",
)

ROLES = (
    RoleEntry(USER, "Asks for what they need and says whether it works.", "customer"),
    RoleEntry(
        APPROVER, "Approves what costs money, and says which roles get what without asking.", "customer"
    ),
    RoleEntry(AGENT, "Helps to ask for the right thing and keeps the user informed."),
    RoleEntry(LICENCES, "Keeps enough licences, and knows who uses them."),
    RoleEntry(TECHNICIAN, "Installs the software, or looks after what installs it."),
    RoleEntry(OWNER, "Answers for the catalogue: what is in it, how long it takes, how it gets better."),
)

DEMAND = "A user needs software for their work."
VALUE = "The user can do their work without chasing anybody."
OUTCOMES = "The software is installed and licensed, it works, and the user knows how to begin."
