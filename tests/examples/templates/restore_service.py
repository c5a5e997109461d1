"""The template of restoring a live service: an early way out to value, and a tail after it."""

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

USER, AGENT, ENGINEER, SPECIALIST, CHANGES, OWNER = (
    "User",
    "Service desk agent",
    "Operations engineer",
    "Specialist team",
    "Change manager",
    "Service owner",
)

ROLES = (
    RoleEntry(USER, "Reports what is wrong and says when it is right again.", "customer"),
    RoleEntry(AGENT, "Takes the report, keeps users informed and asks how they were helped."),
    RoleEntry(ENGINEER, "Leads the work on the incident from the first look to the service running again."),
    RoleEntry(SPECIALIST, "Finds the fix when the first attempt was not enough, and puts it in place."),
    RoleEntry(CHANGES, "Decides quickly and safely which changes may go live."),
    RoleEntry(OWNER, "Answers for the service and decides what is spent on repairing and improving it."),
)

STEPS = (
    StepEntry(
        key="register",
        name="Acknowledge and register the report",
        lane="engage",
        at=(0, 0),
        tasks=(
            "Thank the user and write down what they see, since when and where.",
            "Find out which service is meant and who else is affected.",
            "Open a ticket and link it to others that look the same.",
            "Say when the user hears from us next.",
        ),
        practices={
            "Service desk": "Listens, understands and writes it down once.",
            "Incident management": "Gives the rules for category and priority.",
            "Service catalogue management": "Tells which service a user means, whatever they call it.",
            "Service configuration management": "Shows what the service is made of.",
        },
        tools={
            "Service desk tools": ("ServiceNow", "Jira Service Management"),
            "Contact tools": ("Telephone system", "Microsoft Teams"),
        },
        raci={USER: "C", AGENT: "A/R", ENGINEER: "I"},
        work="10 minutes",
        wait="5 minutes",
        accurate=85.0,
        automation="mixed",
        visible=True,
        inputs=("Report of a user", "Alert of the monitoring"),
        outputs=("Ticket with priority",),
        metrics=("Time until somebody answers",),
    ),
    StepEntry(
        key="first-fix",
        name="Investigate and try a first fix",
        lane="deliver_and_support",
        at=(1, 0),
        tasks=(
            "Confirm that it is an incident and set its priority again.",
            "Look at monitoring data, recent changes and known errors.",
            "Try what has helped before, such as a restart or a workaround.",
            "Call the specialists as soon as it is clear that this is not enough.",
        ),
        practices={
            "Incident management": "Leads the work and keeps an eye on the clock.",
            "Service desk": "Keeps users informed while others look for the fault.",
            "Knowledge management": "Brings up what helped the last time.",
            "Monitoring and event management": "Shows what the service did before it failed.",
            "Service configuration management": "Shows what depends on the failed component.",
        },
        tools={
            "Monitoring tools": ("Zabbix", "Grafana"),
            "Knowledge base tools": ("Confluence",),
        },
        raci={AGENT: "I", ENGINEER: "A/R", SPECIALIST: "C"},
        work="30 minutes",
        wait="10 minutes",
        accurate=90.0,
        inputs=("Ticket with priority",),
        information=("Known errors", "Calendar of changes"),
        outputs=("Workaround or first findings",),
        skills=("Finding faults in live services",),
        metrics=("Share fixed at the first attempt",),
    ),
    StepEntry(
        key="obtain-fix",
        name="Obtain a fix from the specialists",
        lane="obtain_build",
        at=(2.3, 0),
        qualifier="only when the first fix fails",
        tasks=(
            "Hand over what is known, so that nobody starts from the beginning.",
            "Find the faulty component, with its supplier where it is not ours.",
            "Build the fix, or order it.",
            "Try it outside the live environment.",
        ),
        practices={
            "Infrastructure and platform management": "Repairs what the service runs on.",
            "Software development and management": "Repairs the software itself.",
            "Supplier management": "Gets suppliers to the table at once, as their contracts say.",
            "Problem management": "Adds what is known about the cause.",
            "Service validation and testing": "Shows that the fix fixes, and breaks nothing else.",
        },
        tools={
            "Development tools": ("GitLab",),
            "Test environments": ("Staging environment",),
        },
        raci={ENGINEER: "C", SPECIALIST: "R", OWNER: "A"},
        work="2 hours",
        wait="1 hour",
        accurate=85.0,
        inputs=("First findings",),
        outputs=("Tested fix",),
        constraints=("Suppliers answer within the times of their contracts.",),
        skills=("Deep knowledge of the component",),
    ),
    StepEntry(
        key="deploy-fix",
        name="Deploy the fix",
        lane="design_and_transition",
        at=(3.3, 0),
        facet="transition",
        tasks=(
            "Get the emergency change authorized.",
            "Announce what users will notice.",
            "Bring the fix into the live environment, with a way back prepared.",
        ),
        practices={
            "Change enablement": "Authorizes the emergency change quickly, with open eyes.",
            "Deployment management": "Brings the fix to where it is needed.",
            "Release management": "Tells everybody which version is live now.",
            "Service validation and testing": "Checks the most important functions right away.",
        },
        tools={
            "CI/CD tools": ("GitLab",),
            "Change calendar": ("ServiceNow",),
        },
        raci={AGENT: "I", ENGINEER: "C", SPECIALIST: "R", CHANGES: "A"},
        work="30 minutes",
        wait="20 minutes",
        accurate=95.0,
        automation="mixed",
        inputs=("Tested fix",),
        outputs=("Fix in the live environment", "Record of the change"),
        metrics=("Emergency changes that had to be taken back",),
    ),
    StepEntry(
        key="verify",
        name="Verify that the service runs again",
        lane="deliver_and_support",
        at=(4.3, 0),
        tasks=(
            "Check the service from where its users sit.",
            "Watch it for the agreed time.",
            "Ask those who reported the fault whether they can work.",
            "Resolve the ticket and write down what helped.",
        ),
        practices={
            "Incident management": "Says when an incident counts as resolved.",
            "Service desk": "Asks the users and tells everybody that it is over.",
            "Knowledge management": "Keeps what was found for the next time.",
        },
        tools={"Monitoring tools": ("Zabbix", "Grafana"), "Service desk tools": ()},
        raci={USER: "C", AGENT: "I", ENGINEER: "A/R"},
        work="15 minutes",
        wait="30 minutes",
        accurate=95.0,
        visible=True,
        inputs=("Fix in the live environment",),
        outputs=("Service restored", "Ticket resolved"),
        metrics=("Time to restore the service",),
    ),
    StepEntry(
        key="feedback",
        name="Ask users how they were helped",
        lane="engage",
        at=(5.3, 0),
        tasks=(
            "Send a short question to some of those who were affected.",
            "Call those who are not content.",
            "Thank those who helped to narrow it down.",
        ),
        practices={
            "Service desk": "Asks soon, while the memory is fresh.",
            "Service level management": "Sets what users feel against what was agreed.",
            "Relationship management": "Looks after those who lost trust.",
        },
        tools={"Feedback tools": ("Microsoft Forms",)},
        raci={USER: "C", AGENT: "A/R", OWNER: "I"},
        work="10 minutes",
        wait="1 day",
        accurate=90.0,
        automation="mixed",
        visible=True,
        optional=True,
        inputs=("Ticket resolved",),
        outputs=("Answers of users",),
        metrics=("Satisfaction of users",),
    ),
    StepEntry(
        key="opportunities",
        name="Find what to improve for good",
        lane="improve",
        at=(6.3, 0),
        tasks=(
            "Go through the incident together, without blame.",
            "Open a problem record when the cause is not known.",
            "Put what would help into the improvement register, with an owner.",
        ),
        practices={
            "Continual improvement": "Keeps the register and sees that things get done.",
            "Problem management": "Follows the cause until it is known.",
            "Service level management": "Asks whether the agreed levels still suit.",
        },
        tools={"Reporting tools": ("Power BI",), "Knowledge base tools": ("Confluence",)},
        raci={AGENT: "C", ENGINEER: "R", SPECIALIST: "C", OWNER: "A"},
        work="1 hour",
        wait="3 days",
        accurate=90.0,
        inputs=("Record of the incident", "Answers of users"),
        outputs=("Problem record", "Entries in the improvement register"),
        metrics=("Improvements carried out",),
    ),
)

