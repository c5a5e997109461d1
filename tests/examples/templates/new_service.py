"""The template of developing a new service, from a documented need to its release."""

from __future__ import annotations

from tests.examples.entries import (
    FlowEntry,
    LeadEntry,
    NoteEntry,
    RoleEntry,
    StepEntry,
    Story,
    StreamEntry,
)

CUSTOMER, ANALYST, PORTFOLIO, ARCHITECT, BUILDERS, RELEASES, DESK = (
    "Customer",
    "Business analyst",
    "Portfolio manager",
    "Service architect",
    "Product team",
    "Release manager",
    "Service desk lead",
)

ROLES = (
    RoleEntry(CUSTOMER, "Says what is needed and what it is worth, and accepts the result.", "customer"),
    RoleEntry(ANALYST, "Turns wishes into requirements that one can build and test."),
    RoleEntry(PORTFOLIO, "Prepares the decision about money and keeps the portfolio in balance."),
    RoleEntry(ARCHITECT, "Designs the service with everything that keeps it running."),
    RoleEntry(BUILDERS, "Builds, configures and tests the components."),
    RoleEntry(RELEASES, "Brings the service into operation and to its users."),
    RoleEntry(DESK, "Gets support ready and helps users from the first day."),
)

STEPS = (
    StepEntry(
        key="understand",
        name="Document what is needed",
        lane="engage",
        at=(0, 0),
        tasks=(
            "Listen to the customer: what do they want to achieve, and for whom?",
            "Write the requirements down, with how one can tell that they are met.",
            "Agree what comes first and what can wait.",
            "Check whether a service of the catalogue does it already.",
        ),
        practices={
            "Business analysis": "Finds the need behind the wish.",
            "Relationship management": "Knows the customer and who else has a stake in it.",
            "Service level management": "Asks early how good the service has to be.",
            "Portfolio management": "Gives the form in which ideas come in.",
        },
        tools={
            "Requirements tools": ("Jira", "Azure DevOps"),
            "Meeting tools": ("Microsoft Teams", "Zoom"),
        },
        raci={CUSTOMER: "C", ANALYST: "A/R", PORTFOLIO: "I"},
        work="3 days",
        wait="1 week",
        accurate=80.0,
        visible=True,
        inputs=("Demand or opportunity",),
        outputs=("Documented requirements",),
        skills=("Asking and listening",),
        metrics=("Requirements that change later",),
    ),
    StepEntry(
        key="decide",
        name="Decide whether to invest",
        lane="plan",
        at=(1, 0),
        tasks=(
            "Estimate cost, benefit and risk together with those who know.",
            "Write the business case on two pages.",
            "Compare it with what else could be done with the money.",
            "Decide, and tell the customer why.",
        ),
        practices={
            "Portfolio management": "Puts the idea beside the others and prepares the decision.",
            "Service financial management": "Works out what it costs to build and to run.",
            "Risk management": "Names what can go wrong, and what one would do then.",
            "Architecture management": "Says whether it fits what there is.",
        },
        tools={"Portfolio management tools": ("Planview",), "Spreadsheets": ("Microsoft Excel",)},
        raci={CUSTOMER: "C", ANALYST: "R", PORTFOLIO: "A", ARCHITECT: "C"},
        work="2 days",
        wait="2 weeks",
        accurate=90.0,
        inputs=("Documented requirements",),
        outputs=("Business case", "Decision and budget"),
        constraints=("The investment board meets every two weeks.",),
        metrics=("Time until a decision",),
    ),
    StepEntry(
        key="design",
        name="Design the service and its architecture",
        lane="design_and_transition",
        at=(2, 0),
        facet="design",
        tasks=(
            "Sketch the service from the point of view of its users.",
            "Draw the architecture: components, suppliers, data, interfaces.",
            "Plan availability, capacity, security and continuity.",
            "Agree the service levels with the customer.",
        ),
        practices={
            "Service design": "Looks at the whole: users, support, suppliers and technology.",
            "Architecture management": "Keeps the new service in line with the rest.",
            "Information security management": "Brings protection in from the start.",
            "Availability management": "Says what it takes to stay up.",
            "Service continuity management": "Says what happens on a very bad day.",
            "Supplier management": "Finds out who could deliver which part.",
        },
        tools={
            "Diagramming tools": ("Visio", "draw.io"),
            "Architecture tools": ("Archi",),
        },
        raci={CUSTOMER: "C", ANALYST: "R", ARCHITECT: "A/R", BUILDERS: "C"},
        work="8 days",
        wait="1 week",
        accurate=85.0,
        inputs=("Decision and budget",),
        information=("Principles of our architecture",),
        outputs=("Design of the service", "Agreed service levels"),
        skills=("Service design", "Information security"),
    ),
    StepEntry(
        key="build",
        name="Build, configure or buy the components",
        lane="obtain_build",
        at=(3, 0),
        tasks=(
            "Choose for each component whether it is built or bought.",
            "Order from suppliers and check what they deliver.",
            "Build and configure in short rounds, each with something to show.",
            "Test the components alone and together.",
        ),
        practices={
            "Software development and management": "Builds what cannot be bought.",
            "Infrastructure and platform management": "Provides what the service runs on.",
            "Supplier management": "Places the orders and follows them up.",
            "Project management": "Keeps scope, time and money together.",
            "Service validation and testing": "Tests early, so that faults stay small.",
        },
        tools={
            "Development tools": ("GitLab", "GitHub"),
            "Cloud platforms": ("Microsoft Azure", "AWS"),
            "Project management tools": ("Microsoft Project", "Jira"),
        },
        raci={PORTFOLIO: "I", ARCHITECT: "C", BUILDERS: "A/R"},
        work="20 days",
        wait="2 weeks",
        accurate=85.0,
        automation="mixed",
        inputs=("Design of the service",),
        outputs=("Tested components",),
        metrics=("Faults found per round",),
    ),
    StepEntry(
        key="deploy",
        name="Deploy everything for the launch",
        lane="design_and_transition",
        at=(4, 0),
        facet="transition",
        tasks=(
            "Bring the components into the live environment, still out of sight.",
            "Run the acceptance test with the customer.",
            "Train the service desk and write the articles that users will look for.",
            "Rehearse the launch and the way back.",
        ),
        practices={
            "Change enablement": "Authorizes the step into the live environment.",
            "Deployment management": "Moves the components there.",
            "Service validation and testing": "Shows that the whole service works.",
            "Knowledge management": "Gets instructions and articles ready.",
        },
        tools={
            "CI/CD tools": ("GitLab", "Jenkins"),
            "Testing tools": ("Selenium",),
            "Knowledge base tools": ("Confluence",),
        },
        raci={CUSTOMER: "C", BUILDERS: "R", RELEASES: "A/R", DESK: "C"},
        work="5 days",
        wait="3 days",
        accurate=90.0,
        automation="mixed",
        inputs=("Tested components",),
        outputs=("Accepted service, ready for launch", "Trained service desk"),
        metrics=("Faults found in the acceptance test",),
    ),
    StepEntry(
        key="release",
        name="Release the service to its users",
        lane="deliver_and_support",
        at=(5, 0),
        tasks=(
            "Put the service into the catalogue.",
            "Open it to a first group, then to everybody.",
            "Help users in their first days, with more people than usual.",
            "Look after four weeks whether the benefit shows.",
        ),
        practices={
            "Release management": "Decides who gets the service when.",
            "Service catalogue management": "Shows users that there is something new.",
            "Service desk": "Helps with the first questions.",
            "Incident management": "Reacts quickly while the service is young.",
            "Relationship management": "Asks the customer whether it is what they hoped for.",
        },
        tools={
            "Service desk tools": ("ServiceNow", "Jira Service Management"),
            "Monitoring tools": ("Grafana",),
        },
        raci={CUSTOMER: "I", PORTFOLIO: "I", RELEASES: "A", DESK: "R"},
        work="3 days",
        wait="2 days",
        accurate=95.0,
        visible=True,
        inputs=("Accepted service, ready for launch",),
        outputs=("Service in use",),
        metrics=("Users after four weeks", "Calls per hundred users"),
    ),
)

