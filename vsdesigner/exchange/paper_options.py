"""What can be chosen for pages: paper, how a diagram is spread over pages, and what they show besides."""

from __future__ import annotations

from vsdesigner.exchange.options import Choice, Option, OptionKind
from vsdesigner.exchange.picture_options import EXTENT, THEME

AUTO = "auto"
ONE_PAGE, SEVERAL_PAGES = "one", "several"
PORTRAIT, LANDSCAPE = "portrait", "landscape"
AS_LARGE_AS_NEEDED = "stream"
DIAGRAM, USE_CASE, STEPS, TASKS = "diagram", "use_case", "steps", "tasks"
PRACTICES_TOOLS, RACI, CARDS = "practices_tools", "raci", "cards"

PARTS = Option(
    "parts",
    "Parts",
    "What the pages show for each stream.",
    OptionKind.SEVERAL,
    (DIAGRAM,),
    (
        Choice(USE_CASE, "Use case"),
        Choice(DIAGRAM, "Diagram"),
        Choice(STEPS, "Steps and activities"),
        Choice(TASKS, "Tasks"),
        Choice(PRACTICES_TOOLS, "Practices and tools"),
        Choice(RACI, "RACI"),
        Choice(CARDS, "A card for each step"),
    ),
)
PAPER = Option(
    "paper",
    "Paper",
    "The paper that pages are set up for.",
    OptionKind.CHOICE,
    "A4",
    (
        *(Choice(name, name) for name in ("A4", "A3", "A2", "A1", "A0", "Letter", "Legal", "Tabloid")),
        Choice(AS_LARGE_AS_NEEDED, "As large as the diagram"),
    ),
)
ORIENTATION = Option(
    "orientation",
    "Orientation",
    "Which way the paper lies.",
    OptionKind.CHOICE,
    AUTO,
    (Choice(AUTO, "As it fits"), Choice(PORTRAIT, "Portrait"), Choice(LANDSCAPE, "Landscape")),
)
PAGES = Option(
    "pages",
    "Diagram",
    "Fit the diagram on one page, or spread it over several, cut between cards, large enough to read.",
    OptionKind.CHOICE,
    AUTO,
    (
        Choice(AUTO, "One page if readable, else several"),
        Choice(ONE_PAGE, "One page"),
        Choice(SEVERAL_PAGES, "Several pages, to be read"),
    ),
)
OPTIONS = (PARTS, PAPER, ORIENTATION, PAGES, THEME, EXTENT)
