"""The template of a user incident: help at the first contact, a swapped device if need be."""

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

USER, AGENT, TECHNICIAN, STOCK, PROBLEM, LEAD = (
    "User",
    "Service desk agent",
    "Support technician",
    "Asset manager",
    "Problem manager",
    "Service desk lead",
)

ROLES = (
    RoleEntry(
        USER, "Reports what does not work, helps to narrow it down and says when it works.", "customer"
    ),
    RoleEntry(AGENT, "Owns the ticket from the first contact to the end and keeps the user informed."),
    RoleEntry(TECHNICIAN, "Finds out what is wrong and gets the user working again."),
    RoleEntry(STOCK, "Keeps spare devices ready and the records of them right."),
    RoleEntry(PROBLEM, "Looks for causes behind incidents that come again."),
    RoleEntry(LEAD, "Answers for the service desk: people, opening hours and quality."),
)

STEPS = (
    StepEntry(
        key="capture",
        name="Capture details, set expectations",
        lane="engage",
        at=(0, 0),
        tasks=(
            "Take the report in person, by phone, in the chat or from the portal.",
            "Check who is affected and what they cannot do at the moment.",
            "Set category, impact and urgency; the priority follows from them.",
            "Tell the user the ticket number and when they will hear from us.",
        ),
        practices={
            "Service desk": "Is the one place to turn to, whichever way the user chooses.",
            "Incident management": "Gives the categories and the rule for the priority.",
            "Service level management": "Says what may be promised to this user.",
        },
        tools={
            "Service desk tools": ("ServiceNow", "Jira Service Management"),
            "Self-service portals": ("Employee portal",),
            "Contact tools": ("Telephone system", "Microsoft Teams"),
        },
        raci={USER: "C", AGENT: "R", LEAD: "A"},
        work="10 minutes",
        wait="10 minutes",
        accurate=85.0,
        automation="mixed",
        visible=True,
        inputs=("Report of a user",),
        information=("Who uses which device and software", "Incidents that are open already"),
        outputs=("Ticket with category and priority",),
        metrics=("Time until somebody answers", "Tickets with complete details"),
    ),
    StepEntry(
        key="solve",
        name="Find a workaround or a solution",
        lane="deliver_and_support",
        at=(1, 0),
        tasks=(
            "Look up known errors and earlier tickets that resemble this one.",
            "Narrow the fault down together with the user, remotely where that works.",
            "Apply the solution, or a workaround that lets the user go on.",
            "Note in the ticket what was tried and what helped.",
        ),
        practices={
            "Incident management": "Leads the way from the symptom to working again.",
            "Knowledge management": "Offers what has helped others before.",
            "Problem management": "Supplies known errors and their workarounds.",
        },
        tools={
            "Knowledge base tools": ("Confluence",),
            "Remote support tools": ("TeamViewer",),
            "Service desk tools": (),
        },
        raci={USER: "C", AGENT: "I", TECHNICIAN: "A/R"},
        work="25 minutes",
        wait="1 hour",
        accurate=90.0,
        visible=True,
        inputs=("Ticket with category and priority",),
        information=("Known errors", "Recent changes"),
        outputs=("Solution or workaround",),
        skills=("Finding faults in end-user devices", "Explaining things without jargon"),
        metrics=("Share solved at the first contact",),
    ),
    StepEntry(
        key="swap",
        name="Swap the failed laptop or phone",
        lane="obtain_build",
        at=(2.3, 0),
        facet="obtain",
        tasks=(
            "Take a spare of the same kind from the stock.",
            "Install what the user's role needs and restore their data.",
            "Hand the device over and take the failed one back.",
            "Book both devices in the asset register.",
        ),
        practices={
            "IT asset management": "Knows what is in stock and who has what.",
            "Change enablement": "Has approved this swap once and for all as a standard change.",
            "Deployment management": "Brings the software and settings onto the new device.",
        },
        tools={
            "Asset management tools": ("Snipe-IT",),
            "Device management tools": ("Microsoft Intune",),
        },
        raci={USER: "I", TECHNICIAN: "R", STOCK: "A"},
        work="1 hour",
        wait="4 hours",
        accurate=95.0,
        automation="mixed",
        visible=True,
        optional=True,
        qualifier="only when the device cannot be repaired in time",
        inputs=("Failed device",),
        outputs=("Working device", "Asset register up to date"),
        constraints=("Data on the failed device is erased before it leaves the company.",),
        metrics=("Spare devices in stock",),
    ),
    StepEntry(
        key="confirm",
        name="Check that the user can work again",
        lane="engage",
        at=(3.3, 0),
        tasks=(
            "Ask the user to try what did not work before.",
            "Ask whether they are content with how they were helped.",
            "Close the ticket with the cause and the solution.",
        ),
        practices={
            "Service desk": "Speaks with the user and closes only with their consent.",
            "Incident management": "Tells when an incident counts as resolved.",
            "Relationship management": "Hears early when users lose patience.",
        },
        tools={"Service desk tools": (), "Feedback tools": ("Microsoft Forms",)},
        raci={USER: "C", AGENT: "A/R", TECHNICIAN: "I"},
        work="5 minutes",
        wait="30 minutes",
        accurate=95.0,
        visible=True,
        inputs=("Solution or workaround",),
        outputs=("Ticket closed with the user's consent",),
        metrics=("Satisfaction of users", "Tickets that are opened again"),
    ),
    StepEntry(
        key="cause",
        name="Look for the cause behind it",
        lane="improve",
        at=(4.3, 0),
        tasks=(
            "Look each week which incidents come again and again.",
            "Open a problem record where a cause is worth finding.",
            "Turn what helped into an article that users find themselves.",
        ),
        practices={
            "Problem management": "Decides which causes are pursued.",
            "Continual improvement": "Keeps what is to get better in one register.",
            "Knowledge management": "Makes sure that articles are found and stay right.",
        },
        tools={"Reporting tools": ("Power BI",), "Knowledge base tools": ("Confluence",)},
        raci={AGENT: "C", TECHNICIAN: "C", PROBLEM: "A/R", LEAD: "I"},
        work="30 minutes",
        wait="3 days",
        accurate=90.0,
        inputs=("Closed tickets",),
        outputs=("Problem record", "Article in the knowledge base"),
        metrics=("Incidents that come again",),
    ),
)

