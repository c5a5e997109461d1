"""What comes after the five steps of the method: who does the work, and handing the stream over."""

from __future__ import annotations

from collections.abc import Sequence

from vsdesigner.analysis.method.values import SERIOUS, MethodStep, Next, Seen, of_finding, or_in_view
from vsdesigner.analysis.profiles import READY_TO_PRESENT
from vsdesigner.analysis.words import listed, step_words
from vsdesigner.language import say, say_count
from vsdesigner.model.records import Step

EXPORT, PROBLEMS = "file.export", "view.problems"
ACCOUNTABLE, RESPONSIBLE = "A", "R"


def letters(seen: Seen) -> MethodStep:
    """Count the steps that say who answers for them and who does the work."""
    title = say("Who does it")
    settings = seen.view.settings
    known = {entry.letter for entry in settings.raci_letters}
    asked = [ACCOUNTABLE] if ACCOUNTABLE in known else []
    if RESPONSIBLE in known and not settings.accountable_implies_responsible:
        asked.append(RESPONSIBLE)
    steps = seen.own_steps
    if not steps:
        return MethodStep("letters", 6, title, say("Comes with the steps."), 0, 0)
    if not asked:  # letters of the document's own: only people know what they ask for
        steps_lettered = [step for step in steps if step.raci]
        said = say("{done} of {total} steps say who takes part.")
        done = len(steps_lettered)
    else:
        done = sum(1 for step in steps if not _lacking(step, asked))
        said = say("{done} of {total} steps say who answers for them and who does the work.")
    lacking = (step for step in steps if (_lacking(step, asked) if asked else not step.raci))
    return MethodStep(
        "letters",
        6,
        title,
        said.format(done=done, total=len(steps)),
        done,
        len(steps),
        or_in_view(
            seen.first(_letters_of(seen, step, asked) for step in lacking),
            "raci",
            say("Set the letters of all steps in one matrix."),
            say("Open the matrix"),
        ),
    )


def _lacking(step: Step, asked: Sequence[str]) -> list[str]:
    held = [letter for mark in step.raci for letter in mark.letters.split("/")]
    return [
        letter for letter in asked if letter not in held or (letter == ACCOUNTABLE and held.count(letter) > 1)
    ]


def _letters_of(seen: Seen, step: Step, asked: Sequence[str]) -> Next:
    words = step_words(seen.view, step)
    if not seen.view.roles:
        text = say("Name the roles that take part in {step}.").format(step=words)
        return Next(text, say("Add a role"), step.id, "raci")
    lacking = _lacking(step, asked)
    if lacking == [RESPONSIBLE]:
        text = say("Say who does the work in {step}: press R on a role.")
    elif RESPONSIBLE in lacking:
        text = say("Say who answers for {step} (A, one role only) and who does the work (R).")
    else:
        text = say("Say who answers for {step}: press A on one role.")
    return Next(text.format(step=words), say("Set letters"), step.id, "raci")


def hand_over(seen: Seen, before: Sequence[MethodStep]) -> MethodStep:
    """Say what the checks still find with the eyes of those whom the stream is for.

    `before` are the steps of the method that come first: the checks do not ask for all that they do.
    """
    title = say("Hand over")
    if not seen.steps:
        return MethodStep("hand_over", 7, title, say("Comes when the stream is written down."), 0, 0)
    serious = [finding for finding in seen.findings if finding.level in SERIOUS]
    if seen.view.settings.check_profile != READY_TO_PRESENT:
        choose = Next(
            say("Check as “Ready to present”: then everything is asked for that others will look for."),
            say("Check it"),
            profile=READY_TO_PRESENT,
        )
        said = say("Checked as “While drawing” only so far, where less is asked for.")
        return MethodStep("hand_over", 7, title, said, 0, 1, (choose,))
    if not serious:
        text = say("Nothing is missing: write the workbook.")
        open_ones = [step.title for step in before if not step.is_done]
        if open_ones:
            text = say("You can write the workbook. Not complete yet: {steps}.").format(
                steps=listed(open_ones)
            )
        export = Next(text, say("Export…"), action=EXPORT)
        return MethodStep("hand_over", 7, title, say("Ready to present."), 1, 1, (export,))
    said = say_count("1 problem is left.", "{count} problems are left.", len(serious))
    wanted = seen.first(of_finding(finding) for finding in serious)
    every = Next(say("See all problems."), say("Show the problems"), action=PROBLEMS)
    return MethodStep("hand_over", 7, title, said, 0, 1, (*wanted, every))
