"""Changing a step while it is presented."""