STREAM = StreamEntry(
    key="new-service",
    name="Develop a new service",
    short_name="New service",
    owner="Head of service development",
    description=(
        "A customer needs something that no service of ours does yet, or we see a chance. We understand "
        "the need, decide whether it is worth the money, design and build the service, and bring it to "
        "those who use it."
    ),
    demand="A customer needs a service that we do not offer yet.",
    outcomes="The service is in the catalogue, runs at its agreed level, and its users know how to use it.",
    value="Customers reach what they could not reach before.",
    lead_times=(
        LeadEntry("Made of what exists", 6.0, 10.0, "weeks"),
        LeadEntry("Newly built", 12.0, 26.0, "weeks"),
    ),
    offerings=("The new service itself", "Introduction and training"),
    steps=STEPS,
    flows=(
        FlowEntry("demand", "understand"),
        FlowEntry("understand", "decide"),
        FlowEntry("decide", "understand", "Too many questions open", "rework", 20.0),
        FlowEntry("decide", "design", "Go", share=80.0),
        FlowEntry("design", "build"),
        FlowEntry("build", "deploy"),
        FlowEntry("deploy", "build", "Not accepted", "rework", 15.0),
        FlowEntry("deploy", "release", "Accepted", share=85.0),
        FlowEntry("release", "value"),
    ),
    notes=(
        NoteEntry(
            "A starting point: adapt it. Which gates does an investment go through in your organization? "
            "Put in your own roles, and lead times that you can promise.",
            "obtain_build",
        ),
    ),
)

STORY = Story(file="new-service.vstream", status="Template", roles=ROLES, streams=(STREAM,))
