"""What lenses and their shares are called on screen."""

from __future__ import annotations

from vsdesigner.analysis.lens import Lens, LensKind, Sight, name_of
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Lane
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.lane_words import lane_title

#: What stands before the name of each kind.
ICONS = {
    LensKind.ROLE: "role",
    LensKind.PRACTICE: "practice",
    LensKind.TOOL: "tool",
    LensKind.ACTIVITY: "lanes",
}
SHARE_GAP = "  ·  "


def heading(kind: LensKind) -> str:
    """Return what all lenses of a kind are together."""
    return {
        LensKind.ROLE: tr("Roles"),
        LensKind.PRACTICE: tr("Practices"),
        LensKind.TOOL: tr("Tools"),
        LensKind.ACTIVITY: tr("Activities"),
    }[kind]


def title(view: Snapshot, lens: Lens) -> str:
    """Return the name of what is followed, an activity as the drawing names it; one line."""
    lane = view.find(lens.id)
    name = lane_title(lane) if isinstance(lane, Lane) else name_of(view, lens)
    return " ".join(name.split()) or tr("Without a name")


def count_text(count: int) -> str:
    """Return at how many steps a lens stays."""
    return tr_count("1 step", "{count} steps", count)


def percent_text(share: float) -> str:
    """Return a share in whole percent; what is not nothing and not all does not read so."""
    if 0.0 < share < 0.005:
        return tr("under 1 %")
    whole = round(share * 100)
    return tr("{number} %").format(number=min(whole, 99) if share < 1.0 else whole)


def share_texts(sight: Sight, *, timed: bool = True, lettered: bool = True) -> tuple[str, ...]:
    """Return the share of the steps and, unless not `timed`, of the time where that is known.

    Of a role it says at how many of them it works or answers, unless not `lettered` or always.
    """
    if not sight.occurrences:
        return (tr("does not occur in this stream"),)
    count = len(sight.occurrences)
    said = [
        tr("{count} of {all} steps ({share})").format(
            count=count, all=sight.all_steps, share=percent_text(sight.share_of_steps)
        )
    ]
    if sight.share_of_time is not None and timed:
        share = percent_text(sight.share_of_time)
        on_path = tr("{share} of the time on the main path").format(share=share)
        said.append(on_path if sight.on_path else tr("off the main path"))
    if lettered and sight.occurrences[0].letters and sight.working < count:
        works = tr("works in or answers for {count}").format(count=sight.working)
        said.append(works if sight.working else tr("works in and answers for none"))
    return tuple(said)


def share_text(sight: Sight, *, timed: bool = True, lettered: bool = True) -> str:
    """Return all shares in one line."""
    return SHARE_GAP.join(share_texts(sight, timed=timed, lettered=lettered))


def place_text(sight: Sight, place: int, *, lettered: bool = True) -> str:
    """Return which occurrence it is (from 1; 0 gives nothing), with the letters of a role there."""
    if not place:
        return ""
    letters = sight.occurrences[place - 1].letters if lettered else ""
    text = tr("{number} of {count}").format(number=place, count=len(sight.occurrences))
    return f"{letters}{SHARE_GAP}{text}" if letters else text
