"""The example of restoring a service, told of the provider of the managed cloud service."""

from __future__ import annotations

from tests.examples.cloud_service import CLIENT, CLOUD, FIRST_LINE, SECOND_LINE
from tests.examples.entries import FlowEntry, LeadEntry, RoleEntry, StepEntry, Story, StreamEntry

MANAGER = "Service Delivery Manager"

ROLES = (
    RoleEntry(
        CLIENT, "Reports the fault, gives us access and confirms that the service is back.", "customer"
    ),
    RoleEntry(FIRST_LINE, "Answers first, keeps the ticket and keeps the client informed."),
    RoleEntry(SECOND_LINE, "Find the fault, try what is known to help and watch over the service."),
    RoleEntry(CLOUD, "Builds the fix when the cloud set-up itself has to change."),
    RoleEntry(MANAGER, "Answers to the client for the agreed level and sees that we learn from it."),
)

STEPS = (
    StepEntry(
        key="acknowledge",
        name="Acknowledge and log the report",
        lane="engage",
        at=(0, 0),
        tasks=(
            "Open an incident ticket, or take over the one that the monitoring opened.",
            "Set its category, and its priority from impact and urgency.",
            "Call the client back: what we know, what we do next, when we call again.",
        ),
        practices={
            "Service desk": "Is reached at any hour, by phone, portal or alert.",
            "Incident management": "Gives the rule by which priority follows from impact and urgency.",
            "Service level management": "Knows what was promised to this client.",
        },
        tools={
            "Service desk tools": ("ServiceNow", "Jira Service Management"),
            "Meeting tools": ("Microsoft Teams",),
        },
        raci={CLIENT: "C", FIRST_LINE: "A/R", SECOND_LINE: "I"},
        work="10 minutes",
        wait="5 minutes",
        accurate=85.0,
        automation="mixed",
        visible=True,
        inputs=("Report of the client", "Alert of the monitoring"),
        outputs=("Ticket with priority",),
        metrics=("Time to respond",),
        notes="A call takes five minutes to be answered: that is what the client remembers.",
    ),
    StepEntry(
        key="diagnose",
        name="Diagnose and try a first fix",
        lane="deliver_and_support",
        at=(1, 0),
        tasks=(
            "Compare with known errors and with what was changed lately.",
            "Read the monitoring data of the account.",
            "Apply a workaround where there is one, and see whether it holds.",
        ),
        practices={
            "Incident management": "Keeps the clock in view and calls for help in time.",
            "Knowledge management": "Holds what helped in other accounts.",
            "Monitoring and event management": "Shows when it began and what happened just before.",
        },
        tools={
            "Monitoring tools": ("CloudWatch", "Zabbix"),
            "Knowledge base tools": ("Zendesk Guide",),
        },
        raci={CLIENT: "C", FIRST_LINE: "I", SECOND_LINE: "A/R"},
        work="45 minutes",
        wait="15 minutes",
        accurate=90.0,
        inputs=("Ticket with priority",),
        information=("Known errors", "Record of changes"),
        outputs=("Workaround or diagnosis",),
        skills=("Cloud operations",),
        metrics=("Share fixed at the first attempt",),
        notes="Two out of three incidents end here. Every article in the knowledge base raises that share.",
    ),
    StepEntry(
        key="prepare-fix",
        name="Prepare a fix with specialists",
        lane="obtain_build",
        at=(2.3, 0),
        qualifier="only when the first fix fails",
        tasks=(
            "Hand the diagnosis over to the specialists, or to the supplier of the platform.",
            "Build the fix as a change of the infrastructure code.",
            "Test it in an environment that resembles the client's.",
        ),
        practices={
            "Infrastructure and platform management": "Changes what the service runs on.",
            "Supplier management": "Opens the support case with the platform's provider.",
            "Service validation and testing": "Shows that the fix helps before the client sees it.",
        },
        tools={
            "Infrastructure-as-code tools": ("Terraform",),
            "Version control tools": ("GitHub",),
        },
        raci={SECOND_LINE: "C", CLOUD: "R", MANAGER: "A"},
        task_raci={
            1: {SECOND_LINE: "A/R", CLOUD: "I"},
            2: {SECOND_LINE: "C", CLOUD: "A/R"},
            3: {SECOND_LINE: "C", CLOUD: "A/R", MANAGER: "I"},
        },
        work="90 minutes",
        wait="1 hour",
        accurate=80.0,
        inputs=("Diagnosis",),
        outputs=("Tested fix", "Plan for the way back"),
        constraints=("The platform's provider answers within one hour for priority 1.",),
        skills=("Infrastructure as code", "Networking and identity"),
        notes="Most of the time is spent waiting here, for the provider of the platform.",
    ),
    StepEntry(
        key="put-in-place",
        name="Put the fix in place",
        lane="design_and_transition",
        at=(3.3, 0),
        facet="transition",
        tasks=(
            "Raise the emergency change and get it authorized.",
            "Tell the client what they will notice, and when.",
            "Deploy the fix, with the way back ready.",
        ),
        practices={
            "Change enablement": "Authorizes within minutes and looks at the risk all the same.",
            "Deployment management": "Brings the fix live in the same way as every other change.",
            "Service configuration management": "Records what is different from now on.",
        },
        tools={
            "CI/CD tools": ("GitHub Actions",),
            "Service desk tools": ("ServiceNow",),
        },
        raci={CLIENT: "I", SECOND_LINE: "C", CLOUD: "R", MANAGER: "A"},
        work="20 minutes",
        wait="15 minutes",
        accurate=95.0,
        automation="mixed",
        inputs=("Tested fix", "Plan for the way back"),
        outputs=("Fix in the client's environment",),
        metrics=("Fixes that had to be taken back",),
        notes="Design is not needed here: what was agreed with the client stays as it is.",
    ),
    StepEntry(
        key="check",
        name="Check that the service is back",
        lane="deliver_and_support",
        at=(4.3, 0),
        tasks=(
            "Test the service from outside, as the client's users reach it.",
            "Watch it for the time that was agreed.",
            "Add to the knowledge base what helped.",
        ),
        practices={
            "Incident management": "Says what has to hold before a ticket counts as resolved.",
            "Knowledge management": "Takes in what was found while it is fresh.",
            "Monitoring and event management": "Keeps a closer eye on the account for a while.",
        },
        tools={"Monitoring tools": ("CloudWatch",), "Knowledge base tools": ("Zendesk Guide",)},
        raci={FIRST_LINE: "I", SECOND_LINE: "A/R", CLOUD: "C"},
        work="15 minutes",
        wait="30 minutes",
        accurate=95.0,
        automation="mixed",
        inputs=("Fix in the client's environment",),
        outputs=("Service at its agreed level",),
        metrics=("Time to restore",),
    ),
    StepEntry(
        key="confirm",
        name="Confirm with the client",
        lane="engage",
        at=(5.3, 0),
        tasks=(
            "Ask the client to try it and to confirm that it works.",
            "Explain in plain words what had happened.",
            "Ask how they found our help, and close the ticket.",
        ),
        practices={
            "Service desk": "Closes the ticket only when the client agrees.",
            "Relationship management": "Calls in person after a major incident.",
        },
        tools={"Feedback tools": ("SurveyMonkey",), "Service desk tools": ()},
        raci={CLIENT: "C", FIRST_LINE: "A/R", MANAGER: "I"},
        work="10 minutes",
        wait="30 minutes",
        accurate=95.0,
        visible=True,
        inputs=("Service at its agreed level",),
        outputs=("Ticket closed with the client's agreement",),
        metrics=("Satisfaction of clients", "Tickets that are opened again"),
        notes="Value arises here: the client's own work goes on.",
    ),
    StepEntry(
        key="learn",
        name="Learn from the event",
        lane="improve",
        at=(6.3, 0),
        tasks=(
            "Hold a review after every major incident, without looking for somebody to blame.",
            "Open a problem record while the cause is unknown.",
            "Put ideas into the improvement register, each with a name and a date.",
        ),
        practices={
            "Problem management": "Follows the cause until it cannot come back.",
            "Continual improvement": "Keeps the register and asks after every entry.",
            "Measurement and reporting": "Shows whether restoring gets faster over the months.",
        },
        tools={"Documentation tools": ("Confluence",), "Reporting tools": ("Grafana",)},
        raci={FIRST_LINE: "C", SECOND_LINE: "R", CLOUD: "C", MANAGER: "A"},
        work="2 hours",
        wait="1 week",
        accurate=90.0,
        inputs=("Closed ticket", "Timeline of the incident"),
        outputs=("Problem record", "Entries in the improvement register"),
        metrics=("Improvements carried out within 90 days",),
        notes="After value: nobody waits for this step, and yet it is what makes the next incident shorter.",
    ),
)

