"""The drawing: a stream as cards and flows on lanes, edited by hand."""
