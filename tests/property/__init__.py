"""Hypothesis campaigns over the whole editor."""
