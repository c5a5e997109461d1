"""The fourth and the fifth step of the method: what is done in each step, and what it needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vsdesigner.analysis.method.values import MethodStep, Next, Seen, or_in_view
from vsdesigner.analysis.words import step_words
from vsdesigner.language import say
from vsdesigner.model.records import Step


def tasks(seen: Seen) -> MethodStep:
    """Count the steps that have tasks."""
    steps = seen.own_steps
    title = say("Actions and tasks")
    if not steps:
        return MethodStep("tasks", 4, title, say("Comes with the steps."), 0, 0)
    lacking = [step for step in steps if not any(task.text.strip() for task in step.tasks)]
    done = len(steps) - len(lacking)
    said = say("{done} of {total} steps have tasks.").format(done=done, total=len(steps))
    text = say("Write down what is done in {step}, each task on a line of its own.")
    wanted = (
        Next(text.format(step=step_words(seen.view, step)), say("Write tasks"), step.id, "tasks")
        for step in lacking
    )
    choices = or_in_view(
        seen.first(wanted), "tables", say("Write the tasks of all steps in one table."), say("Open the table")
    )
    return MethodStep("tasks", 4, title, said, done, len(steps), choices)


def resources(seen: Seen) -> MethodStep:
    """Count the practices and tools of the steps; the offerings of the stream are asked for, not counted."""
    steps = seen.own_steps
    title = say("Practices and tools")
    if not steps:
        return MethodStep("resources", 5, title, say("Comes with the steps."), 0, 0)
    practices = sum(1 for step in steps if step.practices)
    tools = sum(1 for step in steps if step.tools)
    offered = bool(seen.stream.service_offerings) or any(step.service_offerings for step in steps)
    said = say("{practices} of {total} steps name practices, {tools} name tools.").format(
        practices=practices, tools=tools, total=len(steps)
    )
    optional = (
        say("The service offerings are named.") if offered else say("The service offerings are optional.")
    )
    if practices + tools == 2 * len(steps):
        said = f"{said} {optional}"
    return MethodStep(
        "resources",
        5,
        title,
        said,
        practices + tools,
        2 * len(steps),
        seen.first(_missing_resources(seen, steps, offered=offered)),
    )


def _missing_resources(seen: Seen, steps: Sequence[Step], *, offered: bool) -> Iterator[Next]:
    for step in steps:
        words = step_words(seen.view, step)
        if not step.practices:
            text = say("Name the practices that contribute to {step}.").format(step=words)
            yield Next(text, say("Add practices"), step.id, "practices")
        if not step.tools:
            text = say("Name the tools and technologies that {step} needs.").format(step=words)
            yield Next(text, say("Add tools"), step.id, "tools")
    if not offered:
        text = say("You may also name the service offerings that the stream serves.")
        yield Next(text, say("Name them"), seen.stream.id, "service_offerings")
