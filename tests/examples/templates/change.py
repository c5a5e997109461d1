"""The template of a change: assess, authorize, carry out, check, learn."""

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

REQUESTER, COORDINATOR, AUTHORITY, TEAM, TESTER, OWNER = (
    "Requester",
    "Change coordinator",
    "Change authority",
    "Technical team",
    "Test lead",
    "Service owner",
)

ROLES = (
    RoleEntry(REQUESTER, "Says what should be different and why, and whether it is once it is done."),
    RoleEntry(COORDINATOR, "Keeps the request moving from the first word to the review."),
    RoleEntry(AUTHORITY, "Weighs benefit and risk, and decides whether and when the change may go ahead."),
    RoleEntry(TEAM, "Estimates, prepares and carries out the change."),
    RoleEntry(TESTER, "Checks that the service does what it should after the change."),
    RoleEntry(OWNER, "Answers for the service that is changed."),
)

STEPS = (
    StepEntry(
        key="take-in",
        name="Take in the request for change",
        lane="engage",
        at=(0, 0),
        tasks=(
            "Talk with the requester about what should be different, and why.",
            "Name the services and components that are touched.",
            "Register the request and its wished date.",
        ),
        practices={
            "Change enablement": "Says what a request must contain to be assessed.",
            "Relationship management": "Knows who else has an interest in it.",
            "Service configuration management": "Shows what the component is connected with.",
        },
        tools={"Change management tools": ("ServiceNow", "Jira Service Management")},
        raci={REQUESTER: "C", COORDINATOR: "A/R", OWNER: "I"},
        work="30 minutes",
        wait="2 hours",
        accurate=80.0,
        visible=True,
        inputs=("Wish for a change",),
        outputs=("Registered request for change",),
        metrics=("Requests that are complete at once",),
    ),
    StepEntry(
        key="assess",
        name="Assess benefit, effort and risk",
        lane="plan",
        at=(1, 0),
        tasks=(
            "Estimate the effort together with those who will do the work.",
            "Ask what can go wrong, how likely it is and how one gets back.",
            "Look for other changes at the same time or on the same component.",
            "Decide whether it is a standard, a normal or an emergency change.",
        ),
        practices={
            "Change enablement": "Gives the types of change and what each of them needs.",
            "Risk management": "Helps to see risks early and to weigh them.",
            "Capacity and performance management": "Says whether there is room for what is added.",
            "Information security management": "Looks at what the change opens or closes.",
        },
        tools={
            "Change management tools": (),
            "Configuration management databases": ("ServiceNow CMDB",),
        },
        raci={REQUESTER: "I", COORDINATOR: "A", TEAM: "R", OWNER: "C"},
        work="2 hours",
        wait="1 day",
        accurate=85.0,
        inputs=("Registered request for change",),
        information=("Calendar of changes", "Dependencies of the component"),
        outputs=("Assessment with a plan and a way back",),
        metrics=("Changes that cause incidents",),
    ),
    StepEntry(
        key="authorize",
        name="Authorize the change",
        lane="plan",
        at=(2.3, 0),
        tasks=(
            "Present the assessment to the authority that fits the risk.",
            "Decide: yes, no, or not yet.",
            "Put the date into the calendar of changes and tell those concerned.",
        ),
        practices={
            "Change enablement": "Names the authority for each type of change.",
            "Service level management": "Guards the times in which users must not be disturbed.",
        },
        tools={"Change management tools": (), "Meeting tools": ("Microsoft Teams",)},
        raci={REQUESTER: "I", COORDINATOR: "R", AUTHORITY: "A/R", OWNER: "C"},
        work="30 minutes",
        wait="2 days",
        accurate=90.0,
        inputs=("Assessment with a plan and a way back",),
        outputs=("Decision and date",),
        constraints=("Normal changes are decided twice a week.",),
        metrics=("Time between assessment and decision",),
    ),
    StepEntry(
        key="implement",
        name="Implement the change",
        lane="design_and_transition",
        at=(3.6, 0),
        facet="transition",
        tasks=(
            "Prepare everything, with the way back tried out.",
            "Tell users before it begins.",
            "Carry the change out as planned, or take it back.",
            "Bring the configuration records up to date.",
        ),
        practices={
            "Deployment management": "Moves the new version to where it is needed.",
            "Release management": "Says which version users get, and what is new in it.",
            "Service configuration management": "Keeps the records equal to what is live.",
        },
        tools={"CI/CD tools": ("GitLab",), "Change calendar": ("ServiceNow",)},
        raci={REQUESTER: "I", COORDINATOR: "I", TEAM: "R", OWNER: "A"},
        work="2 hours",
        wait="1 day",
        accurate=90.0,
        automation="mixed",
        inputs=("Decision and date",),
        outputs=("Changed service", "Records up to date"),
        skills=("Knowledge of the component", "Calm when something goes wrong"),
        metrics=("Changes that were taken back",),
    ),
    StepEntry(
        key="validate",
        name="Validate that it does what it should",
        lane="design_and_transition",
        at=(4.7, 0),
        facet="transition",
        tasks=(
            "Run the agreed tests on the live service.",
            "Watch load, errors and calls to the service desk for a while.",
            "Ask the requester whether this is what they wanted.",
        ),
        practices={
            "Service validation and testing": "Says what is tested, and when it is good enough.",
            "Monitoring and event management": "Notices first when something behaves differently.",
            "Incident management": "Links new incidents to the change.",
        },
        tools={"Testing tools": ("Selenium",), "Monitoring tools": ("Grafana",)},
        raci={REQUESTER: "C", COORDINATOR: "I", TESTER: "A/R"},
        work="1 hour",
        wait="4 hours",
        accurate=95.0,
        automation="mixed",
        visible=True,
        inputs=("Changed service",),
        outputs=("Confirmation that the change works",),
        metrics=("Faults found after the change",),
    ),
    StepEntry(
        key="review",
        name="Learn for the next change",
        lane="improve",
        at=(5.7, 0),
        tasks=(
            "Compare what was planned with what happened.",
            "Turn changes that always go well into standard changes.",
            "Put what should get better into the improvement register.",
        ),
        practices={
            "Continual improvement": "Keeps what is to get better in one register.",
            "Change enablement": "Widens the list of standard changes step by step.",
            "Measurement and reporting": "Shows success and speed over the months.",
        },
        tools={"Reporting tools": ("Power BI",), "Change management tools": ()},
        raci={COORDINATOR: "A/R", AUTHORITY: "C", TEAM: "C", TESTER: "C"},
        work="30 minutes",
        wait="1 week",
        accurate=90.0,
        inputs=("Record of the change",),
        outputs=("New standard changes", "Entries in the improvement register"),
        metrics=("Share of standard changes",),
    ),
)

