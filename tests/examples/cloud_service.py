"""What the sample that ships says, as plain data: for making it, and for tests that enter it by hand."""

from __future__ import annotations

from typing import TypedDict


class LeadTimeEntry(TypedDict):
    service_class: str
    minimum: float
    maximum: float
    unit: str


class UseCase(TypedDict):
    name: str
    owner: str
    description: str
    demand: str
    outcomes: str
    value: str
    lead_times: list[LeadTimeEntry]
    responsibilities: list[tuple[str, str]]  # role, duty
    service_offerings: list[str]
    state: str
    status: str
    version: str


class StepEntry(TypedDict):
    id: str
    name: str
    activity: str  # name of the lane
    facet: str  # its name, empty for both
    qualifier: str
    x: float
    tasks: list[str]
    practices: list[str]
    tools: list[tuple[str, list[str]]]  # category, products
    raci: dict[str, str]  # role → letters
    process_time: tuple[float, str]  # likely, unit
    wait_time: tuple[float, str]
    complete_and_accurate: float
    customer_visible: bool
    automation: str
    presenter_notes: str


class FlowEntry(TypedDict):
    source: str  # step id, "demand" or "value"
    target: str
    kind: str
    label: str


class Sample(TypedDict):
    use_case: UseCase
    roles: list[str]
    steps: list[StepEntry]
    flows: list[FlowEntry]


CLIENT, FIRST_LINE, CLOUD, SECOND_LINE = (
    "Client",
    "L1 Engineer",
    "Cloud Enablement Engineer",
    "L2 Engineers",
)

USE_CASE: UseCase = {
    "name": "Provision a managed cloud service",
    "owner": "Marta Lindqvist",
    "description": (
        "From the first conversation to a service that runs: we clarify what a customer needs, plan it, "
        "design and build it, and hand it over. In the end it works reliably and safely, and it serves what "
        "the customer wants to achieve."
    ),
    "demand": "A customer asks for a new service in their cloud environment.",
    "outcomes": "The service runs in the customer's environment and does everything that was agreed.",
    "value": (
        "The customer gets on with their own business and leaves the technical side to us, which saves them "
        "time and money."
    ),
    "lead_times": [
        {"service_class": "Simple service", "minimum": 1.0, "maximum": 3.0, "unit": "days"},
        {"service_class": "Complex service", "minimum": 1.0, "maximum": 2.0, "unit": "weeks"},
        {"service_class": "Custom requirements", "minimum": 2.0, "maximum": 4.0, "unit": "weeks"},
    ],
    "responsibilities": [
        (CLIENT, "Asks for the service, says what the business needs and approves the result."),
        (FIRST_LINE, "Answers first: sorts the request, ranks it and passes it on."),
        (CLOUD, "Works out the architecture, picks the cloud services and keeps to our standards."),
        (CLOUD, "Builds and sets up what was designed."),
        (SECOND_LINE, "Bring the service into operation, watch over it and keep making it better."),
    ],
    "service_offerings": [
        "Managed cloud service in office hours",
        "Managed cloud service with 24-hour support",
        "Advice on moving to the cloud",
    ],
    "state": "as-is",
    "status": "Example",
    "version": "1.0",
}

