"""What can be chosen for slides."""

from __future__ import annotations

from vsdesigner.exchange.options import Choice, Option, OptionKind

TITLE, USE_CASE, LANES, STEPS, RACI, METRICS = "title", "use_case", "lanes", "steps", "raci", "metrics"
ALL = (TITLE, USE_CASE, LANES, STEPS, RACI, METRICS)
PER_STEP, PER_PHASE = "step", "phase"

SLIDES = Option(
    "slides",
    "Slides",
    "Which slides to make for each stream.",
    OptionKind.SEVERAL,
    ALL,
    (
        Choice(TITLE, "Title"),
        Choice(USE_CASE, "Use case"),
        Choice(LANES, "Value stream map"),
        Choice(STEPS, "Steps"),
        Choice(RACI, "Responsibilities (RACI)"),
        Choice(METRICS, "Times and quality"),
    ),
)
STEPS_AS = Option(
    "steps_as",
    "Steps on",
    "A slide for each step with all that it says, or one for each phase with its steps as a table.",
    OptionKind.CHOICE,
    PER_STEP,
    (Choice(PER_STEP, "One slide per step"), Choice(PER_PHASE, "One slide per phase")),
)
OPTIONS = (SLIDES, STEPS_AS)