STREAM = StreamEntry(
    key="change",
    name="Change a live service safely",
    short_name="Change",
    owner="Head of change enablement",
    description=(
        "Somebody wants a live service to be different. We find out what it brings and what it risks, let "
        "the right people decide, carry it out, check it and learn from it. Changes that are known and "
        "harmless go ahead without a decision of their own."
    ),
    demand="Somebody asks for a change to a live service.",
    outcomes="The service is changed as agreed, it runs at its agreed level, and the records are right.",
    value="The service fits the need again, without surprises.",
    lead_times=(
        LeadEntry("Standard change", 1.0, 3.0, "days"),
        LeadEntry("Normal change", 1.0, 2.0, "weeks"),
        LeadEntry("Emergency change", None, 8.0, "hours"),
    ),
    offerings=("All live services of the catalogue",),
    steps=STEPS,
    flows=(
        FlowEntry("demand", "take-in"),
        FlowEntry("take-in", "assess"),
        FlowEntry("assess", "authorize", "Normal", share=60.0),
        FlowEntry("assess", "implement", "Standard", "alternative", 40.0),
        FlowEntry("authorize", "assess", "Not clear yet", "rework", 10.0),
        FlowEntry("authorize", "implement", "Authorized", share=90.0),
        FlowEntry("implement", "validate"),
        FlowEntry("validate", "implement", "Taken back", "rework", 5.0),
        FlowEntry("validate", "value", "Works"),
        FlowEntry("validate", "review"),
        FlowEntry("review", "assess", "New standard changes", "information"),
    ),
    notes=(
        NoteEntry(
            "A starting point: adapt it. Which changes need no approval of their own? Who authorizes the "
            "others, and how often? When may changes be carried out at all?",
            "obtain_build",
        ),
    ),
    value_lane="design_and_transition",
)

STORY = Story(file="change.vstream", status="Template", roles=ROLES, streams=(STREAM,))
