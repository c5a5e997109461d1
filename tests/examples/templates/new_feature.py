"""The template of a new feature: from a wish in the backlog to a feature that is used."""

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

CUSTOMER, SUPPORT, OWNER, DESIGNER, DEVELOPERS, OPERATIONS = (
    "Customer",
    "Customer support",
    "Product owner",
    "Product designer",
    "Development team",
    "Platform operations",
)

ROLES = (
    RoleEntry(CUSTOMER, "Says what is missing and tries what comes out of it.", "customer"),
    RoleEntry(SUPPORT, "Takes wishes in, asks back and tells customers what becomes of them."),
    RoleEntry(OWNER, "Decides what is built next, and answers for the use that it brings."),
    RoleEntry(DESIGNER, "Works out how the feature behaves and looks."),
    RoleEntry(DEVELOPERS, "Builds, tests and repairs the feature."),
    RoleEntry(OPERATIONS, "Runs the pipeline and the platform, and watches both."),
)

STEPS = (
    StepEntry(
        key="submit",
        name="Receive and clarify the wish",
        lane="engage",
        at=(0, 0),
        tasks=(
            "Take the wish in from the portal, the chat or a conversation.",
            "Ask what the customer wants to get done with it.",
            "Put it beside wishes that ask for the same.",
            "Tell the customer how we go on and when they hear from us.",
        ),
        practices={
            "Service desk": "Is open for wishes as it is for faults.",
            "Relationship management": "Knows which customers could say more about it.",
            "Business analysis": "Finds the need behind the wish.",
        },
        tools={
            "Feedback tools": ("Productboard", "Canny"),
            "Service desk tools": ("Zendesk",),
        },
        raci={CUSTOMER: "C", SUPPORT: "A/R", OWNER: "I"},
        work="30 minutes",
        wait="4 hours",
        accurate=75.0,
        automation="mixed",
        visible=True,
        inputs=("Wish of a customer",),
        outputs=("Clear wish with its reason",),
        metrics=("Wishes that need no second question",),
    ),
    StepEntry(
        key="prioritize",
        name="Prioritize it in the backlog",
        lane="plan",
        at=(1, 0),
        tasks=(
            "Estimate use and effort roughly.",
            "Put it in its place in the backlog.",
            "Agree how one will see that it was worth it.",
        ),
        practices={
            "Portfolio management": "Gives the goals that the backlog serves.",
            "Business analysis": "Weighs what it brings against what it costs.",
            "Strategy management": "Says which customers the product is for.",
        },
        tools={"Backlog tools": ("Jira", "Azure DevOps")},
        raci={SUPPORT: "C", OWNER: "A/R", DEVELOPERS: "C"},
        work="1 hour",
        wait="1 week",
        accurate=85.0,
        inputs=("Clear wish with its reason",),
        information=("Goals of the product", "Figures on use"),
        outputs=("Entry in the backlog with a goal",),
        constraints=("The backlog is sorted once a week.",),
        metrics=("Age of the entries",),
    ),
    StepEntry(
        key="design",
        name="Design how the feature works",
        lane="design_and_transition",
        at=(2.3, 0),
        facet="design",
        tasks=(
            "Sketch two or three ways and try them with customers.",
            "Describe what is accepted, by examples.",
            "Cut it into parts that can go live one by one.",
        ),
        practices={
            "Service design": "Keeps the whole way of the user in view.",
            "Software development and management": "Says early what is simple and what is not.",
            "Information security management": "Asks which data the feature touches.",
        },
        tools={"Design tools": ("Figma",), "Backlog tools": ()},
        raci={CUSTOMER: "C", OWNER: "A", DESIGNER: "R", DEVELOPERS: "C"},
        work="2 days",
        wait="1 day",
        accurate=85.0,
        visible=True,
        inputs=("Entry in the backlog with a goal",),
        outputs=("Design with examples",),
        skills=("Interviewing users",),
        metrics=("Questions that come up while building",),
    ),
    StepEntry(
        key="build",
        name="Build it in the pipeline",
        lane="obtain_build",
        at=(3.3, 0),
        facet="build",
        tasks=(
            "Write code and tests together.",
            "Have a colleague read every change.",
            "Let the pipeline build, test and check for known weaknesses.",
            "Show what works in the review.",
        ),
        practices={
            "Software development and management": "Builds in small steps that always run.",
            "Service validation and testing": "Lives in the pipeline and says no when it must.",
            "Release management": "Keeps the feature switched off until it is ready.",
        },
        tools={
            "Version control tools": ("GitHub", "GitLab"),
            "CI/CD tools": ("GitHub Actions", "Jenkins"),
            "Testing tools": ("Playwright",),
        },
        raci={OWNER: "I", DESIGNER: "C", DEVELOPERS: "A/R"},
        work="4 days",
        wait="1 day",
        accurate=90.0,
        automation="mixed",
        inputs=("Design with examples",),
        outputs=("Feature, built and tested",),
        metrics=("Time from the first line to the tested build",),
    ),
    StepEntry(
        key="deploy",
        name="Deploy the feature and watch it",
        lane="deliver_and_support",
        at=(4.3, 0),
        tasks=(
            "Bring it live for a few customers first.",
            "Watch errors, speed and calls to support.",
            "Open it to everybody, or switch it off again.",
            "Tell the customers who asked for it.",
        ),
        practices={
            "Deployment management": "Brings every build live in the same way.",
            "Monitoring and event management": "Compares before and after.",
            "Release management": "Decides who sees the feature when.",
            "Service desk": "Knows what is new before customers call.",
        },
        tools={
            "Feature switches": ("LaunchDarkly",),
            "Monitoring tools": ("Grafana", "Sentry"),
        },
        raci={CUSTOMER: "I", SUPPORT: "I", DEVELOPERS: "R", OPERATIONS: "A/R"},
        work="4 hours",
        wait="2 days",
        accurate=95.0,
        automation="mixed",
        visible=True,
        inputs=("Feature, built and tested",),
        outputs=("Feature in use",),
        metrics=("Features that were switched off again",),
    ),
    StepEntry(
        key="analyse",
        name="Propose what to enhance next",
        lane="improve",
        at=(5.3, 0),
        tasks=(
            "Look who uses the feature, how often, and where they stop.",
            "Compare with the goal that was set.",
            "Propose what to add, to change or to take away.",
        ),
        practices={
            "Continual improvement": "Turns figures into proposals.",
            "Measurement and reporting": "Shows figures that everybody understands in the same way.",
        },
        tools={"Analytics tools": ("Matomo", "Amplitude")},
        raci={SUPPORT: "C", OWNER: "A/R", DESIGNER: "C", OPERATIONS: "I"},
        work="4 hours",
        wait="4 weeks",
        accurate=85.0,
        automation="mixed",
        inputs=("Feature in use",),
        information=("Figures on use",),
        outputs=("Proposals for the backlog",),
        metrics=("Features that reach their goal",),
    ),
)