STREAM = StreamEntry(
    key="restore-service",
    name="Restore a live service",
    short_name="Restore service",
    owner="Service operations manager",
    description=(
        "A service that people rely on has failed or is slow. The first line tries what is known to help. "
        "Where that is not enough, specialists find a fix and bring it live. Once the service runs again, "
        "we ask users how it was and look for what to improve."
    ),
    demand="A user or the monitoring reports that a service fails.",
    outcomes=(
        "The service runs at its agreed level again, those affected know it, and what was learned is on "
        "record."
    ),
    value="Users can rely on the service again and lost little time.",
    lead_times=(
        LeadEntry("Priority 1", None, 4.0, "hours"),
        LeadEntry("Priority 2", None, 8.0, "hours"),
        LeadEntry("Priority 3", None, 3.0, "days"),
    ),
    offerings=("All live services of the catalogue",),
    steps=STEPS,
    flows=(
        FlowEntry("demand", "register"),
        FlowEntry("register", "first-fix"),
        FlowEntry("first-fix", "obtain-fix", "Not fixed", share=40.0),
        FlowEntry("obtain-fix", "deploy-fix"),
        FlowEntry("deploy-fix", "verify"),
        FlowEntry("verify", "value", "Service restored", label_at=0.72),
        FlowEntry("first-fix", "value", "Fixed at the first attempt", "alternative", 60.0, 0.3),
        FlowEntry("verify", "feedback", source_side="top"),
        FlowEntry("feedback", "opportunities"),
        FlowEntry("opportunities", "value"),
    ),
    notes=(
        NoteEntry(
            "A starting point: adapt it. Set your own priorities and times, name the teams behind the "
            "first line, and correct the share that is fixed at once.",
            "plan",
        ),
    ),
)

STORY = Story(file="restore-service.vstream", status="Template", roles=ROLES, streams=(STREAM,))
