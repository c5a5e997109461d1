"""Names of steps that start with no verb."""

from __future__ import annotations

import pytest

from tests.analysis.build import edited, only, sound
from vsdesigner.analysis.findings import Level
from vsdesigner.analysis.first_words import starts_with_no_verb


def test_a_name_that_starts_with_a_noun() -> None:
    finding = only(edited(sound(), "first", name="Incident registration"), "step-name-without-verb")
    assert (finding.record, finding.field, finding.level) == ("first", "name", Level.HINT)
    assert finding.text == "Step 1 “Incident registration” does not start with a verb."


def test_a_step_without_a_name() -> None:
    assert only(edited(sound(), "first", name=" "), "step-without-name").text == "Step 1 has no name."


@pytest.mark.parametrize(
    "name",
    [
        "Prioritization of tickets",
        "Requirements and expectations",
        "The agent answers",
        "New hardware",
        "User reports a fault",
        "Testing",
        "Continuously monitoring the service",
        "Monthly review",
        "Readiness check",
        "Known-error look-up",
        "Infrastructure set-up",
        "Knowledge capture",
        "Deployment",
    ],
)
def test_surely_no_verb(name: str) -> None:
    assert starts_with_no_verb(name)


@pytest.mark.parametrize(
    "name",
    [
        "Take in the request",
        "Document the change",
        "Implement it",
        "Provision the service",
        "Decommission the server",
        "Balance the load",
        "Reference the contract",
        "Bring it into use",
        "Supply the parts",
        "Apply the fix",
        "Continuously look for improvements",
        "Jointly agree on the scope",
        "Request approval",
        "Change the record",
        "Test and release",
        "Service the machine",
        "Plan, design and build",
        "2. Check the order",
        "Re-route the ticket",
        "QA",
        "…",
        "Anforderungen klären",
        "Information einholen",
        "Dokumentation bereitstellen",
        "Évaluation des besoins",
        "要件を確認する",
    ],
)
def test_perhaps_a_verb(name: str) -> None:
    assert not starts_with_no_verb(name)