STREAM = StreamEntry(
    key="new-feature",
    name="Bring a new feature to those who asked for it",
    short_name="New feature",
    owner="Head of product",
    description=(
        "A customer misses something in a product that exists. We find out what is behind it, decide when "
        "it is worth building, build it in small steps and watch whether it is used."
    ),
    demand="A customer asks for something that the product cannot do yet.",
    outcomes="The feature is live, those who asked for it know it, and we know whether it is used.",
    value="Customers get done what they wanted, with less effort.",
    lead_times=(
        LeadEntry("Small feature", 2.0, 4.0, "weeks"),
        LeadEntry("Large feature", 4.0, 12.0, "weeks"),
    ),
    offerings=("The product with all its plans",),
    steps=STEPS,
    flows=(
        FlowEntry("demand", "submit"),
        FlowEntry("submit", "prioritize"),
        FlowEntry("prioritize", "design", "Worth it", share=75.0),
        FlowEntry("design", "build"),
        FlowEntry("build", "design", "Does not work out", "rework", 10.0),
        FlowEntry("build", "deploy", share=90.0),
        FlowEntry("deploy", "value"),
        FlowEntry(
            "prioritize",
            "value",
            "Possible already: we show how",
            "alternative",
            25.0,
            target_side="top",
        ),
        FlowEntry("deploy", "analyse"),
        FlowEntry("analyse", "prioritize", "Proposals", "information"),
    ),
    notes=(
        NoteEntry(
            "A starting point: adapt it. How often do you sort the backlog, and how often do you go live? "
            "Who decides what comes first, and by which goal?",
            "obtain_build",
        ),
    ),
)

STORY = Story(file="new-feature.vstream", status="Template", roles=ROLES, streams=(STREAM,))