STREAM = StreamEntry(
    key="restore-cloud-service",
    name="Restore a managed cloud service",
    short_name="Restore",
    owner="Service operations lead",
    description=(
        "A cloud service that we run for a client has failed or is slow. We bring it back to its agreed "
        "level as fast as its priority asks for, keep the client informed all the time, and learn from it."
    ),
    demand="A client reports a fault, or the monitoring raises an alert.",
    outcomes="The service is back at its agreed level, and the ticket is closed with the client's agreement.",
    value="The client's work goes on, with as short a break as can be.",
    lead_times=(
        LeadEntry("Priority 1", None, 4.0, "hours"),
        LeadEntry("Priority 2", None, 8.0, "hours"),
        LeadEntry("Priority 3", 2.0, 3.0, "days"),
    ),
    offerings=("Managed cloud service with 24-hour support", "Managed cloud service in office hours"),
    steps=STEPS,
    flows=(
        FlowEntry("demand", "acknowledge"),
        FlowEntry("acknowledge", "diagnose"),
        FlowEntry("diagnose", "prepare-fix", "Not fixed", share=35.0),
        FlowEntry("diagnose", "confirm", "Fixed at the first attempt", "alternative", 65.0),
        FlowEntry("prepare-fix", "put-in-place"),
        FlowEntry("put-in-place", "check"),
        FlowEntry("check", "prepare-fix", "Not resolved", "rework", 10.0),
        FlowEntry("check", "confirm", share=90.0),
        FlowEntry("confirm", "value"),
        FlowEntry("confirm", "learn"),
        FlowEntry("learn", "value"),
    ),
)

STORY = Story(file="restore-cloud-service.vstream", status="Example", roles=ROLES, streams=(STREAM,))
