"""The three-way merge of documents, and what differs between two of them.

The same engine serves the command line (`merge`, `diff`), the way back of a workbook and a file that somebody
else changed. `Merge.taken` tells what the other side brought, `Merge.conflicts` where the two disagree;
`resolved` takes a choice per difference. What was decided:

- An order is a conflict where it says something: tasks, steps numbered by hand, activities. Elsewhere both
  orders are followed as far as they go, whichever side is called ours (`sequences`, `shapes`).
- What both sides made alike under two ids is one: a role, tool, practice or activity of the same name, a flow
  between the same ends, a task or duty of the same words (`twins`, `parts`).
- A stream that only one side has comes or goes as a whole. What is removed on one side and changed on the
  other stays, with its flows; a place on the drawing is no change in that sense (`presence`).
- A role, tool, practice or activity that one side removed stays where the other refers to it anew; a flow
  goes with its end. Numbers and the places of demand and value follow by themselves (`whole`).
- Cards that each side put into the same place are moved apart (`apart`).
"""

from vsdesigner.document.merging.applying import become
from vsdesigner.document.merging.engine import differences, merge, resolved
from vsdesigner.document.merging.outcome import Difference, Merge, Side

__all__ = ["Difference", "Merge", "Side", "become", "differences", "merge", "resolved"]
