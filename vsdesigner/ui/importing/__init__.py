"""Bringing changes home from a file: what differs is shown and ticked before anything happens."""
