"""The sample that ships, and what makes it."""
