"""A grid of cells that behaves like a spreadsheet: the ground of the Tables and the RACI view."""
