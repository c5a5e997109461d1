"""Putting two versions of a document together."""
