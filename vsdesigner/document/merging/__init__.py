"""The three-way merge of documents, and what differs between two of them.

The same engine serves the command line (`merge`, `diff`), the way back of a workbook and a file that somebody
else changed. `Merge.taken` tells what the other side brought, `Merge.conflicts` where the two disagree;
`resolved` takes a choice per difference. See `engine` for the rules, `sequences` for the order of lists.
"""

from vsdesigner.document.merging.applying import become
from vsdesigner.document.merging.engine import differences, merge, resolved
from vsdesigner.document.merging.outcome import Difference, Merge, Side

__all__ = ["Difference", "Merge", "Side", "become", "differences", "merge", "resolved"]
