"""Editors of single fields: a value in, a committed value out; they know no document and no session."""