STREAM = StreamEntry(
    key="user-incident",
    name="Help a user whose device or software fails",
    short_name="User incident",
    owner="Head of user support",
    description=(
        "Something that a user needs for their work has failed. The service desk takes the report, "
        "support finds a way to go on, and the device is swapped where that is quicker. Afterwards "
        "we look whether the same thing will happen to others."
    ),
    demand="A user reports that something does not work.",
    outcomes=(
        "The user works again as before, the ticket is closed with their consent, and its cause and "
        "solution are on record."
    ),
    value="The user gets on with their work and loses little time.",
    lead_times=(
        LeadEntry("Work has stopped", 1.0, 4.0, "hours"),
        LeadEntry("Work is hindered", 4.0, 8.0, "hours"),
        LeadEntry("Device is swapped", 1.0, 2.0, "days"),
    ),
    offerings=("Workplace with laptop or phone", "Help from the service desk"),
    steps=STEPS,
    flows=(
        FlowEntry("demand", "capture"),
        FlowEntry("capture", "solve"),
        FlowEntry("solve", "confirm", "Solved", share=85.0),
        FlowEntry("solve", "swap", "Swap needed", "alternative", 15.0),
        FlowEntry("swap", "confirm"),
        FlowEntry("confirm", "solve", "Still fails", "rework", 5.0),
        FlowEntry("confirm", "value", "Works again"),
        FlowEntry("confirm", "cause"),
        FlowEntry("cause", "value"),
    ),
    notes=(
        NoteEntry(
            "A starting point: adapt it. Which devices do you swap, and who keeps the spares? How many "
            "incidents does the first attempt solve? Put in your own roles, times and shares.",
            "plan",
        ),
    ),
)

STORY = Story(
    file="user-incident.vstream",
    status="Template",
    roles=ROLES,
    streams=(STREAM,),
)