STEPS: list[StepEntry] = [
    {
        "id": "step-requirements",
        "name": "Clarify what the customer needs",
        "activity": "Engage",
        "facet": "",
        "qualifier": "",
        "x": 250.0,
        "tasks": [
            "Write down what the cloud service has to do.",
            "Open a service request and put it on the team's sprint board.",
            "Settle goals and results with everybody who has a stake in it.",
        ],
        "practices": [
            "Business analysis",
            "Relationship management",
            "Service level management",
            "Service desk",
        ],
        "tools": [
            ("Service desk tools", ["ServiceNow", "Fresh Service"]),
            ("Meeting tools", ["Microsoft Teams", "Zoom"]),
        ],
        "raci": {CLIENT: "C", FIRST_LINE: "A/R", CLOUD: "C"},
        "process_time": (4.0, "hours"),
        "wait_time": (4.0, "hours"),
        "complete_and_accurate": 80.0,
        "customer_visible": True,
        "automation": "manual",
        "presenter_notes": (
            "One request in five comes back with questions from the planners: this is where time is won."
        ),
    },
    {
        "id": "step-plan",
        "name": "Plan how and when the service is set up",
        "activity": "Plan",
        "facet": "",
        "qualifier": "",
        "x": 480.0,
        "tasks": [
            "Look at what the customer runs today, and whether they are ready.",
            "List the risks and decide how to deal with each of them.",
            "Draw up the schedule and book the people for it.",
        ],
        "practices": [
            "Business analysis",
            "Infrastructure and platform management",
            "Service level management",
            "Project management",
        ],
        "tools": [
            ("Project management tools", ["Microsoft Project", "Jira"]),
            ("Risk assessment tools", ["RiskWatch"]),
        ],
        "raci": {CLIENT: "C", CLOUD: "A/R", SECOND_LINE: "I"},
        "process_time": (4.0, "hours"),
        "wait_time": (1.0, "days"),
        "complete_and_accurate": 90.0,
        "customer_visible": False,
        "automation": "manual",
        "presenter_notes": "",
    },
    {
        "id": "step-design",
        "name": "Design the service and its architecture",
        "activity": "Design and Transition",
        "facet": "Design",
        "qualifier": "",
        "x": 710.0,
        "tasks": [
            "Sketch the infrastructure and the services that run on it.",
            "Prepare templates for the configuration (as code where that pays off).",
            "Work out how it connects to the systems that are there already.",
        ],
        "practices": [
            "Architecture management",
            "Capacity and performance management",
            "Service continuity management",
            "Supplier management",
        ],
        "tools": [
            ("Cloud architecture tools", ["AWS CloudFormation", "Azure Resource Manager"]),
            ("Diagramming tools", ["Visio"]),
        ],
        "raci": {CLIENT: "I", CLOUD: "A/R", SECOND_LINE: "C"},
        "process_time": (1.0, "days"),
        "wait_time": (2.0, "days"),
        "complete_and_accurate": 90.0,
        "customer_visible": False,
        "automation": "manual",
        "presenter_notes": "The first of two visits to this activity; nothing goes live here yet.",
    },
    {
        "id": "step-build",
        "name": "Build and set up the components",
        "activity": "Obtain/Build",
        "facet": "Build",
        "qualifier": "our own team builds it, no supplier takes part",
        "x": 940.0,
        "tasks": [
            "Create the resources in the cloud.",
            "Decide who may do what, and how people sign in.",
            "Put the security and compliance settings in place.",
            "Write scripts that deploy the service and watch over it.",
        ],
        "practices": [
            "Infrastructure and platform management",
            "Project management",
            "Service configuration management",
            "Service validation and testing",
            "Supplier management",
        ],
        "tools": [
            ("Cloud management platforms", ["AWS Management Console", "Terraform"]),
            ("Security tools", ["AWS IAM"]),
        ],
        "raci": {FIRST_LINE: "I", CLOUD: "A/R", SECOND_LINE: "R"},
        "process_time": (1.0, "days"),
        "wait_time": (1.0, "days"),
        "complete_and_accurate": 95.0,
        "customer_visible": False,
        "automation": "mixed",
        "presenter_notes": "",
    },
    {
        "id": "step-deploy",
        "name": "Get everything in place for the launch",
        "activity": "Design and Transition",
        "facet": "Transition",
        "qualifier": "",
        "x": 1170.0,
        "tasks": [
            "Install the service in a test environment and try it out.",
            "Let users test it, and have the stakeholders sign it off.",
            "Move the service into production.",
            "Write the instructions, and train users and support teams.",
        ],
        "practices": [
            "Change enablement",
            "Deployment management",
            "Incident management",
            "Release management",
            "Knowledge management",
        ],
        "tools": [
            ("Testing tools", ["Selenium"]),
            ("CI/CD tools", ["Jenkins", "GitHub Actions"]),
        ],
        "raci": {CLIENT: "C", FIRST_LINE: "I", SECOND_LINE: "A/R"},
        "process_time": (4.0, "hours"),
        "wait_time": (1.0, "days"),
        "complete_and_accurate": 90.0,
        "customer_visible": True,
        "automation": "mixed",
        "presenter_notes": "",
    },
    {
        "id": "step-release",
        "name": "Hand the service over to the customer",
        "activity": "Deliver and Support",
        "facet": "",
        "qualifier": "",
        "x": 1400.0,
        "tasks": [
            "Move the service into production.",
            "Write the instructions, and train users and support teams.",
            "Give the customer the accounts and rights they need.",
            "Meet for the handover and show how the most important things work.",
            "Leave guides or training for looking after the AWS account.",
        ],
        "practices": [
            "Incident management",
            "Infrastructure and platform management",
            "Problem management",
            "Relationship management",
            "Release management",
        ],
        "tools": [
            ("Documentation tools", ["Confluence", "SharePoint"]),
            ("Knowledge base tools", ["Zendesk Guide"]),
        ],
        "raci": {CLIENT: "I", FIRST_LINE: "R", SECOND_LINE: "A"},
        "process_time": (2.0, "hours"),
        "wait_time": (4.0, "hours"),
        "complete_and_accurate": 95.0,
        "customer_visible": True,
        "automation": "manual",
        "presenter_notes": "Value arises here: from now on the customer works with the service.",
    },
    {
        "id": "step-improve",
        "name": "Watch the service and make it better",
        "activity": "Improve",
        "facet": "",
        "qualifier": "",
        "x": 1630.0,
        "tasks": [
            "Keep an eye on how much the account is used and how well it performs.",
            "Ask the customer what should get better.",
        ],
        "practices": [
            "Incident management",
            "Service desk",
            "Relationship management",
            "Knowledge management",
        ],
        "tools": [
            ("Monitoring tools", ["CloudWatch", "New Relic"]),
            ("Feedback tools", ["SurveyMonkey"]),
            ("Service desk tools", []),
        ],
        "raci": {CLIENT: "C", CLOUD: "I", SECOND_LINE: "A/R"},
        "process_time": (2.0, "hours"),
        "wait_time": (1.0, "weeks"),
        "complete_and_accurate": 90.0,
        "customer_visible": False,
        "automation": "mixed",
        "presenter_notes": "What we learn here starts the next round.",
    },
]

FLOWS: list[FlowEntry] = [
    {"source": "demand", "target": "step-requirements", "kind": "main", "label": ""},
    {"source": "step-requirements", "target": "step-plan", "kind": "main", "label": ""},
    {"source": "step-plan", "target": "step-design", "kind": "main", "label": ""},
    {"source": "step-design", "target": "step-build", "kind": "main", "label": ""},
    {"source": "step-build", "target": "step-deploy", "kind": "main", "label": ""},
    {"source": "step-deploy", "target": "step-release", "kind": "main", "label": ""},
    {"source": "step-release", "target": "value", "kind": "main", "label": ""},
    {"source": "step-release", "target": "step-improve", "kind": "main", "label": ""},
    {
        "source": "step-improve",
        "target": "step-requirements",
        "kind": "information",
        "label": "Ideas for the next round",
    },
]


def sample() -> Sample:
    """Return the whole content of the sample; what is returned is shared, do not change it."""
    return {
        "use_case": USE_CASE,
        "roles": [CLIENT, FIRST_LINE, CLOUD, SECOND_LINE],
        "steps": STEPS,
        "flows": FLOWS,
    }
