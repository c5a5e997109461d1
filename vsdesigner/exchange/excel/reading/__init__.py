"""The way back of a workbook: what somebody changed in it, or what a foreign one describes.

`read_workbook` is the one way in. It trusts nothing: see `package` for what bounds a hostile file.
"""

from vsdesigner.exchange.excel.reading.outcome import Origin, Problem, WorkbookImport
from vsdesigner.exchange.excel.reading.workbook import read_workbook

__all__ = ["Origin", "Problem", "WorkbookImport", "read_workbook"]
